#include "modus/brief/cite.h"

#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using case_model::Case;
using case_model::Source;
using case_model::Statement;

std::string say_who_and_when(const Case& subject, const Statement& statement) {
  std::string about = statement.speaker.empty() ? subject.parties[statement.party].name : statement.speaker;
  if (statement.on) about += ", " + say_days(*statement.on);
  return about + " (" + say_channel(statement.channel) + ")";
}

std::string name_of(const Source& source) { return source.publisher.empty() ? source.id : source.publisher; }

std::string say_no_source() { return "no source given in the case"; }

}  // namespace

std::string say_source(const Case& subject, case_model::SourceIndex index) {
  const Source& source = subject.sources[index];
  std::string words = source.title.empty() ? source.id : source.title;
  if (!source.publisher.empty()) words += ", " + source.publisher;
  if (source.published) words += ", " + say_day(*source.published);
  if (source.heard_from) words += "; heard from " + name_of(subject.sources[*source.heard_from]);
  return words;
}

int CitationBook::add(const std::string& key, Citation citation) {
  const auto [entry, fresh] = numbers_.try_emplace(key, static_cast<int>(citations_.size()) + 1);
  if (fresh) citations_.push_back(std::move(citation));
  return entry->second;
}

int CitationBook::number_of(case_model::StatementIndex index) {
  const Statement& statement = subject_.statements[index];
  const std::string source = statement.source ? say_source(subject_, *statement.source) : say_no_source();
  return add("statement " + statement.id,
             {say_who_and_when(subject_, statement), statement.quote.text, source});
}

int CitationBook::number_of(case_model::SourceIndex source) {
  return add("source " + subject_.sources[source].id, {"", "", say_source(subject_, source)});
}

std::vector<int> CitationBook::numbers_of(const std::vector<case_model::StatementIndex>& statements) {
  std::vector<int> numbers;
  for (const auto statement : statements) numbers.push_back(number_of(statement));
  return numbers;
}

}  // namespace modus::brief

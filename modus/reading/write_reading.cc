#include "modus/reading/write_reading.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>

#include "modus/reading/escape_unseen.h"
#include "modus/reading/readable_ids.h"
#include "modus/reading/reading_words.h"

namespace modus::reading {
namespace {

using Json = nlohmann::ordered_json;

/// How the items of a reading are called in the file.
struct Names {
  base::IndexedVector<ReadSourceIndex, std::string> sources;
  base::IndexedVector<ActorIndex, std::string> actors;
  base::IndexedVector<ReadIssueIndex, std::string> issues;
};

Names name_items(const Reading& reading) {
  Names names;
  std::set<std::string> taken = {"author"};
  for (std::size_t i = 1; i <= reading.sources.size(); ++i) {
    names.sources.push_back("src" + std::to_string(i));
    taken.insert(names.sources.raw().back());
  }
  ReadableIds actors(std::move(taken)), issues;
  for (const Actor& actor : reading.actors) names.actors.push_back(actors.make(actor.name, "actor"));
  for (const ReadIssue& issue : reading.issues) names.issues.push_back(issues.make(issue.label, "issue"));
  return names;
}

/// "s07": as many digits as the count needs, at least two.
std::string numbered(char letter, std::size_t index, std::size_t count) {
  const std::string digits = std::to_string(index + 1);
  const std::size_t width = std::max<std::size_t>(2, std::to_string(count).size());
  return letter + std::string(width - std::min(width, digits.size()), '0') + digits;
}

std::string write_day(Day day) {
  const std::chrono::year_month_day date(day);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", int(date.year()), unsigned(date.month()), unsigned(date.day()));
  return text.data();
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json span_json(const Passage& passage) {
  return {{"start", passage.start}, {"end", passage.end}, {"text", passage.text}};
}
Json span_json(const std::optional<Passage>& passage) { return passage ? span_json(*passage) : Json(); }

Json text_and_span(const std::optional<Passage>& passage) {
  return passage ? Json{{"text", passage->text}, {"span", span_json(*passage)}} : Json();
}

/// The words of a passage with single blanks: a passage of a file may run over lines.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

Json list_of(const Names& names, const std::vector<ActorIndex>& actors) {
  Json list = Json::array();
  for (const ActorIndex actor : actors) list.push_back(names.actors[actor]);
  return list;
}
Json list_of(const Names& names, const std::vector<ReadIssueIndex>& issues) {
  Json list = Json::array();
  for (const ReadIssueIndex issue : issues) list.push_back(names.issues[issue]);
  return list;
}

template <class Item>
Json marked(Json object, const Item& item) {
  if (item.from_model) object["origin"] = "model";
  return object;
}

Json doc_json(const Reading& reading) {
  const std::size_t slash = reading.file.find_last_of('/');
  const std::string name = slash == std::string::npos ? reading.file : reading.file.substr(slash + 1);
  return {{"id", name.substr(0, name.find_last_of('.'))},
          {"path", reading.file},
          {"sha256", reading.sha256},
          {"n_chars", reading.code_points},
          {"n_bytes", reading.file_bytes},
          {"offset_unit", "codepoint"},
          {"language", reading.language},
          {"reference_date", reading.reference_date ? Json(write_day(*reading.reference_date)) : Json()},
          {"reference_date_basis", text_or_null(reading.reference_date_basis)}};
}

Json source_json(const std::string& id, const ReadSource& source) {
  Json spans = Json::object();
  for (const auto& [what, passage] : source.passages) {
    if (!spans.contains(what)) spans[what] = span_json(passage);  // one span a name; the first of several authors
  }
  return {{"id", id},
          {"kind", source.cited ? "cited" : "article"},
          {"title", text_or_null(source.title)},
          {"publisher", text_or_null(source.publisher)},
          {"author", source.authors},
          {"date", text_or_null(source.date)},
          {"spans", spans}};
}

Json actor_json(const Names& names, const std::string& id, const Actor& actor) {
  Json mentions = Json::array();
  for (const ActorMention& mention : actor.mentions) {
    mentions.push_back(span_json(mention.passage));
    mentions.back()["how"] = word_of(mention.how);
  }
  return marked({{"id", id},
                 {"name", actor.name},
                 {"type", word_of(actor.type)},
                 {"role", text_or_null(actor.role)},
                 {"affiliation", actor.affiliation ? Json(names.actors[*actor.affiliation]) : Json()},
                 {"aliases", actor.aliases},
                 {"metonyms", actor.metonyms},
                 {"anaphora", actor.nominals},
                 {"mentions", mentions}},
                actor);
}

Json issue_json(const std::string& id, const ReadIssue& issue) {
  Json spans = Json::array();
  for (const Passage& passage : issue.passages) spans.push_back(span_json(passage));
  return marked({{"id", id}, {"label", issue.label}, {"aliases", issue.aliases}, {"parent", nullptr}, {"spans", spans}}, issue);
}

Json option_json(const Names& names, const std::string& id, const ReadOption& option) {
  return marked({{"id", id},
                 {"issue", names.issues[option.issue]},
                 {"label", option.label},
                 {"proposers", list_of(names, option.proposers)},
                 {"status", word_of(option.status)},
                 {"span", span_json(option.passage)}},
                option);
}

Json date_json(const std::optional<DateReading>& date) {
  if (!date) return {};
  return {{"text", date->passage.text},
          {"span", span_json(date->passage)},
          {"start", write_day(date->first)},
          {"end", write_day(date->last)},
          {"precision", word_of(date->precision)},
          {"approx", date->approximate},
          {"role", date->about ? "about" : "said"},
          {"inferred", date->inferred}};
}

Json speaker_json(const Names& names, const ReadStatement& statement) {
  if (statement.speaker) return names.actors[*statement.speaker];
  return statement.speaker_passage ? Json() : Json("author");
}

Json flags_json(const StatementFlags& flags) {
  const std::array<std::pair<const char*, bool>, 10> all = {{{"red_line", flags.red_line},
                                                             {"threat", flags.threat},
                                                             {"conditional", flags.conditional},
                                                             {"denial", flags.denial},
                                                             {"accusation", flags.accusation},
                                                             {"uncertain", flags.uncertain},
                                                             {"undecided", flags.undecided},
                                                             {"no_comment", flags.no_comment},
                                                             {"reported", flags.reported},
                                                             {"headline", flags.headline}}};
  Json list = Json::array();
  for (const auto& [name, set] : all) {
    if (set) list.push_back(name);
  }
  return list;
}

Json attribution_json(const Names& names, const std::vector<Attribution>& layers) {
  Json list = Json::array();
  for (const Attribution& layer : layers) {
    list.push_back({{"source", layer.actor ? Json(names.actors[*layer.actor]) : Json()},
                    {"text", layer.passage.text},
                    {"type", word_of(layer.type)},
                    {"span", span_json(layer.passage)}});
  }
  return list;
}

Json statement_json(const Names& names, const Reading& reading, std::size_t index) {
  const ReadStatement& statement = reading.statements[index];
  Json quotes = Json::array(), other_kinds = Json::array();
  for (const std::size_t quote : statement.quotes) quotes.push_back(numbered('q', quote, reading.quotes.size()));
  for (const ReadKind kind : statement.other_kinds) other_kinds.push_back(word_of(kind));
  return marked({{"id", numbered('s', index, reading.statements.size())},
                 {"speaker", speaker_json(names, statement)},
                 {"speaker_span", span_json(statement.speaker_passage)},
                 {"kind", word_of(statement.kind)},
                 {"mode", word_of(statement.mode)},
                 {"cue", span_json(statement.cue)},
                 {"span", span_json(statement.passage)},
                 {"content", span_json(statement.content)},
                 {"quotes", quotes},
                 {"issues", list_of(names, statement.issues)},
                 {"addressee", list_of(names, statement.addressees)},
                 {"summary", on_one_line(statement.content.text)},
                 {"attribution", attribution_json(names, statement.attribution)},
                 {"date", date_json(statement.date)},
                 {"flags", flags_json(statement.flags)},
                 {"alt_kinds", other_kinds},
                 {"alt_speakers", list_of(names, statement.other_speakers)}},
                statement);
}

Json quote_json(const Names& names, const Reading& reading, std::size_t index) {
  const ReadQuote& quote = reading.quotes[index];
  Json speaker = "author", statement;
  if (quote.statement) {
    speaker = speaker_json(names, reading.statements[*quote.statement]);
    statement = numbered('s', *quote.statement, reading.statements.size());
  }
  if (quote.speaker) speaker = names.actors[*quote.speaker];
  return {{"id", numbered('q', index, reading.quotes.size())},
          {"span", span_json(quote.passage)},
          {"speaker", speaker},
          {"statement", statement},
          {"partial", quote.partial},
          {"alt_speakers", Json::array()}};
}

Json red_lines_json(const Names& names, const Reading& reading) {
  Json list = Json::array();
  for (std::size_t i = 0; i < reading.statements.size(); ++i) {
    const ReadStatement& statement = reading.statements[i];
    if (!statement.flags.red_line) continue;
    list.push_back({{"actor", speaker_json(names, statement)},
                    {"statement", numbered('s', i, reading.statements.size())},
                    {"issues", list_of(names, statement.issues)}});
  }
  return list;
}

Json event_json(const Names& names, const std::string& id, const ReadEvent& event) {
  return marked({{"id", id},
                 {"kind", event.kind},
                 {"status", word_of(event.status)},
                 {"participants", list_of(names, event.participants)},
                 {"place", text_and_span(event.place)},
                 {"date", date_json(event.date)},
                 {"span", span_json(event.passage)},
                 {"summary", on_one_line(event.passage.text)}},
                event);
}

Json assessments_json(const Names& names, const Reading& reading) {
  Json list = Json::array();
  for (std::size_t i = 0; i < reading.statements.size(); ++i) {
    const ReadStatement& statement = reading.statements[i];
    if (!statement.closeness) continue;
    list.push_back({{"statement", numbered('s', i, reading.statements.size())},
                    {"by", speaker_json(names, statement)},
                    {"closeness", word_of(*statement.closeness)},
                    {"probability", nullptr}});
  }
  return list;
}

}  // namespace

std::string write_reading(const Reading& reading) {
  const Names names = name_items(reading);
  Json object = {{"schema", "neg-reading/1"}, {"doc", doc_json(reading)}};
  for (const char* key : {"sources", "actors", "issues", "options", "statements", "quotes", "red_lines", "events", "assessments"})
    object[key] = Json::array();
  for (const auto i : reading.sources.indices()) object["sources"].push_back(source_json(names.sources[i], reading.sources[i]));
  for (const auto i : reading.actors.indices()) object["actors"].push_back(actor_json(names, names.actors[i], reading.actors[i]));
  for (const auto i : reading.issues.indices()) object["issues"].push_back(issue_json(names.issues[i], reading.issues[i]));
  for (const ReadOption& option : reading.options)
    object["options"].push_back(option_json(names, "o" + std::to_string(object["options"].size() + 1), option));
  for (std::size_t i = 0; i < reading.statements.size(); ++i) object["statements"].push_back(statement_json(names, reading, i));
  for (std::size_t i = 0; i < reading.quotes.size(); ++i) object["quotes"].push_back(quote_json(names, reading, i));
  object["red_lines"] = red_lines_json(names, reading);
  for (const ReadEvent& event : reading.events)
    object["events"].push_back(event_json(names, "e" + std::to_string(object["events"].size() + 1), event));
  object["assessments"] = assessments_json(names, reading);
  // The name of a file may be anything; it is then shown as far as it can be.
  return escape_unseen(object.dump(1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace modus::reading

#include "modus/drafting/mapping.h"

#include <algorithm>
#include <array>
#include <utility>

#include "modus/drafting/words.h"
#include "modus/reading/data_table.h"

namespace modus::drafting {
namespace {

using case_model::Channel;
using case_model::Role;
using case_model::StatementKind;
using reading::ReadKind;
using reading::Row;

constexpr std::string_view kTable =
#include "data_mapping.inc"
    ;

constexpr std::array<std::pair<std::string_view, Mark>, 11> kMarks = {{{"no_comment", Mark::kNoComment},
                                                                       {"undecided", Mark::kUndecided},
                                                                       {"headline", Mark::kHeadline},
                                                                       {"denial", Mark::kDenial},
                                                                       {"accusation", Mark::kAccusation},
                                                                       {"threat", Mark::kThreat},
                                                                       {"red_line", Mark::kRedLine},
                                                                       {"conditional", Mark::kConditional},
                                                                       {"uncertain", Mark::kUncertain},
                                                                       {"on_option", Mark::kOnOption},
                                                                       {"unsure", Mark::kUnsure}}};

constexpr std::array<std::pair<std::string_view, ReadKind>, 6> kReadKinds = {
    {{"demand", ReadKind::kDemand},
     {"reject", ReadKind::kReject},
     {"offer", ReadKind::kOffer},
     {"accept", ReadKind::kAccept},
     {"claim", ReadKind::kClaim},
     {"assessment", ReadKind::kAssessment}}};

constexpr std::array<std::pair<std::string_view, Role>, 6> kRoles = {{{"principal", Role::kPrincipal},
                                                                      {"ratifier", Role::kRatifier},
                                                                      {"guarantor", Role::kGuarantor},
                                                                      {"facilitator", Role::kFacilitator},
                                                                      {"spoiler", Role::kSpoiler},
                                                                      {"observer", Role::kObserver}}};

template <class Table>
auto find_word(const Table& table, std::string_view word)
    -> std::optional<typename Table::value_type::second_type> {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto& entry) { return entry.first == word; });
  if (found == table.end()) return std::nullopt;
  return found->second;
}

Meaning meaning_of(std::string_view words) {
  const std::size_t blank = words.find(' ');
  return {case_model::kind_of(words.substr(0, blank)),
          blank != std::string_view::npos && words.substr(blank + 1) == "all_else"};
}

std::uint32_t marks_of(std::string_view words) {
  std::uint32_t marks = 0;
  for (const auto& [word, mark] : kMarks) {
    const std::size_t at = words.find(word);
    const bool whole = at != std::string_view::npos && (at == 0 || words[at - 1] == ' ') &&
                       (at + word.size() == words.size() || words[at + word.size()] == ' ');
    if (whole) marks |= static_cast<std::uint32_t>(mark);
  }
  return marks;
}

std::vector<Row> rows_of(std::string_view part) {
  std::vector<Row> rows;
  reading::for_each_row(kTable, [&](const Row& row) {
    if (row[0] == part) rows.push_back(row);
  });
  return rows;
}

std::vector<MappingRow> read_mapping() {
  std::vector<MappingRow> rows;
  for (const Row& row : rows_of("statement")) {
    MappingRow one{find_word(kReadKinds, row[1]),
                   marks_of(row[2]),
                   meaning_of(row[3]),
                   row[3] == "assessment",
                   {},
                   row[5]};
    reading::for_each_item(row[4], [&](std::string_view item) { one.others.push_back(meaning_of(item)); });
    rows.push_back(std::move(one));
  }
  return rows;
}

// Whether the phrase stands in the folded text as whole words.
bool has_phrase(std::string_view text, std::string_view phrase) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
  };
  for (std::size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) return true;
  }
  return false;
}

bool has_any(std::string_view text, std::string_view phrases) {
  bool any = false;
  reading::for_each_item(phrases, [&](std::string_view phrase) { any = any || has_phrase(text, phrase); });
  return any;
}

bool has_words_of(std::string_view part, std::string_view content) {
  const std::string folded = fold_words(content);
  const std::vector<Row> rows = rows_of(part);
  return std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return has_any(folded, row[1]); });
}

std::string cell(std::string_view text) { return text.empty() ? "-" : std::string(text); }

std::string joined(std::string_view items) {
  std::string text(items);
  std::replace(text.begin(), text.end(), '|', ',');
  for (std::size_t at = text.find(','); at != std::string::npos; at = text.find(',', at + 1))
    text.insert(at + 1, " ");
  return cell(text);
}

}  // namespace

const std::vector<MappingRow>& mapping() {
  static const std::vector<MappingRow> kRows = read_mapping();
  return kRows;
}

const MappingRow& row_for(ReadKind kind, std::uint32_t marks) {
  static const MappingRow kNothing;
  for (const MappingRow& row : mapping()) {
    if ((!row.read || *row.read == kind) && (row.marks & ~marks) == 0) return row;
  }
  return kNothing;
}

std::uint32_t marks_of(const reading::ReadStatement& statement, bool on_option) {
  const reading::StatementFlags& flags = statement.flags;
  const std::array<std::pair<bool, Mark>, 11> all = {{{flags.no_comment, Mark::kNoComment},
                                                      {flags.undecided, Mark::kUndecided},
                                                      {flags.headline, Mark::kHeadline},
                                                      {flags.denial, Mark::kDenial},
                                                      {flags.accusation, Mark::kAccusation},
                                                      {flags.threat, Mark::kThreat},
                                                      {flags.red_line, Mark::kRedLine},
                                                      {flags.conditional, Mark::kConditional},
                                                      {flags.uncertain, Mark::kUncertain},
                                                      {on_option, Mark::kOnOption},
                                                      {!statement.other_kinds.empty(), Mark::kUnsure}}};
  std::uint32_t marks = 0;
  for (const auto& [holds, mark] : all) marks |= holds ? static_cast<std::uint32_t>(mark) : 0U;
  return marks;
}

bool claims_option(std::string_view content) { return has_words_of("claim", content); }
bool offers_guarantee(std::string_view content) { return has_words_of("guarantee", content); }

Channel channel_for(const Told& told) {
  const std::array<std::pair<std::string_view, bool>, 6> facts = {
      {{"unnamed", told.unnamed},
       {"document", told.document},
       {"told by another principal", told.by_rival},
       {"told by somebody else", told.by_other},
       {"in its own words", told.own_words},
       {"otherwise", true}}};
  for (const Row& row : rows_of("channel")) {
    if (find_word(facts, row[1]).value_or(false))
      return case_model::channel_of(row[2]).value_or(Channel::kReported);
  }
  return Channel::kReported;
}

DescribedAs describe_as(std::string_view description) {
  DescribedAs described;
  const std::string folded = fold_words(description);
  for (const Row& row : rows_of("role")) {
    if (!has_any(folded, row[2])) continue;
    if (const auto role = find_word(kRoles, row[1])) described.roles.push_back(*role);
    described.medium = described.medium || row[1] == "medium";
  }
  std::sort(described.roles.begin(), described.roles.end());
  return described;
}

std::string mapping_page_rows() {
  std::string page = "| read as | if | gives | or, as a question |\n| --- | --- | --- | --- |\n";
  for (const Row& row : rows_of("statement"))
    page += "| " + std::string(row[1]) + " | " + cell(row[2]) + " | " + cell(row[3]) + " | " +
            joined(row[4]) + " |\n";
  page += "\n| told | channel |\n| --- | --- |\n";
  for (const Row& row : rows_of("channel"))
    page += "| " + std::string(row[1]) + " | " + std::string(row[2]) + " |\n";
  return page;
}

}  // namespace modus::drafting

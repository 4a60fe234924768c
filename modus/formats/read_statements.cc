// Statements: read in two passes, since they may point at each other.
#include <algorithm>

#include "modus/formats/reading.h"

namespace modus::formats {

using case_model::StatementKind;

std::optional<StatementKind> read_kind(Reading& reading, const YamlNode& node) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < case_model::kStatementKinds; ++i)
    words.emplace_back(word_of(static_cast<StatementKind>(i)));
  const auto kind = case_model::kind_of(node.text);
  if (!kind)
    reading.add(node, "no kind of statement is named " + shown(node.text), reading.suggest(node.text, words));
  return kind;
}

case_model::Channel read_channel(Reading& reading, const YamlNode& node) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < case_model::kChannels; ++i)
    words.emplace_back(word_of(static_cast<case_model::Channel>(i)));
  const auto channel = case_model::channel_of(node.text);
  if (!channel)
    reading.add(node, "no channel is named " + shown(node.text), reading.suggest(node.text, words));
  return channel.value_or(case_model::Channel::kReported);
}

namespace {

using case_model::CaseLimits;
using case_model::IssueIndex;
using case_model::Statement;
using case_model::StatementIndex;

void read_ranking(Reading& reading, const YamlNode& node, Statement& statement) {
  for (const YamlNode* item : reading.items(node, "'what' of a statement that ranks")) {
    const auto issue = reading.issue(*item);
    if (!issue) continue;
    if (std::find(statement.ranking.begin(), statement.ranking.end(), *issue) != statement.ranking.end()) {
      reading.add(*item, shown(item->text) + " stands twice in the ranking", "name each issue once");
    } else {
      statement.ranking.push_back(*issue);
    }
  }
  if (node.is_text() || node.is_empty() || (node.is_list() && node.items.size() < 2)) {
    reading.add(node, "a ranking of fewer than two issues",
                "list them, the most important first: [crews, wages]");
  }
}

std::vector<IssueIndex> issues_of(const case_model::Part& part) {
  std::vector<IssueIndex> issues;
  for (const auto& [issue, option] : part) issues.push_back(issue);
  return issues;
}

std::optional<case_model::Part> require_part(Reading& reading, const YamlNode& node,
                                             const case_model::Condition& condition) {
  auto part = as_part(condition);
  if (!part) {
    reading.add(node, shown(node.text) + " is no list of 'issue = option' joined by 'and'",
                "name one option an issue, as in 'crews = phased and wages = 6'");
  }
  return part;
}

void read_preference(Reading& reading, Fields& fields, const YamlNode& what, Statement& statement) {
  const YamlNode* over = fields.require("over");
  statement.over = over == nullptr ? std::nullopt : reading.condition(*over);
  const auto better = require_part(reading, what, statement.what);
  const auto worse = statement.over ? require_part(reading, *over, *statement.over) : std::nullopt;
  if (better && worse && issues_of(*better) != issues_of(*worse)) {
    reading.add(*over, "'what' and 'over' name different issues",
                "let both name the same issues, or all of them");
  }
}

void read_what(Reading& reading, Fields& fields, Statement& statement) {
  const YamlNode* what = fields.require("what");
  if (what == nullptr) return;
  if (statement.kind == StatementKind::kRanks) return read_ranking(reading, *what, statement);
  auto condition = reading.condition(*what);
  if (!condition) return;
  statement.what = std::move(*condition);
  if (statement.kind == StatementKind::kPrefers) read_preference(reading, fields, *what, statement);
  const bool part_only =
      statement.kind == StatementKind::kAccepts || statement.kind == StatementKind::kOffers;
  if (part_only) require_part(reading, *what, statement.what);
}

void read_origin(Reading& reading, Fields& fields, Statement& statement) {
  statement.source = fields.read("source", &Reading::source);
  read_quote(reading, fields, statement.quote);
  const YamlNode* on = fields.find("on");
  if (on == nullptr) return;
  statement.on = reading.days(*on);
  const bool later = statement.on && statement.on->first > reading.subject.as_of &&
                     reading.subject.as_of != case_model::Day();
  if (later)
    reading.add(*on, "the statement is later than the day of the case", "correct the day, or 'as_of'");
}

void refuse_misplaced(Reading& reading, Fields& fields, const Statement& statement) {
  const YamlNode* over = fields.find("over");
  if (over != nullptr && statement.kind != StatementKind::kPrefers) {
    reading.add(*over, "'over' in a statement that does not prefer",
                "write 'kind: prefers', or remove 'over'");
  }
  const YamlNode* wants = fields.find("wants");
  if (wants != nullptr && statement.kind != StatementKind::kDemands) {
    reading.add(*wants, "'wants' in a statement that does not demand",
                "write 'kind: demands', or use 'meant'");
  }
}

Statement read_statement(Reading& reading, const std::string& id, const YamlNode& node) {
  Statement statement;
  statement.id = id;
  statement.where = reading.place(node);
  Fields fields(reading, node, "statement");
  statement.party = fields.read_required("party", &Reading::party).value_or(case_model::PartyIndex());
  statement.speaker = fields.text("speaker");
  const YamlNode* kind = fields.require("kind");
  const auto known = kind == nullptr ? std::nullopt : read_kind(reading, *kind);
  if (known) {
    statement.kind = *known;
    read_what(reading, fields, statement);
    refuse_misplaced(reading, fields, statement);
  }
  if (const YamlNode* channel = fields.find("channel")) statement.channel = read_channel(reading, *channel);
  statement.said = fields.read("said", &Reading::number, kChance);
  statement.meant = fields.read("meant", &Reading::number, kChance);
  statement.wants = fields.read("wants", &Reading::number, kChance);
  read_origin(reading, fields, statement);
  statement.why = fields.text("why");
  statement.label = fields.read("label", &Reading::label);
  return statement;
}

void read_pointers(Reading& reading, const YamlNode& node, Statement& statement) {
  const YamlNode* replaces = node.find("replaces");
  for (const YamlNode* item :
       replaces == nullptr ? std::vector<const YamlNode*>() : reading.items(*replaces, "'replaces'")) {
    if (const auto other = reading.statement(*item)) statement.replaces.push_back(*other);
  }
  std::sort(statement.replaces.begin(), statement.replaces.end());
  const auto repeated = std::unique(statement.replaces.begin(), statement.replaces.end());
  if (repeated != statement.replaces.end())
    reading.add(*replaces, "'replaces' names a statement twice", "name it once");
  statement.replaces.erase(repeated, statement.replaces.end());
  if (const YamlNode* same = node.find("same_as")) statement.same_as = reading.statement(*same);
}

// The ids first: a statement may stand before the one it points at.
std::vector<std::pair<std::string, const YamlNode*>> list_statements(Reading& reading, const YamlNode& node) {
  std::vector<std::pair<std::string, const YamlNode*>> all;
  for (const YamlNode* item : reading.items(node, "'statements'")) {
    const YamlNode* name = item->find("id");
    if (!item->is_map()) {
      reading.add(*item, "a statement is not a mapping", "{id: s1, party: ..., kind: ..., what: ...}");
    } else if (name == nullptr) {
      reading.add(*item, "a statement has no 'id'", "add 'id:' and a name of its own, such as s1");
    } else if (const auto id = reading.id(*name, "a statement")) {
      all.emplace_back(*id, item);
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (all[i].first != all[i - 1].first) continue;
    reading.add(
        *all[i].second, "a second statement with the id " + shown(all[i].first),
        "the first stands in line " + std::to_string(all[i - 1].second->line) + "; choose another id");
  }
  return all;
}

}  // namespace

void read_statements(Reading& reading, Fields& root) {
  const YamlNode* node = root.find("statements");
  if (node == nullptr) return;
  if (node->items.size() > CaseLimits::kStatements) {
    reading.add(*node, std::to_string(node->items.size()) + " statements",
                "at most " + std::to_string(CaseLimits::kStatements));
    return;
  }
  const auto all = list_statements(reading, *node);
  for (const auto& [id, item] : all) reading.subject.statements.push_back(read_statement(reading, id, *item));
  for (std::size_t i = 0; i < all.size(); ++i) {
    read_pointers(reading, *all[i].second, reading.subject.statements[StatementIndex(i)]);
  }
}

}  // namespace modus::formats

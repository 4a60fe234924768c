#include "modus/formats/reading.h"

#include <algorithm>

#include "modus/base/text.h"
#include "modus/case_model/parse_condition.h"

namespace modus::formats {
namespace {

constexpr std::size_t kLongestName = 100;  // characters

bool is_name(std::string_view text) {
  return case_model::is_condition_name(text) && text.front() != '-' && text.front() != '.';
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n") == std::string_view::npos; }

const std::vector<std::string>& keys_of(std::string_view mapping) {
  const auto& all = known_keys();
  return std::find_if(all.begin(), all.end(), [&](const KnownKeys& known) { return known.mapping == mapping; })->keys;
}

}  // namespace

std::string shown(std::string_view text) {
  constexpr std::size_t kMost = 60;
  const std::size_t end = base::byte_of_code_point(text, kMost);
  std::string result = "'";
  for (const char c : text.substr(0, end)) result += c == '\n' || c == '\t' ? ' ' : c;
  return result + (end < text.size() ? "...'" : "'");
}

std::string with_article(std::string_view noun) {
  const bool vowel = !noun.empty() && std::string_view("aeiou").find(noun.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string(noun);
}

Exact exact(const base::Decimal& d) {
  constexpr int kPlaces = 12;
  Exact value = d.units;
  for (int i = d.places; i < kPlaces; ++i) value *= 10;
  return value;
}

std::optional<base::Decimal> decimal_of(Exact value) {
  constexpr Exact kMost = 999'999'999'999'999;
  int places = 12;
  while (places > 0 && value % 10 == 0) {
    value /= 10;
    --places;
  }
  if (value > kMost || value < -kMost) return std::nullopt;
  return base::Decimal{static_cast<std::int64_t>(value), places};
}

void Reading::add(const base::Place& where, std::string what, std::string fix) {
  if (!full()) {
    problems_.push_back({where, std::move(what), std::move(fix)});
  } else {
    ++unlisted_;
  }
}

void Reading::add(const base::Problems& problems) {
  for (const base::Problem& problem : problems) add(problem.where, problem.what, problem.fix);
}

std::string Reading::suggest(std::string_view word, const std::vector<std::string>& names) const {
  constexpr std::size_t kMostListed = 12;
  if (full()) return "";
  if (const auto nearest = base::nearest_name(word, names)) return "perhaps " + shown(*nearest);
  if (names.empty()) return "there is none";
  if (names.size() == 1) return "only " + names.front() + " is known";
  std::vector<std::string> listed(names.begin(),
                                  names.begin() + std::min<std::ptrdiff_t>(kMostListed, std::ssize(names)));
  if (names.size() > kMostListed) listed.push_back("another");
  return "one of " + base::join_words(listed, "or");
}

base::Problems Reading::finish() const {
  base::Problems all = problems_;
  base::sort_problems(all);
  if (unlisted_ > 0)
    all.push_back({{options_.file, 0, 0}, std::to_string(unlisted_) + " more problems", "mend these first"});
  return all;
}

std::optional<std::string> Reading::text(const YamlNode& node, std::string_view what) {
  if (node.is_text() && !is_blank(node.text)) return node.text;
  add(node, std::string(what) + " is not a text",
      "write a few words, in quotation marks if they have a colon or start with a bracket");
  return std::nullopt;
}

std::optional<std::string> Reading::id(const YamlNode& node, std::string_view what) {
  if (!node.is_text()) {
    add(node, std::string(what) + " has no name to refer to",
        "a name is made of letters, digits, '_', '-' and '.'; put 'null' in quotation marks");
  } else if (!is_name(node.text)) {
    add(node, shown(node.text) + " is no name for " + std::string(what),
        "names are made of letters, digits, '_', '-' and '.', start with a letter or digit, and are none of "
        "not, and, or, in");
  } else if (base::count_code_points(node.text) > kLongestName) {
    add(node, shown(node.text) + " is too long a name",
        "at most " + std::to_string(kLongestName) + " characters");
  } else {
    return node.text;
  }
  return std::nullopt;
}

std::optional<base::Decimal> Reading::decimal(const YamlNode& node, std::string_view what) {
  if (node.is_text()) {
    if (const auto number = base::read_decimal(node.text)) return number;
  }
  add(node, std::string(what) + " is not a number" + (node.is_text() ? ": " + shown(node.text) : ""),
      "a number such as 0.5, with at most 15 digits");
  return std::nullopt;
}

std::optional<double> Reading::number(const YamlNode& node, const Bounds& bounds) {
  const auto both = interval(node, bounds);
  if (!both) return std::nullopt;
  if (both->exact()) return both->low.value();
  add(node, "a range where one number belongs", std::string(bounds.words));
  return std::nullopt;
}

std::optional<base::Interval> Reading::interval(const YamlNode& node, const Bounds& bounds) {
  const auto both = node.is_text() ? base::read_interval(node.text) : std::nullopt;
  const auto outside = [&](const base::Decimal& d) {
    return exact(d) < exact({bounds.low, 0}) || exact(d) > exact({bounds.high, 0});
  };
  if (!both) {
    add(node, (node.is_text() ? shown(node.text) : "this") + " is not a number",
        std::string(bounds.words) + ", or a range such as 0.3..0.6");
  } else if (outside(both->low) || outside(both->high)) {
    add(node, node.text + " is out of bounds", std::string(bounds.words));
  } else if (exact(both->low) > exact(both->high)) {
    add(node, "the range " + node.text + " is upside down",
        "write the lower end first: " + base::write_interval({both->high, both->low}));
  } else {
    return both;
  }
  return std::nullopt;
}

std::optional<bool> Reading::truth(const YamlNode& node) {
  if (node.is_text() && node.text == "true") return true;
  if (node.is_text() && node.text == "false") return false;
  add(node, "neither true nor false", "write true or false");
  return std::nullopt;
}

std::optional<case_model::Condition> Reading::condition(const YamlNode& node) {
  if (!node.is_text() || is_blank(node.text)) {
    add(node, "not a condition", "write one such as 'crews = phased and wages >= 4'");
    return std::nullopt;
  }
  if (mentions_broken_issue(node.text)) return std::nullopt;
  base::Place first = place(node);
  if (node.quoted) ++first.column;
  auto read = case_model::parse_condition(node.text, subject.issues, first);
  if (read.ok()) return std::move(read).value();
  add(read.problems());
  return std::nullopt;
}

bool Reading::mentions_broken_issue(std::string_view words) const {
  return std::any_of(broken_issues.begin(), broken_issues.end(),
                     [&](const std::string& issue) { return words.find(issue) != std::string_view::npos; });
}

std::vector<const YamlNode*> Reading::items(const YamlNode& node, std::string_view what, std::size_t most) {
  if (node.is_text()) return {&node};
  if (node.is_map()) add(node, std::string(what) + " is not a list", "write a list: [first, second]");
  if (!node.is_list()) return {};
  if (node.items.size() > most) {
    add(node, std::string(what) + " has " + std::to_string(node.items.size()) + " items",
        "at most " + std::to_string(most));
  }
  std::vector<const YamlNode*> all;
  for (std::size_t i = 0; i < std::min(most, node.items.size()); ++i) all.push_back(&node.items[i]);
  return all;
}

bool Reading::is_mapping(const YamlNode& node, std::string_view what) {
  if (node.is_map() || node.is_empty()) return true;
  add(node, std::string(what) + " is not a mapping", "write 'key: value', one a line, or {key: value}");
  return false;
}

std::vector<std::pair<const YamlNode*, const YamlNode*>> Reading::entries(const YamlNode& node,
                                                                          std::string_view what) {
  std::vector<std::pair<const YamlNode*, const YamlNode*>> all;
  if (!is_mapping(node, what)) return all;
  std::map<std::string_view, int> lines;
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const YamlNode& key = node.keys[i];
    if (!key.is_text()) {
      add(key, "a key is empty", "write its name; put 'null' in quotation marks");
    } else if (const auto [first, fresh] = lines.emplace(key.text, key.line); !fresh) {
      add(key, shown(key.text) + " stands twice",
          "the first stands in line " + std::to_string(first->second));
    } else {
      all.emplace_back(&key, &node.items[i]);
    }
  }
  return all;
}

Fields::Fields(Reading& reading, const YamlNode& node, std::string_view mapping)
    : reading_(reading), node_(node), mapping_(mapping) {
  const std::vector<std::string>& known = keys_of(mapping);
  for (const auto& [key, value] : reading.entries(node, with_article(mapping))) {
    if (std::find(known.begin(), known.end(), key->text) == known.end()) {
      reading.add(*key, "unknown key " + shown(key->text) + " in " + with_article(mapping),
                  reading.suggest(key->text, known));
    } else {
      values_.emplace(key->text, value);
    }
  }
}

const YamlNode* Fields::find(std::string_view key) const {
  const auto found = values_.find(key);
  return found == values_.end() || found->second->is_empty() ? nullptr : found->second;
}

const YamlNode* Fields::require(std::string_view key) {
  const YamlNode* node = find(key);
  const bool is_anything = node_.is_map() || node_.is_empty();
  if (node == nullptr && is_anything) {
    reading_.add(node_, with_article(mapping_) + " has no '" + std::string(key) + "'",
                 "add '" + std::string(key) + ":'");
  }
  return node;
}

std::string Fields::text(std::string_view key) {
  const YamlNode* node = find(key);
  return node == nullptr ? "" : reading_.text(*node, "'" + std::string(key) + "'").value_or("");
}

}  // namespace modus::formats

// Recursive descent, one function a level of binding. After a fault it skips to the next connective and goes
// on, so that one pass finds all problems; a condition that is too deep or too long ends the pass.
#include "modus/case_model/parse_condition.h"

#include <algorithm>
#include <cmath>

#include "modus/base/text.h"
#include "modus/case_model/condition_tokens.h"

namespace modus::case_model {
namespace {

using Kind = ConditionToken::Kind;

std::string quoted(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  const std::size_t end = base::byte_of_code_point(text, kLongest);
  return "'" + std::string(text.substr(0, end)) + (end < text.size() ? "..." : "") + "'";
}

// "perhaps 'crews'" where one is near, else the first few names there are.
std::string suggest(std::string_view word, const std::vector<std::string>& names) {
  constexpr std::size_t kMostNames = 8;
  if (const auto nearest = base::nearest_name(word, names)) return "perhaps " + quoted(*nearest);
  if (names.size() <= kMostNames) return "known: " + base::join_words(names);
  return "known: " + base::join_words({names.begin(), names.begin() + kMostNames}, "and") + ", among others";
}

template <class Items>
std::vector<std::string> ids_of(const Items& items) {
  std::vector<std::string> ids;
  for (const auto& item : items) ids.push_back(item.id);
  return ids;
}

std::string describe_scale(const Issue& issue) {
  return issue.id + " goes from " + base::write_decimal(issue.range->from) + " to " +
         base::write_decimal(issue.range->to) + " in steps of " + base::write_decimal(issue.range->step);
}

std::string nearest_step(const Issue& issue, double amount) {
  const auto nearest = std::min_element(issue.options.begin(), issue.options.end(), [&](auto& a, auto& b) {
    return std::abs(a.amount.value() - amount) < std::abs(b.amount.value() - amount);
  });
  return nearest == issue.options.end() ? describe_scale(issue) : "the nearest is " + nearest->id;
}

std::optional<Comparison> comparison_of(const ConditionToken& token) {
  if (token.is("=")) return Comparison::kEqual;
  if (token.is("!=")) return Comparison::kUnequal;
  if (token.is("in")) return Comparison::kIn;
  if (token.is("<")) return Comparison::kLess;
  if (token.is("<=")) return Comparison::kAtMost;
  if (token.is(">")) return Comparison::kGreater;
  if (token.is(">=")) return Comparison::kAtLeast;
  return std::nullopt;
}

bool compares_order(Comparison comparison) {
  return comparison != Comparison::kEqual && comparison != Comparison::kUnequal &&
         comparison != Comparison::kIn;
}

class Parser {
 public:
  Parser(std::string_view text, const Issues& issues, const base::Place& place)
      : tokens_(text), issues_(issues), place_(place) {}

  base::Result<Condition> parse_all() {
    if (now().kind == Kind::kEnd) {
      report(now(), "the condition is empty", "write a comparison such as issue = option");
      return problems_;
    }
    Condition condition = parse_up_to_end(nullptr);
    if (!problems_.empty()) return problems_;
    return condition;
  }

 private:
  static constexpr std::size_t kMostProblems = 50;

  [[nodiscard]] const ConditionToken& now() const { return tokens_.now(); }

  // Nothing more is read or reported.
  void stop() {
    stopped_ = true;
    tokens_ = ConditionTokens("");
  }

  void report(const ConditionToken& token, std::string what, std::string fix) {
    if (stopped_) return;
    base::Place where = place_;
    if (where.column > 0) where.column += static_cast<int>(token.column);
    problems_.push_back({where, std::move(what), std::move(fix)});
    if (problems_.size() == kMostProblems) stop();
  }

  // Past whatever is left of a comparison, parentheses inside it included.
  void skip_atom() {
    std::size_t open = 0;
    while (now().kind != Kind::kEnd && (open > 0 || !now().ends_atom())) {
      if (now().is("(")) ++open;
      if (now().is(")") && open > 0) --open;
      tokens_.advance();
    }
  }

  // Reads up to the end of the text, or of the parenthesis that `opened`.
  Condition parse_up_to_end(const ConditionToken* opened) {
    Condition condition = parse_implies();
    while (now().kind != Kind::kEnd && !(opened != nullptr && now().is(")"))) {
      report_left_over();
      if (!now().is("and") && !now().is("or") && !now().is("->")) continue;
      tokens_.advance();
      parse_implies();
    }
    if (opened == nullptr) return condition;
    if (now().is(")")) {
      tokens_.advance();
    } else {
      report(*opened, "this parenthesis is never closed", "add ')'");
    }
    return condition;
  }

  void report_left_over() {
    if (now().is(")")) {
      report(now(), "this ')' closes nothing", "remove it, or open it with '('");
      tokens_.advance();
      if (now().ends_atom()) return;
    } else {
      report(now(), quoted(now().text) + " does not belong here", "join comparisons with and, or, ->");
    }
    skip_atom();
  }

  Condition parse_implies() {
    Condition left = parse_list("or", Condition::Kind::kOr);
    if (!now().is("->")) return left;
    if (!go_deeper()) return left;
    tokens_.advance();
    Condition implication;
    implication.kind = Condition::Kind::kImplies;
    implication.parts.push_back(std::move(left));
    implication.parts.push_back(parse_implies());
    --depth_;
    return implication;
  }

  Condition parse_list(std::string_view connective, Condition::Kind kind) {
    const auto parse_part = [&] {
      return kind == Condition::Kind::kOr ? parse_list("and", Condition::Kind::kAnd) : parse_not();
    };
    Condition first = parse_part();
    if (!now().is(connective)) return first;
    Condition list;
    list.kind = kind;
    list.parts.push_back(std::move(first));
    while (now().is(connective)) {
      tokens_.advance();
      list.parts.push_back(parse_part());
    }
    return list;
  }

  Condition parse_not() {
    const bool negated = now().is("not");
    if (!negated && !now().is("(")) return parse_atom();
    if (!go_deeper()) return {};
    const ConditionToken opened = now();
    tokens_.advance();
    Condition inner = negated ? negation_of(parse_not()) : parse_up_to_end(&opened);
    --depth_;
    return inner;
  }

  // Counts one more level; where that is too deep, ends the pass.
  bool go_deeper() {
    if (++depth_ <= CaseLimits::kNesting) return true;
    report(now(), "the condition is nested too deeply",
           "at most " + std::to_string(CaseLimits::kNesting) + " of '(', not and -> inside each other");
    stop();
    return false;
  }

  Condition parse_atom() {
    const ConditionToken name = now();
    if (++atoms_ > CaseLimits::kConditionAtoms) {
      report(name, "the condition has too many comparisons",
             "at most " + std::to_string(CaseLimits::kConditionAtoms));
      stop();
    }
    if (name.kind != Kind::kWord) return report_missing("a comparison", "such as issue = option");
    tokens_.advance();
    const std::optional<IssueIndex> issue = find_issue(name);
    const std::optional<Comparison> comparison = parse_comparison(name);
    if (!comparison) return {};
    if (*comparison == Comparison::kIn) return parse_in(issue);
    const ConditionToken value = now();
    if (value.kind != Kind::kWord) {
      const bool list = value.is("[");
      return report_missing("an option",
                            list ? "for a list use in: issue in [a, b]" : "write one after the comparison");
    }
    tokens_.advance();
    if (!issue) return {};
    return compares_order(*comparison) ? compare_order(name, *issue, *comparison, value)
                                       : compare_option(*issue, *comparison, value);
  }

  Condition report_missing(const std::string& missing, const std::string& fix) {
    if (now().kind == Kind::kEnd) {
      report(now(), missing + " is missing at the end", fix);
    } else {
      report(now(), quoted(now().text) + " stands where " + missing + " should", fix);
    }
    skip_atom();
    return {};
  }

  std::optional<IssueIndex> find_issue(const ConditionToken& name) {
    for (std::size_t i = 0; i < issues_.size(); ++i) {
      if (issues_[IssueIndex(i)].id == name.text) return IssueIndex(i);
    }
    report(name, "there is no issue " + quoted(name.text), suggest(name.text, ids_of(issues_)));
    return std::nullopt;
  }

  std::optional<Comparison> parse_comparison(const ConditionToken& name) {
    const std::optional<Comparison> comparison = comparison_of(now());
    if (comparison) {
      tokens_.advance();
    } else {
      report_missing("a comparison sign", now().is("not") ? "put not before the issue: not " +
                                                                std::string(name.text) + " in [a, b]"
                                                          : "one of =, !=, in, <, <=, >, >=");
    }
    return comparison;
  }

  Condition compare_option(IssueIndex issue, Comparison comparison, const ConditionToken& value) {
    const std::optional<OptionIndex> option = find_option(issue, value);
    if (!option) return {};
    return compare_options(issue, comparison, {*option}, issues_);
  }

  Condition compare_order(const ConditionToken& name, IssueIndex issue, Comparison comparison,
                          const ConditionToken& value) {
    if (!issues_[issue].range) {
      report(name, quoted(name.text) + " has named options, which have no more or less",
             "use =, != or in [a, b]");
      return {};
    }
    const std::optional<base::Decimal> bound = read_amount(issues_[issue], value);
    if (!bound) return {};
    return compare_amount(issue, comparison, *bound, issues_);
  }

  Condition parse_in(std::optional<IssueIndex> issue) {
    if (!now().is("[")) return report_missing("a list", "write in [a, b]");
    std::vector<OptionIndex> options;
    do {
      tokens_.advance();
      const ConditionToken value = now();
      if (value.kind != Kind::kWord) return report_missing("an option", "write in [a, b]");
      tokens_.advance();
      if (issue) add_option(*issue, value, options);
    } while (now().is(","));
    if (!now().is("]")) return report_missing("',' or ']'", "write in [a, b]");
    tokens_.advance();
    if (!issue) return {};
    return compare_options(*issue, Comparison::kIn, std::move(options), issues_);
  }

  void add_option(IssueIndex issue, const ConditionToken& value, std::vector<OptionIndex>& options) {
    const std::optional<OptionIndex> option = find_option(issue, value);
    if (!option) return;
    if (std::find(options.begin(), options.end(), *option) != options.end()) {
      report(value, quoted(value.text) + " stands twice in the list", "name each option once");
    }
    options.push_back(*option);
  }

  std::optional<OptionIndex> find_option(IssueIndex index, const ConditionToken& value) {
    const Issue& issue = issues_[index];
    if (issue.range) return find_amount(issue, value);
    for (std::size_t o = 0; o < issue.options.size(); ++o) {
      if (issue.options[OptionIndex(o)].id == value.text) return OptionIndex(o);
    }
    report(value, issue.id + " has no option " + quoted(value.text),
           suggest(value.text, ids_of(issue.options)));
    return std::nullopt;
  }

  std::optional<OptionIndex> find_amount(const Issue& issue, const ConditionToken& value) {
    const std::optional<base::Decimal> amount = read_amount(issue, value);
    if (!amount) return std::nullopt;
    for (std::size_t o = 0; o < issue.options.size(); ++o) {
      if (issue.options[OptionIndex(o)].amount == *amount) return OptionIndex(o);
    }
    report(value, quoted(value.text) + " lies between the steps: " + describe_scale(issue),
           nearest_step(issue, amount->value()));
    return std::nullopt;
  }

  // A number within the issue's range.
  std::optional<base::Decimal> read_amount(const Issue& issue, const ConditionToken& value) {
    const std::optional<base::Decimal> amount = base::read_decimal(value.text);
    if (!amount) {
      report(value, quoted(value.text) + " is not a number", describe_scale(issue));
      return std::nullopt;
    }
    if (amount->value() < issue.range->from.value() || amount->value() > issue.range->to.value()) {
      report(value, quoted(value.text) + " lies outside the range", describe_scale(issue));
      return std::nullopt;
    }
    return amount;
  }

  ConditionTokens tokens_;
  const Issues& issues_;
  const base::Place& place_;
  base::Problems problems_;
  std::size_t depth_ = 0;
  std::size_t atoms_ = 0;
  bool stopped_ = false;
};

}  // namespace

base::Result<Condition> parse_condition(std::string_view text, const Issues& issues,
                                        const base::Place& place) {
  return Parser(text, issues, place).parse_all();
}

}  // namespace modus::case_model

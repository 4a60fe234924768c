#include <set>

#include "modus/case_model/case.h"

namespace modus::case_model {
namespace {

using Kind = Condition::Kind;

// How tightly the text of a condition binds; a part of a looser one needs parentheses.
enum class Binding { kImplies, kOr, kAnd, kNot };

// Several parts for `and` and `or`, sorted and all different; otherwise one.
struct Written {
  std::set<std::string> parts;
  Binding binding = Binding::kNot;

  [[nodiscard]] std::string text() const {
    std::string joined;
    for (const std::string& part : parts) {
      if (!joined.empty()) joined += binding == Binding::kAnd ? " and " : " or ";
      joined += part;
    }
    return joined;
  }
};

Written write_tree(const Condition& condition, const Issues& issues);

std::string_view symbol_of(Comparison comparison) {
  switch (comparison) {
    case Comparison::kEqual:
      return "=";
    case Comparison::kUnequal:
      return "!=";
    case Comparison::kIn:
      return "in";
    case Comparison::kLess:
      return "<";
    case Comparison::kAtMost:
      return "<=";
    case Comparison::kGreater:
      return ">";
    case Comparison::kAtLeast:
      return ">=";
  }
  return "=";
}

std::string write_options(const Issue& issue, const std::vector<OptionIndex>& options) {
  std::string text = "[";
  for (const OptionIndex option : options) {
    if (text.size() > 1) text += ", ";
    text += issue.options[option].id;
  }
  return text + "]";
}

std::string write_atom(const Condition& atom, const Issues& issues) {
  const Issue& issue = issues[atom.issue];
  const std::string start = issue.id + " " + std::string(symbol_of(atom.comparison)) + " ";
  switch (atom.comparison) {
    case Comparison::kEqual:
    case Comparison::kUnequal:
      return start + issue.options[atom.options.front()].id;
    case Comparison::kIn:
      return start + write_options(issue, atom.options);
    case Comparison::kLess:
    case Comparison::kAtMost:
    case Comparison::kGreater:
    case Comparison::kAtLeast:
      return start + base::write_decimal(atom.bound);
  }
  return start;
}

// The language has no word for "always"; any option of the first issue says it.
std::string write_always(const Issues& issues) {
  if (issues.empty()) return "";
  const IssueIndex first(0);
  return write_atom(compare_options(first, Comparison::kIn, issues[first].options.indices(), issues), issues);
}

std::string enclose(const Written& part, Binding around) {
  return part.binding < around ? "(" + part.text() + ")" : part.text();
}

// Takes up the parts of a list of its own kind; a list that comes down to one part is that part.
Written write_list(const Condition& condition, const Issues& issues) {
  if (condition.parts.empty()) return {{write_always(issues)}};
  Written list;
  list.binding = condition.kind == Kind::kAnd ? Binding::kAnd : Binding::kOr;
  Written last;
  for (const Condition& part : condition.parts) {
    last = write_tree(part, issues);
    if (last.binding == list.binding) {
      list.parts.insert(last.parts.begin(), last.parts.end());
    } else {
      list.parts.insert(enclose(last, list.binding));
    }
  }
  return list.parts.size() == 1 ? last : list;
}

Written write_tree(const Condition& condition, const Issues& issues) {
  switch (condition.kind) {
    case Kind::kAtom:
      return {{write_atom(condition, issues)}};
    case Kind::kNot:
      return {{"not " + enclose(write_tree(condition.parts.front(), issues), Binding::kNot)}};
    case Kind::kAnd:
    case Kind::kOr:
      return write_list(condition, issues);
    case Kind::kImplies: {
      const std::string left = enclose(write_tree(condition.parts[0], issues), Binding::kOr);
      return {{left + " -> " + write_tree(condition.parts[1], issues).text()}, Binding::kImplies};
    }
  }
  return {};
}

}  // namespace

std::string write_condition(const Condition& condition, const Issues& issues) {
  return write_tree(condition, issues).text();
}

}  // namespace modus::case_model

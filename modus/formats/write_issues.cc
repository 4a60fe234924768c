// Issues in canonical text: options, what they are mixes of, and what they cost.
#include <algorithm>

#include "modus/formats/writing.h"

namespace modus::formats {
namespace {

using case_model::Case;
using case_model::Issue;
using case_model::Mix;
using case_model::Option;
using case_model::PartyIndex;

void write_mix(Lines& part, const Issue& issue, const Mix& mix) {
  const auto id = [&](std::size_t branch) { return scalar(issue.options[mix.branches[branch].option].id); };
  if (mix.kind == Mix::Kind::kContingent) {
    const base::Interval& chance = mix.branches.front().share;
    put_text(part, "if", mix.on);
    put_yaml(part, "then", id(0));
    put_yaml(part, "else", id(1));
    if (chance != base::Interval{{0, 0}, {1, 0}}) put_yaml(part, "chance", base::write_interval(chance));
    return;
  }
  Lines phases;
  for (std::size_t i = 0; i < mix.branches.size(); ++i) {
    Lines item;
    put_yaml(item, "option", id(i));
    put_yaml(item, "share", i + 1 < mix.branches.size() ? base::write_interval(mix.branches[i].share) : "rest");
    put_item(phases, item);
  }
  put_part(part, "phases", phases);
}

Lines burden_of(const Case& subject, const case_model::Burden& burden) {
  Lines part, capacity, alone;
  put_yaml(part, "total", base::write_decimal(burden.total));
  put_text(part, "unit", burden.unit);
  for (const auto& [party, amount] : burden.capacity)
    put_yaml(capacity, scalar(subject.parties[party].id), base::write_decimal(amount));
  put_part(part, "capacity", capacity);
  for (const case_model::Burden::Group& group : burden.alone) {
    Lines item;
    put_yaml(item, "who", yaml_of(subject, group.who));
    put_yaml(item, "pays", base::write_decimal(group.pays));
    put_item(alone, item);
  }
  put_part(part, "alone", alone);
  put_text(part, "why", burden.why);
  return part;
}

// The guarantors the option commits besides those of its branches.
std::vector<PartyIndex> own_needs(const Issue& issue, const Option& option) {
  std::vector<PartyIndex> needs = option.needs;
  if (!option.mix) return needs;
  for (const Mix::Branch& branch : option.mix->branches) {
    const auto& inherited = issue.options[branch.option].needs;
    std::erase_if(needs, [&](PartyIndex party) { return std::binary_search(inherited.begin(), inherited.end(), party); });
  }
  return needs;
}

Lines options_of(const Case& subject, const Issue& issue) {
  Lines all;
  for (const Option& option : issue.options) {
    const std::string id = scalar(option.id);
    if (option.needs.empty() && !option.mix && !option.burden) {
      put_text(all, id, option.name);
      continue;
    }
    Lines part;
    put_text(part, "name", option.name);
    const std::vector<PartyIndex> needs = own_needs(issue, option);
    if (!needs.empty()) put_yaml(part, "needs", yaml_of(subject, needs));
    if (option.mix) write_mix(part, issue, *option.mix);
    if (option.burden) put_part(part, "costs", burden_of(subject, *option.burden));
    put_part(all, id, part);
  }
  return all;
}

Lines range_of(const case_model::Range& range) {
  Lines part;
  put_yaml(part, "from", base::write_decimal(range.from));
  put_yaml(part, "to", base::write_decimal(range.to));
  put_yaml(part, "step", base::write_decimal(range.step));
  put_text(part, "unit", range.unit);
  return part;
}

}  // namespace

void write_issues(Lines& lines, const Case& subject) {
  Lines all;
  for (const Issue& issue : subject.issues) {
    Lines part;
    put_text(part, "name", issue.name);
    if (issue.range) {
      put_part(part, "range", range_of(*issue.range));
    } else {
      put_part(part, "options", options_of(subject, issue));
    }
    if (!issue.carried_out_by.empty())
      put_yaml(part, "carried_out_by", yaml_of(subject, issue.carried_out_by));
    put_part(all, scalar(issue.id), part);
  }
  put_part(lines, "issues", all);
}

}  // namespace modus::formats

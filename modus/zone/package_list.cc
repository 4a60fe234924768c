#include "modus/zone/package_list.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <string>
#include <utility>

#include "modus/case_model/packages.h"

namespace modus::zone {
namespace {

using case_model::Condition;
using case_model::IssueIndex;
using case_model::PartyIndex;

constexpr std::size_t kLargestBlock = PackageList::kMaxWordsPerBlock * 64;
using BlockWords = std::array<Word, PackageList::kMaxWordsPerBlock>;

std::size_t words_for(std::size_t bits) { return (bits + 63) / 64; }

/// What a scenario costs a party with blocks of this size, in nanoseconds as measured once: summing the tail
/// once; then for each block some fixed work and its words. Only speed depends on it.
double scan_cost(std::uint64_t combinations, std::size_t block_size) {
  const auto size = static_cast<double>(block_size);
  const double blocks = static_cast<double>(combinations) / size;
  return 0.5 * size + blocks * (5 + 3.2 * static_cast<double>(words_for(block_size)));
}

/// Which issues vary inside a block, as a bit set: of all choices up to the largest block the cheapest.
std::uint64_t choose_tail(const case_model::Issues& issues, std::uint64_t combinations) {
  std::map<std::size_t, std::uint64_t> tail_of_size = {{1, 0}};
  for (std::size_t i = 0; i < issues.size(); ++i) {
    const std::size_t options = issues[IssueIndex(i)].options.size();
    const auto before = tail_of_size;
    for (const auto& [size, tail] : before) {
      const std::uint64_t longer = tail | std::uint64_t{1} << i;
      if (options == 1) tail_of_size[size] = longer;
      if (options > 1 && size * options <= kLargestBlock) tail_of_size.try_emplace(size * options, longer);
    }
  }
  auto best = tail_of_size.begin();
  for (auto it = tail_of_size.begin(); it != tail_of_size.end(); ++it) {
    if (scan_cost(combinations, it->first) < scan_cost(combinations, best->first)) best = it;
  }
  return best->second;
}

Condition any_option_that_needs(const case_model::Case& subject, PartyIndex party) {
  Condition any;
  any.kind = Condition::Kind::kOr;
  for (const IssueIndex issue : subject.issues.indices()) {
    Condition atom;
    atom.kind = Condition::Kind::kAtom;
    atom.issue = issue;
    for (const case_model::Option& option : subject.issues[issue].options) {
      atom.allowed.push_back(std::ranges::find(option.needs, party) != option.needs.end());
    }
    any.parts.push_back(std::move(atom));
  }
  return any;
}

}  // namespace

bool BlockColumn::at(PackageIndex package) const {
  const std::size_t bits = words_per_block_ * 64;
  const std::size_t bit = package.value % bits;
  return (block(package.value / bits)[bit / 64] >> (bit % 64) & 1U) != 0;
}

/// A condition with the bits of its atoms inside a block worked out.
struct PackageList::Compiled {
  Condition::Kind kind = Condition::Kind::kAnd;
  std::vector<Compiled> parts;
  bool head = false;
  IssueIndex issue;
  std::vector<bool> allowed;
  BlockWords words{};
};

PackageList::Compiled PackageList::compile(const Condition& condition) const {
  Compiled compiled;
  compiled.kind = condition.kind;
  for (const Condition& part : condition.parts) compiled.parts.push_back(compile(part));
  if (condition.kind != Condition::Kind::kAtom) return compiled;
  compiled.issue = condition.issue;
  compiled.allowed = condition.allowed;
  compiled.head = in_head(condition.issue);
  for (std::size_t bit = 0; !compiled.head && bit < block_size_; ++bit) {
    if (condition.allowed[tail_option(bit, condition.issue)])
      compiled.words[bit / 64] |= Word{1} << (bit % 64);
  }
  return compiled;
}

void PackageList::fill(const Compiled& condition, std::size_t block, Word* words) const {
  using Kind = Condition::Kind;
  if (condition.kind == Kind::kAtom) {
    const bool head_holds = condition.head && condition.allowed[head_option(block, condition.issue)];
    for (std::size_t w = 0; w < words_per_block_; ++w) {
      words[w] = condition.head ? (head_holds ? valid_[w] : 0) : condition.words[w];
    }
    return;
  }
  BlockWords part{};
  const bool any = condition.kind == Kind::kOr || condition.kind == Kind::kImplies;
  for (std::size_t w = 0; w < words_per_block_; ++w) words[w] = any ? 0 : valid_[w];
  for (std::size_t k = 0; k < condition.parts.size(); ++k) {
    fill(condition.parts[k], block, part.data());
    const bool negated = condition.kind == Kind::kNot || (condition.kind == Kind::kImplies && k == 0);
    for (std::size_t w = 0; w < words_per_block_; ++w) {
      const Word holds = negated ? valid_[w] & ~part[w] : part[w];
      words[w] = any ? words[w] | holds : words[w] & holds;
    }
  }
}

BlockColumn PackageList::column(const Condition& condition) const {
  const Compiled compiled = compile(condition);
  BlockColumn column;
  column.words_per_block_ = words_per_block_;
  column.pattern_of_block_.reserve(blocks_);
  std::map<std::vector<Word>, std::uint32_t> known;
  std::vector<Word> words(words_per_block_), last;
  for (std::size_t block = 0; block < blocks_; ++block) {
    fill(compiled, block, words.data());
    if (words == last) {
      column.pattern_of_block_.push_back(column.pattern_of_block_.back());
      continue;
    }
    const auto [entry, is_new] = known.try_emplace(words, static_cast<std::uint32_t>(known.size()));
    if (is_new) column.words_.insert(column.words_.end(), words.begin(), words.end());
    column.pattern_of_block_.push_back(entry->second);
    last = words;
  }
  return column;
}

void PackageList::lay_out(const case_model::Issues& issues) {
  const std::uint64_t tail = choose_tail(issues, combination_count_);
  for (const IssueIndex issue : issues.indices()) {
    const bool inside = (tail >> issue.value & 1U) != 0;
    (inside ? tail_ : head_).push_back(issue);
    in_head_.push_back(inside ? 0 : 1);
    option_counts_.push_back(issues[issue].options.size());
  }
  strides_.assign(issues.size(), 1);
  number_strides_.assign(issues.size(), 1);
  blocks_ = block_size_ = 1;
  std::uint64_t number_stride = 1;
  for (std::size_t i = issues.size(); i-- > 0;) {
    const IssueIndex issue(i);
    std::size_t& stride = in_head(issue) ? blocks_ : block_size_;
    strides_[issue] = stride;
    stride *= option_counts_[issue];
    number_strides_[issue] = number_stride;
    number_stride *= option_counts_[issue];
  }
  words_per_block_ = words_for(block_size_);
  valid_.assign(words_per_block_, 0);
  for (std::size_t bit = 0; bit < block_size_; ++bit) valid_[bit / 64] |= Word{1} << (bit % 64);
}

void PackageList::add_columns(const case_model::Case& subject) {
  Condition all_rules;
  for (const case_model::Rule& rule : subject.rules) all_rules.parts.push_back(rule.condition);
  meets_rules_ = column(all_rules);
  for (std::size_t block = 0; block < blocks_; ++block) {
    for (const Word word : meets_rules_.block(block))
      package_count_ += static_cast<std::uint64_t>(std::popcount(word));
  }
  for (const PartyIndex party : subject.parties.indices()) {
    needs_.push_back(column(any_option_that_needs(subject, party)));
    adjustments_.push_back({});
    if (party.value >= subject.judgments.size()) continue;
    for (const case_model::Adjustment& adjustment : subject.judgments[party].adjust) {
      adjustments_[party].push_back(column(adjustment.when));
    }
  }
}

base::Result<PackageList> PackageList::make(const case_model::Case& subject) {
  const auto combinations = case_model::count_combinations(subject.issues);
  if (!combinations || *combinations > case_model::kMaxListedPackages) {
    return base::Problem{
        {subject.file, 0, 0},
        "the issues make " + case_model::count_combinations_text(subject.issues) +
            " combinations of options, more than the 10000000 that can be listed one by one",
        "leave out issues that nobody would refuse a deal over, or use fewer options (a larger step)"};
  }
  PackageList list;
  list.combination_count_ = *combinations;
  list.lay_out(subject.issues);
  list.add_columns(subject);
  if (list.package_count_ == 0) {
    return base::Problem{
        subject.rules.empty() ? base::Place{subject.file, 0, 0} : subject.rules.front().where,
        "no combination of options meets all rules", "loosen or remove a rule"};
  }
  return list;
}

case_model::OptionIndex PackageList::option_at(PackageIndex package, IssueIndex issue) const {
  const std::size_t block = package.value / bits_per_block();
  const std::size_t bit = package.value % bits_per_block();
  return case_model::OptionIndex(in_head(issue) ? head_option(block, issue) : tail_option(bit, issue));
}

case_model::Package PackageList::package_at(PackageIndex package) const {
  case_model::Package options;
  for (std::size_t i = 0; i < option_counts_.size(); ++i)
    options.push_back(option_at(package, IssueIndex(i)));
  return options;
}

PackageIndex PackageList::index_of(const case_model::Package& package) const {
  std::size_t block = 0;
  std::size_t bit = 0;
  for (const IssueIndex issue : package.indices()) {
    (in_head(issue) ? block : bit) += strides_[issue] * package[issue].value;
  }
  return PackageIndex(block * bits_per_block() + bit);
}

std::uint64_t PackageList::number_at(PackageIndex package) const {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < option_counts_.size(); ++i) {
    number += number_strides_[IssueIndex(i)] * option_at(package, IssueIndex(i)).value;
  }
  return number;
}

}  // namespace modus::zone

/// \file All packages of a case, laid out in blocks of bits so that a question about every package at once is
/// a few word operations. Some issues (the tail) vary inside a block, the others (the head) from block to
/// block.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "modus/base/result.h"
#include "modus/case_model/case.h"

namespace modus::zone {

/// 64 truth values; bit 0 is the lowest.
using Word = std::uint64_t;

/// Where a combination of options stands in the blocks: block * bits_per_block + bit. It is not its number in
/// case_model/packages.h (see number_at). Bits past the last combination of a block stand for nothing.
using PackageIndex = base::Index<struct PackageTag>;

/// One truth value a combination. Blocks that look alike share their words.
class BlockColumn {
 public:
  [[nodiscard]] std::span<const Word> block(std::size_t block) const {
    return {words_.data() + std::size_t{pattern_of_block_[block]} * words_per_block_, words_per_block_};
  }
  /// Two blocks with the same pattern have the same words; patterns count from 0 as they first appear.
  [[nodiscard]] std::uint32_t pattern(std::size_t block) const { return pattern_of_block_[block]; }
  [[nodiscard]] bool at(PackageIndex package) const;

 private:
  friend class PackageList;
  std::size_t words_per_block_ = 1;
  std::vector<std::uint32_t> pattern_of_block_;
  std::vector<Word> words_;
};

/// Every combination of options of a case, and which of them are packages (meet the rules). Holds no
/// reference to the case.
class PackageList {
 public:
  /// Problems: more than case_model::kMaxListedPackages combinations; no combination meets the rules.
  /// Cost: O(blocks * size of the conditions), not O(combinations).
  static base::Result<PackageList> make(const case_model::Case& subject);

  [[nodiscard]] std::uint64_t combination_count() const { return combination_count_; }
  [[nodiscard]] std::uint64_t package_count() const { return package_count_; }

  [[nodiscard]] std::size_t blocks() const { return blocks_; }
  [[nodiscard]] std::size_t words_per_block() const { return words_per_block_; }
  [[nodiscard]] std::size_t bits_per_block() const { return words_per_block_ * 64; }
  /// Combinations in a block; the same for all.
  [[nodiscard]] std::size_t block_size() const { return block_size_; }

  /// Which combinations meet all rules.
  [[nodiscard]] const BlockColumn& meets_rules() const { return meets_rules_; }
  /// Which combinations commit the party as a guarantor.
  [[nodiscard]] const BlockColumn& needs(case_model::PartyIndex party) const { return needs_[party]; }
  /// Which combinations meet adjustment k of the party, k as in Judgments::adjust.
  [[nodiscard]] const std::vector<BlockColumn>& adjustments(case_model::PartyIndex party) const {
    return adjustments_[party];
  }
  /// Which combinations meet any other condition of the case. O(blocks * size of the condition).
  [[nodiscard]] BlockColumn column(const case_model::Condition& condition) const;

  [[nodiscard]] case_model::Package package_at(PackageIndex package) const;
  [[nodiscard]] case_model::OptionIndex option_at(PackageIndex package, case_model::IssueIndex issue) const;
  [[nodiscard]] PackageIndex index_of(const case_model::Package& package) const;
  /// Its number in case_model/packages.h: what breaks ties between packages.
  [[nodiscard]] std::uint64_t number_at(PackageIndex package) const;

  /// The issues that vary from block to block, and those that vary inside one: rising; the last fastest.
  [[nodiscard]] const std::vector<case_model::IssueIndex>& head() const { return head_; }
  [[nodiscard]] const std::vector<case_model::IssueIndex>& tail() const { return tail_; }
  [[nodiscard]] std::size_t option_count(case_model::IssueIndex issue) const { return option_counts_[issue]; }
  /// The option of a head issue in a block; the option of a tail issue at a bit of any block.
  [[nodiscard]] std::size_t head_option(std::size_t block, case_model::IssueIndex issue) const {
    return block / strides_[issue] % option_counts_[issue];
  }
  [[nodiscard]] std::size_t tail_option(std::size_t bit, case_model::IssueIndex issue) const {
    return bit / strides_[issue] % option_counts_[issue];
  }
  /// How far apart two options of the issue that follow each other stand, in blocks (head) or bits (tail).
  [[nodiscard]] std::size_t stride(case_model::IssueIndex issue) const { return strides_[issue]; }
  [[nodiscard]] bool in_head(case_model::IssueIndex issue) const { return in_head_[issue] != 0; }
  /// The bits of a block that stand for a combination.
  [[nodiscard]] std::span<const Word> valid() const { return valid_; }
  static constexpr std::size_t kMaxWordsPerBlock = 16;

 private:
  struct Compiled;
  void lay_out(const case_model::Issues& issues);
  void add_columns(const case_model::Case& subject);
  [[nodiscard]] Compiled compile(const case_model::Condition& condition) const;
  void fill(const Compiled& condition, std::size_t block, Word* words) const;

  std::uint64_t combination_count_ = 0;
  std::uint64_t package_count_ = 0;
  std::size_t blocks_ = 0;
  std::size_t block_size_ = 0;
  std::size_t words_per_block_ = 0;
  std::vector<case_model::IssueIndex> head_, tail_;
  base::IndexedVector<case_model::IssueIndex, std::size_t> option_counts_;
  base::IndexedVector<case_model::IssueIndex, std::size_t> strides_;
  base::IndexedVector<case_model::IssueIndex, std::uint64_t> number_strides_;
  base::IndexedVector<case_model::IssueIndex, char> in_head_;
  std::vector<Word> valid_;
  BlockColumn meets_rules_;
  base::IndexedVector<case_model::PartyIndex, BlockColumn> needs_;
  base::IndexedVector<case_model::PartyIndex, std::vector<BlockColumn>> adjustments_;
};

/// Calls act(bit) for every bit that is set, lowest first.
template <class Act>
void for_each_bit(std::span<const Word> words, Act act) {
  for (std::size_t w = 0; w < words.size(); ++w) {
    for (Word left = words[w]; left != 0; left &= left - 1) {
      act(w * 64 + static_cast<std::size_t>(std::countr_zero(left)));
    }
  }
}

}  // namespace modus::zone

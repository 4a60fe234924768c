/// \file Who accepts which package in which scenario: the engine under zone, blockers and inquiry.
///
/// A party accepts a package in a scenario where it is not stalling, no limit of it that is real there
/// forbids the package, and its value is at least its no-deal value. All accept where every asked party does;
/// a guarantor is asked only about packages that commit it.
///
/// Values are sums in one fixed order that every path here shares, so all of them agree to the last bit:
/// terms of the head issues, rising; terms of the tail issues, rising, then the adjustments met, rising; then
/// head plus tail. Point-valued parties have whole numbers, for which any order is exact.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "modus/base/context.h"
#include "modus/case_model/standing.h"
#include "modus/findings/scenarios.h"
#include "modus/zone/package_list.h"

namespace modus::zone {

/// One truth value a scenario, 64 a word; bits past the last scenario are 0.
using ScenarioSet = std::vector<Word>;

[[nodiscard]] std::size_t count_bits(std::span<const Word> words);

/// A party whose acceptance is its own.
struct AskedParty {
  case_model::PartyIndex party;
  bool if_needed = false;  ///< a guarantor: asked only about packages that commit it
};

/// The case, its standing limits, its packages and the scenarios drawn from it, joined. Keeps references to
/// `list` and `scenarios`, which must outlive it; immutable, so any number of threads may read it.
class Acceptance {
 public:
  /// `standing` is the one the scenarios were drawn with (their real_limits refer to it).
  Acceptance(const case_model::Case& subject, const case_model::Standing& standing, const PackageList& list,
             const findings::Scenarios& scenarios);
  ~Acceptance();
  Acceptance(const Acceptance&) = delete;
  Acceptance& operator=(const Acceptance&) = delete;

  [[nodiscard]] const PackageList& list() const;
  [[nodiscard]] const findings::Scenarios& scenarios() const;
  [[nodiscard]] std::size_t scenario_count() const;
  /// Principals and ratifiers with wants of their own, and guarantors with wants of their own; by party.
  [[nodiscard]] const std::vector<AskedParty>& asked() const;
  [[nodiscard]] bool is_asked(case_model::PartyIndex party, PackageIndex package) const;
  /// Which combinations a limit forbids, if it is real.
  [[nodiscard]] const BlockColumn& forbids(case_model::LimitIndex limit) const;
  [[nodiscard]] const std::vector<case_model::LimitIndex>& limits_of(case_model::PartyIndex party) const;
  [[nodiscard]] bool is_real(case_model::LimitIndex limit, std::size_t scenario) const;

  // One package, one scenario. The party must be drawn.
  [[nodiscard]] double value_in_points(case_model::PartyIndex party, std::size_t scenario,
                                       PackageIndex package) const;
  /// Value less no-deal value, points.
  [[nodiscard]] double gain_in_points(case_model::PartyIndex party, std::size_t scenario,
                                      PackageIndex package) const;
  /// The party's own test, whether it is asked about this package or not.
  [[nodiscard]] bool accepts(case_model::PartyIndex party, std::size_t scenario, PackageIndex package) const;
  [[nodiscard]] bool all_accept(std::size_t scenario, PackageIndex package) const;

  // One package, all scenarios. O(scenarios * issues) a party.
  [[nodiscard]] ScenarioSet scenarios_accepting(case_model::PartyIndex party, PackageIndex package) const;
  [[nodiscard]] ScenarioSet scenarios_all_accept(PackageIndex package) const;
  /// The party's own acceptance, or all ones where it is not asked about this package.
  [[nodiscard]] ScenarioSet scenarios_consenting(case_model::PartyIndex party, PackageIndex package) const;
  /// Where its value is at least its no-deal value; limits and stalling aside.
  [[nodiscard]] ScenarioSet scenarios_worth_no_deal(case_model::PartyIndex party, PackageIndex package) const;
  /// Its value in every scenario, in units.
  [[nodiscard]] std::vector<double> values_in_units(case_model::PartyIndex party, PackageIndex package) const;

  struct Inside;  ///< for the scanner
  [[nodiscard]] const Inside& inside() const { return *inside_; }

 private:
  std::unique_ptr<const Inside> inside_;
};

/// A question asked of scenarios already drawn: "what if this were out of the way?" The default changes
/// nothing.
struct ScanOptions {
  std::vector<case_model::PartyIndex> without_parties;  ///< need not accept
  std::vector<case_model::LimitIndex> without_limits;   ///< as if not real
  std::vector<case_model::PartyIndex>
      without_no_deal;  ///< accept at any value; limits and stalling still count
  /// Limits naming this issue are dropped, and each party's value is the best over the issue's options (other
  /// issues as in the package; each party may take another option). Rules and needs are the package's own.
  std::optional<case_model::IssueIndex> free_issue;
  bool naive = false;  ///< one package after the other, no vectors: the slow path with equal answers
};

/// Walks through scenarios and blocks. One a thread; reuse it, it owns its scratch.
///
///     BlockScanner scanner(acceptance, {});
///     scanner.load(scenario);
///     for (std::size_t block = 0; block < list.blocks(); ++block) {
///       scanner.open(block);
///       ... scanner.all(), scanner.accepted(k), scanner.passes_no_deal(k) ...
///     }
///
/// Words are in the layout of PackageList and hold only until the next open(). k counts through
/// acceptance.asked(). Bits past a block's end are 0.
class BlockScanner {
 public:
  BlockScanner(const Acceptance& acceptance, ScanOptions options);
  ~BlockScanner();
  BlockScanner(BlockScanner&&) noexcept;

  void load(std::size_t scenario);

  /// Fills the words below for this block.
  void open(std::size_t block);
  /// Packages that meet the rules and all accept.
  [[nodiscard]] std::span<const Word> all() const;
  /// Combinations the party accepts, or that do not ask it; rules aside. All ones in without_parties.
  [[nodiscard]] std::span<const Word> accepted(std::size_t k) const;
  /// Combinations that pass the party's own test, whether they ask it or not; rules aside.
  [[nodiscard]] std::span<const Word> own_test(std::size_t k) const;
  /// Combinations worth at least its no-deal value; limits, stalling, needs and rules aside.
  [[nodiscard]] std::span<const Word> passes_no_deal(std::size_t k) const;

  /// Whether all accept some package in the loaded scenario. Stops at the first; faster than open().
  [[nodiscard]] bool has_zone();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// In which scenarios all accept some package. Same answer at any thread count.
[[nodiscard]] ScenarioSet scenarios_with_zone(const Acceptance& acceptance, const ScanOptions& options,
                                              const base::Context& context);

}  // namespace modus::zone

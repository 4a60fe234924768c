/// \file Talks between simulated parties whose wants are known to the test and not to the mediator.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "modus/case_model/case.h"

namespace modus::tests {

/// What is true in one scenario of a case, and the packages that meet its rules.
class Truth {
 public:
  /// The wants are drawn from what the case says: the scenario numbered `number`.
  Truth(const case_model::Case& subject, std::uint64_t number);

  [[nodiscard]] bool accepts(case_model::PartyIndex party, const case_model::Package& package) const;
  [[nodiscard]] bool all_accept(const case_model::Package& package) const;
  [[nodiscard]] double worth(case_model::PartyIndex party,
                             const case_model::Package& package) const;  ///< points
  /// Worth less, or newly forbidden by a limit that is real.
  [[nodiscard]] bool is_hurt(case_model::PartyIndex party, const case_model::Package& from,
                             const case_model::Package& to) const;
  [[nodiscard]] bool is_asked(case_model::PartyIndex party, const case_model::Package& from,
                              const case_model::Package& to) const;
  /// How many points the parties that always are asked could still gain, on average, at nobody's expense: 0
  /// on the frontier.
  [[nodiscard]] double left_on_the_table(const case_model::Package& package) const;
  /// Whether some package is accepted by all.
  [[nodiscard]] bool has_zone() const;
  [[nodiscard]] const std::vector<case_model::PartyIndex>& parties() const { return parties_; }

 private:
  struct Wants {
    std::vector<std::vector<double>> values;  ///< by issue, option; points
    std::vector<double> adjustments;
    double no_deal = 0;
    bool stalling = false;
    std::vector<case_model::Condition> limits;  ///< that are real
  };
  [[nodiscard]] bool forbids(case_model::PartyIndex party, const case_model::Package& package) const;

  case_model::Case subject_;
  std::vector<case_model::PartyIndex> parties_;
  std::vector<Wants> wants_;  ///< by party
  std::vector<case_model::Package> packages_;
};

inline constexpr std::size_t kMostRounds = 12;
/// Where talks want to get: accepted by all, and with no more than so many points left on the table.
inline constexpr double kNearFrontier = 1;

/// How one run of talks went.
struct Talks {
  std::size_t rounds = 0;  ///< until nothing was left to propose
  std::size_t rounds_to_accept =
      kMostRounds;  ///< until all accepted what was on the table; the most where they never did
  std::size_t rounds_to_target = kMostRounds;  ///< until all did and it was near the frontier; likewise
  bool accepted = false;                       ///< all accept what is on the table in the end
  /// Truth::left_on_the_table of the first text, of the first that all accepted, and of the last.
  double left_at_first = 0, left_when_accepted = 0, left = 0;
};

/// The single text. In each round the parties say whether they could accept the text as it stands, and how
/// they take one change of it: the first edit or trade at a confidence of 0.8, else of 0.5, else what comes
/// nearest. A change that nobody criticises is made. A text that somebody refuses gives way to the package
/// then most likely to be accepted by all. All that is said is entered as `text --react` and `--change` enter
/// it.
[[nodiscard]] Talks work_on_a_text(const case_model::Case& subject, const Truth& truth);

/// In each round the package most likely to be accepted by all, of those not tabled yet, is tabled; who would
/// not accept it says so, which is entered as `rejects`. Goes on until one is near the frontier, which only
/// the test can know.
[[nodiscard]] Talks table_blindly(const case_model::Case& subject, const Truth& truth);

/// What happens to those whom nobody asks: from a draft, the first edit or trade of each answer is made,
/// unseen.
struct Unasked {
  std::size_t steps = 0;
  std::size_t parties = 0, hurt = 0;  ///< principals that the steps asked, summed over steps; those hurt
  double left_at_first = 0, left = 0;
};
[[nodiscard]] Unasked follow_unasked(const case_model::Case& subject, const std::string& draft,
                                     const Truth& truth, double confidence);

}  // namespace modus::tests

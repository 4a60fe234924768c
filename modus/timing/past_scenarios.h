/// \file Scenarios of a case as it stood at other days, from as few draws as the numbers allow.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "modus/base/context.h"
#include "modus/base/result.h"
#include "modus/case_model/case.h"
#include "modus/case_model/standing.h"
#include "modus/findings/scenarios.h"

namespace modus::timing {

/// Scenarios of one case that walk from one set of statements to another. Parties are independent given what was said,
/// so each is carried over by itself (carry_over.h) from when it was last drawn. Where the weights of all together leave
/// fewer effective scenarios than `least`, the party whose own weights leave fewest (of equals the first) is drawn
/// afresh, until they do. Deterministic: same calls, same answers at any thread count. A copy walks on by itself.
class PastScenarios {
 public:
  /// `drawn` is of the case as it is, without a variation; `least` is at most its number of scenarios. The case must
  /// outlive this. Copies the scenarios.
  PastScenarios(const case_model::Case& subject, const findings::Scenarios& drawn, double least);

  /// Statements at certainty that contradict the judgments in the case without those statements (rising). Looked for only
  /// where one counts there that does not count in the case as it is, which was looked at before it was drawn.
  [[nodiscard]] base::Problems contradictions(const std::vector<case_model::StatementIndex>& without) const;

  /// To the case without those statements (rising). Problems: as of draw_scenarios; where this then stands means nothing.
  base::Problems go_to(const std::vector<case_model::StatementIndex>& without, const base::Context& context);

  [[nodiscard]] const case_model::Standing& standing() const { return standing_; }
  [[nodiscard]] const findings::Scenarios& scenarios() const { return scenarios_; }
  /// By scenario, mean 1; empty: all are 1.
  [[nodiscard]] const std::vector<double>& weights() const { return weights_; }
  /// Whether the last go_to drew anything.
  [[nodiscard]] bool drew_afresh() const { return drew_afresh_; }
  /// Whether the last go_to changed anything but weights.
  [[nodiscard]] bool changed_scenarios() const { return changed_scenarios_; }

 private:
  /// A party as it was last drawn, and as it stands.
  struct Party {
    case_model::PartyIndex index;
    std::vector<std::uint64_t> drawn_limits;
    std::shared_ptr<const case_model::Standing> drawn_under;
    std::vector<case_model::StatementIndex> without;  ///< its own
    std::vector<double> weights;                      ///< empty: all 1
  };

  void carry(Party& party, std::vector<case_model::StatementIndex> without);
  void join_weights();
  [[nodiscard]] double effective_size_of(const std::vector<double>& weights) const;
  [[nodiscard]] Party* least_effective();
  base::Problems draw(Party& party, const base::Context& context);

  const case_model::Case& subject_;
  double least_;
  std::shared_ptr<const findings::Scenarios> whole_;  ///< of the case as it is
  std::shared_ptr<const case_model::Standing> whole_standing_;
  findings::Scenarios scenarios_;
  case_model::Standing standing_;
  std::vector<Party> parties_;
  std::vector<double> weights_;
  bool drew_afresh_ = false, changed_scenarios_ = false;
};

}  // namespace modus::timing

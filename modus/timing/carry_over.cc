#include "modus/timing/carry_over.h"

#include <algorithm>
#include <optional>
#include <string>

#include "modus/base/random.h"
#include "modus/preference/party_model.h"
#include "modus/preference/tables.h"

namespace modus::timing {
namespace {

using case_model::Case;
using case_model::Limit;
using case_model::LimitIndex;
using case_model::PartyIndex;
using case_model::Standing;
using case_model::StatementIndex;
using findings::PartyScenarios;
using preference::Evidence;

const std::vector<LimitIndex>& limits_of(const Standing& standing, PartyIndex party) { return standing.limits_of[party]; }

/// Of the party's limits, the one that forbids the same. One at most: such limits are merged.
std::optional<std::size_t> bit_of_same(const Case& subject, const Standing& standing, const Limit& wanted) {
  const std::vector<LimitIndex>& mine = limits_of(standing, wanted.party);
  for (std::size_t bit = 0; bit < mine.size(); ++bit) {
    const Limit& limit = standing.limits[mine[bit].value];
    if (limit.forbids == wanted.forbids || same_meaning(limit.forbids, wanted.forbids, subject.issues)) return bit;
  }
  return std::nullopt;
}

/// Whether a limit that was real or not with probability `was` is so with `is`.
bool coupled(bool real, double was, double is, double uniform) {
  if (real) return is >= was || uniform < is / was;
  return is > was && uniform < (is - was) / (1 - was);
}

/// The real limits of `to`; `changed` where any limit differs.
std::vector<std::uint64_t> carry_limits(const Case& subject, PartyIndex party, const PartyScenarios& drawn, const Standing& from,
                                        const Standing& to, std::uint64_t seed, bool& changed) {
  const std::vector<LimitIndex>& mine = limits_of(to, party);
  std::vector<std::uint64_t> carried(drawn.real_limits.size(), 0);
  changed = mine.size() != limits_of(from, party).size();
  for (std::size_t bit = 0; bit < mine.size(); ++bit) {
    const Limit& limit = to.limits[mine[bit].value];
    const auto old_bit = bit_of_same(subject, from, limit);
    const double was = old_bit ? from.limits[limits_of(from, party)[*old_bit].value].probability : 0;
    changed = changed || !old_bit || was != limit.probability;
    base::RandomStream random(seed, "limit at another day " + subject.parties[party].id + " " + meaning_of(limit.forbids, subject.issues));
    for (std::size_t s = 0; s < carried.size(); ++s) {
      const bool real = old_bit && (drawn.real_limits[s] >> *old_bit & 1U) != 0;
      const bool now = coupled(real, was, limit.probability, random.uniform());
      if (now) carried[s] |= std::uint64_t{1} << bit;
    }
  }
  return carried;
}

bool mentions_limits(const std::vector<Evidence>& evidence) {
  return std::ranges::any_of(evidence, [](const Evidence& one) {
    const auto forbidden = [](const preference::Combination& way) { return way.forbidden_by != 0; };
    return one.forbidden_by != 0 || std::ranges::any_of(one.components, [&](const preference::Component& component) {
             return std::ranges::any_of(component.combinations, forbidden);
           });
  });
}

bool counts(const Standing& standing, StatementIndex statement) {
  return std::binary_search(standing.counted.begin(), standing.counted.end(), statement);
}

/// The ratio of the evidence of two standings, scenario by scenario.
class EvidenceRatio {
 public:
  EvidenceRatio(const Case& subject, const PartyScenarios& drawn) : subject_(subject), drawn_(drawn) {}

  void add(StatementIndex statement, const Standing* from, const Standing* to, const std::vector<std::uint64_t>& carried,
           bool limits_changed) {
    const auto before = evidence(statement, from), after = evidence(statement, to);
    const bool same_text = from != nullptr && to != nullptr;
    if (same_text && !(limits_changed && (mentions_limits(before) || mentions_limits(after)))) return;
    multiply(before, drawn_.real_limits, true);
    multiply(after, carried, false);
  }

  std::vector<double> take() {
    if (!weights_.empty()) preference::scale_to_mean_one(weights_);
    return std::move(weights_);
  }

 private:
  [[nodiscard]] std::vector<Evidence> evidence(StatementIndex statement, const Standing* standing) {
    if (standing == nullptr) return {};
    auto made = preference::evidence_of(subject_, *standing, statement);
    if (made) return std::move(made).value();
    weights_.assign(drawn_.real_limits.size(), 0);  // cannot be weighed: no scenario counts
    return {};
  }

  void multiply(const std::vector<Evidence>& evidence, const std::vector<std::uint64_t>& real, bool divide) {
    for (const Evidence& one : evidence) {
      if (weights_.empty()) weights_.assign(real.size(), 1);
      for (std::size_t s = 0; s < weights_.size(); ++s) {
        const bool held = preference::holds_in(one, drawn_, subject_.issues.size(), s, real[s]);
        const double factor = held ? one.if_holds : one.if_not;
        if (divide && factor > 0) weights_[s] /= factor;
        if (!divide) weights_[s] *= factor;
      }
    }
  }

  const Case& subject_;
  const PartyScenarios& drawn_;
  std::vector<double> weights_;
};

}  // namespace

CarriedOver carry_over(const Case& subject, PartyIndex party, const PartyScenarios& drawn, const Standing& from, const Standing& to,
                       std::uint64_t seed) {
  CarriedOver found;
  bool limits_changed = false;
  found.real_limits = carry_limits(subject, party, drawn, from, to, seed, limits_changed);
  EvidenceRatio ratio(subject, drawn);
  for (const StatementIndex statement : subject.statements.indices()) {
    if (subject.statements[statement].party != party) continue;
    const Standing* before = counts(from, statement) ? &from : nullptr;
    const Standing* after = counts(to, statement) ? &to : nullptr;
    if (before != after) ratio.add(statement, before, after, found.real_limits, limits_changed);
  }
  found.weights = ratio.take();
  return found;
}

}  // namespace modus::timing

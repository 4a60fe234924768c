#include "modus/inquiry/text_edits.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "modus/inquiry/text_scan.h"

namespace modus::inquiry {
namespace {

using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::Package;
using findings::TextChange;
using zone::PackageIndex;

/// A changed package and how it fares.
struct Weighed {
  Package to;
  std::uint64_t number = 0;
  std::vector<IssueIndex> issues;
  ChangeCounts counts;
};

std::uint32_t at_least(double share, std::size_t scenarios) {
  return static_cast<std::uint32_t>(std::ceil(share * static_cast<double>(scenarios) - 1e-9));
}

class EditFinder {
 public:
  EditFinder(const TextValues& values, const EditOptions& options, const base::Context& context)
      : values_(values),
        list_(values.drawn().acceptance.list()),
        options_(options),
        context_(context),
        unhurt_(at_least(options.confidence, values.scenario_count())),
        helped_(std::max(1U, at_least(options.helped, values.scenario_count()))) {}

  FoundEdits find() {
    singles_ = weigh(single_changes());
    scan_ = scan_changes(
        values_,
        {static_cast<double>(worth_looking_for()) / static_cast<double>(values_.scenario_count()),
         options_.budget},
        context_);
    for (const Weighed& single : singles_) {
      if (is_edit(single)) edits_.push_back(single);
    }
    for (std::size_t size = 2; size <= values_.text().size() && !context_.stop(); ++size) add_bundles(size);
    FoundEdits found;
    found.edits_found = edits_.size();
    found.trades_found = trades_.size();
    found.edits = list("E", edits_, options_.most_edits);
    found.trades = list("T", trades_, options_.most_trades);
    found.proof = prove();
    return found;
  }

 private:
  [[nodiscard]] bool hurts_nobody(const Weighed& change) const {
    return change.counts.least_not_hurt() >= unhurt_;
  }
  [[nodiscard]] bool helps(const Weighed& change) const { return change.counts.most_helped() >= helped_; }
  [[nodiscard]] bool is_edit(const Weighed& change) const { return hurts_nobody(change) && helps(change); }

  [[nodiscard]] std::vector<Package> single_changes() const {
    std::vector<Package> changed;
    for (const IssueIndex issue : values_.text().indices()) {
      for (std::size_t option = 0; option < list_.option_count(issue); ++option) {
        Package to = values_.text();
        to[issue] = OptionIndex(option);
        if (to != values_.text() && list_.meets_rules().at(list_.index_of(to)))
          changed.push_back(std::move(to));
      }
    }
    return changed;
  }

  [[nodiscard]] std::vector<Weighed> weigh(const std::vector<Package>& packages) const {
    std::vector<Weighed> weighed(packages.size());
    base::parallel_for(context_.threads, packages.size(), [&](std::size_t i) {
      const PackageIndex place = list_.index_of(packages[i]);
      weighed[i] = {packages[i], list_.number_at(place), issues_apart(values_.text(), packages[i]),
                    values_.count(packages[i])};
    });
    return weighed;
  }

  /// Packages that hurt somebody more often than this can be neither edits nor what comes closest to one.
  [[nodiscard]] std::uint32_t worth_looking_for() const {
    std::uint32_t best = 0;
    for (const Weighed& single : singles_) {
      if (helps(single)) best = std::max(best, single.counts.least_not_hurt());
    }
    return std::min(best, unhurt_);
  }

  [[nodiscard]] bool contains_a_smaller_one(const Package& to) const {
    const auto has = [&](const Weighed& smaller) {
      return std::all_of(smaller.issues.begin(), smaller.issues.end(),
                         [&](IssueIndex issue) { return to[issue] == smaller.to[issue]; });
    };
    return std::any_of(edits_.begin(), edits_.end(), has) || std::any_of(trades_.begin(), trades_.end(), has);
  }

  /// Bundles of so many issues that may qualify, those that hurt least often first.
  [[nodiscard]] std::vector<Package> bundles_of(std::size_t size) const {
    std::vector<Package> bundles;
    const double share = scan_.whole ? options_.confidence : 0;
    const std::uint32_t least = at_least(share, scan_.scenarios);
    for (const Survivor& survivor : scan_.survivors) {
      if (survivor.not_hurt < least || bundles.size() == kMostWeighed) break;
      Package to = list_.package_at(survivor.package);
      if (issues_apart(values_.text(), to).size() == size && !contains_a_smaller_one(to))
        bundles.push_back(std::move(to));
    }
    return bundles;
  }

  void add_bundles(std::size_t size) {
    std::vector<Weighed> edits, trades;
    for (Weighed& bundle : weigh(bundles_of(size))) {
      if (is_edit(bundle)) (is_trade(bundle) ? trades : edits).push_back(std::move(bundle));
    }
    std::move(edits.begin(), edits.end(), std::back_inserter(edits_));
    std::move(trades.begin(), trades.end(), std::back_inserter(trades_));
  }

  [[nodiscard]] const Weighed* single(IssueIndex issue, OptionIndex option) const {
    const auto found = std::find_if(singles_.begin(), singles_.end(), [&](const Weighed& change) {
      return change.issues.front() == issue && change.to[issue] == option;
    });
    return found == singles_.end() ? nullptr : &*found;
  }

  [[nodiscard]] bool is_trade(const Weighed& bundle) const {
    if (bundle.issues.size() != 2) return false;
    const Weighed* first = single(bundle.issues[0], bundle.to[bundle.issues[0]]);
    const Weighed* second = single(bundle.issues[1], bundle.to[bundle.issues[1]]);
    if (first == nullptr || second == nullptr) return false;
    const auto gives = [&](const Weighed& change, std::size_t to, std::size_t from) {
      return change.counts.helped[to] >= helped_ && change.counts.not_hurt[from] < unhurt_;
    };
    const std::size_t parties = bundle.counts.helped.size();
    for (std::size_t a = 0; a < parties; ++a) {
      for (std::size_t b = 0; b < parties; ++b) {
        if (a != b && gives(*first, a, b) && gives(*second, b, a)) return true;
      }
    }
    return false;
  }

  /// The first so many, named and told in full.
  std::vector<TextChange> list(const std::string& letter, std::vector<Weighed>& changes,
                               std::size_t most) const {
    std::sort(changes.begin(), changes.end(), [](const Weighed& a, const Weighed& b) {
      if (a.issues.size() != b.issues.size()) return a.issues.size() < b.issues.size();
      if (a.counts.least_share != b.counts.least_share) return a.counts.least_share > b.counts.least_share;
      return a.number < b.number;
    });
    std::vector<const Weighed*> listed;
    std::map<std::vector<IssueIndex>, std::size_t> alike;
    for (const Weighed& change : changes) {
      if (listed.size() < most && alike[change.issues]++ < kMostAlike) listed.push_back(&change);
    }
    std::vector<TextChange> told(listed.size());
    base::parallel_for(context_.threads, listed.size(), [&](std::size_t i) {
      told[i] = values_.describe(listed[i]->to);
      told[i].id = letter + std::to_string(i + 1);
    });
    return told;
  }

  /// Of the survivors that help somebody the first; where they were not looked at in all scenarios, the best
  /// of some.
  [[nodiscard]] findings::TextProof prove() const {
    findings::TextProof proof;
    proof.packages = list_.package_count() - (list_.meets_rules().at(values_.place()) ? 1 : 0);
    proof.scenarios = scan_.scenarios;
    proof.whole = scan_.whole && !scan_.capped;
    constexpr std::size_t kAtATime = 16;
    for (std::size_t first = 0; first < std::min(scan_.survivors.size(), kMostWeighed) && !proof.closest;
         first += kAtATime) {
      std::vector<Package> some;
      for (std::size_t i = first; i < std::min(scan_.survivors.size(), first + kAtATime); ++i) {
        some.push_back(list_.package_at(scan_.survivors[i].package));
      }
      const std::vector<Weighed> weighed = weigh(some);
      const Weighed* best = nullptr;
      for (const Weighed& change : weighed) {
        const bool better = best == nullptr || change.counts.least_not_hurt() > best->counts.least_not_hurt();
        if (helps(change) && better) best = &change;
      }
      if (best == nullptr) continue;
      proof.closest = values_.describe(best->to);
      if (!hurts_nobody(*best)) proof.closest->id = "N1";
    }
    return proof;
  }

  const TextValues& values_;
  const zone::PackageList& list_;
  const EditOptions& options_;
  const base::Context& context_;
  std::uint32_t unhurt_, helped_;
  std::vector<Weighed> singles_;
  ChangeScan scan_;
  std::vector<Weighed> edits_, trades_;
};

}  // namespace

FoundEdits find_edits(const TextValues& values, const EditOptions& options, const base::Context& context) {
  return EditFinder(values, options, context).find();
}

}  // namespace modus::inquiry

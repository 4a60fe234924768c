/// \file Mixture-cure curves through durations: the likeliest ones, and whether the data can tell them apart.
///
/// Each process adds to the log-likelihood log((1 - never) * f_u(t)) where the event came on day t, and
/// log(never + (1 - never) * S_u(t)) where it had not by day t. Of a published table only the chances by some days are
/// known: its processes count as events somewhere between two of those days, in the shares given, and as still going
/// after the last; so the fit is as if nobody had been lost sight of earlier.
///
/// Four curves are fitted: Weibull and lognormal, each with a share that never comes to the event and without. Of each
/// tail the variant of lower AIC is carried; of two tails both where their AIC differ by less than 4, weighted by
/// exp(-AIC / 2) to two places (Akaike weights), else the better one. A share that never comes is *told apart* from none
/// where the likelihood ratio lies beyond the 5 % point of its law on the boundary, half a chi-square with one degree
/// of freedom (Self and Liang 1987): for the better tail. A long tail and a share that never comes look alike until the end
/// of the data, so a share that is not told apart may be anything from 0 to what is fitted.
///
/// Sources: Boag 1949; Berkson and Gage 1952; Farewell 1982; Burnham and Anderson, Model Selection and Multimodel
/// Inference, 2002, section 2.9. Maximised by Nelder and Mead (1965) from fixed starts, so that the same data give the same
/// curves; the unit of time changes nothing but the scale.
#pragma once

#include <utility>
#include <vector>

#include "modus/base/result.h"
#include "modus/findings/base_rate.h"
#include "modus/findings/durations.h"
#include "modus/findings/rates.h"

namespace modus::timing {

using findings::CureFit;

struct CureFits {
  std::vector<CureFit> all;                  ///< Weibull without and with `never`, lognormal without and with
  std::vector<findings::CureCurve> carried;  ///< one or two, the better one first
  bool never_told_apart = false;
};

inline constexpr std::size_t kLeastEvents = 5;  ///< with fewer, or all on one day, there is no fit but a problem
/// Shapes lie between these, both ends included: data that ask for a steeper or flatter curve get the end.
inline constexpr double kLeastShape = 0.05, kMostShape = 20;

/// An event on day 0 counts as one on day 0.5. O(rows log rows), and a few thousand times the different
/// days; beyond 50,000 of those, days within one part in 5,000 of each other are climbed on as one. Problems: fewer than kLeastEvents
/// events, all events on one day, days below 0 or no number.
[[nodiscard]] base::Result<CureFits> fit_cure(const std::vector<findings::Duration>& rows);

/// (days, chance by then), both rising, of `count` processes; days above 0. Problems: fewer than two
/// days on which the chance is higher than before, chances outside 0..1 or falling, count below 1.
[[nodiscard]] base::Result<CureFits> fit_cure(double count, const std::vector<std::pair<double, double>>& chances);

/// The log-likelihood of a curve, as above; -infinity where the curve rules the data out.
[[nodiscard]] double log_likelihood(const findings::CureCurve& curve, const std::vector<findings::Duration>& rows);

}  // namespace modus::timing

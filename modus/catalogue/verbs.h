/// \file The one table of verbs and of their options. The command line, its help and docs/commands.md are made from it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace modus::catalogue {

enum class Verb { kCheck, kBrief, kZone, kBlockers, kPackages, kNew, kRead, kText, kSheet, kAsk, kWhatIf, kDiff, kExpand, kSeal, kUnseal,
                  kWhen, kRates, kProgress, kFrontier, kConvert, kScore, kLog };

enum class OptionId {
  kJson, kOutput, kScenarios, kSeed, kThreads, kVerify, kPackage, kTemplate, kForce, kFormat, kDate, kReview, kBy, kModel, kModelName,
  kFor,
  kDraft, kConfidence, kStart, kTake, kChange, kReact, kAgree, kAfterDeal, kOn, kLabel,
  kParty,
  kMost, kIn, kAnswer, kChannel, kQuote,
  kSet, kDrop, kScan, kSince,
  kIdea,
  kPassphraseFile,
  kClass, kWeight, kEvent, kHorizon, kPool, kExtremise, kDurations,
  kElapsed,
  kDates,
  kAll, kTo,
  kAt,
  kLog, kList, kResolve, kHappened, kNotByHorizon, kWhy, kExport, kImport
};

/// What stands after a verb: nothing, a case, one or more reports, either a case or reports, two cases, a table or nothing, or a log
/// of forecasts or the case that it lies beside.
enum class Takes { kNothing, kCase, kReports, kCaseOrReports, kTwoCases, kTableOrNothing, kLogOrCase };

/// What an option takes: nothing, a whole number, a text, or a text each time it is given.
enum class OptionKind { kFlag, kWholeNumber, kText, kTexts };

struct OptionRow {
  OptionId id;
  OptionKind kind;
  std::string_view name;     ///< "--seed"; with a short form "-o,--output"
  std::string_view takes;    ///< "N", "FILE"; empty for flags
  std::string_view says;     ///< one sentence
  std::uint64_t low = 0, high = 0, standard = 0;  ///< whole numbers: range, both ends included, and default
  std::string_view standard_text = "";            ///< texts: default
  std::vector<std::string_view> choices = {};     ///< texts: all that are allowed; empty: any
};

struct Example {
  std::string_view line;  ///< without the leading "modus "
  std::string_view does;
};

struct VerbRow {
  Verb verb;
  std::string_view name;
  std::string_view question;  ///< the question it answers, as a user would put it
  std::string_view prints;    ///< what comes out
  std::string_view verdicts;  ///< how sure its answers are
  Takes takes = Takes::kCase;
  std::vector<OptionId> options;
  std::vector<Example> examples;
};

/// All verbs, in the order of the help.
[[nodiscard]] const std::vector<VerbRow>& verbs();
/// All options, in the order of the help.
[[nodiscard]] const std::vector<OptionRow>& options();
[[nodiscard]] const VerbRow& row_of(Verb verb);
[[nodiscard]] const OptionRow& row_of(OptionId option);

/// "1.2.3", as in CMakeLists.txt.
[[nodiscard]] std::string_view version();

/// The reference page docs/commands.md, whole.
[[nodiscard]] std::string commands_page();

}  // namespace modus::catalogue

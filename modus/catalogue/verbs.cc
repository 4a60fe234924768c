#include "modus/catalogue/verbs.h"

#include <algorithm>

namespace modus::catalogue {
namespace {

constexpr std::string_view kSampled =
    "sampled, with its range; proven where the case leaves nothing open; impossible where no package meets the rules";

std::vector<OptionId> run_options(std::vector<OptionId> more) {
  std::vector<OptionId> all = {OptionId::kJson, OptionId::kScenarios, OptionId::kSeed, OptionId::kThreads, OptionId::kVerify, OptionId::kFor, OptionId::kPassphraseFile};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

std::vector<VerbRow> make_verbs() {
  return {
      {Verb::kNew,
       "new",
       "How do I start?",
       "A commented case to start from; with -o into a file, which is never overwritten without --force.",
       "none",
       Takes::kNothing,
       {OptionId::kTemplate, OptionId::kOutput, OptionId::kForce},
       {{"new -o mine.yaml", "an empty case with every part explained"},
        {"new --template labour -o strike.yaml", "a small labour dispute to change into your own"}}},
      {Verb::kRead,
       "read",
       "What do the reports say, and how does that make a case?",
       "A draft case from news reports (text, Markdown, HTML; in English): parties, issues, statements, each with its passage, and questions "
       "where a passage can be read in several ways. Into a case that is there already new reports are merged; what a person "
       "changed stays. With --review the open questions one by one, passage by passage, in the terminal.",
       "none: a draft is what was said, as read; nothing in it is confirmed until a person has done so",
       Takes::kReports,
       {OptionId::kOutput, OptionId::kFormat, OptionId::kDate, OptionId::kReview, OptionId::kBy, OptionId::kModel, OptionId::kModelName, OptionId::kThreads, OptionId::kPassphraseFile},
       {{"read monday.txt tuesday.html -o talks.yaml", "drafts a case, or adds two reports to it"},
        {"read --review talks.yaml --by \"A. Lee\"", "confirms or corrects it, passage by passage"},
        {"read monday.txt --format reading", "what one report says, as neg-reading/1 JSON"}}},
      {Verb::kCheck,
       "check",
       "Is my case file right?",
       "What the case holds, or every problem at once, each with its place and what would be right.",
       "none",
       Takes::kCase,
       {OptionId::kJson, OptionId::kPassphraseFile},
       {{"check mine.yaml", "lists all problems; exit status 1 if there is one"},
        {"check - < mine.yaml", "the same from standard input"}}},
      {Verb::kBrief,
       "brief",
       "Where does it stand, what can each side live with, what blocks it, what could be tabled, what to ask next?",
       "The whole brief: two pages first, details behind. Of reports (.txt, .md, .html) a draft brief: what they say, and the range over "
       "the ways in which it can be read.",
       kSampled,
       Takes::kCaseOrReports,
       run_options({OptionId::kPackage, OptionId::kOutput, OptionId::kDate, OptionId::kSince}),
       {{"brief mine.yaml", "in the terminal"},
        {"brief report.txt", "straight from a report, as a draft"},
        {"brief mine.yaml -o brief.html", "one self-contained page; also .md, .json, .txt"}}},
      {Verb::kZone,
       "zone",
       "What can each side live with, and what does that answer rest on?",
       "The zone probability with its range, acceptance by party, the zone by issue and option, drafts.",
       kSampled,
       Takes::kCase,
       run_options({OptionId::kPackage, OptionId::kOutput}),
       {{"zone mine.yaml", "the zone of possible agreement"},
        {"zone mine.yaml --package \"wages=6, crews=phased, fund=none\"", "a package of your own beside it"}}},
      {Verb::kBlockers,
       "blockers",
       "What blocks a deal, and what is the least that would have to move?",
       "Incompatible positions, openings, unblocking effects, hardest issues, least moves.",
       kSampled,
       Takes::kCase,
       run_options({OptionId::kOutput}),
       {{"blockers mine.yaml", "what cannot all stand, and what would open a zone"}}},
      {Verb::kPackages,
       "packages",
       "What could be tabled, and with which risks?",
       "Families of packages: joint acceptance, gains, who alone would refuse, what would have to be true.",
       kSampled,
       Takes::kCase,
       run_options({OptionId::kOutput}),
       {{"packages mine.yaml", "families of packages and the common ground"},
        {"packages mine.yaml --json | less", "the same for programs"}}},
      {Verb::kFrontier,
       "frontier",
       "Which packages does no other one beat for everybody, and where do the points lie that the field knows?",
       "The exact frontier where wants are points: of a case, or of GENIUS, GeniusWeb and NegMAS folders, plain JSON or a CSV table of packages "
       "(docs/formats), however many packages there are; with the points of Nash, Kalai and Smorodinsky, the egalitarian, leximin and "
       "utilitarian ones, and how many packages are worth no deal to everybody.",
       "proven; impossible where no package is worth no deal to everybody",
       Takes::kCase,
       {OptionId::kJson, OptionId::kScenarios, OptionId::kSeed, OptionId::kThreads, OptionId::kFor, OptionId::kPassphraseFile, OptionId::kAll, OptionId::kParty, OptionId::kOutput},
       {{"frontier mine.yaml", "of a case with exact judgments"},
        {"frontier laptop/ --all", "of a GENIUS folder, packages below somebody's no-deal value too"},
        {"frontier domain.json -o frontier.html", "as a page with a chart; also .md, .json, .txt"}}},
      {Verb::kConvert,
       "convert",
       "How do I get preferences into, or out of, the field's own files?",
       "The same preferences in another form: a case, GENIUS XML, GeniusWeb JSON, NegMAS YAML, plain JSON, or a CSV table of packages. What the "
       "form cannot hold is listed on standard error.",
       "none",
       Takes::kCase,
       {OptionId::kTo, OptionId::kOutput, OptionId::kForce, OptionId::kScenarios, OptionId::kSeed, OptionId::kThreads, OptionId::kFor, OptionId::kPassphraseFile},
       {{"convert laptop/ --to case -o laptop.yaml", "a case of a GENIUS folder"},
        {"convert mine.yaml --to genius -o mine/", "a folder for GENIUS, from a case with exact judgments"}}},
      {Verb::kText,
       "text",
       "Which changes of the text on the table help somebody and hurt nobody?",
       "The single text with what is agreed and what is open; edits and trades that, each with the chosen confidence, leave no party "
       "worse off; how near any package comes where there is none; who moved from round to round. With --start, --take, --change, "
       "--react or --agree the round or the reaction is written into the case file, as evidence from then on.",
       kSampled,
       Takes::kCase,
       run_options({OptionId::kDraft, OptionId::kConfidence, OptionId::kStart, OptionId::kTake, OptionId::kChange, OptionId::kReact,
                    OptionId::kAgree, OptionId::kAfterDeal, OptionId::kOn, OptionId::kLabel, OptionId::kOutput}),
       {{"text mine.yaml --draft toll-paper", "what could be changed in a draft"},
        {"text mine.yaml --draft toll-paper --start", "puts it on the table: the first round"},
        {"text mine.yaml --react \"union:E2=criticised\"", "enters how a party received the second edit"},
        {"text mine.yaml --take T1", "the next round, with the first trade"},
        {"text mine.yaml --agree", "the text is signed; what follows are improvements nobody loses by"}}},
      {Verb::kSheet,
       "sheet",
       "What is on record about each party, and what should we ask it next?",
       "An evidence sheet a party, a page or two in print: who it is, what it wants, how it argues, why, its limits, no deal, common ground "
       "with each other party, what is only rumoured, what has changed, and what nobody knows yet, with room for answers. Draws no "
       "scenario: no number stands in it but those entered.",
       "none: it says what is on record and computes nothing",
       Takes::kCase,
       {OptionId::kJson, OptionId::kFor, OptionId::kPassphraseFile, OptionId::kParty, OptionId::kOutput},
       {{"sheet mine.yaml -o sheets.html", "all sheets, one a page to print; also .md, .json, .txt"},
        {"sheet mine.yaml --party union", "one party, in the terminal"}}},
      {Verb::kAsk,
       "ask",
       "What should we ask next, of whom, and what would the answer change?",
       "Questions to the parties, those worth most first: what each answer is worth in private and in public, how likely it is, and what it would "
       "change. With --answer what came back is written into the case.",
       kSampled,
       Takes::kCase,
       run_options({OptionId::kMost, OptionId::kIn, OptionId::kAnswer, OptionId::kChannel, OptionId::kLabel, OptionId::kOn, OptionId::kBy,
                    OptionId::kQuote, OptionId::kOutput}),
       {{"ask mine.yaml", "the questions worth most, asked in private"},
        {"ask mine.yaml --in public --most 5", "five to be put before others"},
        {"ask mine.yaml --answer limit:union:s1=no --on 2026-03-14", "enters an answer"}}},
      {Verb::kWhatIf,
       "what-if",
       "What would change if this were so, and which open judgment matters most?",
       "The case as it stands beside the case with changes: every headline figure before and after. With --scan the open ranges of the "
       "judgments, those whose low and high ends lie furthest apart first. The case file is left as it is.",
       kSampled,
       Takes::kCase,
       run_options({OptionId::kSet, OptionId::kDrop, OptionId::kScan, OptionId::kOutput}),
       {{"what-if mine.yaml --drop statements.s1", "as if a statement had never been made"},
        {"what-if mine.yaml --set judgments.union.no_deal.value=30..40", "a judgment made narrower"},
        {"what-if mine.yaml --scan", "which range to narrow first"}}},
      {Verb::kDiff,
       "diff",
       "What changed between two states of a case, and what did each change do to the answer?",
       "Everything added, dropped or changed, each with how far it moved the headline figures by itself: the answer as it is, less the "
       "answer with just that change undone.",
       kSampled,
       Takes::kTwoCases,
       run_options({OptionId::kOutput}),
       {{"diff monday.yaml friday.yaml", "what the week did"},
        {"diff monday.yaml friday.yaml -o week.html", "as a page; also .md, .json, .txt"}}},
      {Verb::kExpand,
       "expand",
       "What could be added to the table, and who could carry what?",
       "Each idea of the case (a new option, a linked issue) merged into it: the zone probability and the best package before and after, whom it "
       "suits, whose limits it meets, and what nobody has judged of it; the best of them two by two. Shares of what an option costs: by "
       "capacity, by Shapley value, and what each would pay by itself.",
       kSampled,
       Takes::kCase,
       run_options({OptionId::kIdea, OptionId::kOutput}),
       {{"expand mine.yaml", "all ideas, greatest gain first, and all burdens"},
        {"expand mine.yaml --idea crane-trial -o idea.html", "one idea, as a page; also .md, .json, .txt"}}},
      {Verb::kWhen,
       "when",
       "When might a deal come: this week, next month, in a few months, or not at all?",
       "Chances by 7, 30, 90 and 365 days and not at all by the horizon, each with its range: talks simulated over the scenarios, mixed "
       "with the base rate of a chosen kind of process. Beside them the base rate alone, what moves them most, and what others say.",
       kSampled,
       Takes::kCase,
       run_options({OptionId::kClass, OptionId::kDurations, OptionId::kWeight, OptionId::kEvent, OptionId::kHorizon, OptionId::kPool,
                    OptionId::kExtremise, OptionId::kOutput}),
       {{"when mine.yaml", "with the base rate that the case names, if it names one"},
        {"when mine.yaml --class pax-talks-to-ceasefire --event \"a ceasefire\"", "another event, beside processes that led to one"},
        {"when mine.yaml --weight 1", "the simulated talks alone"},
        {"when mine.yaml --pool -o when.html", "with the assessments as one figure; also .md, .json, .txt"}}},
      {Verb::kProgress,
       "progress",
       "Are they closer than before, and what moved it?",
       "The zone probability with its range, the best package and the hardest issues as they would have been judged at the end of each day on "
       "which something was said; how far each statement moved it; whether the last day is closer than any before.",
       kSampled,
       Takes::kCase,
       run_options({OptionId::kDates, OptionId::kOutput}),
       {{"progress mine.yaml", "date by date, in the terminal"},
        {"progress mine.yaml --dates 8 -o progress.html", "at most eight dates, as a page; also .md, .json, .txt"}}},
      {Verb::kRates,
       "rates",
       "How long did processes like this one take?",
       "The reference classes that come with the program, each with what starts its clock, what stops it, how many were counted and the "
       "chances by date; with --class one of them in full, given the time gone; of a table of durations (CSV, see docs/rates.md) the "
       "observed curve, the fitted ones, and whether a share that never comes can be told from none.",
       "sampled: every chance with the error of its count and the range over the curves",
       Takes::kTableOrNothing,
       {OptionId::kJson, OptionId::kClass, OptionId::kElapsed, OptionId::kOutput},
       {{"rates", "the classes to choose from"},
        {"rates --class pax-talks-to-ceasefire --elapsed 400", "one in full, 400 days after the clock began"},
        {"rates own.csv -o own.html", "your own durations, as a page; also .md, .json, .txt"}}},
      {Verb::kLog,
       "log",
       "How do I keep our forecasts, and what came of them?",
       "The forecast of modus when, added to the log beside the case (CASE.forecasts.db), with its number. A log is only ever added to: "
       "nothing in it is changed. With --list what is in it; with --resolve what came of a forecast; with --export and --import tables.",
       "as of when",
       Takes::kCase,
       {OptionId::kJson, OptionId::kScenarios, OptionId::kSeed, OptionId::kThreads, OptionId::kVerify, OptionId::kPassphraseFile, OptionId::kClass, OptionId::kWeight,
        OptionId::kEvent, OptionId::kHorizon, OptionId::kDurations, OptionId::kLog, OptionId::kList, OptionId::kResolve, OptionId::kHappened, OptionId::kNotByHorizon,
        OptionId::kBy, OptionId::kWhy, OptionId::kExport, OptionId::kImport, OptionId::kAt},
       {{"log mine.yaml", "makes today's forecast and keeps it"},
        {"log mine.yaml --list", "what is kept"},
        {"log mine.yaml --resolve 3 --happened 2026-04-02 --by \"A. Lee\"", "enters what came of forecast 3"},
        {"log mine.yaml --resolve all --happened 2026-04-02", "of every one that is open, each by its own horizon"},
        {"log mine.yaml --export forecasts.csv", "all of it as a table"}}},
      {Verb::kScore,
       "score",
       "How good were our forecasts, beside the base rate and the sources?",
       "Scores of the resolved forecasts of a log (Brier, logarithmic, ranked, CRPS) for ours, the base rate and each source; skill against "
       "the base rate with its range; what was said beside what came; how many are open or overdue. Few forecasts are called few.",
       "computed from the log; the range of skill is sampled",
       Takes::kLogOrCase,
       {OptionId::kJson, OptionId::kAt, OptionId::kOutput},
       {{"score mine.yaml", "the forecasts logged beside a case, in mine.forecasts.db"},
        {"score team.forecasts.db -o scores.html", "a log by its own name, as a page with a chart; also .md, .json, .txt"}}},
      {Verb::kSeal,
       "seal",
       "How do I keep a case from those who find the file?",
       "A sealed copy of the case beside it (CASE.sealed), which every verb reads and writes like the case itself, given the passphrase: from "
       "--passphrase-file, from the variable MODUS_PASSPHRASE, or typed at the terminal. The case in the clear is left where it is.",
       "none",
       Takes::kCase,
       {OptionId::kOutput, OptionId::kForce, OptionId::kPassphraseFile},
       {{"seal mine.yaml", "asks for a passphrase and writes mine.yaml.sealed"},
        {"seal mine.yaml --force", "writes it anew; every verb works with the sealed file as it is"}}},
      {Verb::kUnseal,
       "unseal",
       "How do I get a sealed case back in the clear?",
       "The case as it was sealed, on standard output or in the file that -o names.",
       "none",
       Takes::kCase,
       {OptionId::kOutput, OptionId::kForce, OptionId::kPassphraseFile},
       {{"unseal mine.yaml.sealed | less", "to look at it"},
        {"unseal mine.yaml.sealed -o mine.yaml", "to keep it in the clear again"}}},
  };
}

std::vector<OptionRow> make_options() {
  return {
      {OptionId::kJson, OptionKind::kFlag, "--json", "", "One JSON object on standard output (docs/json.md)."},
      {OptionId::kOutput, OptionKind::kText, "-o,--output", "FILE",
       "Write to this file instead of standard output; an answer's ending says which kind: .html, .md, .json or .txt. To a case "
       "that is there, read adds."},
      {OptionId::kScenarios, OptionKind::kWholeNumber, "--scenarios", "N",
       "How many scenarios to draw: more narrows the sampling error, nothing else.", 64, 1'000'000, 4096},
      {OptionId::kSeed, OptionKind::kWholeNumber, "--seed", "N",
       "Which random numbers to use; the same seed gives the same answer.", 0, UINT64_MAX, 1},
      {OptionId::kThreads, OptionKind::kWholeNumber, "--threads", "N",
       "How many threads to use, 0 for all there are; never changes an answer.", 0, 256, 0},
      {OptionId::kVerify, OptionKind::kFlag, "--verify", "",
       "Check every finding again by a slow, separate routine written from the definitions."},
      {OptionId::kPackage, OptionKind::kTexts, "--package", "\"ISSUE=OPTION, ...\"",
       "Report on this package as well; name every issue. May be given more than once."},
      {OptionId::kTemplate, OptionKind::kText, "--template", "NAME",
       "Which case to start from.", 0, 0, 0, "blank", {"blank", "labour", "peace", "purchase", "water"}},
      {OptionId::kForce, OptionKind::kFlag, "--force", "", "Overwrite the file if it is there."},
      {OptionId::kFormat, OptionKind::kText, "--format", "KIND",
       "What to write: a draft case, or the reading of a report as JSON (of several reports: into the folder named by -o).", 0, 0, 0, "case", {"case", "reading"}},
      {OptionId::kDate, OptionKind::kText, "--date", "YYYY-MM-DD", "The day of the reports, where they do not say it themselves."},
      {OptionId::kReview, OptionKind::kFlag, "--review", "", "Go through the open questions of a drafted case, passage by passage."},
      {OptionId::kBy, OptionKind::kText, "--by", "NAME", "Who decides a review, or gave an answer; for the record."},
      {OptionId::kModel, OptionKind::kText, "--model", "URL",
       "Ask a language model too, at an OpenAI-compatible address that you name; only what it can show in the report's own words enters. The "
       "key, if one is needed, is taken from MODUS_MODEL_KEY. Nothing else in Modus uses the network."},
      {OptionId::kFor, OptionKind::kText, "--for", "WHOM",
       "Who the answer is for: public, a party's id, or team. It then rests on, and shows, only what that audience may see.", 0, 0, 0, "team"},
      {OptionId::kPassphraseFile, OptionKind::kText, "--passphrase-file", "FILE",
       "The first line of this file opens sealed cases. Otherwise the variable MODUS_PASSPHRASE, or it is asked for at the terminal."},
      {OptionId::kDraft, OptionKind::kText, "--draft", "NAME",
       "Start from this draft of the case. Otherwise from the last round of the text, or where there is none from common ground."},
      {OptionId::kConfidence, OptionKind::kText, "--confidence", "SHARE",
       "With what chance each party is to be no worse off by an edit, 0.5 to 1.", 0, 0, 0, "0.8"},
      {OptionId::kStart, OptionKind::kFlag, "--start", "", "Put the text on the table: write it into the case as its first round."},
      {OptionId::kTake, OptionKind::kText, "--take", "ID", "Make this edit (E1, E2, ...) or trade (T1, ...) of the present answer: the next round."},
      {OptionId::kChange, OptionKind::kText, "--change", "\"ISSUE=OPTION, ...\"", "Make a change of your own: the next round."},
      {OptionId::kReact, OptionKind::kTexts, "--react", "\"PARTY[:ID]=WORD\"",
       "Enter how a party received the text as it stands or, with an ID, an edit or trade: welcomed, criticised or refused. May be "
       "given more than once."},
      {OptionId::kAgree, OptionKind::kFlag, "--agree", "", "The text as it then stands is agreed."},
      {OptionId::kAfterDeal, OptionKind::kFlag, "--after-deal", "", "Look for improvements of an agreed text nobody loses by."},
      {OptionId::kOn, OptionKind::kText, "--on", "YYYY-MM-DD", "The day it happened; that of the case where not given."},
      {OptionId::kLabel, OptionKind::kText, "--label", "WHOM",
       "Who may see what is entered: public, team, or parties parted by commas, to whom or by whom it was said in confidence."},
      {OptionId::kModelName, OptionKind::kText, "--model-name", "NAME", "Which model to ask for at that address."},
      {OptionId::kParty, OptionKind::kTexts, "--party", "ID", "The sheet of this party alone. May be given more than once."},
      {OptionId::kMost, OptionKind::kWholeNumber, "--most", "N", "How many questions to list.", 1, 500, 20},
      {OptionId::kIn, OptionKind::kText, "--in", "WHERE",
       "Where the questions are put: to the party alone, or before others, where it has more reason not to answer truly.", 0, 0, 0, "private",
       {"private", "public"}},
      {OptionId::kAnswer, OptionKind::kTexts, "--answer", "ID=WORD",
       "Enter what was answered to the question of that id: yes or no. May be given more than once."},
      {OptionId::kChannel, OptionKind::kText, "--channel", "WORD", "How the answer came.", 0, 0, 0, "quoted",
       {"quoted", "document", "reported", "third_party", "unnamed", "rival"}},
      {OptionId::kQuote, OptionKind::kText, "--quote", "WORDS", "The answer in the party's own words."},
      {OptionId::kSet, OptionKind::kTexts, "--set", "PATH=VALUE",
       "Put this value there, as it would stand in the case file: statements.s1.meant=0.6. May be given more than once."},
      {OptionId::kDrop, OptionKind::kTexts, "--drop", "PATH", "Leave this out: statements.s1. May be given more than once."},
      {OptionId::kScan, OptionKind::kFlag, "--scan", "", "Look for the open judgments that matter most to the answer."},
      {OptionId::kSince, OptionKind::kText, "--since", "OLD", "An earlier state of the case: tell what has changed since."},
      {OptionId::kIdea, OptionKind::kTexts, "--idea", "ID", "Weigh this idea alone. May be given more than once."},
      {OptionId::kClass, OptionKind::kText, "--class", "ID", "The reference class to take; modus rates lists them."},
      {OptionId::kDates, OptionKind::kWholeNumber, "--dates", "N",
       "How many dates to tell of at most; where there are more, near ones are told together.", 1, 1000, 50},
      {OptionId::kElapsed, OptionKind::kText, "--elapsed", "DAYS", "Days gone since the clock of the class began, without the event."},
      {OptionId::kDurations, OptionKind::kText, "--durations", "FILE",
       "Your own table of how long such processes took, as CSV (docs/rates.md), in place of a class."},
      {OptionId::kWeight, OptionKind::kText, "--weight", "SHARE",
       "How much the simulated talks count against the base rate, 0 (not at all) to 1 (alone). Otherwise as the case says, or 0.3."},
      {OptionId::kEvent, OptionKind::kText, "--event", "WORDS", "What counts as a deal here, in place of the case's own event."},
      {OptionId::kHorizon, OptionKind::kText, "--horizon", "DAYS", "How many days to look ahead, 1 to 7305. Otherwise as the case says."},
      {OptionId::kPool, OptionKind::kFlag, "--pool", "", "Give the assessments of others as one figure too; those of one origin count once."},
      {OptionId::kExtremise, OptionKind::kFlag, "--extremise", "",
       "Move that figure away from the base rate, as independent sources would together; implies --pool."},
      {OptionId::kAll, OptionKind::kFlag, "--all", "", "Packages worth less than no deal to somebody too."},
      {OptionId::kTo, OptionKind::kText, "--to", "FORMAT", "Which form to write.", 0, 0, 0, "case", {"case", "genius", "geniusweb", "negmas", "json", "csv"}},
      {OptionId::kAt, OptionKind::kText, "--at", "TIME", "Take this to be the present moment, in UTC: 2026-03-14T10:00:00Z. Otherwise the clock's."},
      {OptionId::kLog, OptionKind::kText, "--log", "FILE", "The log, where it is not the one beside the case."},
      {OptionId::kList, OptionKind::kFlag, "--list", "", "What is in the log, a line each."},
      {OptionId::kResolve, OptionKind::kTexts, "--resolve", "N",
       "Enter what came of forecast N, or of all that are open: with --happened or --not-by-horizon. A correction is a further entry. May be "
       "given more than once."},
      {OptionId::kHappened, OptionKind::kText, "--happened", "YYYY-MM-DD", "The day on which the event came."},
      {OptionId::kNotByHorizon, OptionKind::kFlag, "--not-by-horizon", "", "The event did not come by the forecast's horizon."},
      {OptionId::kWhy, OptionKind::kText, "--why", "WORDS", "What the entry rests on, for the record."},
      {OptionId::kExport, OptionKind::kText, "--export", "FILE.csv", "Write the log as a table."},
      {OptionId::kImport, OptionKind::kText, "--import", "FILE.csv", "Add the entries of such a table; those that are there already are skipped."},
  };
}

}  // namespace

const std::vector<VerbRow>& verbs() {
  static const std::vector<VerbRow> rows = make_verbs();
  return rows;
}

const std::vector<OptionRow>& options() {
  static const std::vector<OptionRow> rows = make_options();
  return rows;
}

const VerbRow& row_of(Verb verb) {
  return *std::ranges::find(verbs(), verb, &VerbRow::verb);
}

const OptionRow& row_of(OptionId option) {
  return *std::ranges::find(options(), option, &OptionRow::id);
}

std::string_view version() { return MODUS_VERSION; }

}  // namespace modus::catalogue

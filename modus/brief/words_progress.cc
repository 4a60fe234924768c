// How near a deal would have been judged to be at each date: closer than before, or not.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "modus/base/text.h"
#include "modus/brief/progress_words.h"
#include "modus/brief/sections.h"
#include "modus/brief/when_words.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using findings::Nearness;
using findings::ProgressDate;
using findings::ProgressFinding;
using findings::StatementMove;

constexpr std::size_t kMovesTold = 3;
constexpr std::size_t kMovesInBrief = 2;

Sentence say_nearness(const ProgressFinding& progress) {
  const std::string than = say_day(progress.dates[progress.highest].day);
  const std::string size = difference(std::abs(progress.difference));
  Sentence sentence;
  switch (progress.nearness) {
    case Nearness::kCloserThanEver:
      sentence.strong("Closer than at any earlier date").plain(": the zone probability is up " + size + " on " + than + ", the highest of them.");
      break;
    case Nearness::kNoCloserThanBefore:
      sentence.strong("No closer than on " + than).plain(": the zone probability is down " + size + " since then.");
      break;
    case Nearness::kCannotTell:
      sentence.strong("Cannot be told apart from " + than)
          .plain(", the highest of the earlier dates: the zone probability has moved by no more than sampling error.");
      break;
  }
  return sentence.mark(Mark::kComputed);
}

Sentence say_how_judged() {
  return Sentence("Earlier days are seen with today's judgments and what had been said until then: one may stand higher because fewer limits were "
                  "known, not because the parties stood closer.");
}

/// Of all dates, those that moved it most; of equals the latest statement first.
std::vector<const StatementMove*> greatest_moves(const ProgressFinding& progress, std::size_t most) {
  std::vector<const StatementMove*> moves;
  for (auto date = progress.dates.rbegin(); date != progress.dates.rend(); ++date) {
    for (const StatementMove& move : date->moved_by) {
      if (is_told(move)) moves.push_back(&move);
    }
  }
  std::ranges::stable_sort(moves, std::ranges::greater(), [](const StatementMove* move) { return std::abs(move->change); });
  moves.resize(std::min(moves.size(), most));
  return moves;
}

const ProgressDate& date_of(const ProgressFinding& progress, const StatementMove* wanted) {
  return *std::ranges::find_if(progress.dates, [wanted](const ProgressDate& date) {
    return std::ranges::any_of(date.moved_by, [wanted](const StatementMove& move) { return &move == wanted; });
  });
}

Sentence say_greatest(Telling& telling, std::size_t most) {
  const ProgressFinding& progress = *telling.finding.progress;
  const auto moves = greatest_moves(progress, most);
  if (moves.empty()) return Sentence("No statement by itself moved it by 5 percentage points or more.").mark(Mark::kComputed);
  Sentence sentence;
  sentence.strong("Moved it most, each by itself: ");
  std::vector<int> cited;
  for (std::size_t i = 0; i < moves.size(); ++i) {
    const case_model::Statement& said = telling.subject.statements[moves[i]->statement];
    sentence.plain((i == 0 ? "" : "; ") + telling.name(said.party) + " " + say_statement(telling.subject, said) + " (" +
                   say_day(date_of(progress, moves[i]).day) + "): " + say_moved(*moves[i]));
    cited.push_back(telling.cites.number_of(moves[i]->statement));
  }
  return sentence.plain(".").cite(cited).mark(Mark::kComputed);
}

bool is_about_nearness(const std::string& quote) {
  static constexpr std::array<std::string_view, 7> kWords = {"close", "near", "progress", "verge", "apart", "far from", "breakthrough"};
  std::string words = quote;
  std::ranges::transform(words, words.begin(), [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; });
  return std::ranges::any_of(kWords, [&](std::string_view word) { return words.find(word) != std::string::npos; });
}

/// What others say of it in their own words, beside the figures and not part of them. Empty where nobody does.
Sentence say_claims(Telling& telling, std::size_t most) {
  Sentence sentence;
  for (const case_model::Assessment& assessment : telling.subject.assessments) {
    if (most == 0 || !is_about_nearness(assessment.quote.text)) continue;
    --most;
    const std::string speaker = assessment.speaker.empty() ? "" : " (" + assessment.speaker + ")";
    if (sentence.empty()) {
      sentence.strong("Beside it, in their own words: ");
    } else {
      sentence.plain("; ");
    }
    sentence.plain(say_assessor(telling, assessment) + speaker + " ").quote(assessment.quote.text);
    if (assessment.on) sentence.plain(", " + say_days(*assessment.on));
    const auto source = assessment.source ? assessment.source : assessment.by_source;
    if (source) sentence.cite(telling.cites.number_of(*source));
  }
  return sentence.empty() ? sentence : sentence.plain(".");
}

Sentence say_one_date(const ProgressFinding& progress) {
  return Sentence("There is nothing to compare with: all that was said is of " + say_day(progress.dates.back().day) +
                  " or undated. Give statements the day on which they were made (key `on`), or their sources the day they appeared.");
}

Blocks tell_lines(Telling& telling, std::size_t moves, std::size_t claims) {
  const ProgressFinding& progress = *telling.finding.progress;
  if (progress.dates.size() < 2) return {paragraph(say_one_date(progress))};
  Bullets lines;
  lines.items = {{say_nearness(progress)}, {say_greatest(telling, moves)}};
  if (Sentence said = say_claims(telling, claims); !said.empty()) lines.items.push_back({said});
  lines.items.push_back({say_how_judged()});
  return {lines};
}

Sentence say_dates(const ProgressFinding& progress) {
  std::string words = std::to_string(progress.dates.size()) + " dates are told";
  if (progress.merged > 0) words += "; " + std::to_string(progress.merged) + " more are told as part of the next one";
  if (progress.undated > 0) {
    words += progress.undated == 1 ? "; one statement has no date and counts from the last one on"
                                   : "; " + std::to_string(progress.undated) + " statements have no date and count from the last one on";
  }
  return Sentence(words + ".");
}

Sentence say_how_ranges() {
  return Sentence("Assumptions were varied on the dates where that says most; on others the range is as wide, in log-odds, as on the date most like "
                  "it. Where it touches more than two words of the scale, no one number is told.");
}

}  // namespace

Blocks tell_progress_section(Telling& telling) {
  if (!telling.finding.progress || telling.finding.progress->dates.size() < 2) return {};
  Blocks blocks = {heading(2, "progress", "Progress")};
  append(blocks, tell_lines(telling, kMovesInBrief, 1));
  return blocks;
}

Blocks tell_progress_details(Telling& telling) {
  if (!telling.finding.progress || telling.finding.progress->dates.size() < 2) return {};
  return {heading(2, "progress-by-date", "Progress by date"), Paragraph{{say_dates(*telling.finding.progress), say_how_ranges()}, false},
          progress_chart(telling)};
}

Blocks tell_progress_lines(Telling& telling) {
  Blocks blocks = {heading(2, "progress", "Progress")};
  append(blocks, tell_lines(telling, kMovesTold, 3));
  return blocks;
}

}  // namespace modus::brief

/// \file What no document may say and what each must do, whichever verb tells it, in all of the worked cases.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "modus/formats/read_case.h"
#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

namespace fs = std::filesystem;

/// A document that a verb tells, by the words after `modus`; CASE stands for the case.
struct Told {
  const char* name;
  const char* words;
};

/// All documents. A new verb that tells one gets a line here. `earlier.yaml` is the case with its quotes only reported.
constexpr Told kDocuments[] = {
    {"brief", "brief CASE --scenarios 1024 --since earlier.yaml"},
    {"zone", "zone CASE --scenarios 1024"},
    {"blockers", "blockers CASE --scenarios 1024"},
    {"packages", "packages CASE --scenarios 1024"},
    {"sheet", "sheet CASE"},
    {"ask", "ask CASE --scenarios 1024"},
    {"text", "text CASE --scenarios 1024"},
    {"what_if", "what-if CASE --set unstated=0.2 --scenarios 1024"},
    {"scan", "what-if CASE --scan --scenarios 1024"},
    {"diff", "diff earlier.yaml CASE --scenarios 1024"},
    {"when", "when CASE --event 'a signed agreement' --horizon 180 --scenarios 1024"},
};

/// Of the case that has ideas and costs.
constexpr Told kOfIdeas[] = {{"expand", "expand CASE --scenarios 1024"}};

constexpr std::string_view kPrepare =
    R"(sed -e 's/channel: quoted/channel: reported/' -e 's/, file: [^,}]*//' -e 's/, at: \[[^]]*\]//g' -e '/^ *at: \[/d' CASE > earlier.yaml; )";

std::ostream& operator<<(std::ostream& out, const Told& told) { return out << told.name; }

using Asked = std::tuple<fs::path, Told>;

std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells;
  for (std::size_t at = 1; at < row.size();) {
    std::size_t end = row.find('|', at);
    while (end != std::string::npos && row[end - 1] == '\\') end = row.find('|', end + 1);
    if (end == std::string::npos) break;
    const std::string cell = row.substr(at, end - at);
    const std::size_t first = cell.find_first_not_of(' '), last = cell.find_last_not_of(' ');
    cells.push_back(first == std::string::npos ? "" : cell.substr(first, last - first + 1));
    at = end + 1;
  }
  return cells;
}

constexpr std::string_view kOpen = "\u201C", kClose = "\u201D";

/// Words in quotation marks, each with what follows up to the next ones or the end of the cell.
struct Quoted {
  std::size_t at = 0, end = 0;  ///< of marks and words
  std::string words, after;
};

std::vector<Quoted> quotes_in(const std::string& text) {
  std::vector<Quoted> found;
  for (std::size_t at = text.find(kOpen); at != std::string::npos; at = text.find(kOpen, at + 1)) {
    const std::size_t close = text.find(kClose, at);
    if (close == std::string::npos) break;
    const std::size_t end = close + kClose.size();
    const std::size_t stop = std::min({text.find(kOpen, end), text.find('\n', end), text.find(" |", end), text.size()});
    found.push_back({at, end, text.substr(at + kOpen.size(), close - at - kOpen.size()), text.substr(end, stop - end)});
  }
  return found;
}

/// As Markdown, so that nothing is broken over lines.
class EveryDocument : public testing::TestWithParam<Asked> {
 protected:
  void SetUp() override {
    const std::string file = std::get<0>(GetParam()).string();
    const std::string line = std::string(kPrepare) + "modus " + std::get<1>(GetParam()).words + " -o told.md && cat told.md";
    const ProgramRun run = run_shell(std::regex_replace(line, std::regex("CASE"), "'" + file + "'"));
    ASSERT_EQ(run.status, 0) << run.err;
    body_ = run.out.substr(0, run.out.find("\n## Cited here"));
    cited_ = run.out.substr(body_.size());
    const auto subject = formats::read_case_file(file);
    ASSERT_TRUE(subject.ok());
    subject_ = subject.value();
    for (const auto party : subject_.parties.indices()) place_[subject_.parties[party].name] = party.value;
  }

  [[nodiscard]] std::string around(std::size_t at) const {
    const std::size_t from = at < 100 ? 0 : at - 100;
    return body_.substr(from, 220);
  }

  void expect_no_forbidden_words() const {
    const std::string told = without_quotes();
    for (const char* words : {"\\bthe deal\\b", "\\bbluff", "\\b(is|are) the blocker", "\\bto blame\\b", "\\bbest deal\\b", "\\bunreasonable\\b",
                              "\\bwill accept\\b", "\\bwould accept\\b", "\\bstubborn", "\\bshould accept\\b", "\\bmust accept this\\b",
                              "\\bwe recommend\\b", "\\bprobability of (peace|success)\\b", "\\bnan\\b"}) {
      std::smatch match;
      const bool found = std::regex_search(told, match, std::regex(words, std::regex::icase));
      EXPECT_FALSE(found) << words << ": " << (found ? told.substr(static_cast<std::size_t>(match.position()), 80) : "");
    }
  }

  /// Words of others may say what they like.
  [[nodiscard]] std::string without_quotes() const {
    std::string text;
    std::size_t from = 0;
    for (const Quoted& quoted : quotes_in(body_)) {
      if (quoted.at < from) continue;
      text += body_.substr(from, quoted.at - from);
      from = quoted.end;
    }
    return text + body_.substr(from);
  }

  /// Probabilities have a no-break space before the sign, units of the case none. Each is a multiple of 5, and has its
  /// word or is the start of a range that has; the scale itself and the sentence on rounding stand apart.
  void expect_rounded_and_worded() const {
    static const std::regex percent("([0-9.]+)\u00A0%");
    static const std::regex worded("^( \\([a-z]| to (over )?[0-9]+\u00A0% \\([a-z]| and (carry a|with a) word)");
    for (std::sregex_iterator match(body_.begin(), body_.end(), percent), end; match != end; ++match) {
      const std::string number = (*match)[1];
      const auto after = static_cast<std::size_t>(match->position() + match->length());
      if (in_scale(after)) continue;
      const bool rounded = number.find('.') == std::string::npos && (number.ends_with('0') || number.ends_with('5'));
      EXPECT_TRUE(rounded || is_small_chance_by_a_day(number)) << around(after);
      EXPECT_TRUE(comes_after_its_word(*match) || std::regex_search(body_.substr(after, 40), worded)) << around(after);
    }
  }

  /// The tables of `when` tell chances of 1 to 4 % apart where as much was counted.
  [[nodiscard]] static bool is_small_chance_by_a_day(const std::string& number) {
    const bool forecast = std::string_view(std::get<1>(GetParam()).name) == "when";
    return forecast && number.find('.') == std::string::npos && (number.size() == 1 || (number.size() == 2 && number > "95"));
  }

  /// "likely (about 70 %)"
  [[nodiscard]] bool comes_after_its_word(const std::smatch& percent) const {
    constexpr std::string_view kAbout = "(about ";
    const auto at = static_cast<std::size_t>(percent.position());
    return at >= kAbout.size() && body_.compare(at - kAbout.size(), kAbout.size(), kAbout) == 0;
  }

  [[nodiscard]] bool in_scale(std::size_t at) const {
    const std::size_t scale = body_.find("The scale of likelihood words");
    return scale != std::string::npos && at > scale && at < scale + 900;
  }

  /// Each quote of a statement is cited in its own sentence or cell; each number cited is listed.
  void expect_cited() const {
    static const std::regex citation("\\[[0-9]+\\]");
    std::set<std::string> quotes;
    for (const case_model::Statement& statement : subject_.statements) quotes.insert(statement.quote.text);
    for (const Quoted& quoted : quotes_in(body_)) {
      EXPECT_TRUE(!quotes.contains(quoted.words) || std::regex_search(quoted.after, citation)) << around(quoted.at);
    }
    static const std::regex number("[^!\\\\]\\[([0-9]+)\\][^(]");
    for (std::sregex_iterator match(body_.begin(), body_.end(), number), end; match != end; ++match) {
      if ((*match)[1] == "1") continue;  // told of in how to read
      EXPECT_NE(cited_.find("- [" + (*match)[1].str() + "] "), std::string::npos) << match->str();
    }
  }

  /// Rows and columns that are parties stand in the order of ids, never ranked.
  void expect_order_of_ids() const {
    std::size_t before = 0;
    for (const std::string& line : lines_of(body_)) {
      if (!line.starts_with('|')) {
        before = 0;
        continue;
      }
      const std::vector<std::string> cells = cells_of(line);
      std::size_t left = 0;
      for (std::size_t c = 1; c < cells.size(); ++c) {
        const auto party = place_.find(cells[c]);
        if (party == place_.end()) continue;
        EXPECT_GE(party->second, left) << line;
        left = party->second;
      }
      const auto party = cells.empty() ? place_.end() : place_.find(cells[0]);
      if (party == place_.end()) continue;
      EXPECT_GE(party->second, before) << line;
      before = party->second;
    }
  }

  std::string body_, cited_;
  case_model::Case subject_;
  std::map<std::string, std::size_t> place_;
};

TEST_P(EveryDocument, IsHonestAndNeutral) {
  EXPECT_NE(body_.find("For the team only"), std::string::npos);
  expect_no_forbidden_words();
  expect_rounded_and_worded();
  expect_cited();
  expect_order_of_ids();
}

std::string name_of(const testing::TestParamInfo<Asked>& test) {
  return test_name(std::get<0>(test.param)) + "_" + std::get<1>(test.param).name;
}

/// A small dispute with ideas, costs, labels and every channel.
fs::path harbour() { return source_folder() / "tests/honesty/harbour.yaml"; }

INSTANTIATE_TEST_SUITE_P(Cases, EveryDocument, testing::Combine(testing::ValuesIn(all_cases()), testing::ValuesIn(kDocuments)), name_of);
INSTANTIATE_TEST_SUITE_P(Harbour, EveryDocument, testing::Combine(testing::Values(harbour()), testing::ValuesIn(kDocuments)), name_of);
INSTANTIATE_TEST_SUITE_P(Ideas, EveryDocument, testing::Combine(testing::Values(harbour()), testing::ValuesIn(kOfIdeas)), name_of);

/// Pieces of a document between stops, commas and cells, in no order, with its two parties' names and the numbers of
/// sources taken out: who stands first in a list differs between mirrors, nothing else.
std::multiset<std::string> blind_pieces(const std::string& text) {
  std::string blind = text.substr(0, text.find("\n## Cited here"));
  blind = std::regex_replace(blind, std::regex("\\[[0-9]+\\]|[0-9a-f]{64}"), "");
  blind = std::regex_replace(blind, std::regex("Ay|Bee"), "X");
  blind = std::regex_replace(blind, std::regex("[.,;:|] +| and | +[|]"), "\n");
  const std::vector<std::string> pieces = lines_of(blind);
  return {pieces.begin(), pieces.end()};
}

/// Nothing is left open in it, so that no number comes from sampling.
constexpr std::string_view kMirror = R"(
modus: 1
title: Mirror
as_of: 2026-03-14
event: a signature
parties: {a: {name: Ay}, b: {name: Bee}}
issues: {x: {options: {one: one, two: two}}, y: {options: {left: left, right: right}}}
drafts: {d: {x: one, y: left}}
statements:
  - {id: s1, party: a, kind: offers, what: x = one}
  - {id: s2, party: b, kind: offers, what: x = two}
judgments:
  a: {order: {x: [one, two], y: [left, right]}, weights: {x: 0.9, y: 0.1}, no_deal: {value: 5, why: known}}
  b: {order: {x: [two, one], y: [left, right]}, weights: {x: 0.8, y: 0.2}, no_deal: {value: 90, why: known}}
)";

/// The same dispute with the two parties' ids and names exchanged.
std::string mirrored() {
  std::string text(kMirror);
  for (const auto& [from, to] : {std::pair("party: a", "party: @"), {"party: b", "party: a"}, {"party: @", "party: b"}, {"  a: \\{", "  @: {"}, {"  b: \\{", "  a: {"}, {"  @: \\{", "  b: {"}}) {
    text = std::regex_replace(text, std::regex(from), to);
  }
  return text;
}

TEST(MirrorOfADispute, IsToldInTheSameWords) {
  for (const Told& told : kDocuments) {
    std::string words = std::regex_replace(std::string(told.words), std::regex("CASE"), "case.yaml");
    const std::string line = "cat > case.yaml; sed 's/signature/mark/' case.yaml > earlier.yaml; modus " + words + " -o told.md && cat told.md";
    const ProgramRun here = run_shell(line, kMirror), there = run_shell(line, mirrored());
    ASSERT_EQ(here.status, 0) << words << here.err;
    const std::multiset<std::string> a = blind_pieces(here.out), b = blind_pieces(there.out);
    EXPECT_GT(a.size(), 10U) << words;
    std::vector<std::string> apart;
    std::ranges::set_symmetric_difference(a, b, std::back_inserter(apart));
    EXPECT_TRUE(apart.empty()) << words << ": " << apart.front();
  }
}

}  // namespace
}  // namespace modus::tests

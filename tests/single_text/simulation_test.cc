/// \file Does the loop work? Parties with known wants, a mediator that knows only the case. Wants are drawn
/// from what the case says, so that the chances the program gives are those by which it may be judged.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "modus/base/number.h"
#include "modus/base/random.h"
#include "modus/formats/read_case.h"
#include "tests/single_text/simulated_talks.h"
#include "tests/support/files.h"

namespace modus::tests {
namespace {

case_model::Case read(const std::string& text) {
  auto subject = formats::read_case(text);
  EXPECT_TRUE(subject.ok()) << (subject.ok() ? "" : base::describe(subject.problems().front()));
  return subject.value();
}

std::string shuffled(base::RandomStream& random, std::vector<std::string> items, const std::string& opening,
                     const std::string& closing) {
  std::string text = opening;
  while (!items.empty()) {
    const std::size_t next = random.below(items.size());
    text += (text == opening ? "" : ", ") + items[next];
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(next));
  }
  return text + closing;
}

/// Two or three parties, four issues of three options; on most issues the parties' orders are known, and in
/// what order the issues matter to each is said; here and there a limit. A draft "any" at random.
case_model::Case random_case(std::uint64_t seed) {
  base::RandomStream random(seed, "simulated talks");
  const std::size_t parties = 2 + random.below(2);
  std::string text = "modus: 1\ntitle: Talks\nas_of: 2026-01-31\nparties: {";
  for (std::size_t p = 0; p < parties; ++p) text += (p == 0 ? "p" : ", p") + std::to_string(p) + ": {}";
  text += "}\nissues:\n";
  for (int i = 0; i < 4; ++i) text += "  i" + std::to_string(i) + ": {options: {a: a, b: b, c: c}}\n";
  std::string judgments, statements;
  for (std::size_t p = 0; p < parties; ++p) {
    const std::string name = "p" + std::to_string(p);
    judgments += "  " + name + ":\n    no_deal: {value: 40..65}\n    order: {";
    bool first = true;
    for (int i = 0; i < 4; ++i) {
      if (random.chance(0.2)) continue;
      const bool forward = (p + static_cast<std::size_t>(i)) % 2 == 0;  // mostly at odds with the next party
      judgments += (first ? "i" : ", i") + std::to_string(i) + ": " +
                   (random.chance(0.25) ? shuffled(random, {"a", "b", "c"}, "[", "]")
                    : forward           ? "[a, b, c]"
                                        : "[c, b, a]");
      first = false;
    }
    judgments += "}\n";
    statements += "  - {id: r" + name + ", party: " + name +
                  ", kind: ranks, what: " + shuffled(random, {"i0", "i1", "i2", "i3"}, "[", "]") +
                  ", channel: quoted}\n";
    if (random.chance(0.5)) {
      const std::string option(1, static_cast<char>('a' + random.below(3)));
      statements += "  - {id: l" + name + ", party: " + name + ", kind: rejects, what: i" +
                    std::to_string(random.below(4)) + " = " + option + "}\n";
    }
  }
  std::string draft = "drafts: {any: {";
  for (int i = 0; i < 4; ++i)
    draft += (i == 0 ? "i" : ", i") + std::to_string(i) + ": " +
             std::string(1, static_cast<char>('a' + random.below(3)));
  text += draft + "}}\n";
  return read(text + "statements:\n" + statements + "judgments:\n" + judgments);
}

/// Means over many runs of talks.
struct Tally {
  std::size_t runs = 0, accepted = 0, at_target = 0;
  double rounds = 0, rounds_to_accept = 0, rounds_to_target = 0, left_at_first = 0, left_when_accepted = 0,
         left = 0;

  void add(const Talks& talks) {
    ++runs;
    accepted += talks.accepted ? 1U : 0U;
    at_target += talks.accepted && talks.left <= kNearFrontier ? 1U : 0U;
    rounds += static_cast<double>(talks.rounds);
    rounds_to_accept += static_cast<double>(talks.rounds_to_accept);
    rounds_to_target += static_cast<double>(talks.rounds_to_target);
    left_at_first += talks.left_at_first;
    left_when_accepted += talks.left_when_accepted;
    left += talks.left;
  }
  [[nodiscard]] double mean(double sum) const { return sum / static_cast<double>(runs); }
  [[nodiscard]] double share(std::size_t count) const {
    return static_cast<double>(count) / static_cast<double>(runs);
  }
};

void record(const std::string& what, double number) {
  ::testing::Test::RecordProperty(what, base::write_fixed(number, 2));
}

void record(const std::string& name, const Tally& tally) {
  record(name + "_runs", static_cast<double>(tally.runs));
  record(name + "_accepted", tally.share(tally.accepted));
  record(name + "_at_target", tally.share(tally.at_target));
  record(name + "_rounds", tally.mean(tally.rounds));
  record(name + "_rounds_to_accept", tally.mean(tally.rounds_to_accept));
  record(name + "_rounds_to_target", tally.mean(tally.rounds_to_target));
  record(name + "_left_at_first", tally.mean(tally.left_at_first));
  record(name + "_left_when_accepted", tally.mean(tally.left_when_accepted));
  record(name + "_left", tally.mean(tally.left));
}

struct Compared {
  Tally text, blind;
};

void compare(const case_model::Case& subject, std::uint64_t number, Compared& tally) {
  const Truth truth(subject, number);
  if (!truth.has_zone()) return;
  tally.text.add(work_on_a_text(subject, truth));
  tally.blind.add(table_blindly(subject, truth));
}

case_model::Case worked_case(const std::string& name) {
  auto subject = formats::read_case(read_file(source_folder() / "cases" / (name + ".yaml")));
  EXPECT_TRUE(subject.ok());
  return subject.value();
}

/// What the single text is to be better at. Blind tabling has no reason to go on once all accept; that it is
/// told here when to stop (rounds_to_target) is more than it could know.
void expect_better(const Compared& tally) {
  EXPECT_LT(tally.text.rounds_to_accept, tally.blind.rounds_to_accept);
  EXPECT_LT(tally.text.left, tally.blind.left_when_accepted);
  EXPECT_GE(tally.text.accepted, tally.blind.accepted);
}

TEST(SimulatedTalks, OfRandomCasesNeedFewerRoundsAndEndNearTheFrontier) {
  Compared tally;
  for (std::uint64_t seed = 1; seed <= 80; ++seed) compare(random_case(seed), seed, tally);
  record("text", tally.text);
  record("blind", tally.blind);
  expect_better(tally);
  EXPECT_LE(tally.text.rounds_to_target, tally.blind.rounds_to_target);
  EXPECT_LE(tally.text.mean(tally.text.left), kNearFrontier);
}

TEST(SimulatedTalks, OfWorkedCasesNeedFewerRounds) {
  Compared tally;
  for (const std::string name : {"dock-strike", "company-purchase"}) {
    const case_model::Case subject = worked_case(name);
    for (std::uint64_t number = 1; number <= 6; ++number) compare(subject, number, tally);
  }
  record("worked_text", tally.text);
  record("worked_blind", tally.blind);
  expect_better(tally);
}

/// From a draft at random, where there is much to improve.
void follow(double confidence) {
  std::size_t parties = 0, hurt = 0, steps = 0;
  double left_at_first = 0, left = 0;
  constexpr std::size_t kRuns = 100;
  for (std::uint64_t seed = 1; seed <= kRuns; ++seed) {
    const case_model::Case subject = random_case(seed);
    const Unasked one = follow_unasked(subject, "any", Truth(subject, seed), confidence);
    parties += one.parties;
    hurt += one.hurt;
    steps += one.steps;
    left_at_first += one.left_at_first / kRuns;
    left += one.left / kRuns;
  }
  ASSERT_GT(parties, 50U);
  const auto n = static_cast<double>(parties);
  const double frequency = static_cast<double>(hurt) / n;
  const std::string name = "unasked_" + base::write_number(confidence);
  record(name + "_steps", static_cast<double>(steps));
  record(name + "_parties", n);
  record(name + "_hurt", frequency);
  record(name + "_left_at_first", left_at_first);
  record(name + "_left", left);
  EXPECT_LE(frequency, 1 - confidence + 2 * std::sqrt(confidence * (1 - confidence) / n));
  EXPECT_LT(left, left_at_first);
}

TEST(SimulatedTalks, AChangeHurtsNoMoreOftenThanItsConfidenceAllows) {
  for (const double confidence : {0.6, 0.8}) follow(confidence);
}

}  // namespace
}  // namespace modus::tests

/// \file What the forecast log keeps when programs are killed, write at once, or find no room.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "tests/support/program.h"

namespace modus::tests {
namespace {

// `one N` adds a forecast that no other N makes and, once it is acknowledged, says so in the file ack.N.
// It becomes the program, so that a signal to it reaches that.
const std::string kOne = "program='" MODUS_PROGRAM "'\n" R"sh(
header=kind,id,made_at,version,case_title,case_sha256,as_of,event,horizon_days,seed,scenarios,weight,chances,base_rate,base_rate_class,sources,happened,by,why
one() {
  { echo $header; echo "forecast,1,2026-05-10T09:00:00Z,,Harbour,,2026-05-10,a signed agreement,30,$1,64,0.3,7=0.1 30=0.2,,,,,,"; } > $1.csv
  exec "$program" log c.yaml --import $1.csv > ack.$1
}
acknowledged() { cat ack.* | grep -c '^1 forecast'; }
kept() { modus log c.yaml --list | grep -c 'a signed agreement'; }
)sh";

std::pair<int, int> two_numbers(const std::string& text) {
  std::istringstream words(text);
  std::pair<int, int> numbers(-1, -1);
  words >> numbers.first >> numbers.second;
  return numbers;
}

TEST(LogSafety, KeepsWhatWasAcknowledgedWhenProgramsAreKilled) {
  const ProgramRun run = run_shell(kOne + R"sh(
    for n in $(seq 1 60); do
      one $n & pid=$!
      sleep 0.0$((RANDOM % 90 + 10)); kill -9 $pid; wait $pid
    done 2>/dev/null
    ( one 100 ); acknowledged; kept)sh");
  EXPECT_EQ(run.status, 0) << run.err;
  const auto [acknowledged, kept] = two_numbers(run.out);
  EXPECT_GE(acknowledged, 1) << run.out << run.err;
  EXPECT_GE(kept, acknowledged);
}

TEST(LogSafety, KeepsWhatTwoProgramsAddAtOnce) {
  const ProgramRun run = run_shell(kOne + R"sh(
    (for n in $(seq 1 20); do ( one $n ); done) & (for n in $(seq 101 120); do ( one $n ); done) & wait
    acknowledged; kept)sh");
  EXPECT_EQ(two_numbers(run.out), std::pair(40, 40)) << run.out << run.err;
}

TEST(LogSafety, StaysAsItIsWhereThereIsNoRoom) {
  const ProgramRun run = run_shell(kOne + R"sh(
    ( one 1 ); sha256sum c.forecasts.db > before
    { echo $header; for n in $(seq 1 400); do echo "forecast,$n,2026-05-10T09:00:00Z,,Harbour,,2026-05-10,an event,30,$n,64,0.3,7=0.1 30=0.2,,,,,,"; done; } > many.csv
    ( trap '' XFSZ; ulimit -f 48; modus log c.yaml --import many.csv ); echo status $?
    sha256sum --check --quiet before && acknowledged; kept)sh");
  EXPECT_EQ(run.out, "status 1\n1\n1\n") << run.err;
  EXPECT_NE(run.err.find("make room on the disk"), std::string::npos) << run.err;
}

TEST(LogSafety, SaysSoWhereItMayNotWrite) {
  const ProgramRun run = run_shell(kOne + "( one 1 ); modus log c.yaml --log /proc/c.forecasts.db --import 1.csv");
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("/proc/c.forecasts.db: the forecast log cannot be used"), std::string::npos) << run.err;
}

TEST(LogSafety, TakesNoLinkForALog) {
  const ProgramRun run = run_shell(kOne + "( one 1 ); ln -s c.forecasts.db other.db; modus log c.yaml --log other.db --list; echo $?; modus log c.yaml --log other.db --import 1.csv; echo $?");
  EXPECT_EQ(run.out, "1\n1\n");
  EXPECT_NE(run.err.find("is a link"), std::string::npos) << run.err;
}

TEST(LogSafety, ShowsNothingOfATableThatATerminalWouldObey) {
  const ProgramRun run = run_shell(kOne + "{ echo $header; printf 'forecast,\\033[31m,,,,,,,,,,,,,,,,,\\n'; } > t.csv; modus log c.yaml --import t.csv");
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(std::ranges::count(run.err, '\033'), 0) << run.err;
  EXPECT_NE(run.err.find("\\u{001B}"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace modus::tests

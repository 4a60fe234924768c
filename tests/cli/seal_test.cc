/// \file Sealed cases as a user drives them.
#include <gtest/gtest.h>

#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

/// A case with comments, and a passphrase in the environment.
const std::string kStart = "modus new --template labour -o talks.yaml; export MODUS_PASSPHRASE='four quiet harbour cranes'; ";
const std::string kSealed = kStart + "modus seal talks.yaml > said && ";

const std::string kReport =
    "Bakers call off talks on nights\n\nBy Ida Holm | Evening News\nPublished 2 May 2026\n\n"
    "The Bakers' Union rejected the employer's offer of 3 per cent, its secretary said on Friday.\n\n"
    "\"We will never accept the new rosters,\" said Jon Varga, the union's secretary.\n";

TEST(Seal, WritesASealedCopyAndSaysWhatIsLeft) {
  const ProgramRun run = run_shell(kStart + "modus seal talks.yaml && ls && ! grep -aq bakery talks.yaml.sealed && modus seal talks.yaml");
  EXPECT_EQ(run.status, 1) << run.err;
  EXPECT_NE(run.out.find("talks.yaml is still there in the clear"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("talks.yaml.sealed\n"), std::string::npos) << run.out;
  EXPECT_NE(run.err.find("talks.yaml.sealed: is there already"), std::string::npos) << run.err;
}

TEST(Seal, UnsealGivesEveryByteBack) {
  const ProgramRun run = run_shell(kSealed + "modus unseal talks.yaml.sealed | cmp - talks.yaml && modus unseal talks.yaml.sealed -o again.yaml && cmp again.yaml talks.yaml");
  EXPECT_EQ(run.status, 0) << run.err << run.out;
  EXPECT_NE(run.err.find("again.yaml now holds the case in the clear"), std::string::npos) << run.err;
}

TEST(Seal, EveryVerbReadsASealedCaseLikeTheCaseItself) {
  for (const std::string verb : {"check", "brief --scenarios 256", "zone --scenarios 256", "packages --scenarios 256", "sheet", "ask --scenarios 256"}) {
    const ProgramRun run = run_shell(kSealed + "modus " + verb + " talks.yaml > clear && modus " + verb + " talks.yaml.sealed | sed 's/talks.yaml.sealed/talks.yaml/g' > sealed && cmp clear sealed");
    EXPECT_EQ(run.status, 0) << verb << run.err << run.out;
  }
  const ProgramRun run = run_shell(kSealed + "modus zone - --scenarios 256 --json < talks.yaml.sealed > a && modus zone - --scenarios 256 --json < talks.yaml > b && cmp a b");
  EXPECT_EQ(run.status, 0) << run.err;
}

TEST(Seal, TheFirstLineOfAFileIsAPassphraseToo) {
  const ProgramRun run = run_shell(kSealed + "unset MODUS_PASSPHRASE; printf 'four quiet harbour cranes\\r\\nnotes\\n' > key; modus check talks.yaml.sealed --passphrase-file key && "
                                             "modus check talks.yaml.sealed --passphrase-file <(head -1 key)");
  EXPECT_EQ(run.status, 0) << run.err;
}

TEST(Seal, NoPassphraseOrAWrongOneIsAClearProblem) {
  const ProgramRun none = run_shell(kSealed + "unset MODUS_PASSPHRASE; modus check talks.yaml.sealed");
  EXPECT_EQ(none.status, 1);
  EXPECT_NE(none.err.find("talks.yaml.sealed: is sealed, and there is no passphrase to open it with (name a file"), std::string::npos) << none.err;
  const ProgramRun wrong = run_shell(kSealed + "MODUS_PASSPHRASE=cranes modus brief talks.yaml.sealed --json");
  EXPECT_EQ(wrong.status, 1);
  EXPECT_NE(wrong.out.find("the passphrase is wrong, or the file was changed since it was sealed"), std::string::npos) << wrong.out;
  for (const std::string bad : {"MODUS_PASSPHRASE= modus check talks.yaml.sealed", "modus check talks.yaml.sealed --passphrase-file nowhere", "modus check talks.yaml.sealed --passphrase-file ."}) {
    EXPECT_EQ(run_shell(kSealed + bad).status, 1) << bad;
  }
}

TEST(Seal, DamagedAndUnfitFilesAreRefused) {
  const ProgramRun cut = run_shell(kSealed + "head -c 200 talks.yaml.sealed > cut.sealed; modus check cut.sealed");
  EXPECT_EQ(cut.status, 1);
  EXPECT_NE(cut.err.find("cut.sealed: the sealed file is cut off"), std::string::npos) << cut.err;
  const ProgramRun newer = run_shell(kSealed + "sed 's,^modus-sealed/1,modus-sealed/2,' talks.yaml.sealed > new.sealed; modus check new.sealed");
  EXPECT_NE(newer.err.find("of another form than this program knows"), std::string::npos) << newer.err;
  const ProgramRun twice = run_shell(kSealed + "modus seal talks.yaml.sealed; modus unseal talks.yaml; printf '\\377' > x; modus seal x");
  EXPECT_EQ(twice.status, 1);
  EXPECT_NE(twice.err.find("is sealed already"), std::string::npos) << twice.err;
  EXPECT_NE(twice.err.find("talks.yaml: is not sealed"), std::string::npos) << twice.err;
  EXPECT_NE(twice.err.find("is no text in UTF-8"), std::string::npos) << twice.err;
}

/// Rewrites the sealed case, and looks for clear words of it in every file of the folder.
TEST(Seal, ARewrittenCaseIsSealedAgainAndNeverStandsInTheClear) {
  const ProgramRun run = run_shell("cat > may.txt; modus read may.txt -o talks.yaml > said; echo '# the secret comment' >> talks.yaml; export MODUS_PASSPHRASE=cranes; modus seal talks.yaml > said && "
                                   "rm talks.yaml may.txt.before 2> said; cp talks.yaml.sealed first && sed 's/rejected/refused/' may.txt > june.txt && modus read june.txt -o talks.yaml.sealed && "
                                   "! cmp -s first talks.yaml.sealed && rm said && ls -A && ! grep -al 'secret comment' * && modus unseal talks.yaml.sealed",
                                   kReport);
  ASSERT_EQ(run.status, 0) << run.err << run.out;
  EXPECT_NE(run.out.find("# the secret comment"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("june"), std::string::npos) << run.out;
}

TEST(Seal, ACaseThatCannotBeRewrittenKeepsItsOldBytes) {
  const ProgramRun run = run_shell("cat > may.txt; modus read may.txt -o talks.yaml > said; export MODUS_PASSPHRASE=cranes; modus seal talks.yaml > said; cp talks.yaml.sealed first; "
                                   "MODUS_PASSPHRASE=wrong modus read may.txt -o talks.yaml.sealed; echo $?; cmp first talks.yaml.sealed && "
                                   "yes a | MODUS_PASSPHRASE=wrong modus read --review talks.yaml.sealed --by Mara; cmp first talks.yaml.sealed",
                                   kReport);
  EXPECT_EQ(run.status, 0) << run.err << run.out;
  EXPECT_NE(run.out.find("1\n"), std::string::npos) << run.out;
}

TEST(Seal, AReviewOfASealedCaseIsSealedToo) {
  const ProgramRun run = run_shell("cat > may.txt; modus read may.txt -o talks.yaml > said; export MODUS_PASSPHRASE=cranes; modus seal talks.yaml > said && rm talks.yaml && "
                                   "printf 'a\\nq\\n' | modus read --review talks.yaml.sealed --by Mara > said && head -1 talks.yaml.sealed && modus unseal talks.yaml.sealed",
                                   kReport);
  ASSERT_EQ(run.status, 0) << run.err << run.out;
  EXPECT_NE(run.out.find("modus-sealed/1\n"), std::string::npos);
  EXPECT_NE(run.out.find("by: Mara"), std::string::npos) << run.out;
}

TEST(Seal, QuotesAreStillCheckedAgainstReportsBesideIt) {
  const ProgramRun run = run_shell("cat > may.txt; modus read may.txt -o talks.yaml > said; export MODUS_PASSPHRASE=cranes; modus seal talks.yaml > said; sed -i 's/never accept/gladly take/' may.txt; "
                                   "modus check talks.yaml.sealed",
                                   kReport);
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("is not in its source"), std::string::npos) << run.err;
}

/// All is in one pair of brackets, and the comment stands where the new parts go.
TEST(Seal, CommentsThatCannotStayAreKeptSealedToo) {
  const ProgramRun run = run_shell("cat > may.txt; modus read may.txt -o talks.yaml > said; printf '{modus: 1, title: Kept talks, as_of: 2026-05-03, parties: {a: {}},\n' > flow.yaml; "
                                   "printf 'issues: {i: {options: {x: x, y: y}}} # the secret comment\n}\n' >> flow.yaml; export MODUS_PASSPHRASE=cranes; "
                                   "modus seal flow.yaml > said; rm flow.yaml; modus read may.txt -o flow.yaml.sealed && ls && ! grep -al 'secret comment' * && modus unseal flow.yaml.sealed.before",
                                   kReport);
  ASSERT_EQ(run.status, 0) << run.err << run.out;
  EXPECT_NE(run.err.find("are kept in flow.yaml.sealed.before"), std::string::npos) << run.err;
  EXPECT_NE(run.out.find("# the secret comment"), std::string::npos) << run.out;
}

TEST(Rewriting, IsRefusedForOthersThanTheTeamAndWithoutAFile) {
  const ProgramRun run = run_shell("modus new --template labour -o talks.yaml; cp talks.yaml first; modus text talks.yaml --scenarios 256 --start --for union; echo $?; "
                                   "modus text - --scenarios 256 --start < talks.yaml; echo $?; cmp first talks.yaml");
  ASSERT_EQ(run.status, 0) << run.err << run.out;
  EXPECT_EQ(run.out, "1\n1\n");
  EXPECT_NE(run.err.find("--for: the case cannot be changed in an answer for union"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("a case from standard input has no file to write into"), std::string::npos) << run.err;
}

TEST(Rewriting, KeepsTheUsersOwnText) {
  const ProgramRun run = run_shell("modus new --template labour -o talks.yaml; cp talks.yaml first; modus text talks.yaml --scenarios 256 --start > said && "
                                   "diff first talks.yaml | grep '^<' ; diff first talks.yaml | grep -c '^> text:' && ls");
  EXPECT_EQ(run.out.substr(0, 2), "1\n") << run.out << run.err;
  EXPECT_EQ(run.out.find("before"), std::string::npos) << run.out;
}

TEST(Rewriting, WritesNothingOverAFileThatSomebodyElseChanged) {
  const ProgramRun run = run_shell("cat > may.txt; modus read may.txt -o talks.yaml > said; "
                                   "(echo a; sleep 2; echo '# mine' >> talks.yaml; echo a) | modus read --review talks.yaml --by Mara; echo $?; tail -1 talks.yaml",
                                   kReport);
  EXPECT_NE(run.err.find("was changed by somebody else since it was read; nothing was written"), std::string::npos) << run.err << run.out;
  EXPECT_NE(run.out.find("1\n# mine\n"), std::string::npos) << run.out;
}

/// script(1) gives the program a terminal; the passphrase is typed once it is asked for.
TEST(Seal, TheTerminalIsAskedWithoutShowingWhatIsTyped) {
  const std::string type = "until grep -q 'assphrase for' shown; do sleep 0.1; done; echo 'four quiet harbour cranes' >&3; ";
  const ProgramRun run = run_shell(kSealed + "unset MODUS_PASSPHRASE; export -f modus; export SHELL=/bin/bash; mkfifo keys; touch shown; "
                                             "script -qefc 'modus check talks.yaml.sealed' /dev/null < keys > shown & exec 3> keys; " + type + "wait $!; echo status $?; cat shown");
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.out.find("status 0"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("talks.yaml.sealed is in order"), std::string::npos) << run.out;
  EXPECT_EQ(run.out.find("quiet harbour"), std::string::npos) << run.out;
}

}  // namespace
}  // namespace modus::tests

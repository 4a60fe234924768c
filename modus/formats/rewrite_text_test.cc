#include "modus/formats/rewrite_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <fstream>

#include "modus/formats/edit_case.h"
#include "modus/formats/read_case.h"
#include "modus/formats/test_texts.h"
#include "modus/formats/write_case.h"

namespace modus::formats {
namespace {

using case_model::Case;
using testing::HasSubstr;
using testing::Not;

// Comments at every kind of place, lists with and without brackets.
std::string commented() {
  return R"(# Harbour talks.
modus: 1
title: Harbour strike   # a working title
as_of: 2026-03-14

# Who is who.
parties:
  union: {name: Dockers' Union, aliases: [the dockers]}   # the old one
  port:
    name: Port Authority
    # asked twice
    role: principal

issues:
  crews: {options: {keep: crews stay, phased: over three years, cut: at once}}
  wages:
    name: Wages
    range: {from: 0, to: 12, step: 0.5}

rules:
  - crews = cut -> wages >= 6   # as agreed

statements:
  # First the union.
  - {id: s1, party: union, kind: rejects, what: crews = cut, meant: 0.85}   # heard twice
  # Then the port.
  - id: s2
    party: port
    kind: offers
    what: wages = 6   # net
    why: >
      in two parts
      # not a comment

# What we assume.
judgments:
  union:
    no_deal: {value: 25..45, why: the strike fund}   # to be asked
    weights: {crews: 0.3..0.6}
timeline: [{on: 2026-03-09, kind: talks}, {on: 2026-03-20, kind: talks, planned: true}]   # so far
# The end.
)";
}

Case case_of(const std::string& text) {
  auto read = read_case(text, {"talks.yaml", std::nullopt, false});
  EXPECT_TRUE(read.ok()) << (read.ok() ? "" : base::describe(read.problems().front()));
  return std::move(read.value());
}

Case edited(const Case& subject, const std::vector<std::string>& texts) {
  std::vector<CaseEdit> edits;
  for (const std::string& text : texts) edits.push_back(read_edit(text).value());
  auto result = edit_case(subject, edits);
  EXPECT_TRUE(result.ok()) << (result.ok() ? "" : base::describe(result.problems().front()));
  return result.ok() ? std::move(result.value()) : subject;
}

// The text with the edits in it, which must be kept.
std::string rewritten(const std::string& original, const std::vector<std::string>& edits) {
  const Case before = case_of(original);
  const RewrittenText result = rewrite_text(original, before, edited(before, edits));
  EXPECT_TRUE(result.kept);
  return result.text;
}

// The lines of the second that the first does not have.
std::string new_lines(const std::string& before, const std::string& after) {
  std::istringstream lines(after);
  std::string all;
  for (std::string line; std::getline(lines, line);) {
    if (("\n" + before).find("\n" + line + "\n") == std::string::npos) all += line + "\n";
  }
  return all;
}

TEST(RewriteText, ChangesNothingWhereNothingChanged) { EXPECT_EQ(rewritten(commented(), {}), commented()); }

TEST(RewriteText, AddsStatementsAfterTheLastInItsStyle) {
  const std::string text = rewritten(commented(), {"statements.s3={party: union, kind: demands, what: wages >= 8}",
                                                   "statements.s4={party: port, kind: red_line, what: wages > 9}"});
  EXPECT_EQ(new_lines(commented(), text),
            "  - id: s3\n    party: union\n    kind: demands\n    what: wages >= 8\n  - id: s4\n    kind: red_line\n    what: "
            "wages > 9\n");
  EXPECT_THAT(text, HasSubstr("      # not a comment\n  - id: s3\n    party: union\n"));
  EXPECT_THAT(text, HasSubstr("    what: wages > 9\n\n# What we assume.\n"));
  const std::string flow =
      "modus: 1\ntitle: t\nas_of: 2026-01-01\nparties: {a: {}}\nissues: {i: {options: {x: x, y: y}}}\nstatements:\n- {id: s1, "
      "party: a, kind: rejects, what: i = x}\n# end";
  EXPECT_THAT(rewritten(flow, {"statements.s2={party: a, kind: rejects, what: i = y}"}),
              HasSubstr("what: i = x}\n- {id: s2, party: a, kind: rejects, what: i = y}\n# end"));
}

TEST(RewriteText, StartsSectionsThatAreNotThere) {
  const std::string text =
      rewritten(commented(), {"text[1]={on: 2026-03-13, package: {crews: phased, wages: 6}, why: common ground}"});
  EXPECT_THAT(
      text,
      HasSubstr(
          "# so far\n\ntext:\n  - on: 2026-03-13\n    package: {crews: phased, wages: 6}\n    why: common ground\n# The end.\n"));
  const std::string more = rewritten(text, {"text[2]={on: 2026-03-14, package: {crews: keep, wages: 6}}"});
  EXPECT_THAT(more, HasSubstr("    why: common ground\n  - on: 2026-03-14\n    package: {crews: keep, wages: 6}\n# The end.\n"));
}

TEST(RewriteText, AddsReactionsToARound) {
  const std::string with_text = rewritten(commented(), {"text[1]={on: 2026-03-13, package: {crews: phased, wages: 6}}"});
  const std::string once =
      rewritten(with_text, {"statements.r1={party: union, kind: rejects, what: crews = cut and wages = 6}",
                            "text[1].reactions=[{by: union, says: refused, to: {crews: cut, wages: 6}, statement: r1}]"});
  const std::string twice = rewritten(
      once, {"statements.r2={party: port, kind: prefers, what: crews = cut and wages = 6, over: crews = phased and wages = 6}",
             "text[1].reactions[2]={by: port, says: welcomed, to: {crews: cut, wages: 6}, statement: r2}"});
  EXPECT_THAT(twice, HasSubstr("statement: r1}, {by: port, says: welcomed"));
  EXPECT_THAT(twice, HasSubstr("# heard twice"));
}

TEST(RewriteText, ReplacesSingleValuesAndKeepsTheirComments) {
  EXPECT_EQ(new_lines(commented(), rewritten(commented(), {"title=Quay talks"})), "title: Quay talks   # a working title\n");
  EXPECT_EQ(new_lines(commented(), rewritten(commented(), {"statements.s1.meant=0.5"})),
            "  - {id: s1, party: union, kind: rejects, what: crews = cut, meant: 0.5}   # heard twice\n");
  EXPECT_EQ(new_lines(commented(), rewritten(commented(), {"statements.s2.what=wages = 7"})), "    what: wages = 7   # net\n");
  EXPECT_EQ(new_lines(commented(), rewritten(commented(), {"judgments.union.no_deal.value=30"})),
            "    no_deal: {value: 30, why: the strike fund}   # to be asked\n");
  EXPECT_EQ(new_lines(commented(), rewritten(commented(), {"rules[1]=crews = cut -> wages >= 7"})),
            "  - crews = cut -> wages >= 7   # as agreed\n");
  EXPECT_EQ(new_lines(commented(), rewritten(commented(), {"parties.union.aliases=[Ana Ruiz, the dockers]"})),
            "  union: {name: Dockers' Union, aliases: [Ana Ruiz, the dockers]}   # the old one\n");
  EXPECT_EQ(new_lines(commented(), rewritten(commented(), {"statements.s2.why=in three"})), "    why: in three\n");
}

TEST(RewriteText, AddsAndDropsKeysAndItems) {
  EXPECT_EQ(new_lines(commented(), rewritten(commented(), {"statements.s2.meant=0.5"})), "    meant: 0.5\n");
  EXPECT_THAT(rewritten(commented(), {"statements.s1.meant="}), HasSubstr("what: crews = cut}   # heard twice\n"));
  EXPECT_THAT(rewritten(commented(), {"statements.s1="}), HasSubstr("  # First the union.\n  # Then the port.\n"));
  EXPECT_THAT(rewritten(commented(), {"timeline[1]="}),
              HasSubstr("timeline: [{on: 2026-03-20, kind: talks, planned: true}]   # so far\n"));
  EXPECT_THAT(rewritten(commented(), {"timeline[2]="}), HasSubstr("timeline: [{on: 2026-03-09, kind: talks}]   # so far\n"));
  EXPECT_THAT(rewritten(commented(), {"issues.crews.options.pilot=at one quay"}),
              HasSubstr("cut: at once, pilot: at one quay}}\n"));
  EXPECT_THAT(rewritten(commented(), {"judgments.port.stalling=0..0.1"}),
              HasSubstr("weights: {crews: 0.3..0.6}\n  port: {stalling: 0..0.1}\n"));
  EXPECT_THAT(rewritten(commented(), {"judgments.union.weights="}), Not(HasSubstr("weights")));
}

TEST(RewriteText, KeepsTheOrderOfListsWhereItMeansSomething) {
  const std::string before = commented() +
                             "draft:\n  questions:\n    - {id: q1, about: s1, asks: a, codings: [{says: x}, {says: y, drop: "
                             "true}], taken: 1}   # the first\n";
  const std::string text =
      rewritten(before, {"draft.questions=[{id: q2, about: s2, asks: b, codings: [{says: x}, {says: y, drop: true}], taken: 1}, "
                         "{id: q1, about: s1, asks: a, codings: [{says: x}, {says: y, drop: true}], taken: 1}]"});
  EXPECT_LT(text.find("id: q2"), text.find("id: q1"));
  EXPECT_THAT(text, HasSubstr("# heard twice"));
}

// The worked cases have comments and layouts of many kinds.
TEST(RewriteText, KeepsTheLayoutOfWorkedCases) {
  for (const auto& file : all_case_files()) {
    std::ifstream stream(file);
    const std::string original((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    const Case before = read_case(original, {"case.yaml", std::nullopt, false}).value();
    std::vector<std::vector<std::string>> all = {
        {"title=Another"}, {"unstated=0.25"}, {"sources.new={title: A paper}"}, {"parties.new={role: observer}"}};
    for (const case_model::Statement& statement : before.statements) {
      all.push_back({"statements." + statement.id + ".said=0.35"});
      all.push_back({"statements." + statement.id + ".why=a new reason"});
    }
    if (before.statements.size() > 0) {
      const std::string last = before.statements[case_model::StatementIndex(before.statements.size() - 1)].id;
      all.push_back({"statements." + last + "="});
      all.push_back({"statements.new={party: " + before.parties[case_model::PartyIndex(0)].id + ", kind: ranks, what: [" +
                     before.issues[case_model::IssueIndex(0)].id + ", " + before.issues[case_model::IssueIndex(1)].id + "]}"});
    }
    for (const auto& edits : all) {
      const Case after = edited(before, edits);
      const RewrittenText result = rewrite_text(original, before, after);
      EXPECT_TRUE(result.kept) << file << edits.front();
      const auto lines = [](const std::string& text) { return std::ranges::count(text, '\n'); };
      EXPECT_LT(std::abs(lines(result.text) - lines(original)), 12) << file << edits.front();
    }
  }
}

TEST(RewriteText, GivesTheCanonicalTextWhereTheOriginalIsAnother) {
  const Case before = case_of(commented()), after = edited(before, {"title=Quay talks"});
  for (const std::string& other : {std::string("[a"), std::string(), small_case()}) {
    const RewrittenText result = rewrite_text(other, before, after);
    EXPECT_FALSE(result.kept);
    EXPECT_EQ(result.text, write_case(after));
  }
}

TEST(RewriteText, KeepsAByteOrderMarkAndLineEndsOfWindows) {
  std::string windows = "\xEF\xBB\xBF";
  for (const char c : commented()) windows += c == '\n' ? "\r\n" : std::string(1, c);
  const std::string text = rewritten(windows, {"statements.s2.meant=0.5"});
  EXPECT_THAT(text, testing::StartsWith("\xEF\xBB\xBF# Harbour talks.\r\n"));
  EXPECT_THAT(text, HasSubstr("meant: 0.5"));
}

RC_GTEST_PROP(RewrittenText, ReadsAsTheCaseItShould, ()) {
  static const std::vector<std::string> kEdits = {"statements.s1=",
                                                  "statements.s2.over=",
                                                  "statements.s2.meant=0.4",
                                                  "statements.s1.why=\"who: knows # it\"",
                                                  "statements.n1={party: port, kind: red_line, what: wages > 8}",
                                                  "statements.n2={party: union, kind: offers, what: crews = keep}",
                                                  "issues.wages.name=Pay",
                                                  "issues.crews.options.pilot={name: a pilot, needs: [city]}",
                                                  "parties.city={role: guarantor}",
                                                  "judgments.union.order.crews=[keep, phased, cut]",
                                                  "judgments.union=",
                                                  "judgments.union.no_deal.value=0..100",
                                                  "judgments.union.why=one reason",
                                                  "rules[1]=",
                                                  "rules[1]=wages <= 10",
                                                  "rules[2]=wages <= 11",
                                                  "timeline[2]=",
                                                  "timeline[3]={on: 2026-01-01, kind: talks}",
                                                  "sources.new={title: \"x # y, [z]\"}",
                                                  "unstated=0.2",
                                                  "title=\"Other: #1\"",
                                                  "text[1]={on: 2026-03-13, package: {crews: phased, wages: 6}}",
                                                  "text[2]={on: 2026-03-14, package: {crews: keep, wages: 6}}",
                                                  "text[1].agreed=true",
                                                  "parties.union.aliases="};
  const auto chosen = *rc::gen::resize(8, rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kEdits)));
  const Case before = case_of(commented());
  Case after = before;
  for (const std::string& text : chosen) {
    auto next = edit_case(after, {read_edit(text).value()});
    if (next.ok()) after = std::move(next.value());
  }
  const RewrittenText result = rewrite_text(commented(), before, after);
  RC_ASSERT(write_case(case_of(result.text)) == write_case(after));
  RC_ASSERT(result.kept);
}

TEST(Comments, AreFoundWhereYamlHasThem) {
  EXPECT_TRUE(has_comments("# a\n"));
  EXPECT_TRUE(has_comments("a: b # c\n"));
  EXPECT_TRUE(has_comments("a: b\n#c"));
  EXPECT_FALSE(has_comments("a: b#c\n"));
}

}  // namespace
}  // namespace modus::formats

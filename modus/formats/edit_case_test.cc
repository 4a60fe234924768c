#include "modus/formats/edit_case.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "modus/formats/canonical_tree.h"
#include "modus/formats/read_case.h"
#include "modus/formats/test_texts.h"
#include "modus/formats/write_case.h"

namespace modus::formats {
namespace {

using case_model::Case;
using testing::HasSubstr;
using testing::Not;

Case harbour() {
  auto read = read_case(full_case(), {"strike.yaml", std::nullopt, false});
  EXPECT_TRUE(read.ok());
  return std::move(read.value());
}

std::vector<CaseEdit> edits(const std::vector<std::string>& texts) {
  std::vector<CaseEdit> all;
  for (const std::string& text : texts) {
    const auto edit = read_edit(text);
    EXPECT_TRUE(edit.ok()) << text;
    if (edit.ok()) all.push_back(edit.value());
  }
  return all;
}

std::string edited(const Case& subject, const std::vector<std::string>& texts) {
  const auto result = edit_case(subject, edits(texts));
  EXPECT_TRUE(result.ok()) << (result.ok() ? "" : base::describe(result.problems().front()));
  return result.ok() ? write_case(result.value()) : "";
}

std::string said_of(const base::Result<Case>& result) {
  std::string text;
  if (result.ok()) return text;
  for (const base::Problem& problem : result.problems()) text += base::describe(problem) + "\n";
  return text;
}

std::string faults_of(const std::vector<std::string>& texts) { return said_of(edit_case(harbour(), edits(texts))); }

TEST(Edits, ChangeASingleValue) {
  EXPECT_THAT(edited(harbour(), {"statements.s1.meant=0.25"}), HasSubstr("    meant: 0.25\n"));
  EXPECT_THAT(edited(harbour(), {"issues.wages.range.to=14"}), HasSubstr("      to: 14\n"));
  EXPECT_THAT(edited(harbour(), {"judgments.union.weights.crews=0.5..0.6"}), HasSubstr("      crews: 0.5..0.6\n"));
  EXPECT_THAT(edited(harbour(), {"title=\"A: new title\""}), HasSubstr("title: \"A: new title\"\n"));
}

TEST(Edits, WriteDownWhatTheCaseLeftToDefaults) {
  EXPECT_THAT(edited(harbour(), {"statements.s3.channel=rival"}), HasSubstr("    channel: rival\n"));
  EXPECT_THAT(edited(harbour(), {"judgments.city.no_deal.value=40..60"}),
              HasSubstr("  city:\n    no_deal:\n      value: 40..60\n"));
  EXPECT_THAT(edited(harbour(), {"issues.fund.options.none.needs=[city]"}),
              HasSubstr("      none:\n        name: none\n        needs: [city]\n"));
}

TEST(Edits, AddThingsWhole) {
  EXPECT_THAT(edited(harbour(), {"statements.s9={party: port, kind: red_line, what: wages > 8}"}),
              HasSubstr("  - id: s9\n    party: port\n    kind: red_line\n    what: wages > 8\n"));
  EXPECT_THAT(edited(harbour(), {"issues.wages.name=Pay", "parties.mayor={name: Mayor, role: observer}"}),
              HasSubstr("  mayor:\n    name: Mayor\n    role: observer\n"));
  EXPECT_THAT(edited(harbour(), {"rules[2]=wages <= 10"}),
              HasSubstr("rules:\n  - crews = cut -> fund = city_backed\n  - wages <= 10\n"));
  EXPECT_THAT(edited(harbour(), {"statements=", "text=", "statements.s9={party: port, kind: red_line, what: wages > 8}"}),
              HasSubstr("statements:\n  - id: s9\n"));
}

TEST(Edits, DropItems) {
  EXPECT_THAT(edited(harbour(), {"statements.s2="}), Not(HasSubstr("id: s2")));
  EXPECT_THAT(edited(harbour(), {"rules.`crews = cut -> fund = city_backed`="}), Not(HasSubstr("rules:")));
  EXPECT_THAT(edited(harbour(), {"timeline[1]=", "timeline[2]="}), Not(HasSubstr("kind: talks")));
  EXPECT_THAT(edited(harbour(), {"judgments.union.no_deal="}), Not(HasSubstr("strike fund")));
  EXPECT_THAT(edited(harbour(), {"unstated="}), Not(HasSubstr("unstated")));
}

TEST(Edits, TakeAlongWhatPointsAtADroppedStatement) {
  const std::string text = edited(harbour(), {"statements.s1=", "statements.s5="});
  EXPECT_THAT(text, Not(HasSubstr("same_as: s1")));
  EXPECT_THAT(text, Not(HasSubstr("replaces")));
  EXPECT_THAT(text, HasSubstr("id: s7"));
}

TEST(Edits, TakeAlongTheLabelOfADroppedJudgment) {
  const std::string text = edited(harbour(), {"judgments.union.no_deal="});
  EXPECT_THAT(text, Not(HasSubstr("no_deal: team")));
  EXPECT_THAT(text, HasSubstr("weights: public"));
}

TEST(Edits, KeepPointersAtAStatementThatIsPutBack) {
  const std::string text = edited(harbour(), {"statements.s1=", "statements.s1={party: union, kind: red_line, what: crews = cut}"});
  EXPECT_THAT(text, HasSubstr("same_as: s1"));
}

TEST(Edits, CountPositionsAsInTheCaseBeforeThem) {
  const std::string text = edited(harbour(), {"timeline[1]=", "timeline[3].what=the season opens"});
  EXPECT_THAT(text, HasSubstr("the season opens"));
}

TEST(Edits, NameThemselvesInTheirProblems) {
  EXPECT_EQ(
      faults_of({"statements.s8.meant=2"}),
      "--set statements.s8.meant=2: there is no 's8' in statements (perhaps 's1'; to add it, put all of it under statements.s8)\n");
  EXPECT_THAT(faults_of({"statements.s1.meant=2"}),
              HasSubstr("--set statements.s1.meant=2: 2 is out of bounds (a chance from 0 to 1)"));
  EXPECT_THAT(faults_of({"statements.s1.ment=0.5"}),
              HasSubstr("--set statements.s1.ment=0.5: unknown key 'ment' in a statement (perhaps 'meant')"));
  EXPECT_THAT(faults_of({"judgements.union.stalling=0.1"}), HasSubstr("unknown key 'judgements' in a case (perhaps 'judgments')"));
  EXPECT_THAT(faults_of({"issues.cews.options.pilot=a pilot"}), HasSubstr("there is no 'cews' in issues (perhaps 'crews'"));
  EXPECT_THAT(faults_of({"issues.crews.options.cut.sooner.later=x"}), HasSubstr("unknown key 'sooner' in an option"));
  EXPECT_THAT(faults_of({"statements.s12="}), HasSubstr("there is no 's12' in statements"));
  EXPECT_THAT(faults_of({"rules[7]="}), HasSubstr("there is no item 7 in rules (positions run from 1 to 1)"));
  EXPECT_THAT(faults_of({"title.short=x"}), HasSubstr("title is a text without parts"));
  EXPECT_THAT(faults_of({"statements.s1={id: s2, party: union, kind: rejects, what: crews = cut}"}),
              HasSubstr("the path names 's1' and the value 's2'"));
  EXPECT_THAT(faults_of({"statements.s1.what=[unclosed"}), HasSubstr("--set statements.s1.what=[unclosed"));
  EXPECT_THAT(faults_of({"judgments.union={stalling: 0, stalling: 1}"}), HasSubstr("'stalling' stands twice"));
  EXPECT_THAT(faults_of({"title=#none"}), HasSubstr("the value is empty"));
}

TEST(Edits, TellAllTheirProblemsAtOnce) {
  const std::string all =
      said_of(edit_case(harbour(), {{"statements.s81.meant", "1"}, {"rules[9]", std::nullopt}, {"`open", "1"}}));
  EXPECT_THAT(all, HasSubstr("s81"));
  EXPECT_THAT(all, HasSubstr("rules[9]"));
  EXPECT_THAT(all, HasSubstr("a backquote opens and never closes"));
}

TEST(Edits, PointIntoTheFileForWhatTheyMakeWrong) {
  const int line = harbour().drafts.front().where.line;
  EXPECT_THAT(faults_of({"issues.crews.options.phased="}),
              HasSubstr("strike.yaml:" + std::to_string(line) + ":3: no option of 'crews' is named 'phased'"));
  EXPECT_THAT(faults_of({"issues.crews.options.phased="}), HasSubstr("(once '--set issues.crews.options.phased=' is made)"));
}

TEST(Edits, KeepThePlacesOfWhatStays) {
  const Case before = harbour();
  const auto after =
      edit_case(before, edits({"statements.s1.meant=0.2", "statements.s0={party: port, kind: red_line, what: wages > 8}"}));
  ASSERT_TRUE(after.ok());
  EXPECT_EQ(after.value().statements[*after.value().find_statement("s3")].where,
            before.statements[*before.find_statement("s3")].where);
  EXPECT_EQ(after.value().statements[*after.value().find_statement("s1")].where,
            before.statements[*before.find_statement("s1")].where);
  EXPECT_THAT(after.value().statements[*after.value().find_statement("s0")].where.file, HasSubstr("--set statements.s0="));
  const auto unchanged = edit_case(before, {});
  ASSERT_TRUE(unchanged.ok());
  EXPECT_EQ(unchanged.value().judgments[*before.find_party("union")].places, before.judgments[*before.find_party("union")].places);
}

TEST(Edits, AreReadFromPathAndValue) {
  EXPECT_EQ(read_edit("a.b=c=d").value(), (CaseEdit{"a.b", "c=d"}));
  EXPECT_EQ(read_edit("rules.`x = y`= ").value(), (CaseEdit{"rules.`x = y`", std::nullopt}));
  EXPECT_FALSE(read_edit("statements.s1").ok());
  EXPECT_FALSE(read_edit("a..b=1").ok());
  EXPECT_FALSE(read_edit("a[x]=1").ok());
  EXPECT_FALSE(read_edit("a[0]=1").ok());
  EXPECT_FALSE(read_edit("a`b=1").ok());
  EXPECT_FALSE(read_edit("=1").ok());
}

TEST(Edits, ReachNamesWithPointsInBackquotes) {
  const std::string text =
      edited(harbour(), {"statements.`s1.2`={party: port, kind: red_line, what: wages > 8}", "statements.`s1.2`.meant=0.5"});
  EXPECT_THAT(text, HasSubstr("  - id: s1.2\n"));
  EXPECT_THAT(edited(harbour(), {"judgments.union.why.`weights.crews`=pay first"}), HasSubstr("weights.crews: pay first"));
}

// Pieces of paths and values, put together in any way.
RC_GTEST_PROP(Edits, OfAnyTextGiveACaseOrProblemsThatNameThem, ()) {
  static const std::vector<std::string> kPieces = {
      "statements", "s1",      "s9",        ".",         "..",        "[1]",     "[99999999999999999999]",
      "[0]",        "[",       "]",         "`",         "``",        "=",       "issues",
      "crews",      "options", "cut",       "judgments", "union",     "no_deal", "order",
      "rules",      "text",    "reactions", "draft",     "questions", "meant",   "0.5",
      "{",          "}",       "{a: b}",    "[x, y]",    "~",         " ",       "#",
      "id",         "\n",      "\xC3\xA9"};
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  const auto edit = read_edit(text);
  if (!edit.ok()) return RC_ASSERT(edit.problems().front().where.file == text);
  const auto result = edit_case(harbour(), {edit.value()});
  if (result.ok()) {
    RC_ASSERT(write_case(read_case(write_case(result.value())).value()) == write_case(result.value()));
  } else {
    RC_ASSERT(!result.problems().empty() && !result.problems().front().what.empty());
  }
}

TEST(MergeInto, AddsOptionsStatementsAndKeys) {
  const auto merged = merge_into(harbour(), R"(issues:
  crews: {options: {pilot: a pilot at one quay}}
  parking: {name: Parking, options: {free: free, paid: paid}}
statements:
  - {id: s1, meant: 0.5}
  - {id: s9, party: port, kind: offers, what: crews = pilot}
judgments:
  union: {order: {crews: [keep, pilot, phased, cut]}}
drafts: {ministry-march: {parking: free}}
judgments.x: 1
)");
  EXPECT_THAT(said_of(merged), HasSubstr("the addition:10:1: unknown key 'judgments.x'"));
  EXPECT_THAT(said_of(merged), HasSubstr("(once the addition is in the case)"));  // the lottery does not name parking
  const auto good = merge_into(
      harbour(),
      "issues:\n  crews: {options: {pilot: at one quay}}\njudgments:\n  union: {order: {crews: [keep, pilot, phased, cut]}}\n"
      "statements:\n  - {id: s1, meant: 0.5}\n");
  ASSERT_TRUE(good.ok()) << said_of(good);
  const std::string text = write_case(good.value());
  EXPECT_THAT(text, HasSubstr("      pilot: at one quay\n"));
  EXPECT_THAT(text, HasSubstr("crews: [keep, pilot, phased, cut]"));
  EXPECT_THAT(text, HasSubstr("    meant: 0.5\n"));
  EXPECT_THAT(text, HasSubstr("    quote: a line we will not cross\n"));
}

TEST(MergeInto, CompletesPackagesByNoneOfANewIssue) {
  const auto merged = merge_into(harbour(),
                                 "issues: {places: {name: Places, options: {none: none, ten: ten}}}\ndrafts: {other: {wages: 6, "
                                 "crews: keep, fund: none, places: ten}}\n");
  ASSERT_TRUE(merged.ok()) << said_of(merged);
  const Case& with = merged.value();
  const case_model::IssueIndex places = *with.find_issue("places");
  for (const case_model::Draft& draft : with.drafts) {
    EXPECT_EQ(with.issues[places].options[draft.package[places]].id, draft.id == "other" ? "ten" : "none");
  }
  for (const case_model::Judgments& judged : with.judgments) {
    for (const case_model::LotteryOutcome& outcome : judged.no_deal.lottery)
      EXPECT_EQ(with.issues[places].options[outcome.package[places]].id, "none");
  }
  const Case before =
      merge_into(harbour(),
                 "statements: [{id: s9, party: port, kind: rejects, what: \"wages = 6 and crews = keep and fund = none\"}]")
          .value();
  const auto later = merge_into(before, "issues: {places: {name: Places, options: {none: none, ten: ten}}}");
  ASSERT_TRUE(later.ok()) << said_of(later);
  EXPECT_THAT(write_case(later.value()), HasSubstr("what: crews = keep and fund = none and places = none and wages = 6"));
  const auto without = merge_into(harbour(), "issues: {places: {name: Places, options: {few: few, ten: ten}}}");
  EXPECT_THAT(said_of(without), HasSubstr("says nothing on places"));
}

TEST(MergeInto, OfNothingOrOfWhatIsThereChangesNothing) {
  for (const std::string& piece : {std::string("rules: [crews = cut -> fund = city_backed]"), write_case(harbour())}) {
    const auto merged = merge_into(harbour(), piece);
    ASSERT_TRUE(merged.ok()) << said_of(merged);
    EXPECT_EQ(write_case(merged.value()), write_case(harbour()));
  }
  EXPECT_FALSE(merge_into(harbour(), "[a]").ok());
  EXPECT_FALSE(merge_into(harbour(), "rules: [a, b").ok());
  EXPECT_THAT(said_of(merge_into(harbour(), "title: a\ntitle: b\n", "idea pilot")),
              HasSubstr("idea pilot:2:1: 'title' stands twice"));
}

TEST(CanonicalText, IsReadQuicklyAsTheReaderOfYamlDoes) {
  std::vector<std::string> texts = {full_case()};
  for (const auto& file : all_case_files()) texts.push_back(write_case(read_case_file(file).value()));
  for (const std::string& text : texts) {
    const std::string canonical = write_case(read_case(text).value());
    const auto quick = read_canonical(canonical);
    ASSERT_TRUE(quick.has_value());
    EXPECT_TRUE(same_values(*quick, read_yaml(canonical, "f").value()));
    EXPECT_TRUE(same_values(*quick, *read_flow(flow_of(*quick))));
    EXPECT_TRUE(same_values(*quick, read_yaml(flow_of(*quick), "f").value()));
  }
  EXPECT_FALSE(read_canonical("a: b # c\nd:   e").has_value());
  EXPECT_FALSE(read_flow("{a: b }").has_value());
  EXPECT_FALSE(read_flow("[a, b").has_value());
  EXPECT_FALSE(read_flow("'a'").has_value());
}

TEST(Items, CanEachBePutBackAndHavePathsOfTheirOwn) {
  for (const auto& file : all_case_files()) {
    const Case subject = read_case_file(file).value();
    std::set<std::string> paths;
    std::vector<CaseEdit> all;
    for (const CaseItem& item : items_of(subject)) {
      EXPECT_TRUE(paths.insert(item.path).second) << item.path;
      all.push_back({item.path, item.yaml});
    }
    const auto same = edit_case(subject, all);
    ASSERT_TRUE(same.ok()) << file << said_of(same);
    EXPECT_EQ(write_case(same.value()), write_case(subject));
  }
}

TEST(Items, NameWhatTheyAre) {
  std::vector<std::string> groups;
  for (const CaseItem& item : items_of(harbour()))
    groups.push_back(item.group + " " + item.owner + " " + item.id + " " + item.path);
  EXPECT_THAT(groups,
              testing::IsSupersetOf(
                  {"setting  title title", "option crews cut issues.crews.options.cut",
                   "issue crews carried_out_by issues.crews.carried_out_by",
                   "judgment union weights.crews judgments.union.weights.crews", "judgment union no_deal judgments.union.no_deal",
                   "judgment union scores.crews.phased judgments.union.scores.crews.phased", "statement  s1 statements.s1",
                   "rule   rules.`crews = cut -> fund = city_backed`", "record   draft"}));
}

// Cases near the harbour strike.
rc::Gen<Case> any_case() {
  static const std::vector<std::string> kEdits = {"statements.s1=",
                                                  "statements.s2=",
                                                  "statements.s5=",
                                                  "statements.s6.meant=0.4",
                                                  "statements.s3.why=\"who: knows\"",
                                                  "statements.n1={party: port, kind: red_line, what: wages > 8}",
                                                  "issues.wages.name=Pay",
                                                  "issues.crews.options.pilot=a pilot",
                                                  "issues.crews.carried_out_by=",
                                                  "judgments.union.order=",
                                                  "judgments.union=",
                                                  "judgments.port.no_deal=",
                                                  "judgments.union.why=one reason",
                                                  "judgments.port.adjust=[{when: wages > 3, by: 5}, {when: wages > 3, by: 5}]",
                                                  "rules[1]=",
                                                  "rules[2]=wages <= 10",
                                                  "norms=",
                                                  "draft=",
                                                  "timeline[2]=",
                                                  "timeline=[{on: 2026-01-01, kind: talks}, {on: 2026-01-01, kind: talks}]",
                                                  "guarantees=",
                                                  "assessments[1]=",
                                                  "sources.new={title: \"x # y, [z]\"}",
                                                  "unstated=",
                                                  "horizon=",
                                                  "defaults=",
                                                  "parties.mayor={role: observer}",
                                                  "parties.city.aliases=[town hall, the city]",
                                                  "drafts.other={wages: 1, crews: keep, fund: none}",
                                                  "title=Other",
                                                  "text[3]={on: 2026-03-14, package: {wages: 6, crews: phased, fund: city_backed}}",
                                                  "text=",
                                                  "ideas.bare=",
                                                  "statements.s1.label=team",
                                                  "judgments.union.labels="};
  return rc::gen::map(rc::gen::resize(10, rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kEdits))),
                      [](const std::vector<std::string>& chosen) {
                        Case subject = harbour();
                        for (const std::string& text : chosen) {
                          auto next = edit_case(subject, edits({text}));
                          if (next.ok()) subject = std::move(next.value());
                        }
                        return subject;
                      });
}

RC_GTEST_PROP(Changes, MadeInOneCaseGiveTheOther, ()) {
  const Case before = *any_case(), after = *any_case();
  const auto changes = changes_between(before, after);
  const auto made = edit_case(before, edits_of(changes));
  RC_ASSERT(made.ok());
  RC_ASSERT(write_case(made.value()) == write_case(after));
  RC_ASSERT(changes_between(before, made.value()).size() == changes.size());
  RC_ASSERT(changes.empty() == (write_case(before) == write_case(after)));
}

RC_GTEST_PROP(Changes, AreFoundMirroredTheOtherWayRound, ()) {
  const Case before = *any_case(), after = *any_case();
  std::set<std::string> there, back;
  for (const CaseChange& change : changes_between(before, after))
    there.insert(change.item.path + "\n" + change.before.value_or("-") + "\n" + change.after.value_or("-"));
  for (const CaseChange& change : changes_between(after, before))
    back.insert(change.item.path + "\n" + change.after.value_or("-") + "\n" + change.before.value_or("-"));
  RC_ASSERT(there == back);
}

TEST(Changes, TellANewIssueAsOne) {
  Case before = harbour();
  const auto after = edit_case(
      before, edits({"drafts=", "judgments=", "text=", "issues.parking={name: Parking, options: {free: free, paid: paid}}"}));
  ASSERT_TRUE(after.ok()) << said_of(after);
  std::vector<std::string> added;
  for (const CaseChange& change : changes_between(before, after.value())) {
    if (change.added()) added.push_back(change.item.path);
  }
  EXPECT_THAT(added, testing::ElementsAre("issues.parking"));
}

}  // namespace
}  // namespace modus::formats

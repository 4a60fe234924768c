#include "modus/formats/domain_files.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>


#include "modus/formats/reading_domain.h"
#include "modus/formats/write_domain.h"

namespace modus::formats {
namespace {

using case_model::Domain;
using case_model::DomainIssue;

constexpr const char* kDomain = R"(<negotiation_template><utility_space number_of_issues="2">
<objective index="0" name="root" type="objective">
<issue index="1" name="Price" type="discrete"><item index="1" value="low"/><item index="2" value="high"/></issue>
<issue index="2" name="Days" type="integer" lowerbound="10" upperbound="12"/>
</objective></utility_space></negotiation_template>)";
constexpr const char* kBuyer = R"(<utility_space><objective index="0" name="root">
<issue index="1" name="Price" type="discrete"><item index="1" value="low" evaluation="8"/><item index="2" value="high" evaluation="2"/></issue>
<issue index="2" name="Days" type="integer" lowerbound="10" upperbound="12"><evaluator ftype="linear" slope="-0.4" offset="1"/></issue>
<weight index="1" value="0.75"/><weight index="2" value="0.25"/></objective>
<discount_factor value="0.9"/><reservation value="0.4"/></utility_space>)";

DomainText text_of(const std::string& stem, const std::string& text) { return {stem + ".xml", stem, text}; }

base::Result<DomainFile> genius(const std::string& domain, const std::string& buyer) {
  return read_genius({text_of("buyer", buyer), text_of("sale", domain)}, "sale");
}

bool mentions(const base::Problems& problems, const std::string& words) {
  for (const base::Problem& problem : problems) {
    if (base::describe(problem).find(words) != std::string::npos) return true;
  }
  return false;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  text.replace(text.find(from), from.size(), to);
  return text;
}

TEST(Genius, MeansWhatGeniusMeans) {
  const auto read = genius(kDomain, kBuyer);
  ASSERT_TRUE(read.ok());
  const Domain& domain = read.value().domain;
  ASSERT_EQ(domain.issues.size(), 2U);
  EXPECT_EQ(domain.issues[1].options, (std::vector<std::string>{"10", "11", "12"}));
  ASSERT_EQ(domain.parties.size(), 1U);
  EXPECT_EQ(domain.parties[0].id, "buyer");
  EXPECT_DOUBLE_EQ(case_model::utility_of(domain, 0, {0, 0}), 1.0);                       // 8/8, and 1 at the lower bound
  EXPECT_NEAR(case_model::utility_of(domain, 0, {1, 2}), 0.75 * 0.25 + 0.25 * 0.2, 1e-15);  // 2/8; 1 - 0.4 * 2
  EXPECT_EQ(domain.parties[0].reservation, 0.4);
  EXPECT_EQ(domain.parties[0].discount, 0.9);
}

TEST(Genius, ReadsBoxes) {
  const auto read = genius(kDomain, R"(<utility_space type="nonlinear"><objective/><utility maxutility="10">
<ufun weight="1" aggregation="sum"><hyperRectangle utility="6"><INCLUDES index="2" min="11" max="12"/></hyperRectangle>
<hyperRectangle utility="4"><INCLUDES index="1" min="0" max="0"/><INCLUDES index="2" min="12" max="12"/></hyperRectangle></ufun></utility></utility_space>)");
  ASSERT_TRUE(read.ok());
  const Domain& domain = read.value().domain;
  EXPECT_DOUBLE_EQ(case_model::utility_of(domain, 0, {0, 0}), 0);
  EXPECT_DOUBLE_EQ(case_model::utility_of(domain, 0, {1, 1}), 0.6);
  EXPECT_DOUBLE_EQ(case_model::utility_of(domain, 0, {0, 2}), 1.0);
  EXPECT_EQ(domain.parties[0].reservation, 0);
}

TEST(Genius, SaysEverythingThatIsWrongAtOnce) {
  std::string profile = replaced(kBuyer, "evaluation=\"8\"", "evaluation=\"much\"");
  profile = replaced(profile, "value=\"high\"", "value=\"middling\"");
  const auto read = genius(kDomain, profile);
  ASSERT_FALSE(read.ok());
  EXPECT_TRUE(mentions(read.problems(), "buyer.xml:2"));
  EXPECT_TRUE(mentions(read.problems(), "\"much\" as evaluation"));
  EXPECT_TRUE(mentions(read.problems(), "no evaluation of \"high\""));
  EXPECT_TRUE(mentions(read.problems(), "\"middling\" is no option"));
}

TEST(Genius, KnowsAProfileOfAnotherDomain) {
  const auto read = genius(kDomain, replaced(kBuyer, "name=\"Price\"", "name=\"Colour\""));
  ASSERT_FALSE(read.ok());
  EXPECT_TRUE(mentions(read.problems(), "profile of another domain"));
  EXPECT_TRUE(mentions(read.problems(), "says nothing of issue \"Price\""));
}

TEST(Genius, NotesWeightsThatDoNotSumToOne) {
  const auto read = genius(kDomain, replaced(kBuyer, "value=\"0.75\"", "value=\"0.95\""));
  ASSERT_TRUE(read.ok());
  ASSERT_EQ(read.value().notes.size(), 1U);
  EXPECT_NE(read.value().notes[0].find("1.2000"), std::string::npos);
}

TEST(Genius, RefusesMalformedAndHostileText) {
  EXPECT_TRUE(mentions(genius(std::string(kDomain).substr(0, 200), kBuyer).problems(), "no well-formed XML"));
  EXPECT_TRUE(mentions(genius(kBuyer, kBuyer).problems(), "holds 0 domains"));
  EXPECT_TRUE(mentions(read_genius({text_of("sale", kDomain)}, "sale").problems(), "holds no profile"));
  const std::string bomb = R"(<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>)";
  const auto read = genius(bomb + kDomain, replaced(kBuyer, "value=\"low\"", "value=\"&b;&c;\""));
  ASSERT_FALSE(read.ok());  // an entity is its own name, no more
  EXPECT_TRUE(mentions(read.problems(), "\"&b;&c;\" is no option"));
  std::string deep;
  for (int n = 0; n < 100'000; ++n) deep += "<a>";
  EXPECT_FALSE(genius(deep, kBuyer).ok());
  EXPECT_TRUE(mentions(genius(replaced(kDomain, "upperbound=\"12\"", "upperbound=\"1e300\""), kBuyer).problems(), "empty or too large"));
}

DomainText json(const std::string& stem, const std::string& text) { return {stem + ".json", stem, text}; }

TEST(GeniusWeb, TakesThePackageWithoutADealForItsUtility) {
  const auto read = read_geniusweb({json("sale", R"({"name": "sale", "issuesValues": {"price": {"values": ["low", "high"]}, "date": {"values": ["soon", "late"]}}})"),
                                    json("buyer", R"({"LinearAdditiveUtilitySpace": {"name": "B", "issueUtilities": {
"price": {"discreteutils": {"valueUtilities": {"low": 1, "high": 0.2}}}, "date": {"discreteutils": {"valueUtilities": {"soon": 0.5, "late": 0}}}},
"issueWeights": {"price": 0.6, "date": 0.4}, "reservationBid": {"issuevalues": {"price": "high", "date": "soon"}}}})")}, "sale");
  ASSERT_TRUE(read.ok());
  EXPECT_NEAR(*read.value().domain.parties[0].reservation, 0.6 * 0.2 + 0.4 * 0.5, 1e-15);
  EXPECT_EQ(read.value().domain.parties[0].name, "B");
}

TEST(GeniusWeb, RefusesWeightsThatDoNotSumToOne) {
  const auto read = read_geniusweb({json("sale", R"({"name": "sale", "issuesValues": {"price": {"values": ["low", "high"]}}})"),
                                    json("buyer", R"({"LinearAdditiveUtilitySpace": {"issueUtilities": {"price": {"discreteutils": {"valueUtilities": {"low": 1}}}}, "issueWeights": {"price": 0.6}}})")}, "sale");
  ASSERT_FALSE(read.ok());
  EXPECT_TRUE(mentions(read.problems(), "sum to 0.6000"));
  EXPECT_TRUE(mentions(read.problems(), "no value for \"high\""));
}

TEST(Negmas, ReadsTablesSlopesAndWrappedFunctions) {
  const DomainText space{"space.yml", "space", "name: s\ntype: DiscreteCartesianOutcomeSpace\nissues:\n- {name: a, type: CategoricalIssue, values: [x, y]}\n- {name: b, type: ContiguousIssue, values: [1, 3]}\n"};
  const DomainText party{"u.yml", "u", "type: ExpDiscountedUFun\ndiscount: 0.9\nreserved_value: -.inf\nufun:\n  type: LinearAdditiveUtilityFunction\n  name: U\n  reserved_value: 0.25\n  weights: [0.5, 2]\n  bias: 1\n  values:\n  - {type: TableFun, mapping: {x: 0, y: 4}}\n  - {type: AffineFun, slope: -1, bias: 3}\n"};
  const auto read = read_negmas({space, party}, "folder");
  ASSERT_TRUE(read.ok()) << base::describe(read.problems().front());
  const Domain& domain = read.value().domain;
  EXPECT_DOUBLE_EQ(case_model::utility_of(domain, 0, {1, 0}), 1 + 0.5 * 4 + 2 * (3 - 1));
  EXPECT_EQ(domain.parties[0].reservation, 0.25);  // not lost on the way out of the wrapper
}

TEST(Table, ListsTheOnlyPackagesThereAre) {
  const auto read = read_utility_table({"t.csv", "t", "price,date,utility:b,utility:s\nlow,soon,1,0\nhigh,late,0,1\n\"a, b\",late,0.5,0.5\n"});
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().domain.rows.size(), 3U);
  EXPECT_EQ(read.value().domain.issues[0].options, (std::vector<std::string>{"low", "high", "a, b"}));
  const auto bad = read_utility_table({"t.csv", "t", "price,utility:b\nlow,1\nlow,2\nhigh\nmid,none\n"});
  ASSERT_FALSE(bad.ok());
  EXPECT_TRUE(mentions(bad.problems(), "t.csv:3: is the same package as line 2"));
  EXPECT_TRUE(mentions(bad.problems(), "t.csv:4: has 1 values"));
  EXPECT_TRUE(mentions(bad.problems(), "\"none\" is no number"));
}

Domain any_domain() {
  Domain domain;
  domain.name = "any";
  const auto issues = *rc::gen::inRange<std::size_t>(1, 4);
  for (std::size_t n = 0; n < issues; ++n) {
    DomainIssue issue{"issue " + std::to_string(n), {}, DomainIssue::Kind::kNamed, 0, 0};
    const auto options = *rc::gen::inRange<std::size_t>(1, 4);
    for (std::size_t o = 0; o < options; ++o) issue.options.push_back("option <\"" + std::to_string(o) + "\", & more>");
    domain.issues.push_back(std::move(issue));
  }
  const auto parties = *rc::gen::inRange<std::size_t>(1, 3);
  for (std::size_t p = 0; p < parties; ++p) {
    case_model::DomainParty party;
    party.id = party.name = "p" + std::to_string(p);
    for (const DomainIssue& issue : domain.issues) {
      party.weights.push_back(*rc::gen::inRange(1, 50) / 8.0);
      party.values.emplace_back();
      for (std::size_t o = 0; o < issue.options.size(); ++o) party.values.back().push_back(*rc::gen::inRange(-20, 50) / 16.0);
    }
    party.bias = *rc::gen::inRange(-3, 3);
    party.reservation = *rc::gen::inRange(-10, 10) / 4.0;
    domain.parties.push_back(std::move(party));
  }
  return domain;
}

/// The folder or file that the texts make, read again.
base::Result<DomainFile> read_again(const WrittenDomain& written, const std::string& name) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / ("modus-domain-" + std::to_string(getpid()) + "-" + name);
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  for (const NamedText& file : written.files) std::ofstream(folder / file.name) << file.text;
  const bool single = written.files.size() == 1;
  auto read = read_domain(single ? folder / written.files.front().name : folder);
  std::filesystem::remove_all(folder);
  return read;
}

/// Utilities that are those of the other, moved and stretched alike for every package (and for no deal where it is held).
void expect_same_but_for_scale(const Domain& one, const Domain& other) {
  RC_ASSERT(one.parties.size() == other.parties.size());
  for (std::size_t p = 0; p < one.parties.size(); ++p) {
    const auto here = case_model::bounds_of(one, p);
    const auto there = case_model::bounds_of(other, p);
    const double stretch = here.high > here.low ? (there.high - there.low) / (here.high - here.low) : 1;
    for (std::uint32_t o = 0; o < one.issues[0].options.size(); ++o) {
      case_model::DomainPackage package(one.issues.size(), 0);
      package[0] = o;
      const double wanted = there.low + stretch * (case_model::utility_of(one, p, package) - here.low);
      RC_ASSERT(std::abs(case_model::utility_of(other, p, package) - wanted) < 1e-9);
    }
  }
}

RC_GTEST_PROP(Domains, ReadBackAsTheyWereWritten, ()) {
  const Domain domain = any_domain();
  for (const DomainFormat format : {DomainFormat::kGenius, DomainFormat::kGeniusWeb, DomainFormat::kNegmas, DomainFormat::kPlainJson}) {
    const auto written = write_domain(domain, format);
    RC_ASSERT(written.ok());
    const auto read = read_again(written.value(), std::string(name_of(format)));
    if (!read.ok()) RC_FAIL(base::describe(read.problems().front()));
    for (std::size_t n = 0; n < domain.issues.size(); ++n) RC_ASSERT(read.value().domain.issues[n].options == domain.issues[n].options);
    expect_same_but_for_scale(domain, read.value().domain);
    const bool own_scale = format == DomainFormat::kNegmas || format == DomainFormat::kPlainJson;
    for (std::size_t p = 0; own_scale && p < domain.parties.size(); ++p) {
      RC_ASSERT(read.value().domain.parties[p].reservation == domain.parties[p].reservation);
      RC_ASSERT(read.value().domain.parties[p].weights == domain.parties[p].weights);
    }
  }
}

RC_GTEST_PROP(Domains, ATableHoldsEveryPackage, ()) {
  const Domain domain = any_domain();
  const auto written = write_domain(domain, DomainFormat::kCsv);
  RC_ASSERT(written.ok());
  const auto read = read_utility_table({"t.csv", "t", written.value().files.front().text});
  RC_ASSERT(read.ok());
  RC_ASSERT(static_cast<double>(read.value().domain.rows.size()) == case_model::package_count_of(domain));
  for (const case_model::DomainRow& row : read.value().domain.rows) {
    for (std::size_t p = 0; p < domain.parties.size(); ++p) RC_ASSERT(row.utilities[p] == case_model::utility_of(domain, p, row.package));
  }
}

}  // namespace
}  // namespace modus::formats

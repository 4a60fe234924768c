/// \file Domains that others made, against the answers another program gives for them. They lie in the shared folder; where it is
/// absent these tests skip.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "modus/formats/domain_files.h"
#include "modus/zone/find_frontier.h"
#include "tests/support/files.h"

namespace modus::tests {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Utilities = std::vector<double>;

constexpr double kSame = 1e-9;

fs::path data() { return source_folder().parent_path() / "shared/data"; }

struct Named {
  std::string name;
  fs::path domain, plain, answers;
};
void PrintTo(const Named& named, std::ostream* out) { *out << named.name; }

std::vector<Named> all_domains() {
  std::vector<Named> all;
  const fs::path scenarios = data() / "scenarios";
  if (fs::exists(scenarios / "INDEX.json")) {
    for (const json& entry : json::parse(read_file(scenarios / "INDEX.json"))) {
      const std::string name = entry["name"];
      all.push_back({name, scenarios / std::string(entry["folder"]), scenarios / "expected" / (name + ".json"), scenarios / "expected" / (name + ".negmas.json")});
    }
  }
  std::error_code error;
  for (const auto& file : fs::directory_iterator(data() / "negmas/instances", error)) {
    const std::string name = file.path().stem();
    if (name.find('.') == std::string::npos) all.push_back({name, file.path(), file.path(), data() / "negmas/instances" / (name + ".negmas.json")});
  }
  std::ranges::sort(all, {}, &Named::name);
  if (all.empty()) all.push_back({"absent", {}, {}, {}});
  return all;
}

class RealDomain : public testing::TestWithParam<Named> {
 protected:
  void SetUp() override {
    if (GetParam().domain.empty()) GTEST_SKIP() << "the shared data are not here";
  }
};

bool near(const Utilities& one, const Utilities& other) {
  for (std::size_t p = 0; p < one.size(); ++p) {
    if (std::abs(one[p] - other[p]) > kSame) return false;
  }
  return true;
}
/// At least as good for everybody, but for what lies within the last places.
bool covers(const Utilities& one, const Utilities& other) {
  for (std::size_t p = 0; p < one.size(); ++p) {
    if (one[p] < other[p] - kSame) return false;
  }
  return true;
}

// The plain form was written by another program; what this one reads from the original files must mean the same.
TEST_P(RealDomain, MeansWhatItsPlainFormSays) {
  if (!fs::exists(GetParam().plain)) GTEST_SKIP() << "has no plain form";
  const auto read = formats::read_domain(GetParam().domain);
  const auto plain = formats::read_domain(GetParam().plain);
  ASSERT_TRUE(read.ok()) << base::describe(read.problems().front());
  ASSERT_TRUE(plain.ok()) << base::describe(plain.problems().front());
  const case_model::Domain& here = read.value().domain;
  const case_model::Domain& there = plain.value().domain;
  ASSERT_EQ(here.issues.size(), there.issues.size());
  ASSERT_GE(here.parties.size(), there.parties.size());  // of many profiles the plain form keeps the first two
  for (std::size_t n = 0; n < here.issues.size(); ++n) {
    ASSERT_EQ(here.issues[n].options, there.issues[n].options);
    for (std::size_t p = 0; p < there.parties.size(); ++p) {
      for (std::size_t o = 0; o < here.issues[n].options.size(); ++o) EXPECT_NEAR(here.parties[p].worth(n, o), there.parties[p].worth(n, o), kSame);
    }
  }
  for (std::size_t p = 0; p < there.parties.size(); ++p) EXPECT_EQ(here.parties[p].reservation.has_value(), there.parties[p].reservation.has_value());
}

/// What the other program found, of as many parties as it looked at.
struct Answers {
  json said;
  findings::FrontierFinding found;
};

Answers answers_for(const Named& named) {
  Answers answers{json::parse(read_file(named.answers)), {}};
  const auto read = formats::read_domain(named.domain);
  if (!read.ok()) throw std::runtime_error(base::describe(read.problems().front()));
  zone::FindFrontierOptions options;
  for (std::size_t p = 0; p < answers.said["ranges"].size(); ++p) options.parties.push_back(p);
  options.count = false;
  auto found = zone::find_frontier(read.value().domain, options);
  if (!found.ok()) throw std::runtime_error(base::describe(found.problems().front()));
  answers.found = std::move(found.value());
  return answers;
}

// Both ways: what the one has the other has, but for points that differ from a better one in the last places alone.
TEST_P(RealDomain, HasTheFrontierThatAnotherProgramFinds) {
  if (!fs::exists(GetParam().answers)) GTEST_SKIP() << "has no answers";
  const Answers answers = answers_for(GetParam());
  std::size_t same = 0;
  for (const json& point : answers.said["frontier_utils"]) {
    const Utilities there = point;
    same += std::ranges::any_of(answers.found.points, [&](const auto& here) { return near(here.utilities, there); }) ? 1U : 0U;
    EXPECT_TRUE(std::ranges::any_of(answers.found.points, [&](const auto& here) { return covers(here.utilities, there); }));
  }
  for (const findings::FrontierPoint& here : answers.found.points) {
    EXPECT_TRUE(std::ranges::any_of(answers.said["frontier_utils"], [&](const json& there) { return covers(there.get<Utilities>(), here.utilities); }));
  }
  EXPECT_GE(same + 4, answers.said["frontier_utils"].size());
}

// Its "KS" is not the point of Kalai and Smorodinsky and is not compared.
TEST_P(RealDomain, HasTheNashEgalitarianAndWelfarePointsThatAnotherProgramFinds) {
  if (!fs::exists(GetParam().answers)) GTEST_SKIP() << "has no answers";
  const Answers answers = answers_for(GetParam());
  const auto expect_among = [&](const char* name, const std::optional<findings::BargainingPoint>& found) {
    if (!answers.said.contains(name)) return;
    ASSERT_EQ(found.has_value(), !answers.said[name].empty()) << name;
    if (!found) return;
    const Utilities& here = answers.found.points[found->point].utilities;
    EXPECT_TRUE(std::ranges::any_of(answers.said[name], [&](const json& there) { return near(here, there["utils"].get<Utilities>()); })) << name;
  };
  expect_among("nash", answers.found.nash);
  expect_among("kalai", answers.found.egalitarian);
  expect_among("max_welfare", answers.found.utilitarian);
}

INSTANTIATE_TEST_SUITE_P(Shared, RealDomain, testing::ValuesIn(all_domains()), [](const auto& param) {
  std::string name;
  for (const char letter : param.param.name) name += std::isalnum(static_cast<unsigned char>(letter)) != 0 ? letter : '_';
  return name;
});

}  // namespace
}  // namespace modus::tests

/// \file The published game of Itex and Cypress against its known answer, as cases/textbook-expected.md gives it.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "modus/case_model/packages.h"
#include "modus/catalogue/read_package.h"
#include "modus/catalogue/run.h"
#include "modus/formats/read_case.h"
#include "tests/support/files.h"

namespace modus::tests {
namespace {

using case_model::Case;
using case_model::PartyIndex;

Case textbook() {
  auto subject = formats::read_case_file(source_folder() / "cases/textbook-itex-cypress.yaml");
  if (!subject.ok()) throw std::runtime_error(base::describe(subject.problems().front()));
  return std::move(subject).value();
}

/// Everything said of all 180 packages.
findings::ZoneFinding zone_of_all_packages(const Case& subject) {
  catalogue::RunOptions options;
  options.scenarios = 64;
  for (std::uint64_t number = 0; number < 180; ++number) options.packages.push_back(package_at(subject.issues, number));
  const auto outcome = catalogue::run(catalogue::Verb::kZone, subject, options, {});
  if (outcome.answer() == nullptr) throw std::runtime_error("no answer");
  return outcome.answer()->brief.zone;
}

struct KnownPackage {
  case_model::Package package;
  double cypress = 0, itex = 0;
};

/// The rows of the zone's table: price, delivery, payment, returns, Cypress, Itex.
std::vector<KnownPackage> known_zone(const Case& subject) {
  std::vector<KnownPackage> rows;
  for (const std::string& line : lines_of(read_file(source_folder() / "cases/textbook-expected.md"))) {
    if (!line.starts_with("| usd_")) continue;
    std::string cells = line;
    std::ranges::replace(cells, '|', ' ');
    std::istringstream in(cells);
    std::string price, delivery, payment, returns;
    KnownPackage row;
    in >> price >> delivery >> payment >> returns >> row.cypress >> row.itex;
    const std::string text = "price=" + price + ", delivery=" + delivery + ", payment=" + payment + ", returns=" + returns;
    row.package = catalogue::read_package(text, subject, "table").value();
    rows.push_back(row);
  }
  return rows;
}

TEST(Textbook, TheZoneIsTheTwentyKnownPackages) {
  const Case subject = textbook();
  const findings::ZoneFinding zone = zone_of_all_packages(subject);
  const std::vector<KnownPackage> known = known_zone(subject);
  ASSERT_EQ(known.size(), 20U);
  EXPECT_EQ(zone.package_count, 180U);
  EXPECT_EQ(zone.verdict, findings::Verdict::kProven);
  EXPECT_EQ(zone.zone_probability.value, 1);
  for (const findings::PackageView& view : zone.drafts) {
    const bool listed = std::ranges::count(known, view.package, &KnownPackage::package) == 1;
    EXPECT_EQ(view.joint_acceptance.value, listed ? 1 : 0) << write_package(subject.issues, view.package);
  }
}

TEST(Textbook, ValuesAreThePublishedOnes) {
  const Case subject = textbook();
  const PartyIndex cypress = subject.find_party("cypress").value(), itex = subject.find_party("itex").value();
  const findings::ZoneFinding zone = zone_of_all_packages(subject);
  for (const KnownPackage& known : known_zone(subject)) {
    const auto view = std::ranges::find(zone.drafts, known.package, &findings::PackageView::package);
    ASSERT_NE(view, zone.drafts.end());
    EXPECT_NEAR(50 + view->parties[cypress].gain.median, known.cypress, 0.001);
    EXPECT_NEAR(50 + view->parties[itex].gain.median, known.itex, 0.001);
  }
  EXPECT_NEAR(zone.parties[cypress].acceptance, 97.0 / 180, 1e-12);
  EXPECT_NEAR(zone.parties[itex].acceptance, 64.0 / 180, 1e-12);
}

}  // namespace
}  // namespace modus::tests

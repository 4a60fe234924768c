#include "modus/catalogue/make_sheets.h"

#include "modus/base/text.h"
#include "modus/catalogue/verbs.h"
#include "modus/formats/write_case.h"
#include "modus/inquiry/gather_sheets.h"

namespace modus::catalogue {
namespace {

base::Problem no_such_party(const case_model::Case& subject, const std::string& id) {
  std::vector<std::string> ids;
  for (const case_model::Party& party : subject.parties) ids.push_back(party.id);
  const auto nearest = base::nearest_name(id, ids);
  return {{"--party", 0, 0},
          "the case has no party '" + id + "'",
          nearest ? "did you mean '" + *nearest + "'?" : "its parties are " + base::join_words(ids)};
}

}  // namespace

base::Result<findings::SheetsFinding> make_sheets(const case_model::Case& subject, const std::vector<std::string>& party_ids,
                                                  const std::string& audience) {
  base::Problems problems;
  std::vector<case_model::PartyIndex> parties;
  for (const std::string& id : party_ids) {
    if (const auto party = subject.find_party(id)) {
      parties.push_back(*party);
    } else {
      problems.push_back(no_such_party(subject, id));
    }
  }
  if (!problems.empty()) return problems;
  findings::SheetsFinding sheets = inquiry::gather_sheets(subject, case_model::weigh_statements(subject), parties);
  sheets.run.version = version();
  sheets.run.case_sha256 = formats::case_sha256(subject);
  sheets.run.audience = audience;
  return sheets;
}

}  // namespace modus::catalogue

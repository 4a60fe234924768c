#include "modus/catalogue/changes.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace modus::catalogue {

using findings::Change;

Change tell_change(const formats::CaseChange& change) {
  const Change::Kind kind = change.added() ? Change::Kind::kAdded : change.dropped() ? Change::Kind::kDropped : Change::Kind::kChanged;
  return {kind,           change.item.path,          change.item.group,         change.item.id,
          change.item.owner, change.before.value_or(""), change.after.value_or("")};
}

std::vector<Change> list_changes(const std::vector<formats::CaseChange>& changes) {
  std::vector<Change> list;
  for (const formats::CaseChange& change : changes) list.push_back(tell_change(change));
  std::stable_sort(list.begin(), list.end(), [](const Change& a, const Change& b) { return a.path < b.path; });
  return list;
}

bool takes_part(const formats::CaseItem& item) {
  constexpr std::array<std::string_view, 8> kNever = {"norm", "draft", "assessment", "guarantee", "event", "idea", "round", "record"};
  constexpr std::array<std::string_view, 4> kSettings = {"title", "as_of", "event", "horizon"};
  const auto among = [](const auto& words, std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); };
  return !among(kNever, item.group) && !(item.group == "setting" && among(kSettings, item.id));
}

}  // namespace modus::catalogue

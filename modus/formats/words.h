/// \file The words of the case file that no other room has a table for. Private to this room.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "modus/case_model/case.h"

namespace modus::formats {

inline constexpr std::array<std::pair<std::string_view, case_model::Role>, 6> kRoleWords = {{
    {"principal", case_model::Role::kPrincipal},
    {"ratifier", case_model::Role::kRatifier},
    {"guarantor", case_model::Role::kGuarantor},
    {"facilitator", case_model::Role::kFacilitator},
    {"spoiler", case_model::Role::kSpoiler},
    {"observer", case_model::Role::kObserver},
}};

}  // namespace modus::formats

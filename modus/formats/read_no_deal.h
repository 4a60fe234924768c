/// \file What a party expects without a deal. Private to this room.
#pragma once

#include "modus/formats/reading.h"

namespace modus::formats {

[[nodiscard]] case_model::NoDeal read_no_deal(Reading& reading, const YamlNode& node);

}  // namespace modus::formats

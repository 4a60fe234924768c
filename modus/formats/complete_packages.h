/// \file Packages of a case that gains an issue. Private to this room.
#pragma once

#include "modus/case_model/case.h"
#include "modus/formats/yaml_tree.h"

namespace modus::formats {

/// Of each issue in the tree that `before` does not have and that has an option `none`: the packages of
/// drafts, lotteries and rounds of the text that do not name it take `none`, and so does what statements say
/// of a whole package of `before`; for what says nothing of an issue leaves it out. Where there is no such
/// option, they stay as they are, and the reader asks for it.
void complete_packages(YamlNode& tree, const case_model::Case& before);

}  // namespace modus::formats

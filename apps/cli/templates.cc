#include "apps/cli/templates.h"

#include <array>
#include <utility>

namespace modus::cli {
namespace {

constexpr std::array kTemplates = std::to_array<std::pair<std::string_view, std::string_view>>({
#include "template_texts.inc"
});

}  // namespace

std::string_view template_text(std::string_view name) {
  for (const auto& [known, text] : kTemplates) {
    if (known == name) return text;
  }
  return "";
}

}  // namespace modus::cli

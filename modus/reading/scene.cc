#include "modus/reading/scene.h"

#include <algorithm>

namespace modus::reading {

Scene make_scene(const Text& text, const ActorTable& actors, const std::vector<DateMention>& dates, const std::vector<Quotation>& quotations) {
  Scene scene{text, actors, dates, quotations, quotation_of_tokens(text, quotations), {}};
  scene.date_of.assign(text.size(), Scene::kNone);
  for (std::uint32_t i = 0; i < dates.size(); ++i) {
    std::fill(scene.date_of.begin() + dates[i].tokens.first, scene.date_of.begin() + dates[i].tokens.last, i);
  }
  return scene;
}

}  // namespace modus::reading

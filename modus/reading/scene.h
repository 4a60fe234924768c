/// \file What the steps of reading share: the text and what is already known about it.
#pragma once

#include <cstdint>
#include <vector>

#include "modus/reading/actors.h"
#include "modus/reading/dates.h"
#include "modus/reading/quotations.h"
#include "modus/reading/text.h"

namespace modus::reading {

struct Scene {
  const Text& text;
  const ActorTable& actors;
  const std::vector<DateMention>& dates;
  const std::vector<Quotation>& quotations;
  std::vector<std::uint32_t> quotation_of;   ///< by token
  std::vector<std::uint32_t> date_of;        ///< by token, or kNone
  static constexpr std::uint32_t kNone = 0xffffffff;

  [[nodiscard]] const Token& token(std::uint32_t at) const { return text.tokens[at]; }
  [[nodiscard]] const std::string& lower(std::uint32_t at) const { return text.tokens[at].lower; }
  [[nodiscard]] bool quoted(std::uint32_t at) const { return quotation_of[at] != kNoQuotation; }
  [[nodiscard]] Tokens sentence_of(std::uint32_t at) const { return text.sentences[text.tokens[at].sentence].tokens; }
  [[nodiscard]] bool is_date(std::uint32_t at) const { return at < date_of.size() && date_of[at] != kNone; }
};

[[nodiscard]] Scene make_scene(const Text& text, const ActorTable& actors, const std::vector<DateMention>& dates,
                               const std::vector<Quotation>& quotations);

}  // namespace modus::reading

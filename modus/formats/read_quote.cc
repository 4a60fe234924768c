// The words of a source, and where they stand in it.
#include "modus/formats/reading.h"

namespace modus::formats {

std::optional<std::pair<std::size_t, std::size_t>> read_position(Reading& reading, const YamlNode& node) {
  std::vector<std::size_t> ends;
  for (const YamlNode* item : reading.items(node, "'at'")) {
    const auto number = item->is_text() ? base::read_decimal(item->text) : std::nullopt;
    if (number && number->places == 0 && number->units >= 0)
      ends.push_back(static_cast<std::size_t>(number->units));
  }
  if (ends.size() == 2 && ends[0] < ends[1] && node.items.size() == 2) return std::pair{ends[0], ends[1]};
  reading.add(node, "'at' is no place in a text",
              "[first, last]: the characters before the quote begins and before it ends, counted from 0");
  return std::nullopt;
}

void read_quote(Reading& reading, Fields& fields, case_model::Quote& quote) {
  quote.text = fields.text("quote");
  const YamlNode* at = fields.find("at");
  if (at == nullptr) return;
  quote.at = read_position(reading, *at);
  if (quote.text.empty()) reading.add(*at, "'at' without a quote", "add 'quote:', or remove 'at'");
  if (fields.find("source") == nullptr)
    reading.add(*at, "'at' without a source", "add 'source:', or remove 'at'");
}

}  // namespace modus::formats

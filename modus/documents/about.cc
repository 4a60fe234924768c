#include "modus/documents/about.h"

#include <algorithm>

#include "modus/base/text.h"
#include "modus/documents/head_line.h"
#include "modus/documents/letters.h"
#include "modus/documents/names.h"

namespace modus::documents {
namespace {

class FieldFiller {
 public:
  FieldFiller(Document& document, const About& about, const Head& head, const std::vector<Stretch>& notices)
      : document_(document), about_(about), head_(head), notices_(notices) {}

  void fill() {
    fill_title();
    fill_authors();
    fill_publisher();
    fill_date();
  }

 private:
  Field field_of(const Told& told) const {
    const std::size_t begin = document_.blocks[told.stretch].span.begin;
    const Span span{begin + told.span.begin, begin + told.span.end};
    return {told.value, span, passage_of(document_, span)};
  }

  Field field_of(const AboutField& about) const {
    Field field{about.value, std::nullopt, std::nullopt};
    if (about.stored) field.stored = passage_at(document_.stored, *about.stored);
    return field;
  }

  // Where the first lines of the text say it too, in whatever case.
  std::optional<Span> seen_in_head(std::string_view value, bool bylines_only) const {
    const std::string wanted = to_lower(value);
    std::size_t left = 12;
    for (const Block& block : document_.blocks) {
      if (left-- == 0) break;
      if (bylines_only && block.kind != BlockKind::kByline) continue;
      const std::size_t at =
          to_lower(std::string_view(document_.text).substr(block.span.begin, block.span.size())).find(wanted);
      if (at != std::string::npos) return Span{block.span.begin + at, block.span.begin + at + value.size()};
    }
    return std::nullopt;
  }

  Field told_or_seen(const AboutField& about) const {
    Field field = field_of(about);
    const auto span = seen_in_head(about.value, true);
    if (!span) return field;
    return {about.value, span, passage_of(document_, *span)};
  }

  void fill_title() {
    if (head_.title) {
      document_.title = field_of(*head_.title);
    } else if (!about_.title.empty()) {
      document_.title = field_of(about_.title);
    }
  }

  void fill_authors() {
    for (const AboutField& author : about_.authors) document_.authors.push_back(told_or_seen(author));
    if (!document_.authors.empty()) return;
    for (const Told& author : head_.authors) document_.authors.push_back(field_of(author));
  }

  void fill_publisher() {
    if (!about_.publisher.empty()) {
      document_.publisher = told_or_seen(about_.publisher);
    } else if (head_.publisher) {
      document_.publisher = field_of(*head_.publisher);
    } else {
      for (const Stretch& notice : notices_) publisher_of_notice(notice);
    }
  }

  // "© 2026 Quay Post. All rights reserved." The notice itself is left out of the text.
  void publisher_of_notice(const Stretch& notice) {
    std::string_view text = notice.text;
    const std::size_t start = text.find_first_of("0123456789");
    if (start == std::string_view::npos || !document_.publisher.value.empty()) return;
    std::size_t begin = text.find_first_not_of("0123456789-, ", start);
    if (begin == std::string_view::npos) return;
    const std::size_t end = std::min(text.find_first_of(".|,", begin), text.size());
    const Stretch name = part_of(notice, begin, end);
    if (!is_capitalised(name.text, 6) || name.runs.empty()) return;
    document_.publisher =
        field_of(AboutField{name.text, Span{name.runs.front().stored_begin, name.stored_end}});
  }

  void fill_date() {
    if (const auto day = find_day(about_.date.value); day && !iso_day(*day).empty()) {
      const Field field = field_of(AboutField{iso_day(*day), about_.date.stored});
      const ToldDay* seen = same_day(iso_day(*day));
      document_.date = seen == nullptr ? field : field_of(seen->told);
    } else if (head_.published && !head_.published->told.value.empty()) {
      document_.date = field_of(head_.published->told);
    } else if (head_.dateline || head_.published) {
      document_.date = with_year(head_.published ? *head_.published : *head_.dateline);
    } else if (head_.updated) {
      document_.date = with_year(*head_.updated);
    } else {
      document_.date.value = day_of_name();
    }
  }

  const ToldDay* same_day(std::string_view iso) const {
    for (const auto* told : {&head_.published, &head_.dateline, &head_.updated}) {
      if (*told && (*told)->told.value == iso) return &**told;
    }
    return nullptr;
  }

  // A day without a year gets it from whatever else names one.
  Field with_year(const ToldDay& told) const {
    Field field = field_of(told.told);
    DayText day = told.day;
    if (day.year == 0 && head_.updated) day.year = head_.updated->day.year;
    if (day.year == 0 && head_.dateline) day.year = head_.dateline->day.year;
    for (const Stretch& notice : notices_) {
      if (day.year == 0) day.year = last_year_in(notice.text);
    }
    if (day.year == 0) day.year = last_year_in(base_name());
    field.value = iso_day(day);
    return field;
  }

  std::string_view base_name() const {
    const std::string_view name = document_.file;
    const std::size_t slash = name.find_last_of("/\\");
    return slash == std::string_view::npos ? name : name.substr(slash + 1);
  }

  // "talks-2026-05-03.txt", "20260503 talks.txt"
  std::string day_of_name() const {
    std::string name(base_name());
    std::replace(name.begin(), name.end(), '_', '-');
    for (std::size_t at = 0; at + 8 <= name.size(); ++at) {
      const bool eight = std::all_of(name.begin() + static_cast<std::ptrdiff_t>(at),
                                     name.begin() + static_cast<std::ptrdiff_t>(at) + 8, is_digit) &&
                         (at + 8 == name.size() || !is_digit(name[at + 8])) &&
                         (at == 0 || !is_digit(name[at - 1]));
      if (eight) name = name.substr(at, 4) + "-" + name.substr(at + 4, 2) + "-" + name.substr(at + 6, 2);
    }
    const auto day = find_day(name);
    return day ? iso_day(*day) : std::string();
  }

  Document& document_;
  const About& about_;
  const Head& head_;
  const std::vector<Stretch>& notices_;
};

}  // namespace

Passage passage_at(std::string_view stored, Span bytes) {
  Passage passage;
  passage.start = base::count_code_points(stored.substr(0, bytes.begin));
  passage.text = std::string(stored.substr(bytes.begin, bytes.size()));
  passage.end = passage.start + base::count_code_points(passage.text);
  return passage;
}

std::vector<AboutField> authors_in(const AboutField& field) {
  const bool address =
      field.value.find("://") != std::string::npos || field.value.find('@') != std::string::npos;
  if (address || field.value.size() > 200) return {};
  std::vector<AboutField> authors;
  const bool by = starts_with_no_case(field.value, "by ");
  if (const auto names = read_names(field.value, {by ? 3U : 0U, field.value.size()})) {
    for (const Span& name : names->authors) {
      AboutField author{in_title_case(field.value.substr(name.begin, name.size())), std::nullopt};
      if (field.stored && field.stored->size() == field.value.size())
        author.stored = Span{field.stored->begin + name.begin, field.stored->begin + name.end};
      authors.push_back(std::move(author));
    }
    return authors;
  }
  if (is_outlet_name(field.value) || is_nobody(field.value)) return {};
  if (is_capitalised(field.value, 4) && count_words(field.value) == 1) authors.push_back(field);
  return authors;
}

void fill_fields(Document& document, const About& about, const Head& head,
                 const std::vector<Stretch>& notices) {
  FieldFiller(document, about, head, notices).fill();
}

}  // namespace modus::documents

#include "modus/documents/open_document.h"

#include <algorithm>
#include <array>
#include <utility>

#include "modus/base/text.h"
#include "modus/documents/about.h"
#include "modus/documents/decode.h"
#include "modus/documents/furniture.h"
#include "modus/documents/head.h"
#include "modus/documents/html.h"
#include "modus/documents/language.h"
#include "modus/documents/letters.h"
#include "modus/documents/markdown.h"
#include "modus/documents/plain_text.h"
#include "modus/documents/stretches.h"

namespace modus::documents {
namespace {

using base::Place;
using base::Problem;

enum class FileKind { kText, kMarkdown, kHtml };

bool looks_like_html(std::string_view stored) {
  if (stored.starts_with("\xEF\xBB\xBF")) stored.remove_prefix(3);
  const std::string start = to_lower(trim(stored.substr(0, 1024)));
  constexpr std::array<std::string_view, 9> kStarts = {
      "<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<h1", "<!--"};
  if (std::any_of(kStarts.begin(), kStarts.end(),
                  [&](std::string_view tag) { return start.starts_with(tag); }))
    return true;
  return start.starts_with("<?xml") && start.find("<html") != std::string::npos;
}

// By the name's ending; by the first bytes where it has none that tells.
FileKind kind_of(std::string_view name, std::string_view stored) {
  const std::string lower = to_lower(name);
  const auto ends_with_any = [&](std::initializer_list<const char*> endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](const char* ending) { return lower.ends_with(ending); });
  };
  if (ends_with_any({".html", ".htm", ".xhtml"})) return FileKind::kHtml;
  if (ends_with_any({".md", ".markdown"})) return FileKind::kMarkdown;
  if (looks_like_html(stored)) return FileKind::kHtml;
  return !ends_with_any({".txt", ".text"}) && looks_like_markdown(stored) ? FileKind::kMarkdown
                                                                          : FileKind::kText;
}

struct Report {
  About about;
  std::vector<Stretch> stretches;
};

base::Result<Report> read_stretches(const std::string& name, std::string_view stored) {
  switch (kind_of(name, stored)) {
    case FileKind::kHtml: {
      auto page = read_html(name, stored);
      if (!page.ok()) return page.problems();
      return Report{std::move(page.value().about), std::move(page.value().stretches)};
    }
    case FileKind::kMarkdown: {
      MarkdownReport report = read_markdown(stored);
      return Report{std::move(report.about), std::move(report.stretches)};
    }
    case FileKind::kText:
      break;
  }
  return Report{{}, read_plain_text(stored)};
}

bool has_letters(std::string_view text) {
  while (!text.empty()) {
    const Letter letter = first_letter(text);
    if (is_small(letter.value) || is_capital(letter.value) || letter.value > 0x2E80) return true;
    text.remove_prefix(letter.bytes);
  }
  return false;
}

base::Result<Document> fill(Document document, Report report) {
  const Place where{document.file, 0, 0};
  const std::vector<Stretch> notices = take_out_furniture(report.stretches);
  part_time_stamps(report.stretches);
  const Head head = read_head(report.stretches, report.about.title.value);
  mark_headings(report.stretches);
  assemble(document, report.stretches);
  if (!has_letters(document.text))
    return Problem{where, "there is no readable text in this file",
                   "save the report itself, as text or as a whole page"};
  if (const auto language = foreign_language(document.text))
    return Problem{where, "this report is in " + *language + "; Modus reads English",
                   "give a report in English, or a translation"};
  fill_fields(document, report.about, head, notices);
  return document;
}

}  // namespace

base::Result<Document> open_document(std::string name, std::string_view bytes) {
  const Place where{name, 0, 0};
  if (bytes.size() > OpenLimits::kFileBytes)
    return Problem{where, "the file is too large for a report",
                   "at most " + std::to_string(OpenLimits::kFileBytes) + " bytes are read"};
  if (trim(bytes).empty()) return Problem{where, "the file is empty", "name a file with a report in it"};
  auto stored = decode(name, bytes);
  if (!stored.ok()) return stored.problems();
  auto report = read_stretches(name, stored.value());
  if (!report.ok()) return report.problems();
  Document document;
  document.file = std::move(name);
  document.sha256 = base::sha256_hex(bytes);
  document.file_bytes = bytes.size();
  document.code_points = base::count_code_points(stored.value());
  document.language = "en";
  document.stored = std::move(stored.value());
  return fill(std::move(document), std::move(report.value()));
}

}  // namespace modus::documents

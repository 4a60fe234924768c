#include "modus/catalogue/read_reports.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <mutex>
#include <utility>

#include "modus/base/text.h"
#include "modus/documents/open_document.h"
#include "modus/formats/read_text_file.h"
#include "modus/reading/read_report.h"

namespace modus::catalogue {
namespace {

namespace fs = std::filesystem;

/// Says how far the work is, from whichever thread; one call at a time.
class Progress {
 public:
  Progress(const base::Context& context, std::size_t all) : context_(context), all_(all) {}
  void step() {
    const std::lock_guard lock(mutex_);
    context_.report("reading reports", static_cast<double>(++done_) / static_cast<double>(all_));
  }

 private:
  const base::Context& context_;
  std::size_t all_;
  std::size_t done_ = 0;
  std::mutex mutex_;
};

}  // namespace

base::Result<OneReading> read_report_bytes(const std::string& name, std::string_view bytes, const ReportOptions& options) {
  const auto document = documents::open_document(name, bytes);
  if (!document) return document.problems();
  OneReading made;
  made.in_place = base::is_utf8(bytes);
  made.reading = reading::read_report(document.value(), {options.date});
  if (!options.model) return made;
  auto second = model_reader::read_with_model(document.value(), made.reading, *options.model);
  if (!second) return second.problems();
  made.reading = std::move(second.value().reading);
  made.warnings = std::move(second.value().warnings);
  return made;
}

base::Result<OneReading> read_report_file(const std::string& file, const std::string& standard_input, const ReportOptions& options) {
  if (file == "-") return read_report_bytes(file, standard_input, options);
  const auto bytes = formats::read_text_file(file, documents::OpenLimits::kFileBytes);
  if (!bytes) return bytes.problems();
  return read_report_bytes(file, bytes.value(), options);
}

base::Result<Readings> read_report_files(const std::vector<std::string>& files, const std::string& standard_input, const ReportOptions& options,
                                         const base::Context& context) {
  std::vector<OneReading> read(files.size());
  std::vector<base::Problems> wrong(files.size());
  Progress progress(context, files.size());
  base::parallel_for(context.threads, files.size(), [&](std::size_t i) {
    if (context.stop()) return;
    auto one = read_report_file(files[i], standard_input, options);
    if (one) {
      read[i] = std::move(one.value());
    } else {
      wrong[i] = one.problems();
    }
    progress.step();
  });
  base::Problems problems;
  for (base::Problems& some : wrong) std::move(some.begin(), some.end(), std::back_inserter(problems));
  if (!problems.empty()) return problems;
  Readings made;
  if (context.stop()) return made;
  for (OneReading& one : read) {
    made.all.push_back(std::move(one.reading));
    made.in_place.push_back(one.in_place);
    std::move(one.warnings.begin(), one.warnings.end(), std::back_inserter(made.warnings));
  }
  return made;
}

bool is_report_name(std::string_view file) {
  static constexpr std::array<std::string_view, 6> kEndings = {".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"};
  std::string ending = fs::path(file).extension().string();
  std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::ranges::find(kEndings, ending) != kEndings.end();
}

}  // namespace modus::catalogue

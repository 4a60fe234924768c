/// \file From report files to readings: opened, read, and, where the user named a model, read again by it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modus/base/context.h"
#include "modus/base/result.h"
#include "modus/case_model/basics.h"
#include "modus/model_reader/model_reader.h"
#include "modus/reading/reading.h"

namespace modus::catalogue {

struct ReportOptions {
  std::optional<case_model::Day> date;                    ///< of all the reports, where the user gives it
  std::optional<model_reader::ModelOptions> model;        ///< off unless named
};

struct OneReading {
  reading::Reading reading;
  bool in_place = false;     ///< the file is UTF-8: a case can point at its passages
  base::Problems warnings;   ///< of the model; the reading stands without it
};

/// A report of these bytes. Problems: those of documents::open_document, and a model's address that cannot be used.
[[nodiscard]] base::Result<OneReading> read_report_bytes(const std::string& name, std::string_view bytes, const ReportOptions& options);

struct Readings {
  std::vector<reading::Reading> all;   ///< in the order of the files
  std::vector<bool> in_place;          ///< for each: see OneReading
  base::Problems warnings;
};

/// A file or standard input ("-"), read. Problems as above, and a file that is missing, a folder, or too large.
[[nodiscard]] base::Result<OneReading> read_report_file(const std::string& file, const std::string& standard_input, const ReportOptions& options);

/// All reports, several at a time; or the problems of every file that cannot be read. `standard_input` stands for the file "-".
/// Nothing when cancelled (an empty list). Memory: a file a thread, and the readings.
[[nodiscard]] base::Result<Readings> read_report_files(const std::vector<std::string>& files, const std::string& standard_input,
                                                       const ReportOptions& options, const base::Context& context);

/// Whether a file is a report by its name: .txt, .md, .markdown, .html, .htm, .xhtml.
[[nodiscard]] bool is_report_name(std::string_view file);

}  // namespace modus::catalogue

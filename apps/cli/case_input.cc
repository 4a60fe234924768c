#include "apps/cli/case_input.h"

#include <filesystem>
#include <utility>

#include "apps/cli/answers.h"
#include "apps/cli/passphrase.h"
#include "modus/base/text.h"
#include "modus/case_model/audience.h"
#include "modus/formats/case_of_domain.h"
#include "modus/formats/domain_files.h"
#include "modus/formats/read_case.h"
#include "modus/formats/read_text_file.h"
#include "modus/formats/rewrite_text.h"
#include "modus/formats/write_file.h"

namespace modus::cli {
namespace {

namespace fs = std::filesystem;
using base::Problem;
using case_model::Case;
using formats::SecretText;

constexpr std::size_t kMostBytes = case_model::CaseLimits::kFileBytes + formats::kSealedBytes;

base::Result<std::string> bytes_of(const std::string& file) {
  if (file == "-") return read_standard_input(kMostBytes);
  return formats::read_text_file(file, kMostBytes);
}

formats::ReadOptions options_for(const std::string& file) {
  if (file == "-") return {};
  const fs::path folder = fs::path(file).parent_path();
  return {file, folder.empty() ? fs::path(".") : folder, true};
}

/// Who may not write, and where.
base::Problems not_writable(const CaseInput& input) {
  if (input.audience != "team")
    return {{{"--for", 0, 0},
             "the case cannot be changed in an answer for " + input.audience,
             "leave out --for: only the team sees the whole case"}};
  if (input.file.empty() || input.file == "-")
    return {{{"-", 0, 0}, "a case from standard input has no file to write into", "name the case's file"}};
  const auto now = bytes_of(input.file);
  if (now.ok() && base::sha256_hex(now.value()) == input.sha256) return {};
  return {
      {{input.file, 0, 0}, "was changed by somebody else since it was read; nothing was written", "look at it, and do this again"}};
}

/// In the clear, or sealed as the file was.
base::Result<std::string> as_stored(const CaseInput& input, const std::string& text) {
  if (input.passphrase.empty()) return text;
  return formats::seal(text, input.passphrase.text());
}

base::Problems store(const CaseInput& input, const std::string& file, const std::string& text, std::string* sha256 = nullptr) {
  const auto bytes = as_stored(input, text);
  if (!bytes.ok()) return bytes.problems();
  if (sha256 != nullptr) *sha256 = base::sha256_hex(bytes.value());
  return formats::write_file(file, bytes.value());
}

struct Written {
  SecretText text;
  std::string sha256, notice;
};

base::Result<Written> write_after(const CaseInput& input, const Case& after) {
  base::Problems problems = not_writable(input);
  if (!problems.empty()) return problems;
  formats::RewrittenText rewritten = formats::rewrite_text(input.text.text(), input.whole, after);
  Written written{SecretText(std::move(rewritten.text)), "", ""};
  if (!rewritten.kept && formats::has_comments(input.text.text())) {
    const std::string before = input.file + ".before";
    problems = store(input, before, input.text.text());
    written.notice = "The comments of " + input.file + " are kept in " + before + "\n";
  }
  if (problems.empty()) problems = store(input, input.file, written.text.text(), &written.sha256);
  if (!problems.empty()) return problems;
  return written;
}

/// One of the field's own files as the text of a case.
base::Result<std::string> text_of_domain(const std::string& file) {
  const auto domain = formats::read_domain(file);
  if (!domain.ok()) return domain.problems();
  auto made = formats::case_of_domain(domain.value().domain);
  if (made.ok()) return std::move(made.value().text);
  base::Problems problems = made.problems();
  for (base::Problem& problem : problems) problem.where.file = file;
  return problems;
}

}  // namespace

base::Result<CaseText> read_case_text(const Command& command, const std::string& file) {
  auto bytes = bytes_of(file);
  if (!bytes.ok()) return bytes.problems();
  CaseText read;
  read.sha256 = base::sha256_hex(bytes.value());
  if (!formats::is_sealed(bytes.value())) {
    read.text = SecretText(std::move(bytes.value()));
    return read;
  }
  auto passphrase = passphrase_for(command, file);
  if (!passphrase.ok()) return passphrase.problems();
  auto text = formats::unseal(bytes.value(), passphrase.value().text(), file);
  if (!text.ok()) return text.problems();
  read.text = SecretText(std::move(text.value()));
  read.passphrase = std::move(passphrase.value());
  return read;
}

base::Result<CaseInput> input_of(const Command& command, Case whole) {
  CaseInput input;
  const std::string& word = command.text(catalogue::OptionId::kFor);
  if (!word.empty()) {
    const auto audience = case_model::read_audience(whole, word);
    if (!audience.ok()) return audience.problems();
    input.seen = case_model::seen_by(whole, audience.value());
    input.audience = case_model::word_of(whole, audience.value());
  } else {
    input.seen = whole;
  }
  input.whole = std::move(whole);
  return input;
}

base::Result<CaseInput> read_case_input(const Command& command, const std::string& file) {
  if (file != "-" && formats::is_domain_path(file)) {
    const auto text = text_of_domain(file);
    if (!text.ok()) return text.problems();
    auto whole = formats::read_case(text.value(), {file, std::nullopt, false});
    return whole.ok() ? input_of(command, std::move(whole.value())) : base::Result<CaseInput>(whole.problems());
  }
  auto read = read_case_text(command, file);
  if (!read.ok()) return read.problems();
  auto whole = formats::read_case(read.value().text.text(), options_for(file));
  if (!whole.ok()) return whole.problems();
  auto input = input_of(command, std::move(whole.value()));
  if (!input.ok()) return input;
  input.value().file = file;
  input.value().text = std::move(read.value().text);
  input.value().passphrase = std::move(read.value().passphrase);
  input.value().sha256 = std::move(read.value().sha256);
  return input;
}

base::Result<CaseInput> read_case_input(const Command& command) { return read_case_input(command, command.case_file()); }

Answer rewrite_case(const Command& command, const CaseInput& input, const Case& after, std::string told) {
  const auto written = write_after(input, after);
  if (!written.ok()) return refuse(command, written.problems());
  return {0, std::move(told), written.value().notice};
}

base::Result<std::string> put_back(CaseInput& input, const Case& after) {
  auto written = write_after(input, after);
  if (!written.ok()) return written.problems();
  auto read = formats::read_case(written.value().text.text(), {input.file, std::nullopt, false});
  if (!read.ok()) return read.problems();
  input.whole = std::move(read.value());
  input.seen = input.whole;
  input.text = std::move(written.value().text);
  input.sha256 = std::move(written.value().sha256);
  return std::move(written.value().notice);
}

}  // namespace modus::cli

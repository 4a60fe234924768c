#include "modus/formats/read_case.h"

#include "modus/formats/read_text_file.h"
#include "modus/formats/reading.h"

namespace modus::formats {
namespace {

void read_parts(Reading& reading, const YamlNode& tree) {
  Fields root(reading, tree, "case");
  read_head(reading, root);
  read_parties(reading, root);
  read_default_label(reading, root);
  read_sources(reading, root);
  read_interests(reading, root);
  read_issues(reading, root);
  read_rules_and_drafts(reading, root);
  read_statements(reading, root);
  read_judgments(reading, root);
  read_assessments(reading, root);
  read_guarantees(reading, root);
  read_timeline(reading, root);
  read_forecast(reading, root);
  read_ideas(reading, root);
  read_text(reading, root);
  read_draft(reading, root);
}

}  // namespace

base::Result<case_model::Case> read_case(std::string_view text, const ReadOptions& options) {
  const base::Result<YamlNode> tree = read_yaml(text, options.file);
  return tree ? read_tree(tree.value(), options) : tree.problems();
}

base::Result<case_model::Case> read_tree(const YamlNode& tree, const ReadOptions& options) {
  Reading reading(options);
  reading.subject.file = options.file;
  if (!tree.is_map()) {
    reading.add(tree, tree.is_empty() ? "the file is empty" : "this is no case",
                "start with 'modus: 1', 'title:' and so on; 'modus new' writes a case to start from");
    return reading.finish();
  }
  read_parts(reading, tree);
  check_rules(reading);
  check_statements(reading);
  check_quotes(reading);
  if (!reading.clean()) return reading.finish();
  return std::move(reading.subject);
}

base::Result<case_model::Case> read_case_file(const std::filesystem::path& path) {
  const base::Result<std::string> text = read_text_file(path, case_model::CaseLimits::kFileBytes);
  if (!text) return text.problems();
  const std::filesystem::path folder =
      path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  return read_case(text.value(), {path.string(), folder, true});
}

}  // namespace modus::formats

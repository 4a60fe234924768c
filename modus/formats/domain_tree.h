/// \file Domains written as JSON or YAML: typed access to a tree of values. Private to this room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modus/formats/reading_domain.h"
#include "modus/formats/yaml_tree.h"

namespace modus::formats {

/// The tree of a file, JSON or YAML. JSON's tabs count as spaces.
[[nodiscard]] base::Result<YamlNode> read_domain_tree(const DomainText& file);

/// Values of one file; what is missing or of the wrong kind is a problem, and an empty value.
class DomainTree {
 public:
  DomainTree(const std::string& file, base::Problems& problems) : file_(file), problems_(problems) {}

  [[nodiscard]] base::Place place(const YamlNode& node) const { return {file_, node.line, node.column}; }
  void fault(const YamlNode& node, std::string what, std::string fix) const { problems_.push_back({place(node), std::move(what), std::move(fix)}); }
  /// The value under the key; a problem where it is missing.
  [[nodiscard]] const YamlNode* need(const YamlNode& node, std::string_view key) const;
  [[nodiscard]] double number(const YamlNode& node, bool infinite = false) const;
  /// Of a key that may be missing or null: nothing then.
  [[nodiscard]] std::optional<double> number_under(const YamlNode& node, std::string_view key) const;
  [[nodiscard]] std::string text_under(const YamlNode& node, std::string_view key, std::string missing) const;
  /// Distinct texts; a repeated one is a problem.
  [[nodiscard]] std::vector<std::string> texts(const YamlNode& node) const;

 private:
  const std::string& file_;
  base::Problems& problems_;
};

/// The values of a mapping from options to numbers, in the order of the issue's options. Problems: an option without
/// one, a key that is no option.
[[nodiscard]] std::vector<double> values_by_option(const DomainTree& tree, const YamlNode& node, const case_model::DomainIssue& issue);

}  // namespace modus::formats

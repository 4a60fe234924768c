/// \file Numbered citations: one number for each statement or source told of, in the order of first use.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "modus/brief/document.h"
#include "modus/case_model/case.h"

namespace modus::brief {

/// Hands out citation numbers while a document is written. The case must outlive it.
class CitationBook {
 public:
  explicit CitationBook(const case_model::Case& subject) : subject_(subject) {}
  /// The statement's number; the same each time.
  int number_of(case_model::StatementIndex statement);
  int number_of(case_model::SourceIndex source);
  std::vector<int> numbers_of(const std::vector<case_model::StatementIndex>& statements);
  [[nodiscard]] const std::vector<Citation>& citations() const { return citations_; }

 private:
  int add(const std::string& key, Citation citation);

  const case_model::Case& subject_;
  std::map<std::string, int> numbers_;
  std::vector<Citation> citations_;
};

/// Title, publisher and date of a source, and what it heard from whom.
[[nodiscard]] std::string say_source(const case_model::Case& subject, case_model::SourceIndex source);

}  // namespace modus::brief

/// \file Going through a draft passage by passage: the steps of `modus read --review` without the terminal.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "modus/base/result.h"
#include "modus/case_model/case.h"

namespace modus::drafting {

/// One item to look at: a question, or a statement without one.
struct ReviewItem {
  std::string about;                    ///< the statement, party or issue
  std::optional<std::size_t> question;  ///< into draft->questions
  std::string asks;                     ///< empty where there is no question
  std::string source, speaker;          ///< by id; as written
  case_model::Quote passage;
  std::string context;   ///< the sentences around the passage, where the report's text is at hand
  std::string reads_as;  ///< "ukraine rejects territory = russian"
  std::vector<case_model::Coding> codings;  ///< of the question; the first `taken` is what stands
  std::size_t taken = 0;
};

/// What a person puts in place of what was read; what is absent stays.
struct Correction {
  std::optional<case_model::StatementKind> kind;
  std::optional<std::string> what, over, party, speaker;
  std::optional<case_model::Channel> channel;
};

/// Walks the open items: questions in their order, then statements that nobody has decided on, by source and
/// place. Each step gives a case that can be saved at once, so that a review may stop anywhere and go on
/// later.
class Review {
 public:
  /// `by` and the times given to the steps go into the record. `texts`: the text of each source by its id,
  /// where at hand.
  Review(case_model::Case subject, std::string by, std::map<std::string, std::string> texts = {});

  [[nodiscard]] const case_model::Case& subject() const { return case_; }
  /// How many items are left, the one at hand included.
  [[nodiscard]] std::size_t left() const;
  /// The item at hand; nothing at the end.
  [[nodiscard]] std::optional<ReviewItem> item() const;

  /// The item is right as it stands.
  base::Problems accept(std::chrono::sys_seconds at);
  /// Another coding of the question (by number) is right. Problems, and no step, where it cannot be applied.
  base::Problems answer(std::size_t coding, std::chrono::sys_seconds at);
  /// The statement should say something else. Problems, and no step, where that is no valid statement.
  base::Problems correct(const Correction& correction, std::chrono::sys_seconds at);
  /// The item is taken out: a statement, or a question about a party or issue.
  base::Problems drop(std::chrono::sys_seconds at);
  /// Not now: on to the next; nothing is recorded.
  void skip();
  /// The positions on an issue are right as they stand.
  base::Problems confirm(const std::string& issue);

 private:
  struct Step {
    std::string about, question;  ///< ids; no question: a statement alone
  };
  [[nodiscard]] std::optional<std::size_t> question_number(const std::string& id) const;
  void list_steps();
  void record(case_model::DecisionKind decision, const std::string& was, std::chrono::sys_seconds at);
  base::Problems take(base::Result<case_model::Case> changed, case_model::DecisionKind decision,
                      std::chrono::sys_seconds at);

  case_model::Case case_;
  std::string by_;
  std::map<std::string, std::string> texts_;
  std::vector<Step> steps_;
  std::size_t next_ = 0;
};

/// A statement in one line: "ukraine rejects territory = russian".
[[nodiscard]] std::string describe(const case_model::Case& subject, const case_model::Statement& statement);

}  // namespace modus::drafting

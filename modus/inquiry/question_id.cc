#include "modus/inquiry/question_id.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <tuple>
#include <utility>

#include "modus/base/text.h"
#include "modus/case_model/consent.h"
#include "modus/case_model/packages.h"

namespace modus::inquiry {
namespace {

using case_model::Case;
using case_model::ConsentKind;
using case_model::Package;
using case_model::PartyIndex;
using case_model::Standing;
using findings::Question;
using Words = std::vector<std::string>;

const case_model::Draft* find_draft(const Case& subject, std::string_view id) {
  const auto found = std::ranges::find(subject.drafts, id, &case_model::Draft::id);
  return found == subject.drafts.end() ? nullptr : &*found;
}

std::string numbered(const Case& subject, const Package& package) {
  std::string digits = std::to_string(number_of(subject.issues, package));
  while (find_draft(subject, "p" + digits) != nullptr) digits.insert(digits.begin(), '0');
  return "p" + digits;
}

std::string named(const Case& subject, const Package& package) {
  const auto found = std::ranges::find(subject.drafts, package, &case_model::Draft::package);
  return found == subject.drafts.end() ? numbered(subject, package) : found->id;
}

Words cut_at_colons(std::string_view id) {
  Words words(1);
  for (const char letter : id) {
    if (letter == ':') {
      words.emplace_back();
    } else {
      words.back() += letter;
    }
  }
  return words;
}

bool is_asked(const std::optional<ConsentKind>& consent) {
  return consent == ConsentKind::kAsked || consent == ConsentKind::kIfNeeded;
}

/// One id in the reading. Each step fills the question or says what is wrong.
class IdReader {
 public:
  IdReader(const Case& subject, const Standing& standing, std::string_view id, std::string_view name)
      : subject_(subject), standing_(standing), id_(id), name_(name), words_(cut_at_colons(id)) {}

  base::Result<Question> read() {
    if (!read_kind()) return problem("there is no question " + quoted(), nearest());
    read_party();
    if (!fault_) read_rest();
    if (fault_) return *fault_;
    return std::move(question_);
  }

 private:
  [[nodiscard]] std::string quoted() const { return "\"" + id_ + "\""; }
  [[nodiscard]] base::Problem problem(std::string what, std::string fix) const {
    return {{name_, 0, 0}, std::move(what), std::move(fix)};
  }
  void fail(std::string what, std::string fix) {
    if (!fault_) fault_ = problem(quoted() + " " + std::move(what), std::move(fix));
  }
  [[nodiscard]] std::string nearest() const {
    const auto near = base::nearest_name(id_, fixed_question_ids(subject_, standing_));
    return near ? "did you mean " + *near + "?" : "'modus ask' lists the questions with their ids";
  }

  bool read_kind() {
    using Kind = Question::Kind;
    const std::vector<std::tuple<std::string_view, Kind, std::size_t>> kinds = {
        {"limit", Kind::kLimit, 3}, {"accept", Kind::kDraft, 3}, {"no-deal", Kind::kNoDeal, 3}, {"prefer", Kind::kCompare, 4}, {"ranks", Kind::kRanks, 4}};
    for (const auto& [word, kind, parts] : kinds) {
      if (words_[0] != word || words_.size() != parts) continue;
      question_.kind = kind;
      return true;
    }
    return false;
  }

  void read_party() {
    const auto party = subject_.find_party(words_[1]);
    if (!party) return fail("asks a party that the case does not have", nearest());
    if (!is_asked(case_model::consent_of(subject_)[*party])) {
      return fail("asks a party whose acceptance is not its own", "ask a principal, or a ratifier or guarantor with wants of its own");
    }
    question_.party = *party;
  }

  void read_rest() {
    switch (question_.kind) {
      case Question::Kind::kLimit: return read_limit();
      case Question::Kind::kDraft:
      case Question::Kind::kNoDeal: return read_package(words_[2], question_.package);
      case Question::Kind::kCompare:
        read_package(words_[2], question_.package);
        read_package(words_[3], question_.other);
        if (!fault_ && question_.package == question_.other) fail("compares a package with itself", "name two packages");
        return;
      case Question::Kind::kRanks: return read_issues();
    }
  }

  void read_limit() {
    const auto statement = subject_.find_statement(words_[2]);
    for (std::size_t limit = 0; statement && limit < standing_.limits.size(); ++limit) {
      const auto& rests_on = standing_.limits[limit].statements;
      const bool its = standing_.limits[limit].party == question_.party && std::ranges::find(rests_on, *statement) != rests_on.end();
      if (!its) continue;
      question_.limit = case_model::LimitIndex(limit);
      return;
    }
    fail("is about a limit that does not stand", nearest());
  }

  void read_package(const std::string& word, Package& package) {
    const case_model::Draft* draft = find_draft(subject_, word);
    if (draft != nullptr) {
      package = draft->package;
    } else if (const auto number = read_number(word)) {
      package = package_at(subject_.issues, *number);
    } else {
      return fail("names no package of the case", nearest());
    }
    if (!case_model::meets_rules(subject_, package)) fail("is about a package that breaks a rule of the case", "ask about one that meets the rules");
  }

  [[nodiscard]] std::optional<std::uint64_t> read_number(std::string_view word) const {
    std::uint64_t number = 0;
    const auto combinations = case_model::count_combinations(subject_.issues);
    if (word.size() < 2 || word[0] != 'p' || !combinations) return std::nullopt;
    const auto [end, error] = std::from_chars(word.data() + 1, word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size() || number >= *combinations) return std::nullopt;
    return number;
  }

  void read_issues() {
    const auto issue = subject_.find_issue(words_[2]), other = subject_.find_issue(words_[3]);
    if (!issue || !other) return fail("names an issue that the case does not have", nearest());
    if (*issue == *other) return fail("ranks an issue against itself", "name two issues");
    question_.issue = *issue;
    question_.other_issue = *other;
  }

  const Case& subject_;
  const Standing& standing_;
  std::string id_, name_;
  Words words_;
  Question question_;
  std::optional<base::Problem> fault_;
};

}  // namespace

std::string id_of(const Case& subject, const Standing& standing, const Question& question) {
  const std::string& party = subject.parties[question.party].id;
  switch (question.kind) {
    case Question::Kind::kLimit:
      return "limit:" + party + ":" + subject.statements[standing.limits[question.limit.value].statements.front()].id;
    case Question::Kind::kDraft: return "accept:" + party + ":" + named(subject, question.package);
    case Question::Kind::kNoDeal: return "no-deal:" + party + ":" + numbered(subject, question.package);
    case Question::Kind::kCompare:
      return "prefer:" + party + ":" + numbered(subject, question.package) + ":" + numbered(subject, question.other);
    case Question::Kind::kRanks:
      return "ranks:" + party + ":" + subject.issues[question.issue].id + ":" + subject.issues[question.other_issue].id;
  }
  return "";
}

base::Result<Question> read_question_id(const Case& subject, const Standing& standing, std::string_view id, std::string_view name) {
  return IdReader(subject, standing, id, name).read();
}

Words fixed_question_ids(const Case& subject, const Standing& standing) {
  Words ids;
  const auto consent = case_model::consent_of(subject);
  for (const case_model::Limit& limit : standing.limits) {
    if (is_asked(consent[limit.party])) ids.push_back("limit:" + subject.parties[limit.party].id + ":" + subject.statements[limit.statements.front()].id);
  }
  for (const PartyIndex party : subject.parties.indices()) {
    if (!is_asked(consent[party])) continue;
    const std::string& asked = subject.parties[party].id;
    for (const case_model::Draft& draft : subject.drafts) ids.push_back("accept:" + asked + ":" + draft.id);
    for (const case_model::Issue& issue : subject.issues) {
      for (const case_model::Issue& other : subject.issues) {
        if (issue.id != other.id) ids.push_back("ranks:" + asked + ":" + issue.id + ":" + other.id);
      }
    }
  }
  return ids;
}

}  // namespace modus::inquiry

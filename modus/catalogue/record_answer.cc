#include "modus/catalogue/record_answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "modus/case_model/likelihood.h"
#include "modus/case_model/standing.h"
#include "modus/catalogue/insert_statement.h"
#include "modus/formats/write_case.h"
#include "modus/inquiry/question_id.h"

namespace modus::catalogue {
namespace {

using case_model::Case;
using case_model::Condition;
using case_model::Day;
using case_model::Limit;
using case_model::Package;
using case_model::Statement;
using case_model::StatementIndex;
using case_model::StatementKind;
using findings::Candour;
using findings::Question;

constexpr std::string_view kPrefix = "asked-";

std::string free_id(const Case& subject) {
  std::size_t number = 1;
  while (subject.find_statement(std::string(kPrefix) + std::to_string(number))) ++number;
  return std::string(kPrefix) + std::to_string(number);
}

double to_scale(double probability) {
  const auto& scale = case_model::likelihood_scale();
  return std::clamp(probability, scale.front().number, scale.back().number);
}

/// To four places, which a case file can hold.
constexpr double kPlaces = 1e4;
double rounded(double probability) { return std::round(probability * kPlaces) / kPlaces; }

/// How likely an answer is where yes is true and where no is true.
struct Likelihoods {
  double if_yes = 1, if_no = 0;
};
Likelihoods likelihoods(const Candour& candour, bool yes) {
  return yes ? Likelihoods{candour.yes(1, 1), candour.yes(0, 1)} : Likelihoods{candour.no(1, 1), candour.no(0, 1)};
}

/// By Bayes' rule; an answer that never comes is taken for the true one.
double posterior(double prior, double if_true, double if_false) {
  const double joint = prior * if_true, other = (1 - prior) * if_false;
  return joint + other <= 0 ? (if_false < if_true ? 1 : 0) : joint / (joint + other);
}

Condition condition_of(const Package& package, const case_model::Issues& issues) {
  case_model::Part part;
  for (const case_model::IssueIndex issue : package.indices()) part.emplace_back(issue, package[issue]);
  return case_model::condition_of(part, issues);
}

std::optional<Day> day_of(const Case& subject, const Statement& statement) {
  if (statement.on) return statement.on->last;
  return statement.source ? subject.sources[*statement.source].published : std::nullopt;
}

/// Turns one answer into a statement.
class Recorder {
 public:
  Recorder(const Case& subject, const case_model::Standing& standing, const Question& question, std::string id, bool yes,
           const AnswerRecord& record)
      : subject_(subject), standing_(standing), question_(question), id_(std::move(id)), yes_(yes), record_(record) {}

  base::Result<RecordedAnswer> run() {
    fill_origin();
    fill_what();
    check_days();
    if (!problems_.empty()) return problems_;
    RecordedAnswer recorded{subject_, {}};
    recorded.statement = insert_statement(recorded.after, std::move(made_));
    return recorded;
  }

 private:
  [[nodiscard]] double honest() const {
    const case_model::Asking& asking = subject_.judgments[question_.party].asking;
    return record_.in_private ? asking.honest_private.value_or(subject_.defaults.honest_private)
                              : asking.honest_public.value_or(subject_.defaults.honest_public);
  }

  void fill_origin() {
    using case_model::Channel;
    using case_model::Label;
    made_.id = free_id(subject_);
    made_.party = question_.party;
    made_.speaker = record_.by;
    made_.channel = record_.channel;
    if (record_.channel == Channel::kQuoted || record_.channel == Channel::kDocument) made_.said = 1;
    made_.quote.text = record_.quote;
    const Day on = record_.on.value_or(subject_.as_of);
    made_.on = case_model::Days{on, on};
    const Label own = record_.in_private ? Label{Label::Kind::kCaucus, {question_.party}} : Label{Label::Kind::kPublic, {}};
    made_.label = record_.label.value_or(own);
    made_.why = fmt::format("asked in {}: {} = {}; a true answer is taken to come with a chance of {:.4g}",
                            record_.in_private ? "private" : "public", id_, yes_ ? "yes" : "no", honest());
  }

  void fill_what() {
    const Likelihoods heard = likelihoods({honest(), question_.suits_yes()}, yes_);
    if (question_.kind == Question::Kind::kLimit) return fill_limit(heard);
    made_.meant = rounded(to_scale(yes_ ? posterior(0.5, heard.if_yes, heard.if_no) : posterior(0.5, heard.if_no, heard.if_yes)));
    switch (question_.kind) {
      case Question::Kind::kLimit: return;
      case Question::Kind::kDraft: fill_package(yes_); return;
      case Question::Kind::kNoDeal: fill_package(!yes_); return;
      case Question::Kind::kCompare: fill_comparison(); return;
      case Question::Kind::kRanks: fill_ranking(); return;
    }
  }

  void fill_limit(const Likelihoods& heard) {
    const Limit& limit = standing_.limits[question_.limit.value];
    const double after = posterior(limit.probability, heard.if_yes, heard.if_no);
    const double floor = std::floor(limit.probability * kPlaces) / kPlaces, ceil = std::ceil(limit.probability * kPlaces) / kPlaces;
    made_.meant = yes_ ? std::max(ceil, rounded(to_scale(after))) : std::min(floor, rounded(to_scale(after)));
    made_.kind = StatementKind::kRedLine;
    made_.what = limit.forbids;
    if (const Statement* like = model_of(limit)) {
      made_.kind = like->kind;
      made_.what = like->what;
      made_.wants = like->wants;
    }
    bears_on_ = limit.statements;
    if (!yes_) made_.replaces = bears_on_;
    std::sort(made_.replaces.begin(), made_.replaces.end());
  }

  /// The statement that says just what the limit forbids: the one that makes it most certain; of a limit that is denied
  /// a demand, if there is one, since a demand that is no limit still tells what the party would like.
  [[nodiscard]] const Statement* model_of(const Limit& limit) const {
    const Statement* model = nullptr;
    for (const StatementIndex index : limit.statements) {
      const Statement& statement = subject_.statements[index];
      if (!case_model::same_meaning(case_model::forbidden_by(statement), limit.forbids, subject_.issues)) continue;
      if (model == nullptr || (!yes_ && statement.kind == StatementKind::kDemands)) model = &statement;
    }
    return model;
  }

  void fill_package(bool accepts) {
    made_.kind = accepts ? StatementKind::kAccepts : StatementKind::kRejects;
    made_.what = condition_of(question_.package, subject_.issues);
    replace_earlier(accepts ? StatementKind::kRejects : StatementKind::kAccepts, made_.what, std::nullopt);
  }

  void fill_comparison() {
    made_.kind = StatementKind::kPrefers;
    made_.what = condition_of(yes_ ? question_.package : question_.other, subject_.issues);
    made_.over = condition_of(yes_ ? question_.other : question_.package, subject_.issues);
    replace_earlier(StatementKind::kPrefers, *made_.over, made_.what);
  }

  void fill_ranking() {
    made_.kind = StatementKind::kRanks;
    made_.ranking = {question_.issue, question_.other_issue};
    if (!yes_) std::swap(made_.ranking[0], made_.ranking[1]);
    for (const StatementIndex index : subject_.statements.indices()) {
      const Statement& earlier = subject_.statements[index];
      if (is_earlier_answer(earlier) && earlier.kind == made_.kind && std::equal(earlier.ranking.rbegin(), earlier.ranking.rend(), made_.ranking.begin(), made_.ranking.end())) {
        replace(index);
      }
    }
  }

  [[nodiscard]] bool is_earlier_answer(const Statement& statement) const {
    return statement.party == made_.party && statement.id.starts_with(kPrefix);
  }
  void replace(StatementIndex index) {
    made_.replaces.push_back(index);
    bears_on_.push_back(index);
  }
  void replace_earlier(StatementKind kind, const Condition& what, const std::optional<Condition>& over) {
    for (const StatementIndex index : subject_.statements.indices()) {
      const Statement& earlier = subject_.statements[index];
      const bool mirrored = is_earlier_answer(earlier) && earlier.kind == kind && case_model::same_meaning(earlier.what, what, subject_.issues) &&
                            (!over || (earlier.over && case_model::same_meaning(*earlier.over, *over, subject_.issues)));
      if (mirrored) replace(index);
    }
  }

  void check_days() {
    const Day on = made_.on->last;
    if (on > subject_.as_of) {
      problems_.push_back({{id_, 0, 0},
                           "the answer is of " + formats::write_day(on) + ", and the case stands as of " + formats::write_day(subject_.as_of),
                           "set 'as_of' in the case file to the day of the answer, or give the right day with --on"});
    }
    for (const StatementIndex index : bears_on_) {
      const auto day = day_of(subject_, subject_.statements[index]);
      if (!day || on >= *day) continue;
      problems_.push_back({{id_, 0, 0},
                           "the answer is of " + formats::write_day(on) + ", and what it bears on, statement " + subject_.statements[index].id +
                               ", of " + formats::write_day(*day),
                           "give the day of the answer with --on; what was said later counts"});
    }
  }

  const Case& subject_;
  const case_model::Standing& standing_;
  const Question& question_;
  std::string id_;
  bool yes_;
  const AnswerRecord& record_;
  Statement made_;
  std::vector<StatementIndex> bears_on_;
  base::Problems problems_;
};

}  // namespace

base::Result<RecordedAnswer> record_answer(const Case& subject, std::string_view id, std::string_view word, const AnswerRecord& record) {
  const case_model::Standing standing = case_model::weigh_statements(subject);
  const std::string name(id);
  const auto question = inquiry::read_question_id(subject, standing, id, name);
  base::Problems problems;
  if (!question.ok()) problems = question.problems();
  if (word != "yes" && word != "no") {
    problems.push_back({{name, 0, 0}, "\"" + std::string(word) + "\" is no answer to it", "answer yes or no"});
  }
  if (!problems.empty()) return problems;
  return Recorder(subject, standing, question.value(), name, word == "yes", record).run();
}

}  // namespace modus::catalogue

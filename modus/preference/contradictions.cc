#include <algorithm>

#include "modus/base/text.h"
#include "modus/case_model/consent.h"
#include "modus/case_model/standing.h"
#include "modus/preference/sure_facts.h"
#include "modus/preference/wants_program.h"

namespace modus::preference {
namespace {

using case_model::Case;
using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::PartyIndex;
using case_model::Standing;
using case_model::Statement;
using case_model::StatementIndex;

std::string describe_place(const base::Place& place) {
  return place.line > 0 ? " (line " + std::to_string(place.line) + ")" : "";
}

// One problem a conflict: at its first member, naming the others.
void report(const LinearProgram& program, const std::string& party, base::Problems& problems) {
  for (const std::vector<std::size_t>& conflict : minimal_conflicts(program)) {
    std::vector<std::string> members;
    for (const std::size_t group : conflict) {
      members.push_back(program.groups[group].what + describe_place(program.groups[group].where));
    }
    problems.push_back({program.groups[conflict.front()].where,
                        "for " + party + " these cannot all hold: " + base::join_words(members),
                        conflict.size() == 1 ? "change it" : "change or drop one of them; without any one the others fit together"});
  }
}

base::Place place_of(const Case& subject, PartyIndex party, const std::string& key) {
  const auto& places = subject.judgments[party].places;
  const auto found = places.find(key);
  return found == places.end() ? subject.parties[party].where : found->second;
}

// Order and scores of one issue, by themselves: they must fit together whatever the issue's weight.
void check_scores(const Case& subject, PartyIndex party, IssueIndex index, base::Problems& problems) {
  const case_model::Issue& issue = subject.issues[index];
  const case_model::Judgments& judged = subject.judgments[party];
  const auto& order = judged.order[index];
  if (judged.scores[index].empty() || order.empty()) return;
  LinearProgram program;
  for (std::size_t option = 0; option < issue.options.size(); ++option) program.add_column(0, 1);
  const std::size_t ordered = program.add_group(place_of(subject, party, "order." + issue.id), "the order of " + issue.id);
  const auto column = [](OptionIndex option) { return static_cast<int>(option.value); };
  program.rows.push_back({{{column(order.front()), 1.0}}, 1, 1, ordered});
  if (order.size() > 1) program.rows.push_back({{{column(order.back()), 1.0}}, 0, 0, ordered});
  for (std::size_t k = 0; k + 1 < order.size(); ++k) {
    program.rows.push_back({{{column(order[k]), 1.0}, {column(order[k + 1]), -1.0}}, 0, kNoBound, ordered});
  }
  for (const auto& [option, range] : judged.scores[index]) {
    const std::string& id = issue.options[option].id;
    const std::size_t group = program.add_group(place_of(subject, party, "scores." + issue.id + "." + id),
                                                "the score of " + issue.id + " = " + id + " (" + write_interval(range) + ")");
    program.rows.push_back({{{column(option), 1.0}}, range.low.value(), range.high.value(), group});
  }
  report(program, subject.parties[party].id, problems);
}

bool is_certain(const Case& subject, const Statement& statement) {
  return said_of(subject, statement) >= 1 && meant_of(subject, statement) >= 1;
}

// Whether a row takes a mix whose shares are uncertain: shares times scores are not linear.
bool takes_uncertain_mix(const PartyModel& model, const SignedRow& row) {
  return std::any_of(row.terms.begin(), row.terms.end(), [&](const auto& term) {
    const auto& mixes = model.scores[term.first.value].mixes;
    return std::any_of(mixes.begin(), mixes.end(),
                       [&](const MixShares& mix) { return mix.option == term.second.value && !mix.exact(); });
  });
}

// Rows for what a statement at certainty says of the wants. Parts cannot be put linearly and add none.
void add_statement(const Case& subject, const Standing& standing, const PartyModel& model, StatementIndex index, WantsProgram& wants) {
  const Statement& statement = subject.statements[index];
  const auto evidence = evidence_of(subject, standing, index);
  if (!evidence) return;
  LinearProgram& program = wants.program;
  const std::size_t group = program.add_group(statement.where, "statement " + statement.id + " at certainty");
  const OptionPlaces places = places_of(model);
  for (const Evidence& one : evidence.value()) {
    if (one.kind != Evidence::Kind::kMargin || !one.components.empty()) continue;
    if (one.against_no_deal && !model.lottery.empty()) continue;  // its chances times its packages are not linear
    ProgramRow row{{}, one.refusal ? -kNoBound : 0.0, one.refusal ? 0.0 : kNoBound, group};
    if (one.refusal && one.forbidden_by != 0) continue;  // a limit may be the reason
    if (std::any_of(one.rows.begin(), one.rows.end(), [&](const SignedRow& r) { return takes_uncertain_mix(model, r); })) continue;
    for (const SignedRow& signed_row : one.rows) {
      const auto terms = value_terms(places, wants.columns, signed_row, signed_row.sign);
      row.terms.insert(row.terms.end(), terms.begin(), terms.end());
    }
    for (const auto& [issue, coefficient] : one.weight_terms) row.terms.emplace_back(wants.columns.weight[issue], coefficient);
    if (one.against_no_deal) row.terms.emplace_back(wants.columns.no_deal, -1.0);
    program.rows.push_back(std::move(row));
  }
}

// A complete package accepted for certain that a limit at certainty forbids.
void check_limits(const Case& subject, const Standing& standing, PartyIndex party, StatementIndex index, base::Problems& problems) {
  const Statement& statement = subject.statements[index];
  const bool accepts = statement.kind == case_model::StatementKind::kAccepts || statement.kind == case_model::StatementKind::kOffers;
  const auto part = accepts ? as_part(statement.what) : std::nullopt;
  if (!part || !is_complete(*part, subject.issues)) return;
  for (const case_model::LimitIndex limit : standing.limits_of[party]) {
    const case_model::Limit& one = standing.limits[limit.value];
    if (one.probability < 1 || !holds(one.forbids, package_of(*part, subject.issues.size()))) continue;
    const Statement& other = subject.statements[one.statements.front()];
    problems.push_back({statement.where,
                        "statement " + statement.id + " at certainty accepts a package that the limit of statement " + other.id +
                            describe_place(other.where) + " forbids at certainty",
                        "give one of them a `meant` below 1"});
  }
}

void check_party(const Case& subject, const Standing& standing, PartyIndex party, base::Problems& problems) {
  const std::size_t before = problems.size();
  for (const IssueIndex issue : subject.issues.indices()) check_scores(subject, party, issue, problems);
  if (problems.size() > before) return;
  Variation judgments_alone;
  judgments_alone.no_statements = true;
  const auto model = build_party_model(subject, standing, party, judgments_alone);
  if (!model) return;  // told by whoever draws
  WantsProgram wants = build_wants_program(subject, model.value());
  for (const StatementIndex index : standing.counted) {
    if (subject.statements[index].party != party || !is_certain(subject, subject.statements[index])) continue;
    check_limits(subject, standing, party, index, problems);
    add_statement(subject, standing, model.value(), index, wants);
  }
  report(wants.program, subject.parties[party].id, problems);
}

}  // namespace

base::Problems find_contradictions(const Case& subject) {
  base::Problems problems;
  const Standing standing = weigh_statements(subject);
  for (const PartyIndex party : subject.parties.indices()) {
    if (subject.judgments[party].stated || !standing.counted.empty()) check_party(subject, standing, party, problems);
  }
  base::sort_problems(problems);
  return problems;
}

}  // namespace modus::preference

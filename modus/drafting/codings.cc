#include "modus/drafting/codings.h"

#include <algorithm>

#include "modus/case_model/parse_condition.h"
#include "modus/drafting/outline.h"

namespace modus::drafting {
namespace {

using case_model::Case;
using case_model::Coding;
using case_model::Condition;
using case_model::OpenQuestion;

base::Problem problem(const OpenQuestion& question, std::string what, std::string fix) {
  return {{}, "the question '" + question.id + "': " + std::move(what), std::move(fix)};
}

bool holds_for(const NamedStatement& statement, const Coding& coding) {
  return !coding.drop && (!coding.kind || *coding.kind == statement.value.kind) &&
         (coding.what.empty() || coding.what == statement.what) &&
         (coding.over.empty() || coding.over == statement.over) &&
         (coding.party.empty() || coding.party == statement.party) &&
         (!coding.channel || *coding.channel == statement.value.channel);
}

void write_into(NamedStatement& statement, const Coding& coding) {
  if (coding.kind) statement.value.kind = *coding.kind;
  if (!coding.what.empty()) statement.what = coding.what;
  if (coding.kind && *coding.kind != case_model::StatementKind::kPrefers) statement.over.clear();
  if (!coding.over.empty()) statement.over = coding.over;
  if (!coding.party.empty()) statement.party = coding.party;
  if (coding.channel) statement.value.channel = *coding.channel;
}

// A statement that the case leaves out for now, from the passage of its question.
NamedStatement statement_of(const OpenQuestion& question) {
  NamedStatement made;
  made.value.id = question.about;
  made.value.speaker = question.speaker;
  made.value.quote = question.quote;
  made.value.on = question.on;
  made.value.channel = case_model::Channel::kReported;
  made.source = question.source;
  return made;
}

void code_statement(Outline& outline, const OpenQuestion& question, const Coding& coding) {
  if (coding.drop) return forget(outline, question.about);
  auto found = outline.statements.find(question.about);
  if (found == outline.statements.end())
    found = outline.statements.emplace(question.about, statement_of(question)).first;
  write_into(found->second, coding);
}

void rename_in(std::vector<std::string>& names, const std::string& from, const std::string& to) {
  std::replace(names.begin(), names.end(), from, to);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

template <class Change>
void for_codings(Outline& outline, const Change& change) {
  if (!outline.rest.draft) return;
  for (OpenQuestion& question : outline.rest.draft->questions) {
    for (Coding& coding : question.codings) change(coding);
  }
}

// All that names one party names the other; what cannot be both goes with the one.
void fold_party(Outline& outline, const std::string& one, const std::string& into) {
  for (auto& [id, statement] : outline.statements) {
    if (statement.party == one) statement.party = into;
  }
  for (NamedAssessment& assessment : outline.assessments) {
    if (assessment.by == one) assessment.by = into;
  }
  for (NamedEvent& event : outline.timeline) rename_in(event.who, one, into);
  const bool guarantor = outline.parties.at(into).value.has(case_model::Role::kGuarantor);
  for (auto& [id, issue] : outline.issues) {
    rename_in(issue.carried_out_by, one, into);
    for (NamedOption& option : issue.options) {
      rename_in(option.needs, one, into);
      if (!guarantor) std::erase(option.needs, into);
    }
  }
  for (auto& [id, party] : outline.parties) {
    if (party.ratifier_of == one) party.ratifier_of = into;
  }
  for_codings(outline, [&](Coding& coding) {
    if (coding.party == one) coding.party = into;
    if (coding.same_as == one) coding.same_as = into;
  });
  outline.parties.erase(one);
}

void code_party(Outline& outline, const std::string& id, const Coding& coding) {
  if (!coding.same_as.empty()) return fold_party(outline, id, coding.same_as);
  if (coding.roles.empty()) return;
  NamedParty& party = outline.parties.at(id);
  party.value.roles = coding.roles;
  if (!party.value.has(case_model::Role::kRatifier)) party.ratifier_of.clear();
  if (party.value.has(case_model::Role::kGuarantor)) return;
  for (auto& [other, issue] : outline.issues) {
    for (NamedOption& option : issue.options) std::erase(option.needs, id);
  }
}

// The condition with one issue's name in place of another's, word by word; names of options keep theirs,
// since an option is always named after its issue and a comparison.
std::string renamed(const std::string& text, const std::string& from, const std::string& to) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto ends = [](char c) {
      return c == ' ' || c == '(' || c == ')' || c == '[' || c == ']' || c == ',';
    };
    std::size_t end = i;
    while (end < text.size() && !ends(text[end])) ++end;
    const std::string word = text.substr(i, end - i);
    const std::string_view rest = std::string_view(text).substr(end);
    const bool names_issue = rest.starts_with(" = ") || rest.starts_with(" != ") ||
                             rest.starts_with(" in ") || rest.starts_with(" <") || rest.starts_with(" >");
    out += word == from && names_issue ? to : word;
    if (end < text.size()) out += text[end];
    i = end + 1;
  }
  return out;
}

void join_issues(Outline& outline, const std::string& one, const std::string& into) {
  NamedIssue& stays = outline.issues.at(into);
  for (NamedOption& option : outline.issues.at(one).options) {
    const bool there = std::any_of(stays.options.begin(), stays.options.end(),
                                   [&](const NamedOption& o) { return o.value.id == option.value.id; });
    if (!there) stays.options.push_back(std::move(option));
  }
  for (auto& [id, statement] : outline.statements) {
    statement.what = renamed(statement.what, one, into);
    statement.over = renamed(statement.over, one, into);
    rename_in(statement.ranking, one, into);
  }
  for_codings(outline, [&](Coding& coding) {
    coding.what = renamed(coding.what, one, into);
    coding.over = renamed(coding.over, one, into);
    if (coding.same_as == one) coding.same_as = into;
  });
  outline.issues.erase(one);
}

std::string canonical(const std::string& text, const Case& subject) {
  if (text.empty()) return text;
  const auto read = case_model::parse_condition(text, subject.issues, {});
  return read ? write_condition(read.value(), subject.issues) : text;
}

// Conditions as the case file writes them; what names something that is gone stays as it is.
void write_canonically(Case& subject) {
  for (OpenQuestion& question : subject.draft->questions) {
    for (Coding& coding : question.codings) {
      coding.what = canonical(coding.what, subject);
      coding.over = canonical(coding.over, subject);
    }
  }
}

base::Result<Case> changed(const Case& subject, const OpenQuestion& question, const Coding& coding) {
  Outline outline = outline_of(subject);
  const auto exists = [](const auto& map, const std::string& id) { return map.find(id) != map.end(); };
  if (exists(outline.issues, question.about)) {
    if (!coding.same_as.empty() && coding.same_as != question.about) {
      const bool named = exists(outline.issues, coding.same_as);
      const bool scale = named && (outline.issues.at(coding.same_as).value.range ||
                                   outline.issues.at(question.about).value.range);
      if (!named || scale)
        return problem(question, "no other issue with named options is '" + coding.same_as + "'",
                       "choose another coding");
      join_issues(outline, question.about, coding.same_as);
    }
  } else if (exists(outline.parties, question.about)) {
    if (!coding.same_as.empty() &&
        (!exists(outline.parties, coding.same_as) || coding.same_as == question.about))
      return problem(question, "no other party is '" + coding.same_as + "'", "choose another coding");
    code_party(outline, question.about, coding);
  } else {
    code_statement(outline, question, coding);
  }
  return case_of(outline);
}

}  // namespace

bool is_open(const Case& subject, const OpenQuestion& question) {
  if (question.taken >= question.codings.size()) return false;
  const Coding& taken = question.codings[question.taken];
  if (subject.find_issue(question.about)) return true;
  if (const auto party = subject.find_party(question.about))
    return taken.roles.empty() || subject.parties[*party].roles == taken.roles;
  const auto index = subject.find_statement(question.about);
  if (!index) return taken.drop;
  const case_model::Statement& statement = subject.statements[*index];
  const bool ranks = statement.kind == case_model::StatementKind::kRanks;
  NamedStatement named;
  named.value.kind = statement.kind;
  named.value.channel = statement.channel;
  named.party = subject.parties[statement.party].id;
  if (!ranks && !taken.what.empty()) named.what = write_condition(statement.what, subject.issues);
  if (statement.over && !taken.over.empty()) named.over = write_condition(*statement.over, subject.issues);
  Coding wanted = taken;
  wanted.what = canonical(wanted.what, subject);
  wanted.over = canonical(wanted.over, subject);
  return holds_for(named, wanted);
}

base::Result<Case> apply(const Case& subject, std::size_t question, std::size_t coding) {
  const OpenQuestion& asked = subject.draft->questions[question];
  base::Result<Case> made = changed(subject, asked, asked.codings[coding]);
  if (!made) return made;
  made.value().draft->questions[question].taken = coding;
  write_canonically(made.value());
  return made;
}

std::vector<Variant> variants_of(const Case& subject, std::size_t most) {
  std::vector<Variant> all;
  if (most == 0) return all;
  all.push_back({"as it stands", 0, 0, subject});
  all.front().subject.draft.reset();
  if (!subject.draft) return all;
  for (std::size_t i = 0; i < subject.draft->questions.size(); ++i) {
    const OpenQuestion& question = subject.draft->questions[i];
    if (all.size() >= most) break;
    if (!is_open(subject, question)) continue;
    for (std::size_t coding = 0; coding < question.codings.size() && all.size() < most; ++coding) {
      if (coding == question.taken) continue;
      base::Result<Case> made = apply(subject, i, coding);
      if (!made) continue;
      made.value().draft.reset();
      all.push_back(
          {question.asks + " " + question.codings[coding].says, i, coding, std::move(made).value()});
    }
  }
  return all;
}

}  // namespace modus::drafting

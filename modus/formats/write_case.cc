#include "modus/formats/write_case.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "modus/base/text.h"
#include "modus/formats/words.h"
#include "modus/formats/writing.h"

namespace modus::formats {
namespace {

using case_model::Assessment;
using case_model::Case;
using case_model::Defaults;
using case_model::Party;
using case_model::PartyIndex;
using case_model::Source;

// Nothing where it is the usual number.
std::optional<double> unless(double usual, double number) {
  return number == usual ? std::nullopt : std::optional(number);
}

void write_defaults(Lines& lines, const Case& subject) {
  const Defaults& used = subject.defaults;
  const Defaults usual;
  Lines part, said, meant;
  for (std::size_t i = 0; i < used.said.size(); ++i) {
    if (used.said[i] != usual.said[i])
      put_yaml(said, word_of(static_cast<case_model::Channel>(i)), base::write_number(used.said[i]));
  }
  for (std::size_t i = 0; i < used.meant.size(); ++i) {
    if (used.meant[i] != usual.meant[i])
      put_yaml(meant, word_of(static_cast<case_model::StatementKind>(i)), base::write_number(used.meant[i]));
  }
  if (used.meant_rejects_complete != usual.meant_rejects_complete) {
    put_yaml(meant, "rejects_complete", base::write_number(used.meant_rejects_complete));
  }
  put_part(part, "said", said);
  put_part(part, "meant", meant);
  put_yaml(part, "wants", yaml_of(unless(usual.wants, used.wants)));
  put_yaml(part, "honest", honesty_of(unless(usual.honest_public, used.honest_public), unless(usual.honest_private, used.honest_private)));
  put_yaml(part, "label", yaml_of(subject, subject.default_label));
  put_part(lines, "defaults", part);
}

void write_head(Lines& lines, const Case& subject) {
  put_yaml(lines, "modus", "1");
  put_text(lines, "title", subject.title);
  put_yaml(lines, "as_of", write_day(subject.as_of));
  put_text(lines, "event", subject.event);
  if (subject.horizon_days) put_yaml(lines, "horizon", std::to_string(*subject.horizon_days) + " days");
  if (subject.unstated != Case().unstated) put_yaml(lines, "unstated", base::write_number(subject.unstated));
  write_defaults(lines, subject);
}

void write_sources(Lines& lines, const Case& subject) {
  Lines all;
  for (const Source& source : subject.sources) {
    Lines part;
    put_text(part, "title", source.title);
    put_text(part, "publisher", source.publisher);
    put_text(part, "author", source.author);
    put_text(part, "link", source.link);
    if (source.published) put_yaml(part, "published", write_day(*source.published));
    put_text(part, "file", source.file);
    put_yaml(part, "heard_from", yaml_of(subject, source.heard_from));
    put_yaml(part, "label", yaml_of(subject, source.label));
    put_part(all, scalar(source.id), part);
  }
  put_part(lines, "sources", all);
}

Lines lines_of(const Case& subject, const Party& party) {
  Lines part, interests;
  put_text(part, "name", party.name);
  if (party.roles != std::vector{case_model::Role::kPrincipal}) put_yaml(part, "role", yaml_of(party.roles));
  if (party.ratifier_of) put_text(part, "of", subject.parties[*party.ratifier_of].id);
  if (!party.aliases.empty()) put_yaml(part, "aliases", flow_list(party.aliases));
  for (const case_model::Interest& interest : party.interests) {
    Lines item;
    put_text(item, "text", interest.text);
    put_yaml(item, "source", yaml_of(subject, interest.source));
    put_yaml(item, "label", yaml_of(subject, interest.label));
    put_item(interests, item);
  }
  put_part(part, "interests", interests);
  return part;
}

void write_parties(Lines& lines, const Case& subject) {
  Lines all;
  for (const Party& party : subject.parties) put_part(all, scalar(party.id), lines_of(subject, party));
  put_part(lines, "parties", all);
}

void write_rules(Lines& lines, const Case& subject) {
  Lines rules, norms, drafts;
  for (const case_model::Rule& rule : subject.rules)
    put_item(rules, {scalar(write_condition(rule.condition, subject.issues))});
  for (const case_model::Norm& norm : subject.norms) {
    Lines item;
    put_text(item, "when", write_condition(norm.when, subject.issues));
    put_text(item, "says", norm.says);
    put_yaml(item, "source", yaml_of(subject, norm.source));
    put_yaml(item, "label", yaml_of(subject, norm.label));
    put_item(norms, item);
  }
  for (const case_model::Draft& draft : subject.drafts) {
    const std::string package = yaml_of(subject, draft.package), label = yaml_of(subject, draft.label);
    put_yaml(drafts, scalar(draft.id), label.empty() ? package : "{package: " + package + ", label: " + label + "}");
  }
  put_part(lines, "rules", rules);
  put_part(lines, "norms", norms);
  put_part(lines, "drafts", drafts);
}

Lines lines_of(const Case& subject, const Assessment& assessment) {
  Lines item;
  put_text(item, "by",
           assessment.by_party ? subject.parties[*assessment.by_party].id
                               : subject.sources[*assessment.by_source].id);
  put_text(item, "speaker", assessment.speaker);
  put_text(item, "says", assessment.word);
  put_part(item, "says", chances_of(assessment.chances));
  put_yaml(item, "source", yaml_of(subject, assessment.source));
  write_quote(item, assessment.quote);
  if (assessment.on) put_yaml(item, "on", write_days(*assessment.on));
  put_yaml(item, "label", yaml_of(subject, assessment.label));
  return item;
}

Lines lines_of(const Case& subject, const case_model::Guarantee& guarantee) {
  Lines item;
  put_text(item, "when", write_condition(guarantee.when, subject.issues));
  put_text(item, "protects", subject.parties[guarantee.protects].id);
  put_text(item, "against", subject.parties[guarantee.against].id);
  put_text(item, "by", subject.parties[guarantee.by].id);
  put_yaml(item, "detects", yaml_of(guarantee.detects));
  put_yaml(item, "responds", yaml_of(guarantee.responds));
  put_yaml(item, "punishes", yaml_of(guarantee.punishes));
  put_yaml(item, "label", yaml_of(subject, guarantee.label));
  return item;
}

Lines lines_of(const Case& subject, const case_model::TimelineEvent& event) {
  Lines item;
  put_yaml(item, "on", write_days(event.on));
  put_text(item, "kind", event.kind);
  if (!event.who.empty()) put_yaml(item, "who", yaml_of(subject, event.who));
  put_text(item, "where", event.place);
  put_text(item, "what", event.what);
  if (event.planned) put_yaml(item, "planned", "true");
  put_yaml(item, "source", yaml_of(subject, event.source));
  write_quote(item, event.quote);
  put_yaml(item, "label", yaml_of(subject, event.label));
  return item;
}

template <class List>
void write_list(Lines& lines, const Case& subject, std::string_view key, const List& list) {
  Lines all;
  for (const auto& thing : list) put_item(all, lines_of(subject, thing));
  put_part(lines, key, all);
}

}  // namespace

std::string write_day(case_model::Day day) {
  const std::chrono::year_month_day date(day);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", int(date.year()), unsigned(date.month()),
                unsigned(date.day()));
  return text.data();
}

std::string write_days(const case_model::Days& days) {
  return write_day(days.first) + (days.first == days.last ? "" : ".." + write_day(days.last));
}

std::string yaml_of(const std::optional<base::Interval>& interval) {
  return interval ? base::write_interval(*interval) : "";
}
std::string yaml_of(const std::optional<double>& number) { return number ? base::write_number(*number) : ""; }

std::string yaml_of(const Case& subject, const std::optional<case_model::SourceIndex>& source) {
  return source ? scalar(subject.sources[*source].id) : "";
}

std::string yaml_of(const Case& subject, const case_model::Package& package) {
  std::string text = "{";
  for (const case_model::IssueIndex issue : subject.issues.indices()) {
    if (text.size() > 1) text += ", ";
    text += scalar(subject.issues[issue].id, true) + ": " +
            scalar(subject.issues[issue].options[package[issue]].id, true);
  }
  return text + "}";
}

std::string yaml_of(const Case& subject, const std::vector<PartyIndex>& parties) {
  std::vector<std::string> ids;
  for (const PartyIndex party : parties) ids.push_back(subject.parties[party].id);
  return flow_list(ids);
}

std::string yaml_of(const std::vector<case_model::Role>& roles) {
  std::vector<std::string> words;
  for (const auto& [word, role] : kRoleWords) {
    if (std::find(roles.begin(), roles.end(), role) != roles.end()) words.emplace_back(word);
  }
  return words.size() == 1 ? words.front() : flow_list(words);
}

std::string yaml_of(const Case& subject, const std::optional<case_model::Label>& label) {
  using Kind = case_model::Label::Kind;
  if (!label) return "";
  if (label->kind != Kind::kCaucus) return label->kind == Kind::kPublic ? "public" : "team";
  const bool one = label->parties.size() == 1;
  return "{caucus: " + (one ? scalar(subject.parties[label->parties.front()].id, true) : yaml_of(subject, label->parties)) + "}";
}

std::string honesty_of(const std::optional<double>& in_public, const std::optional<double>& in_private) {
  if (!in_public && !in_private) return "";
  std::string text = in_public ? "public: " + base::write_number(*in_public) : "";
  if (in_private) text += (in_public ? ", private: " : "private: ") + base::write_number(*in_private);
  return "{" + text + "}";
}

std::string write_case(const Case& subject) {
  Lines lines;
  write_head(lines, subject);
  write_sources(lines, subject);
  write_parties(lines, subject);
  write_issues(lines, subject);
  write_rules(lines, subject);
  write_statements(lines, subject);
  write_list(lines, subject, "assessments", subject.assessments);
  write_judgments(lines, subject);
  write_list(lines, subject, "guarantees", subject.guarantees);
  write_list(lines, subject, "timeline", subject.timeline);
  write_forecast(lines, subject);
  write_ideas(lines, subject);
  write_text(lines, subject);
  if (subject.draft) write_draft(lines, *subject.draft);
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

std::string case_sha256(const Case& subject) { return base::sha256_hex(write_case(subject)); }

}  // namespace modus::formats

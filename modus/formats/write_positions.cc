// Statements and judgments in canonical text.
#include "modus/formats/write_case.h"
#include "modus/formats/writing.h"

namespace modus::formats {
namespace {

using case_model::Case;
using case_model::Issue;
using case_model::IssueIndex;
using case_model::Judgments;
using case_model::OptionIndex;
using case_model::Statement;

std::string ranking_of(const Case& subject, const Statement& statement) {
  std::vector<std::string> ids;
  for (const IssueIndex issue : statement.ranking) ids.push_back(subject.issues[issue].id);
  return flow_list(ids);
}

}  // namespace

void write_quote(Lines& item, const case_model::Quote& quote) {
  put_text(item, "quote", quote.text);
  put_yaml(item, "at", yaml_of(quote.at));
}

std::string yaml_of(const std::optional<std::pair<std::size_t, std::size_t>>& at) {
  return at ? flow_list({std::to_string(at->first), std::to_string(at->second)}) : "";
}

namespace {

void write_origin(Lines& item, const Case& subject, const Statement& statement) {
  put_yaml(item, "source", yaml_of(subject, statement.source));
  write_quote(item, statement.quote);
  if (statement.on) put_yaml(item, "on", write_days(*statement.on));
  std::vector<std::string> replaced;
  for (const case_model::StatementIndex other : statement.replaces)
    replaced.push_back(subject.statements[other].id);
  if (!replaced.empty()) put_yaml(item, "replaces", flow_list(replaced));
  if (statement.same_as) put_text(item, "same_as", subject.statements[*statement.same_as].id);
  put_text(item, "why", statement.why);
  put_yaml(item, "label", yaml_of(subject, statement.label));
}

Lines lines_of(const Case& subject, const Statement& statement) {
  Lines item;
  put_text(item, "id", statement.id);
  put_text(item, "party", subject.parties[statement.party].id);
  put_text(item, "speaker", statement.speaker);
  put_yaml(item, "kind", word_of(statement.kind));
  if (statement.kind == case_model::StatementKind::kRanks) {
    put_yaml(item, "what", ranking_of(subject, statement));
  } else {
    put_text(item, "what", write_condition(statement.what, subject.issues));
  }
  if (statement.over) put_text(item, "over", write_condition(*statement.over, subject.issues));
  if (statement.channel != case_model::Channel::kReported)
    put_yaml(item, "channel", word_of(statement.channel));
  put_yaml(item, "said", yaml_of(statement.said));
  put_yaml(item, "meant", yaml_of(statement.meant));
  put_yaml(item, "wants", yaml_of(statement.wants));
  write_origin(item, subject, statement);
  return item;
}

std::string order_of(const Issue& issue, const std::vector<OptionIndex>& order) {
  std::vector<std::string> ids;
  for (const OptionIndex option : order) ids.push_back(issue.options[option].id);
  return flow_list(ids);
}

// Scores, or beliefs.
Lines scores_of(const Issue& issue, const std::map<OptionIndex, base::Interval>& scores) {
  Lines part;
  for (const auto& [option, score] : scores)
    put_yaml(part, scalar(issue.options[option].id), base::write_interval(score));
  return part;
}

Lines scale_of(const case_model::ScaleWants& wants) {
  using Better = case_model::ScaleWants::Better;
  Lines part;
  if (wants.better == Better::kPeak) {
    put_yaml(part, "peak", base::write_decimal(wants.peak));
  } else {
    put_yaml(part, "better", wants.better == Better::kMore ? "more" : "less");
  }
  if (wants.linear) put_yaml(part, "shape", "linear");
  return part;
}

void write_by_issue(Lines& lines, const Case& subject, const Judgments& judgments) {
  Lines order, scores, scales, weights;
  for (const IssueIndex index : subject.issues.indices()) {
    const Issue& issue = subject.issues[index];
    const std::string key = scalar(issue.id);
    if (!judgments.order[index].empty()) put_yaml(order, key, order_of(issue, judgments.order[index]));
    put_part(scores, key, scores_of(issue, judgments.scores[index]));
    if (judgments.scales[index]) put_part(scales, key, scale_of(*judgments.scales[index]));
    put_yaml(weights, key, yaml_of(judgments.weights[index]));
  }
  put_part(lines, "order", order);
  put_part(lines, "scores", scores);
  put_part(lines, "scales", scales);
  put_part(lines, "weights", weights);
}

Lines no_deal_of(const Case& subject, const case_model::NoDeal& no_deal) {
  Lines part, lottery;
  put_yaml(part, "value", yaml_of(no_deal.value));
  for (const case_model::LotteryOutcome& outcome : no_deal.lottery) {
    Lines item;
    put_yaml(item, "package", yaml_of(subject, outcome.package));
    put_yaml(item, "chance", outcome.chance ? base::write_interval(*outcome.chance) : "rest");
    put_item(lottery, item);
  }
  put_part(part, "lottery", lottery);
  put_yaml(part, "cost", yaml_of(no_deal.cost));
  put_yaml(part, "cost_per_month", yaml_of(no_deal.cost_per_month));
  put_text(part, "why", no_deal.why);
  return part;
}

void write_why(Lines& lines, const Judgments& judgments) {
  const auto general = judgments.why.find("");
  if (general != judgments.why.end()) return put_text(lines, "why", general->second);
  Lines part;
  for (const auto& [key, reason] : judgments.why) put_text(part, scalar(key), reason);
  put_part(lines, "why", part);
}

Lines asking_of(const case_model::Asking& asking) {
  Lines part;
  put_yaml(part, "honest", honesty_of(asking.honest_public, asking.honest_private));
  put_yaml(part, "leak", yaml_of(asking.leak));
  put_yaml(part, "leak_costs", yaml_of(asking.leak_costs));
  return part;
}

void write_labels(Lines& lines, const Case& subject, const Judgments& judgments) {
  Lines labels;
  for (const auto& [name, label] : judgments.labels) put_yaml(labels, name, yaml_of(subject, label));
  put_yaml(lines, "label", yaml_of(subject, judgments.label));
  put_part(lines, "labels", labels);
}

Lines lines_of(const Case& subject, const Judgments& judgments) {
  Lines lines, adjust, beliefs;
  write_by_issue(lines, subject, judgments);
  for (const case_model::Adjustment& adjustment : judgments.adjust) {
    Lines item;
    put_text(item, "when", write_condition(adjustment.when, subject.issues));
    put_yaml(item, "by", base::write_interval(adjustment.by));
    put_text(item, "why", adjustment.why);
    put_yaml(item, "label", yaml_of(subject, adjustment.label));
    put_item(adjust, item);
  }
  for (const IssueIndex index : subject.issues.indices()) {
    const Issue& issue = subject.issues[index];
    put_part(beliefs, scalar(issue.id), scores_of(issue, judgments.beliefs[index]));
  }
  put_part(lines, "adjust", adjust);
  put_yaml(lines, "stalling", yaml_of(judgments.stalling));
  put_yaml(lines, "impatience", yaml_of(judgments.impatience));
  put_part(lines, "no_deal", no_deal_of(subject, judgments.no_deal));
  put_part(lines, "beliefs", beliefs);
  put_part(lines, "asking", asking_of(judgments.asking));
  write_why(lines, judgments);
  write_labels(lines, subject, judgments);
  return lines;
}

}  // namespace

void write_statements(Lines& lines, const Case& subject) {
  Lines all;
  for (const Statement& statement : subject.statements) put_item(all, lines_of(subject, statement));
  put_part(lines, "statements", all);
}

void write_judgments(Lines& lines, const Case& subject) {
  Lines all;
  for (const case_model::PartyIndex party : subject.parties.indices()) {
    put_part(all, scalar(subject.parties[party].id), lines_of(subject, subject.judgments[party]));
  }
  put_part(lines, "judgments", all);
}

}  // namespace modus::formats

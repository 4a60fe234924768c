#include "modus/drafting/fingerprints.h"

#include "modus/drafting/words.h"

namespace modus::drafting {
namespace {

// Fields one after the other, each with its length, so that no two items run together alike.
class Fields {
 public:
  Fields& add(std::string_view text) {
    all_ += std::to_string(text.size()) + ":";
    all_ += text;
    return *this;
  }
  Fields& add(const std::vector<std::string>& texts) {
    add(std::to_string(texts.size()));
    for (const std::string& text : texts) add(std::string_view(text));
    return *this;
  }
  Fields& add(const std::optional<double>& number) {
    return add(std::string_view(number ? std::to_string(*number) : ""));
  }
  Fields& add(const std::optional<case_model::Day>& day) {
    return add(std::string_view(day ? std::to_string(day->time_since_epoch().count()) : ""));
  }
  Fields& add(const std::optional<case_model::Days>& days) {
    return days ? add(std::optional(days->first)).add(std::optional(days->last)) : add(std::string_view());
  }
  Fields& add(const case_model::Quote& quote) {
    add(std::string_view(quote.text));
    return add(std::string_view(
        quote.at ? std::to_string(quote.at->first) + "-" + std::to_string(quote.at->second) : ""));
  }
  [[nodiscard]] std::string print() const { return short_hash(all_, 12); }

 private:
  std::string all_;
};

}  // namespace

std::string fingerprint_of(const NamedSource& source) {
  const case_model::Source& one = source.value;
  Fields fields;
  fields.add(std::string_view(one.title))
      .add(std::string_view(one.publisher))
      .add(std::string_view(one.author))
      .add(std::string_view(one.link));
  return fields.add(one.published)
      .add(std::string_view(one.file))
      .add(std::string_view(source.heard_from))
      .print();
}

std::string fingerprint_of(const NamedParty& party) {
  Fields fields;
  fields.add(std::string_view(party.value.name))
      .add(party.value.aliases)
      .add(std::string_view(party.ratifier_of));
  for (const case_model::Role role : party.value.roles)
    fields.add(std::string_view(std::to_string(static_cast<int>(role))));
  for (const case_model::Interest& interest : party.value.interests)
    fields.add(std::string_view(interest.text));
  return fields.add(party.interest_sources).print();
}

std::string fingerprint_of(const NamedIssue& issue) {
  Fields fields;
  fields.add(std::string_view(issue.value.name)).add(issue.carried_out_by);
  if (const auto& range = issue.value.range) {
    for (const base::Decimal& number : {range->from, range->to, range->step})
      fields.add(std::string_view(base::write_decimal(number)));
    fields.add(std::string_view(range->unit));
  }
  return fields.print();
}

std::string fingerprint_of(const NamedOption& option) {
  return Fields().add(std::string_view(option.value.name)).add(option.needs).print();
}

std::string fingerprint_of(const NamedStatement& statement) {
  const case_model::Statement& one = statement.value;
  Fields fields;
  fields.add(std::string_view(statement.party))
      .add(std::string_view(one.speaker))
      .add(word_of(one.kind))
      .add(word_of(one.channel));
  fields.add(std::string_view(statement.what))
      .add(std::string_view(statement.over))
      .add(statement.ranking)
      .add(statement.replaces);
  fields.add(one.said).add(one.meant).add(one.wants).add(one.quote).add(one.on);
  return fields.add(std::string_view(statement.source))
      .add(std::string_view(statement.same_as))
      .add(std::string_view(one.why))
      .print();
}

std::string fingerprint_of(const NamedAssessment& assessment) {
  const case_model::Assessment& one = assessment.value;
  Fields fields;
  fields.add(std::string_view(assessment.by))
      .add(std::string_view(one.speaker))
      .add(std::string_view(one.word))
      .add(one.quote)
      .add(one.on);
  for (const auto& [days, chance] : one.chances)
    fields.add(std::string_view(std::to_string(days))).add(std::optional(chance));
  return fields.add(std::string_view(assessment.source)).print();
}

std::string fingerprint_of(const NamedEvent& event) {
  const case_model::TimelineEvent& one = event.value;
  Fields fields;
  fields.add(std::optional(one.on))
      .add(std::string_view(one.kind))
      .add(event.who)
      .add(std::string_view(one.place))
      .add(std::string_view(one.what));
  return fields.add(std::string_view(one.planned ? "planned" : ""))
      .add(std::string_view(event.source))
      .add(one.quote)
      .print();
}

std::map<std::string, std::string> fingerprints_of(const Outline& outline) {
  std::map<std::string, std::string> all;
  for (const auto& [id, item] : outline.sources) all["sources/" + id] = fingerprint_of(item);
  for (const auto& [id, item] : outline.parties) all["parties/" + id] = fingerprint_of(item);
  for (const auto& [id, item] : outline.issues) {
    all["issues/" + id] = fingerprint_of(item);
    if (item.value.range) continue;
    for (const NamedOption& option : item.options)
      all["options/" + id + "/" + option.value.id] = fingerprint_of(option);
  }
  for (const auto& [id, item] : outline.statements) all["statements/" + id] = fingerprint_of(item);
  for (const NamedAssessment& item : outline.assessments) {
    const std::string print = fingerprint_of(item);
    all["assessments/" + print] = print;
  }
  for (const NamedEvent& item : outline.timeline) {
    const std::string print = fingerprint_of(item);
    all["timeline/" + print] = print;
  }
  return all;
}

}  // namespace modus::drafting

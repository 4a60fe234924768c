/// \file Readings made by hand, in a few words. Only tests include this.
#pragma once

#include <chrono>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "modus/base/text.h"
#include "modus/reading/reading.h"

namespace modus::drafting {

/// Writes the report as it goes: each thing is a line of its text, and its passage is that line.
class ReadingMaker {
 public:
  using Actors = std::vector<reading::ActorIndex>;
  using Issues = std::vector<reading::ReadIssueIndex>;

  explicit ReadingMaker(const std::string& file, const std::string& publisher = "Gazette",
                        const std::string& date = "2026-03-12") {
    reading_.file = file;
    reading::ReadSource own;
    own.title = "Report in " + file;
    own.publisher = publisher;
    own.date = date;
    reading_.sources.push_back(own);
  }

  reading::Passage line(std::string_view words) {
    const std::size_t start = length_;
    length_ += base::count_code_points(words) + 1;
    text_ += std::string(words) + "\n";
    return {start, length_ - 1, std::string(words)};
  }

  reading::ActorIndex actor(const std::string& name,
                            reading::ActorType type = reading::ActorType::kOrganisation,
                            const std::string& role = "") {
    reading::Actor one;
    one.name = name;
    one.type = type;
    one.role = role;
    one.mentions.push_back({line(name), reading::MentionKind::kName});
    reading_.actors.push_back(one);
    return reading::ActorIndex(reading_.actors.size() - 1);
  }

  /// Somebody who speaks for another.
  reading::ActorIndex person(const std::string& name, reading::ActorIndex of,
                             const std::string& role = "spokesman") {
    const reading::ActorIndex one = actor(name, reading::ActorType::kPerson, role);
    reading_.actors[one].affiliation = of;
    return one;
  }

  reading::ReadIssueIndex issue(const std::string& label, std::vector<std::string> aliases = {}) {
    reading::ReadIssue one;
    one.label = label;
    one.aliases = std::move(aliases);
    one.passages.push_back(line(label));
    reading_.issues.push_back(one);
    return reading::ReadIssueIndex(reading_.issues.size() - 1);
  }

  reading::ReadStatement& says(reading::ActorIndex speaker, reading::ReadKind kind, std::string_view words,
                               Issues issues = {}) {
    reading::ReadStatement one;
    one.speaker = speaker;
    one.kind = kind;
    one.passage = one.content = line(words);
    one.issues = std::move(issues);
    reading_.statements.push_back(one);
    return reading_.statements.back();
  }

  /// An option whose words are those of the last statement.
  void as_option(reading::ReadIssueIndex issue, const std::string& label, Actors proposers = {},
                 reading::OptionStatus status = reading::OptionStatus::kProposed) {
    reading_.options.push_back(
        {issue, label, std::move(proposers), status, reading_.statements.back().passage, false});
  }

  reading::ReadEvent& event(const std::string& kind, Actors who, int day_of_march) {
    reading::ReadEvent one;
    one.kind = kind;
    one.participants = std::move(who);
    one.passage = line(kind + " took place");
    reading::DateReading date;
    date.first = date.last = std::chrono::sys_days(std::chrono::year(2026) / 3 / day_of_march);
    one.date = date;
    reading_.events.push_back(one);
    return reading_.events.back();
  }

  reading::Reading& reading() { return reading_; }
  [[nodiscard]] const std::string& text() const { return text_; }

  reading::Reading make() {
    reading_.code_points = length_;
    reading_.file_bytes = text_.size();
    reading_.sha256 = base::sha256_hex(text_);
    return reading_;
  }

 private:
  reading::Reading reading_;
  std::string text_;
  std::size_t length_ = 0;
};

/// A strike: the union wants 8 per cent and will never take night shifts, the port offers 3 per cent, the
/// ministry mediates.
inline ReadingMaker strike(const std::string& file = "strike.txt", const std::string& publisher = "Gazette") {
  using reading::ReadKind;
  ReadingMaker maker(file, publisher);
  const auto union_ = maker.actor("Dockers' Union");
  maker.reading().actors[union_].aliases = {"the dockers"};
  const auto leader = maker.person("Ana Ruiz", union_);
  const auto port = maker.actor("Port Authority", reading::ActorType::kCompany);
  const auto ministry = maker.actor("Ministry of Transport", reading::ActorType::kOrganisation, "mediator");
  const auto pay = maker.issue("pay rise", {"wages"});
  const auto shifts = maker.issue("night shifts");
  maker.says(union_, ReadKind::kDemand, "an 8 per cent pay rise", {pay});
  maker.says(port, ReadKind::kOffer, "a 3 per cent pay rise", {pay});
  auto& never = maker.says(leader, ReadKind::kReject, "compulsory night shifts", {shifts});
  never.flags.red_line = true;
  never.mode = reading::ReadMode::kDirect;
  maker.says(port, ReadKind::kDemand, "compulsory night shifts", {shifts});
  maker.says(ministry, ReadKind::kAssessment, "a deal is within reach").closeness = reading::Closeness::kNear;
  maker.event("talks", {union_, port, ministry}, 9);
  return maker;
}

}  // namespace modus::drafting

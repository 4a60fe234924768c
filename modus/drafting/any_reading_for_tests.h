/// \file Readings of any kind, for laws that must hold for all of them. Only tests include this.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "modus/drafting/readings_for_tests.h"

namespace modus::drafting {

namespace any_reading {

template <class T>
T one_of(const std::vector<T>& all) {
  return *rc::gen::elementOf(all);
}

inline std::size_t below(std::size_t bound) { return *rc::gen::inRange<std::size_t>(0, bound); }
inline bool seldom() { return below(6) == 0; }

inline std::string any_words() {
  static const std::vector<std::string> kWords = {"the",
                                                  "pay",
                                                  "rise",
                                                  "of",
                                                  "eight",
                                                  "three",
                                                  "per",
                                                  "cent",
                                                  "no",
                                                  "and",
                                                  "or",
                                                  "not",
                                                  "night",
                                                  "shifts",
                                                  "fund",
                                                  "river",
                                                  "toll",
                                                  "<b>",
                                                  "&amp;",
                                                  "ours",
                                                  "must",
                                                  "guarantee",
                                                  "plan",
                                                  "it",
                                                  "\xC3\xA9t\xC3\xA9",
                                                  "\xE2\x80\x9Cx\xE2\x80\x9D",
                                                  "in",
                                                  "->",
                                                  "[a]",
                                                  ":",
                                                  "\xD0\xBC\xD0\xB8\xD1\x80"};
  std::string text;
  const std::size_t count = 1 + below(6);
  for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "" : " ") + one_of(kWords);
  return text;
}

inline std::string any_name() {
  static const std::vector<std::string> kNames = {"Union",
                                                  "the Port",
                                                  "Ministry of Water",
                                                  "Ana Ruiz",
                                                  "Ruiz",
                                                  "or",
                                                  "union members",
                                                  "North-Eastland",
                                                  "Eastland",
                                                  "Gazette",
                                                  "\xD0\x9A\xD0\xB8\xD0\xB5\xD0\xB2",
                                                  "",
                                                  "12",
                                                  "Parliament"};
  return one_of(kNames);
}

template <class I>
std::vector<I> some(std::size_t count) {
  std::vector<I> all;
  for (std::size_t i = 0; i < count; ++i) {
    if (below(3) == 0) all.emplace_back(i);
  }
  return all;
}

inline void add_actors(ReadingMaker& maker) {
  static const std::vector<std::string> kRoles = {
      "", "", "mediator", "guarantor", "analyst", "spokesman", "newspaper", "spoiler", "parliament"};
  const std::size_t count = 1 + below(5);
  for (std::size_t i = 0; i < count; ++i) {
    const auto type = static_cast<reading::ActorType>(below(6));
    const auto actor = maker.actor(any_name(), type, one_of(kRoles));
    if (below(3) == 0) maker.reading().actors[actor].aliases = {any_name()};
    if (below(2) == 0)
      maker.reading().actors[actor].affiliation = reading::ActorIndex(below(count));  // circles too
  }
}

inline void add_statement(ReadingMaker& maker) {
  const std::size_t actors = maker.reading().actors.size();
  auto& said = maker.says(reading::ActorIndex(below(actors)), static_cast<reading::ReadKind>(below(6)),
                          any_words(), some<reading::ReadIssueIndex>(maker.reading().issues.size()));
  if (seldom()) said.speaker.reset();
  if (seldom()) said.other_kinds = {static_cast<reading::ReadKind>(below(6))};
  if (seldom()) said.other_speakers = {reading::ActorIndex(below(actors))};
  said.mode = static_cast<reading::ReadMode>(below(3));
  for (bool* flag : {&said.flags.red_line, &said.flags.threat, &said.flags.conditional, &said.flags.denial,
                     &said.flags.uncertain, &said.flags.headline})
    *flag = seldom();
  if (seldom())
    said.attribution.push_back(
        {static_cast<reading::AttributionType>(below(4)), reading::ActorIndex(below(actors)), {}});
  if (seldom()) {
    reading::DateReading date;
    date.first = std::chrono::sys_days(std::chrono::year(2026) / 3 / 1) + std::chrono::days(below(40));
    date.last = date.first + std::chrono::days(below(3));
    said.date = date;
  }
}

}  // namespace any_reading

/// Actors in circles, names that repeat, words that say nothing: whatever a reader might see.
inline reading::Reading any_reading_of(const std::string& file) {
  using namespace any_reading;
  ReadingMaker maker(file, one_of<std::string>({"Gazette", "Courier", ""}),
                     one_of<std::string>({"2026-03-12", "2026-03-20"}));
  add_actors(maker);
  const std::size_t issues = below(4);
  for (std::size_t i = 0; i < issues; ++i) maker.issue(any_words(), {any_words()});
  const std::size_t statements = below(9);
  for (std::size_t i = 0; i < statements; ++i) {
    add_statement(maker);
    if (issues > 0 && below(3) == 0)
      maker.as_option(reading::ReadIssueIndex(below(issues)), any_words(),
                      some<reading::ActorIndex>(maker.reading().actors.size()),
                      static_cast<reading::OptionStatus>(below(4)));
  }
  if (below(2) == 0)
    maker.event(one_of<std::string>({"talks", "vote", "deadline"}),
                some<reading::ActorIndex>(maker.reading().actors.size()), 9);
  return maker.make();
}

inline std::vector<reading::Reading> any_readings() {
  std::vector<reading::Reading> all;
  const std::size_t count = 1 + any_reading::below(3);
  for (std::size_t i = 0; i < count; ++i)
    all.push_back(any_reading_of("report" + std::to_string(i) + ".txt"));
  return all;
}

}  // namespace modus::drafting

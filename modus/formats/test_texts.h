/// \file Cases and files for the tests of this room.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "modus/formats/read_case.h"

namespace modus::formats {

/// Uses every part of a case file but those in full_case().
inline std::string small_case() {
  return R"(modus: 1
title: Harbour strike
as_of: 2026-03-14
event: a signed agreement
horizon: 180 days
unstated: 0.2
defaults: {said: {unnamed: 0.5}, meant: {ranks: 0.7, rejects_complete: 0.8}, wants: 0.95}
sources:
  gazette: {title: Dockers reject overtime plan, publisher: Gazette, author: L. Maar, published: 2026-03-12}
  wire: {title: Port moves on pay, publisher: Wire, published: 2026-03-13, heard_from: gazette, link: "https://wire.example/1"}
parties:
  union: {name: Dockers' Union, aliases: [the dockers, Ana Ruiz], interests: [no night work, {text: "jobs: kept", source: gazette}]}
  members: {name: Union members, role: ratifier, of: union}
  port: {name: Port Authority}
  ministry: {name: Ministry of Transport, role: [spoiler, facilitator]}
  city: {name: City, role: guarantor}
issues:
  wages:
    name: Wage rise
    range: {from: 0, to: 12, step: 0.5, unit: "%"}
  crews:
    options: {keep: crews stay, phased: over three years, cut: at once}
    carried_out_by: [port]
  fund: {name: Retraining fund, options: {none: none, city_backed: {name: paid by the city, needs: [city]}}}
rules:
  - crews = cut -> fund = city_backed
norms:
  - {when: crews = cut, says: "the port law asks for notice", source: gazette}
drafts:
  ministry-march: {wages: 6, crews: phased, fund: city_backed}
statements:
  - {id: s2, party: port, kind: offers, what: wages = 6 and crews = phased, source: wire, on: 2026-03-12..2026-03-13}
  - {id: s1, party: union, speaker: Ana Ruiz, kind: rejects, what: crews = cut, channel: quoted, meant: 0.85, source: gazette, quote: a line we will not cross, on: 2026-03-11}
  - {id: s3, party: union, kind: prefers, what: wages = 8 and crews = keep, over: wages = 12 and crews = cut, said: 0.9}
  - {id: s4, party: port, kind: ranks, what: [crews, wages, fund], channel: unnamed}
  - {id: s5, party: union, kind: demands, what: "wages >= 8 or crews in [keep, phased]", wants: 0.6}
  - {id: s6, party: union, kind: demands, what: wages > 6, replaces: [s5]}
  - {id: s7, party: union, kind: red_line, what: not crews = keep, same_as: s1}
assessments:
  - {by: ministry, says: very likely, source: wire, on: 2026-03-13}
  - {by: gazette, says: {"30 days": 0.25}}
  - {by: port, speaker: Ana Ruiz, quote: closer than ever, source: wire}
judgments:
  union:
    order: {crews: [keep, phased, cut], fund: [city_backed, none]}
    scores: {crews: {phased: 0.3..0.7}}
    scales: {wages: {better: more}}
    weights: {crews: 0.3..0.6}
    adjust: [{when: crews = phased and fund = none, by: -20..-5, why: seen as a trap}]
    stalling: 0..0.1
    no_deal: {value: 25..45, why: the strike fund}
    why: {order: said at every rally, weights.crews: "jobs, not pay"}
  port:
    scales: {wages: {peak: 2.5, shape: linear}}
    no_deal:
      lottery:
        - {package: {wages: 9, crews: keep, fund: none}, chance: rest}
        - {package: {wages: 3, crews: cut, fund: none}, chance: 0.3..0.5}
      cost: 10..25
      cost_per_month: 2..6
    why: as its reports say
guarantees:
  - {when: fund = city_backed, protects: union, against: port, by: city, detects: 0.8..1, responds: 0.6..0.9, punishes: 10..30}
timeline:
  - {on: 2026-03-20, kind: talks, who: [union, port], planned: true}
  - {on: 2026-03-09, kind: talks, who: [union, port, ministry], where: Ministry, source: wire, quote: met for six hours}
  - {on: 2026-04-01, kind: deadline, what: peak season opens}
draft:
  questions:
    - id: q-s1
      about: s1
      asks: is it a limit?
      codings:
        - {says: it rejects this, kind: rejects, what: crews = cut, channel: quoted}
        - {says: a red line, kind: red_line, what: crews = cut}
        - {says: the members' own, party: members}
        - {says: no position, drop: true}
      taken: 1
    - id: q-s9
      about: s9
      asks: did it offer this?
      codings:
        - {says: no offer, drop: true}
        - {says: it would rather, party: port, kind: prefers, what: wages = 3, over: wages = 4}
      taken: 1
      speaker: Ana Ruiz
      source: wire
      quote: we could talk
      on: 2026-03-12
    - {id: q-city, about: city, asks: must it agree, codings: [{says: it need not, role: guarantor}, {says: it must, role: [guarantor, principal]}, {says: it is the ministry, same_as: ministry}], taken: 1}
    - {id: q-gone, about: gone, asks: moot, codings: [{says: a, what: gone = x}, {says: b, party: gone}], taken: 2}
  proposed: {parties/city: 0a1b2c3d4e5f, issues/crews: {as: 5f4e3d2c1b0a, source: wire, at: [3, 8]}}
  decisions:
    - {about: s2, decision: accepted, by: Mara, at: 2026-03-14T10:00:00Z}
    - {about: s1, decision: corrected, by: Mara, at: 2026-03-14T09:05:07Z, was: demands crews != cut}
  confirmed: [crews]
)";
}

/// One text in place of the first of another.
inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) {
    ADD_FAILURE() << from;
    return text;
  }
  return text.replace(at, from.size(), to);
}

/// The small case with labels, mixes, costs, asking, ideas and a single text.
inline std::string full_case() {
  constexpr std::array<std::pair<const char*, const char*>, 16> kMore = {{
      {"wants: 0.95}", "wants: 0.95, honest: {public: 0.4, private: 0.7}, label: public}"},
      {"published: 2026-03-12}", "published: 2026-03-12, label: {caucus: [union, members]}}"},
      {"\"jobs: kept\", source: gazette}", "\"jobs: kept\", source: gazette, label: team}"},
      {"    options: {keep: crews stay, phased: over three years, cut: at once}\n",
       "    options:\n"
       "      {keep: crews stay, phased: over three years, cut: at once,\n"
       "       slowly: {name: ship by ship, phases: [{option: keep, share: 0.2..0.3}, {option: phased, share: 0.25}, {option: cut, "
       "share: rest}]},\n"
       "       if_safe: {name: at once if safe, needs: city, if: a year without accidents, then: cut, else: keep, chance: 0.4..0.7}}\n"},
      {"needs: [city]}",
       "needs: [city], costs: {total: 100, unit: m a year, capacity: {city: 60.5}, alone: [{who: city, pays: 120}], why: the city's "
       "estimate}}"},
      {"asks for notice\", source: gazette}", "asks for notice\", source: gazette, label: public}"},
      {"  ministry-march: {wages: 6, crews: phased, fund: city_backed}\n",
       "  ministry-march: {wages: 6, crews: phased, fund: city_backed}\n"
       "  quiet: {package: {wages: 5, crews: slowly, fund: none}, label: {caucus: [port]}}\n"},
      {"cross, on: 2026-03-11}", "cross, on: 2026-03-11, label: \"caucus: union\"}"},
      {"source: wire, on: 2026-03-13}\n  - {by: gazette", "source: wire, on: 2026-03-13, label: team}\n  - {by: gazette"},
      {"why: seen as a trap}", "why: seen as a trap, label: team}"},
      {"why: the strike fund}\n",
       "why: the strike fund}\n"
       "    beliefs: {crews: {if_safe: 0.1..0.3}}\n"
       "    asking: {honest: {public: 0.4, private: 0.9}, leak: 0.1, leak_costs: 0.05}\n"
       "    label: {caucus: union}\n"
       "    labels: {no_deal: team, weights: public}\n"},
      {"punishes: 10..30}", "punishes: 10..30, label: public}"},
      {"for six hours}", "for six hours, label: {caucus: [union, port]}}"},
      {"stalling: 0..0.1\n", "stalling: 0..0.1\n    impatience: 0.02..0.05\n"},
      {"peak season opens}\n",
       "peak season opens}\n"
       "forecast: {judged: {chances: {6 months: 0.5, 30 days: 0.2}, never: 0.1}, since: 2026-01-20, weight: 0.25, rounds: 2..6, "
       "collapse: 0.01..0.05, prevails: 0..0.01, stalling_ends: 0.05..0.3, why: \"as in past pay rounds, half\", label: {caucus: "
       "[port, union]}}\n"},
      {"draft:\n  questions:",
       "ideas:\n"
       "  pilot: {says: \"one crane, on one berth first\", adds: {issues: {crews: {options: {pilot: \"one crane, for a year\"}}}, "
       "judgments: {port: {scores: {crews: {pilot: 0.5}}}}, statements: [{id: s11, party: port, kind: offers, what: crews = pilot}]}, "
       "label: team}\n"
       "  bare: {says: nothing new, adds: {event: a handshake}}\n"
       "text:\n"
       "  - {on: 2026-03-12, package: {wages: 6, crews: phased, fund: city_backed}, why: from draft ministry-march}\n"
       "  - on: 2026-03-13\n"
       "    package: {wages: 6, crews: phased, fund: city_backed}\n"
       "    agreed: true\n"
       "    reactions:\n"
       "      - {by: port, says: welcomed, to: {wages: 6, crews: cut, fund: city_backed}, statement: s2}\n"
       "      - {by: union, says: refused, to: {wages: 0, crews: phased, fund: city_backed}, statement: s1}\n"
       "    label: {caucus: [union, port]}\n"
       "draft:\n  questions:"},
  }};
  std::string text = small_case();
  for (const auto& [from, to] : kMore) text = replaced(text, from, to);
  return text;
}

inline std::string changed(const std::string& from, const std::string& to) { return replaced(small_case(), from, to); }

/// One problem a line; empty where there is none.
inline std::string problems_of(const std::string& text) {
  const auto read = read_case(text);
  std::string all;
  if (read.ok()) return all;
  for (const base::Problem& problem : read.problems()) all += base::describe(problem) + "\n";
  return all;
}

/// A change of a case that makes it faulty, and what is said then.
struct Fault {
  const char* name;
  const char* from;
  const char* to;
  const char* says;
};

/// Every problem must have place and remedy, and one must say what is wrong.
inline void expect_refused(const Fault& fault, const std::string& whole) {
  const auto read = read_case(replaced(whole, fault.from, fault.to), {"case.yaml", {}, true});
  ASSERT_FALSE(read.ok());
  bool told = false;
  for (const base::Problem& problem : read.problems()) {
    EXPECT_EQ(problem.where.file, "case.yaml");
    EXPECT_GT(problem.where.line, 0) << problem.what;
    EXPECT_GT(problem.where.column, 0) << problem.what;
    EXPECT_FALSE(problem.fix.empty()) << problem.what;
    told = told || base::describe(problem).find(fault.says) != std::string::npos;
  }
  EXPECT_TRUE(told) << base::describe(read.problems().front());
}

inline void write_bytes(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

/// All worked cases and templates, sorted.
inline std::vector<std::filesystem::path> all_case_files() {
  std::vector<std::filesystem::path> all;
  for (const char* folder : {"cases", "modus/formats/templates"}) {
    for (const auto& file :
         std::filesystem::directory_iterator(std::filesystem::path(MODUS_SOURCE_DIR) / folder)) {
      if (file.path().extension() == ".yaml") all.push_back(file.path());
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace modus::formats

#include "apps/cli/frontier_command.h"

#include <algorithm>
#include <utility>

#include "apps/cli/answers.h"
#include "apps/cli/case_input.h"
#include "modus/base/text.h"
#include "modus/brief/tell_frontier.h"
#include "modus/catalogue/drawn_run.h"
#include "modus/formats/domain_files.h"
#include "modus/formats/json_frontier.h"
#include "modus/formats/write_domain.h"
#include "modus/zone/find_frontier.h"

namespace modus::cli {
namespace {

using catalogue::OptionId;

/// Those named with --party; all where none is.
base::Result<std::vector<std::size_t>> parties_named(const Command& command, const case_model::Domain& domain) {
  std::vector<std::size_t> parties;
  base::Problems problems;
  std::vector<std::string> ids;
  for (const case_model::DomainParty& party : domain.parties) ids.push_back(party.id);
  for (const std::string& name : command.list(OptionId::kParty)) {
    const auto found = std::ranges::find(ids, name);
    if (found == ids.end()) problems.push_back({{"--party", 0, 0}, "\"" + name + "\" is no party", "name one of: " + base::join_words(ids)});
    else parties.push_back(static_cast<std::size_t>(found - ids.begin()));
  }
  if (command.list(OptionId::kParty).empty() && ids.size() > 8) {
    problems.push_back({{command.case_file(), 0, 0}, "has " + std::to_string(ids.size()) + " parties", "choose up to eight with --party ID"});
  }
  std::ranges::sort(parties);
  parties.erase(std::ranges::unique(parties).begin(), parties.end());
  if (!problems.empty()) return problems;
  return parties;
}

Answer frontier_of_domain(const Command& command) {
  const auto file = formats::read_domain(command.case_file());
  if (!file.ok()) return refuse(command, file.problems());
  const auto parties = parties_named(command, file.value().domain);
  if (!parties.ok()) return refuse(command, parties.problems());
  auto found = zone::find_frontier(file.value().domain, {parties.value(), command.has(OptionId::kAll), true});
  if (!found.ok()) {
    base::Problems problems = found.problems();
    for (base::Problem& problem : problems) problem.where.file = command.case_file();
    return refuse(command, problems);
  }
  const findings::FrontierFinding& frontier = found.value();
  return deliver(command, write_as_asked(
                              command,
                              [&] { return formats::write_frontier_json(catalogue::version(), formats::domain_sha256(file.value().domain), frontier, file.value().notes); },
                              [&] { return brief::tell_frontier(frontier, file.value().notes); }));
}

Answer frontier_of_case(const Command& command, const base::Context& context) {
  const auto input = read_case_input(command);
  if (!input.ok()) return refuse(command, input.problems());
  const auto drawn = catalogue::draw_run(input.value().seen, {command.scenarios, command.seed}, context);
  if (drawn.problems() != nullptr) return refuse(command, *drawn.problems());
  if (drawn.stopped() != nullptr) return stop(command, drawn.stopped()->why, drawn.stopped()->what_to_do);
  const catalogue::DrawnRun& run = **drawn.answer();
  const auto found = zone::find_frontier(run.drawn, {{}, command.has(OptionId::kAll), true});
  if (!found.ok()) return refuse(command, found.problems());
  findings::BriefFinding brief;
  brief.run = catalogue::record_of(run);
  brief.run.audience = input.value().audience;
  return deliver(command, write_as_asked(
                              command, [&] { return formats::write_frontier_json(input.value().seen, brief, found.value()); },
                              [&] { return brief::tell_frontier(found.value(), {}); }));
}

}  // namespace

Answer run_frontier(const Command& command, const base::Context& context) {
  return formats::is_domain_path(command.case_file()) ? frontier_of_domain(command) : frontier_of_case(command, context);
}

}  // namespace modus::cli

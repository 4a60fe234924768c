#include "modus/brief/tell.h"

#include "modus/brief/sections.h"

namespace modus::brief {
namespace {

using Section = Blocks (*)(Telling&);

Document finish(Telling& telling, std::string title, Blocks blocks) {
  return Document{std::move(title), std::move(blocks), telling.cites.citations()};
}

Blocks tell_all(Telling& telling, const std::vector<Section>& sections) {
  Blocks blocks;
  for (const Section section : sections) append(blocks, section(telling));
  return blocks;
}

const std::vector<Section>& first_pages() {
  static const std::vector<Section> sections = {tell_opening,       tell_headline,         tell_what_changed, tell_when_section, tell_progress_section, tell_assessments,
                                                tell_common_ground, tell_positions,        tell_what_blocks,
                                                tell_families,      tell_edits,            tell_what_it_rests_on, tell_questions};
  return sections;
}

const std::vector<Section>& details() {
  static const std::vector<Section> sections = {tell_more_families, tell_acceptance,   tell_parties,
                                                tell_zone_options,  tell_all_blockers, tell_all_moves,
                                                tell_range,         tell_when_details, tell_progress_details, tell_statements,   tell_judgments,
                                                tell_conventions,   tell_record};
  return sections;
}

/// A draft nobody has confirmed says what was read, and no number but a range.
const std::vector<Section>& draft_pages() {
  static const std::vector<Section> sections = {tell_opening,       tell_draft_opening, tell_positions,      tell_sides,
                                                tell_said_by_all,   tell_when_section,  tell_assessments,   tell_open_questions};
  return sections;
}

const std::vector<Section>& draft_details() {
  static const std::vector<Section> sections = {tell_statements, tell_conventions, tell_record};
  return sections;
}

Document tell_part(const case_model::Case& subject, const case_model::Standing& standing,
                   const findings::BriefFinding& finding, const std::string& what,
                   const std::vector<Section>& sections) {
  Telling telling(subject, standing, finding);
  Blocks blocks = tell_opening(telling);
  append(blocks, tell_all(telling, sections));
  return finish(telling, what + ": " + subject.title, std::move(blocks));
}

}  // namespace

Document tell_brief(const case_model::Case& subject, const case_model::Standing& standing,
                    const findings::BriefFinding& finding) {
  Telling telling(subject, standing, finding);
  const bool drafted = finding.draft && !finding.draft->settled;
  Blocks blocks = tell_all(telling, drafted ? draft_pages() : first_pages());
  if (finding.draft && finding.draft->settled) append(blocks, tell_open_questions(telling));
  Heading behind = heading(2, "details", "Details");
  behind.new_page = true;
  blocks.push_back(behind);
  append(blocks, tell_all(telling, drafted ? draft_details() : details()));
  return finish(telling, (drafted ? "Draft brief: " : "Brief: ") + subject.title, std::move(blocks));
}

Document tell_zone(const case_model::Case& subject, const case_model::Standing& standing,
                   const findings::BriefFinding& finding) {
  if (finding.draft && !finding.draft->settled) {
    return tell_part(subject, standing, finding, "Draft zone", {tell_draft_opening, tell_open_questions, tell_conventions});
  }
  return tell_part(subject, standing, finding, "Zone",
                   {tell_headline, tell_parties, tell_acceptance, tell_zone_options, tell_what_it_rests_on,
                    tell_range, tell_conventions});
}

Document tell_blockers(const case_model::Case& subject, const case_model::Standing& standing,
                       const findings::BriefFinding& finding) {
  return tell_part(subject, standing, finding, "Blockers",
                   {tell_what_blocks, tell_all_blockers, tell_all_moves});
}

Document tell_packages(const case_model::Case& subject, const case_model::Standing& standing,
                       const findings::BriefFinding& finding) {
  return tell_part(subject, standing, finding, "Packages",
                   {tell_common_ground, tell_families, tell_more_families, tell_acceptance});
}

Document tell_when(const case_model::Case& subject, const case_model::Standing& standing,
                   const findings::BriefFinding& finding) {
  Telling telling(subject, standing, finding);
  telling.fine_figures = true;
  return finish(telling, "When: " + subject.title, tell_all(telling, {tell_opening, tell_when_section, tell_assessments, tell_when_details}));
}

Document tell_progress(const case_model::Case& subject, const case_model::Standing& standing,
                       const findings::BriefFinding& finding) {
  return tell_part(subject, standing, finding, "Progress", {tell_progress_lines, tell_progress_details});
}

Document tell_text(const case_model::Case& subject, const case_model::Standing& standing,
                   const findings::BriefFinding& finding) {
  return tell_part(subject, standing, finding, "Text",
                   {tell_text_clauses, tell_text_edits, tell_text_trades, tell_text_proof, tell_text_rounds});
}

}  // namespace modus::brief

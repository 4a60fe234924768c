#include "modus/reading/offices.h"

#include <gtest/gtest.h>

namespace modus::reading {
namespace {

ActorEntry entry(const std::string& name, ActorType type, const std::string& role) {
  ActorEntry made;
  made.name = name;
  made.type = type;
  made.role = role;
  return made;
}

TEST(Offices, TieTheirHoldersToTheStateIfTheTextSpeaksOfIt) {
  ActorTable actors;
  actors.actors.push_back(entry("Ida Quill", ActorType::kPerson, "Secretary of State"));
  note_offices(actors);
  EXPECT_FALSE(actors.actors[ActorIndex(0)].affiliation);
  actors.actors.push_back(entry("United States", ActorType::kState, ""));
  actors.actors.push_back(entry("Ann Marsh", ActorType::kPerson, "President"));
  actors.actors.push_back(entry("Marsh administration", ActorType::kOrganisation, ""));
  note_offices(actors);
  for (const std::size_t who : {0U, 2U, 3U}) EXPECT_EQ(actors.actors[ActorIndex(who)].affiliation, ActorIndex(1)) << who;
}

TEST(Offices, LeaveAnAffiliationThatTheTextGives) {
  ActorTable actors;
  actors.actors.push_back(entry("Ohio", ActorType::kOrganisation, ""));
  actors.actors.push_back(entry("United States", ActorType::kState, ""));
  actors.actors.push_back(entry("Ida Quill", ActorType::kPerson, "Secretary of State"));
  actors.actors[ActorIndex(2)].affiliation = ActorIndex(0);
  note_offices(actors);
  EXPECT_EQ(actors.actors[ActorIndex(2)].affiliation, ActorIndex(0));
}

}  // namespace
}  // namespace modus::reading

#include "modus/reading/talks_roles.h"

#include <gtest/gtest.h>

#include "modus/reading/plain_for_tests.h"

namespace modus::reading {
namespace {

std::string role_of(const std::string& prose, const std::string& name) {
  const Document document = plain_document(prose);
  const Text text = cut_into_sentences(document);
  ActorTable actors = find_actors(text);
  note_roles_in_talks(text, actors);
  for (const ActorEntry& actor : actors.actors) {
    if (actor.name == name) return actor.role;
  }
  return "no such actor";
}

TEST(RolesInTalks, AreTakenFromTheTextsOwnWords) {
  EXPECT_EQ(role_of("Norwegian efforts to broker a truce failed. Norway said it would try again.", "Norway"), "mediator");
  EXPECT_EQ(role_of("The truce was brokered by Qatar in May. Qatar said it held.", "Qatar"), "mediator");
}

TEST(RolesInTalks, GoToTheStateWhoseMediatorsSpeak) {
  EXPECT_EQ(role_of("Austrian mediators said the gap had narrowed. Hungary rejected the plan. Austria will host the next round.", "Austria"), "mediator");
}

TEST(RolesInTalks, AreNotGivenToThoseWhoRefuseOrAreMediatedBetween) {
  EXPECT_EQ(role_of("Chile refused to let anyone mediate. Chile said no.", "Chile"), "");
  EXPECT_EQ(role_of("An envoy mediates between Peru and Chile. Peru said no.", "Peru"), "");
}

}  // namespace
}  // namespace modus::reading

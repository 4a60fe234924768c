#include "modus/reading/name_evidence.h"

#include <gmock/gmock.h>

#include "modus/reading/plain_for_tests.h"

namespace modus::reading {
namespace {

NameEvidence seen_in(const std::string& sentence, std::uint32_t first) {
  const documents::Document document = plain_document(sentence);
  const Text text = cut_into_sentences(document);
  ParsedName name;
  name.whole = name.core = {first, first + 1};
  NameEvidence evidence;
  weigh_evidence(text, name, evidence);
  return evidence;
}

TEST(NameEvidence, AdjectivesAreKnownByTheirState) {
  EXPECT_TRUE(is_adjective_of("kharvenian", "kharvenia"));
  EXPECT_TRUE(is_adjective_of("veldish", "veldland"));
  EXPECT_TRUE(is_adjective_of("tarsians", "tarsia"));
  EXPECT_TRUE(is_adjective_of("norlanders", "norland"));
  EXPECT_TRUE(is_adjective_of("arzani", "arzan"));
  EXPECT_FALSE(is_adjective_of("kharvenia", "kharvenia"));
  EXPECT_FALSE(is_adjective_of("marian", "marina"));
  EXPECT_FALSE(is_adjective_of("german", "kharvenia"));
}

TEST(NameEvidence, ASubjectActsAndAVenueDoesNot) {
  EXPECT_EQ(seen_in("Zentrex rejected the bid.", 0).acts, 1);
  EXPECT_EQ(seen_in("They urged Zentrex to stop.", 2).acts, 1);
  EXPECT_EQ(seen_in("They met in Quillmoor.", 3).acts, 0);
  EXPECT_EQ(seen_in("They met in Quillmoor.", 3).place, 1);
  EXPECT_EQ(seen_in("The firm that runs Quillmoor has agreed.", 4).acts, 0);
}

TEST(NameEvidence, WhatANameOwnsTellsAStateFromAFirm) {
  EXPECT_GT(seen_in("Norland's army withdrew.", 0).state, 0);
  EXPECT_EQ(seen_in("Norland's army withdrew.", 0).business, 0);
  EXPECT_GT(seen_in("Zentrex's shareholders agreed.", 0).business, 0);
  EXPECT_EQ(seen_in("Zentrex's shareholders agreed.", 0).state, 0);
}

}  // namespace
}  // namespace modus::reading

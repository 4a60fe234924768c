#include "modus/formats/write_case.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "modus/formats/read_case.h"
#include "modus/formats/test_texts.h"
#include "modus/formats/yaml_text.h"
#include "modus/formats/yaml_tree.h"

namespace modus::formats {
namespace {

std::string canonical(const std::string& text) {
  const auto read = read_case(text);
  EXPECT_TRUE(read.ok()) << (read.ok() ? "" : base::describe(read.problems().front())) << text;
  return read.ok() ? write_case(read.value()) : "";
}

// Characters that mean something to YAML, and some that mean nothing.
rc::Gen<std::string> any_text() {
  static const std::vector<std::string> kPieces = {"a",
                                                   "b",
                                                   "0",
                                                   "9",
                                                   " ",
                                                   "  ",
                                                   ":",
                                                   ": ",
                                                   "#",
                                                   " #",
                                                   "-",
                                                   "- ",
                                                   "?",
                                                   "[",
                                                   "]",
                                                   "{",
                                                   "}",
                                                   ",",
                                                   "\"",
                                                   "'",
                                                   "\\",
                                                   "|",
                                                   ">",
                                                   "%",
                                                   "@",
                                                   "`",
                                                   "&",
                                                   "*",
                                                   "!",
                                                   "=",
                                                   "<",
                                                   "~",
                                                   "null",
                                                   "yes",
                                                   "\n",
                                                   "\t",
                                                   ".",
                                                   "..",
                                                   "---",
                                                   "\xC3\xA9",
                                                   "\xE2\x80\xA8",
                                                   "\xEF\xBB\xBF",
                                                   "\xF0\x9F\x95\x8A",
                                                   "\xC2\xA0",
                                                   "\\n",
                                                   "<<"};
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces)),
                      [](const std::vector<std::string>& pieces) {
                        std::string text;
                        for (const std::string& piece : pieces) text += piece;
                        return text;
                      });
}

RC_GTEST_PROP(Scalar, ReadsBackAsItselfAsAValueAndInsideBrackets, ()) {
  const std::string text = *rc::gen::elementOf(std::vector<std::string>{"", "x"}) + *any_text();
  const auto block = read_yaml("k: " + scalar(text) + "\nx: y\n", "f");
  RC_ASSERT(block.ok());
  RC_ASSERT(block.value().items[0].text == text);
  const auto flow = read_yaml(
      "k: {" + scalar(text, true) + ": [" + scalar(text, true) + ", " + scalar(text, true) + "]}\n", "f");
  RC_ASSERT(flow.ok());
  RC_ASSERT(flow.value().items[0].keys[0].text == text);
  RC_ASSERT(flow.value().items[0].items[0].items[1].text == text);
  const auto item = read_yaml("- " + scalar(text) + "\n- b\n", "f");
  RC_ASSERT(item.ok());
  RC_ASSERT(item.value().items[0].text == text);
}

TEST(Scalar, IsQuotedOnlyWhereNeeded) {
  EXPECT_EQ(scalar("crews in [keep, cut]"), "crews in [keep, cut]");
  EXPECT_EQ(scalar("crews in [keep, cut]", true), "\"crews in [keep, cut]\"");
  EXPECT_EQ(scalar("it's 5:30, said x"), "it's 5:30, said x");
  EXPECT_EQ(scalar("No"), "\"No\"");
  EXPECT_EQ(scalar("a: b"), "\"a: b\"");
  EXPECT_EQ(scalar("-20..-5"), "-20..-5");
}

TEST(WriteCase, KeepsEveryPartOfTheFullCase) {
  const std::string text = canonical(full_case());
  EXPECT_EQ(canonical(text), text);
  for (const KnownKeys& known : known_keys()) {
    for (const std::string& key : known.keys) {
      const bool elsewhere = key == "file" || key == "at" ||            // need a file beside the case
                             key == "class" || key == "durations";  // stand in place of `judged`
      EXPECT_TRUE(elsewhere || text.find(key + ":") != std::string::npos) << known.mapping << " " << key;
    }
  }
}

TEST(WriteCase, LeavesDefaultsOut) {
  const std::string text = canonical(
      "modus: 1\ntitle: x\nas_of: 2026-01-01\nunstated: 0.10\ndefaults: {said: {quoted: 1.0}, wants: 0.9}\n"
      "parties: {a: {role: [principal], name: a}}\nissues: {i: {options: {x: , y: Y}}}\nstatements: [{id: s, "
      "party: a, kind: rejects, what: i = x, channel: reported}]\n");
  EXPECT_EQ(text,
            "modus: 1\ntitle: x\nas_of: 2026-01-01\nparties:\n  a:\n    name: a\nissues:\n  i:\n    name: "
            "i\n    options:\n      x: x\n      \"y\": \"Y\"\n"
            "statements:\n  - id: s\n    party: a\n    kind: rejects\n    what: i = x\n");
}

TEST(WriteCase, IsCanonicalForEveryWorkedCaseAndTemplate) {
  for (const std::filesystem::path& path : all_case_files()) {
    const auto read = read_case_file(path);
    ASSERT_TRUE(read.ok()) << path;
    const std::string text = write_case(read.value());
    EXPECT_EQ(canonical(text), text) << path;
    EXPECT_EQ(case_sha256(read.value()).size(), 64U);
  }
}

// A node as YAML in brackets, its mappings and the lists whose order means nothing in an order of
// RapidCheck's choosing.
std::string shuffled(const YamlNode& node, const std::string& key) {
  if (node.is_empty()) return "~";
  if (node.is_text()) return scalar(node.text, true);
  const auto order = *rc::gen::exec([&] {
    std::vector<std::pair<std::uint32_t, std::size_t>> places;
    for (std::size_t i = 0; i < node.items.size(); ++i)
      places.emplace_back(*rc::gen::arbitrary<std::uint32_t>(), i);
    const bool ordered = node.is_list() && (key == "crews" || key == "fund" || key == "what" || key == "at" ||
                                            key == "questions" || key == "codings" || key == "phases" || key == "text" ||
                                            key == "reactions");
    if (!ordered) std::sort(places.begin(), places.end());
    return places;
  });
  std::string text;
  for (const auto& [place, i] : order) {
    if (!text.empty()) text += ", ";
    if (node.is_map()) text += scalar(node.keys[i].text, true) + ": ";
    text += shuffled(node.items[i], node.is_map() ? node.keys[i].text : key);
  }
  return node.is_map() ? "{" + text + "}" : "[" + text + "]";
}

RC_GTEST_PROP(WriteCase, DoesNotDependOnTheOrderOfTheFile, ()) {
  const auto tree = read_yaml(full_case(), "f");
  const std::string text = shuffled(tree.value(), "");
  RC_ASSERT(canonical(text) == canonical(full_case()));
}

RC_GTEST_PROP(WriteCase, ReadsBackWhateverTextsHold, ()) {
  // Names, reasons and quotes of any kind; blank ones are refused by the reader.
  const std::string text = "x" + *any_text();
  const std::string field = scalar(text, true);
  const std::string file =
      "modus: 1\ntitle: " + scalar(text) + "\nas_of: 2026-01-01\nsources: {r: {title: " + field +
      "}}\nparties: {a: {name: " + field + ", aliases: [" + field +
      "]}}\nissues: {i: {options: {x: " + field + ", y: y}}}\n" +
      "statements: [{id: s, party: a, kind: rejects, what: i = x, source: r, quote: " + field +
      "}]\njudgments: {a: {stalling: 0, why: " + field + "}}\n";
  const auto read = read_case(file);
  RC_ASSERT(read.ok());
  RC_ASSERT(read.value().title == text);
  RC_ASSERT(read.value().statements[case_model::StatementIndex(0)].quote.text == text);
  const auto again = read_case(write_case(read.value()));
  RC_ASSERT(again.ok());
  RC_ASSERT(again.value().title == text);
  RC_ASSERT(again.value().judgments[case_model::PartyIndex(0)].why.at("") == text);
  RC_ASSERT(write_case(again.value()) == write_case(read.value()));
}

TEST(CaseSha256, IsThatOfTheCanonicalText) {
  const auto one = read_case(small_case()), other = read_case("# a comment\n" + small_case());
  EXPECT_EQ(case_sha256(one.value()), case_sha256(other.value()));
  std::string changed = small_case();
  changed.replace(changed.find("meant: 0.85"), 11, "meant: 0.86");
  EXPECT_NE(case_sha256(read_case(changed).value()), case_sha256(one.value()));
}

}  // namespace
}  // namespace modus::formats

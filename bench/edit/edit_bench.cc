// A case of 10,000 statements: one edit, its items, what changed, putting it back into its file, sealing it. The edited
// case is first compared with the file changed by hand.

#include <benchmark/benchmark.h>

#include <functional>
#include <string>
#include <vector>

#include "modus/formats/edit_case.h"
#include "modus/formats/read_case.h"
#include "modus/formats/rewrite_text.h"
#include "modus/formats/sealed.h"
#include "modus/formats/write_case.h"

namespace {

using namespace modus;  // NOLINT: a program of its own

std::string text_of(std::size_t statements, const std::string& meant_of_first) {
  std::string text = "modus: 1\ntitle: t\nas_of: 2026-01-01\nparties:\n  a: {name: A}\n  b: {name: B}\nissues:\n";
  for (int i = 0; i < 10; ++i)
    text += "  i" + std::to_string(i) + ":\n    name: Issue\n    options: {x: one way, y: the other, z: a third}\n";
  text += "statements:\n";
  for (std::size_t i = 0; i < statements; ++i) {
    text += "  - {id: s" + std::to_string(i) + ", party: " + (i % 2 == 0 ? "a" : "b") + ", kind: offers, what: i" +
            std::to_string(i % 10) + " = x and i" + std::to_string((i + 3) % 10) +
            " = z, meant: " + (i == 0 ? meant_of_first : "0.7") + ", speaker: \"Ana, of the team\", why: said twice}   # heard\n";
  }
  return text;
}

struct Fixture {
  std::string text, wanted;
  case_model::Case before, after;
  std::vector<formats::CaseEdit> edits = {{"statements.s0.meant", "0.25"}};
};

const Fixture& fixture() {
  static const Fixture made = [] {
    Fixture f;
    f.text = text_of(10'000, "0.7");
    f.wanted = text_of(10'000, "0.25");
    f.before = formats::read_case(f.text).value();
    f.after = formats::edit_case(f.before, f.edits).value();
    return f;
  }();
  return made;
}

/// Whether the edited case is what a person's edit of the file gives, and the file is changed just there.
bool is_right() {
  const Fixture& f = fixture();
  return formats::write_case(f.after) == formats::write_case(formats::read_case(f.wanted).value()) &&
         formats::rewrite_text(f.text, f.before, f.after).text == f.wanted;
}

void time_it(benchmark::State& state, const std::function<bool()>& act) {
  if (!is_right()) return state.SkipWithError("the edited case is not what it should be");
  bool good = true;
  for (auto unused : state) good = act() && good;
  if (!good) state.SkipWithError("no answer");
}

const Fixture& f() { return fixture(); }
void read_file(benchmark::State& state) {
  time_it(state, [] { return formats::read_case(f().text).ok(); });
}
void edit_one(benchmark::State& state) {
  time_it(state, [] { return formats::edit_case(f().before, f().edits).ok(); });
}
void items(benchmark::State& state) {
  time_it(state, [] { return formats::items_of(f().before).size() > 10'000; });
}
void changes(benchmark::State& state) {
  time_it(state, [] { return formats::changes_between(f().before, f().after).size() == 1; });
}
void rewrite(benchmark::State& state) {
  time_it(state, [] { return formats::rewrite_text(f().text, f().before, f().after).kept; });
}
void seal_and_unseal(benchmark::State& state) {
  time_it(state, [] { return formats::unseal(formats::seal(f().text, "cranes").value(), "cranes").ok(); });
}

BENCHMARK(read_file)->Unit(benchmark::kMillisecond);
BENCHMARK(edit_one)->Unit(benchmark::kMillisecond);
BENCHMARK(items)->Unit(benchmark::kMillisecond);
BENCHMARK(changes)->Unit(benchmark::kMillisecond);
BENCHMARK(rewrite)->Unit(benchmark::kMillisecond);
BENCHMARK(seal_and_unseal)->Unit(benchmark::kMillisecond);

}  // namespace

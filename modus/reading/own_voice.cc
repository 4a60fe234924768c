#include "modus/reading/own_voice.h"

#include <algorithm>

#include "modus/reading/closeness.h"

namespace modus::reading {
namespace {

bool is_body(const Scene& scene, Tokens sentence) {
  const documents::BlockKind kind = scene.text.block_kind(sentence.first);
  return kind == documents::BlockKind::kParagraph || kind == documents::BlockKind::kListItem;
}

bool is_covered(const std::vector<Spoken>& spoken, Tokens clause) {
  return std::any_of(spoken.begin(), spoken.end(), [&](const Spoken& one) { return one.span.overlaps(clause); });
}

/// "As the war goes on, ...", "But", "For now,": what leads up to the clause itself.
std::uint32_t past_lead(const Scene& scene, Tokens clause) {
  std::uint32_t at = clause.first;
  while (at < clause.last && (is_a(scene.lower(at), WordClass::kCoordinator) || scene.lower(at) == "still" || scene.lower(at) == ",")) ++at;
  const bool leads = at < clause.last && (is_a(scene.lower(at), WordClass::kSubordinator) || is_a(scene.lower(at), WordClass::kPreposition) || scene.lower(at) == "meanwhile" || scene.lower(at) == "however");
  if (!leads) return at;
  for (std::uint32_t i = at; i < std::min(clause.last, at + 20); ++i) {
    if (scene.lower(i) == "," && clause.last - i > 5) return i + 1;
  }
  return at;
}

std::uint32_t without_stop(const Scene& scene, Tokens clause) {
  std::uint32_t last = clause.last;
  while (last > clause.first && (scene.lower(last - 1) == "." || scene.lower(last - 1) == "," || scene.lower(last - 1) == "!" || scene.lower(last - 1) == "?")) --last;
  return last;
}

bool has_quotation(const Scene& scene, Tokens clause) {
  for (std::uint32_t at = clause.first; at < clause.last; ++at) {
    if (scene.quoted(at) && scene.quotations[scene.quotation_of[at]].whole) return true;
  }
  return false;
}

/// The present: "remains", "is", "has stalled". The past of a story is no judgment about now.
bool is_now(const Scene& scene, Tokens clause) {
  for (std::uint32_t at = clause.first; at < clause.last; ++at) {
    const std::string& word = scene.lower(at);
    if (word == "is" || word == "are" || word == "has" || word == "have" || word == "remain" || word == "remains" || word == "looks" || word == "seems" || word == "appears" || word == "will" ||
        word == "may" || word == "could" || word == "continue" || word == "continues") {
      return true;
    }
  }
  return false;
}

/// Splits a sentence at semicolons and at ", but".
std::vector<Tokens> clauses_of(const Scene& scene, Tokens sentence) {
  std::vector<Tokens> all;
  std::uint32_t first = sentence.first;
  for (std::uint32_t at = sentence.first; at + 1 < sentence.last; ++at) {
    const bool comma_but = scene.lower(at) == "," && (scene.lower(at + 1) == "but" || scene.lower(at + 1) == "yet");
    if (scene.lower(at) != ";" && !comma_but) continue;
    if (at > first) all.push_back({first, at});
    first = at + 1;
  }
  all.push_back({first, sentence.last});
  return all;
}

class OwnVoice {
 public:
  OwnVoice(const Scene& scene, const std::vector<Spoken>& spoken) : scene_(scene), spoken_(spoken) {}

  std::vector<Spoken> run() {
    for (const Sentence& sentence : scene_.text.sentences) {
      if (!is_body(scene_, sentence.tokens) || has_quotation(scene_, sentence.tokens)) continue;
      if (!is_covered(spoken_, sentence.tokens)) {
        judge(sentence.tokens);
      } else {
        for (const Tokens clause : clauses_of(scene_, sentence.tokens)) {
          if (!is_covered(spoken_, clause)) judge(clause);
        }
      }
    }
    return std::move(made_);
  }

 private:
  void judge(Tokens clause) {
    const Tokens bare{past_lead(scene_, clause), without_stop(scene_, clause)};
    if (bare.empty() || bare.size() < 4) return;
    const auto closeness = closeness_of(scene_, bare);
    if (!closeness || !(closeness->strong || closeness->of_deal)) return;
    if (!is_now(scene_, bare) && !(closeness->strong && leads(bare))) return;
    Spoken made;
    made.content = made.span = bare;
    made.reading.kind = ReadKind::kAssessment;
    made.reading.others = {ReadKind::kClaim};
    made.reading.closeness = closeness->closeness;
    made.reading.sure = closeness->strong;
    made_.push_back(std::move(made));
  }

  /// In the first sentences a report sums up, in the past tense too.
  bool leads(Tokens clause) {
    if (first_body_ == Scene::kNone) {
      const auto body = std::find_if(scene_.text.sentences.begin(), scene_.text.sentences.end(), [&](const Sentence& sentence) { return is_body(scene_, sentence.tokens); });
      first_body_ = static_cast<std::uint32_t>(body - scene_.text.sentences.begin());
    }
    return scene_.token(clause.first).sentence <= first_body_ + 2;
  }

  const Scene& scene_;
  const std::vector<Spoken>& spoken_;
  std::uint32_t first_body_ = Scene::kNone;
  std::vector<Spoken> made_;
};

}  // namespace

std::vector<Spoken> find_own_voice(const Scene& scene, const std::vector<Spoken>& spoken) { return OwnVoice(scene, spoken).run(); }

}  // namespace modus::reading

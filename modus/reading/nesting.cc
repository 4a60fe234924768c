#include "modus/reading/nesting.h"

#include "modus/reading/kinds.h"

namespace modus::reading {
namespace {

bool takes_stance(const CueSite& site) {
  if (site.cue == nullptr) return false;
  const ReadKind kind = site.cue->kind;
  return kind == ReadKind::kDemand || kind == ReadKind::kReject || kind == ReadKind::kOffer || kind == ReadKind::kAccept;
}

/// The site of the content's main verb: its subject begins where the content begins.
std::optional<std::size_t> main_site(const Scene& scene, const std::vector<CueSite>& sites, const std::vector<Subject>& subjects, Tokens content, std::size_t outer) {
  for (std::size_t j = first_site_from(sites, content.first); j < sites.size() && sites[j].tokens.first < content.last; ++j) {
    if (j == outer || sites[j].form != CueForm::kFinite || !content.contains(sites[j].tokens)) continue;
    const Tokens subject = subjects[j].tokens;
    if (subject.empty() || subjects[j].right || subject.first > content.first + 2) return std::nullopt;
    if (subject.first > content.first && is_a(scene.lower(content.first), WordClass::kSubordinator)) return std::nullopt;   // "if the union accepted"
    return j;
  }
  return std::nullopt;
}

std::optional<ActorIndex> root_of(const ActorTable& actors, ActorIndex actor) { return actors.actors[actor].affiliation; }

/// A voice that only passes on: an unnamed source, a newspaper.
bool only_reports(const Scene& scene, const Subject& subject) {
  return subject.unnamed || !subject.actor || scene.actors.actors[*subject.actor].medium;
}

/// "People close to Brandt said Brandt could raise its bid".
Nesting told_by_another(const Scene& scene, Tokens content) {
  Nesting made;
  const std::uint32_t at = is_a(scene.lower(content.first), WordClass::kDeterminer) ? content.first + 1 : content.first;
  const Mention* mention = at < content.last ? scene.actors.starting_at(at) : nullptr;
  const bool acts = mention != nullptr && mention->how != Reference::kAdjective && mention->how != Reference::kPronoun && !mention->possessive;
  if (!acts || !content.contains(mention->tokens) || scene.actors.actors[mention->actor].medium) return made;
  const ReadKind kind = kind_of_content(scene, content, true).kind;
  if (kind == ReadKind::kClaim || kind == ReadKind::kAssessment) return made;
  made.told_of = mention->actor;
  made.told_tokens = mention->tokens;
  made.other_party = true;
  return made;
}

}  // namespace

bool same_side(const ActorTable& actors, ActorIndex a, ActorIndex b) {
  if (a == b) return true;
  const auto of_a = root_of(actors, a), of_b = root_of(actors, b);
  return (of_a && *of_a == b) || (of_b && *of_b == a) || (of_a && of_b && *of_a == *of_b);
}

bool speaks_of_own_side(const Scene& scene, std::optional<ActorIndex> speaker, Tokens content) {
  if (content.empty()) return true;
  std::uint32_t at = content.first;
  while (at < content.last && is_a(scene.lower(at), WordClass::kDeterminer)) ++at;
  if (at >= content.last) return true;
  const Mention* mention = scene.actors.starting_at(at);
  if (mention == nullptr || mention->how == Reference::kAdjective || mention->possessive || mention->how == Reference::kPronoun) return true;
  const bool owned = mention->tokens.last < content.last && scene.token(mention->tokens.last).possessive;
  return owned || (speaker && same_side(scene.actors, *speaker, mention->actor));
}

Nesting find_nesting(const Scene& scene, const std::vector<CueSite>& sites, const std::vector<Subject>& subjects, const std::vector<Content>& contents, std::size_t i) {
  Nesting made;
  const CueSite& site = sites[i];
  if (site.cue == nullptr || !site.cue->carrier || site.negated || contents[i].direct) return made;
  const auto inner = main_site(scene, sites, subjects, contents[i].tokens, i);
  if (!inner && only_reports(scene, subjects[i])) return told_by_another(scene, contents[i].tokens);
  if (!inner || contents[*inner].tokens.empty()) return made;
  const Subject& own = subjects[i];
  const Subject& other = subjects[*inner];
  const bool judges = sites[*inner].cue != nullptr && sites[*inner].cue->kind == ReadKind::kAssessment && other.pronoun;
  if (!takes_stance(sites[*inner]) && !judges) return made;
  const bool same = !other.actor || other.pronoun || (own.actor && same_side(scene.actors, *own.actor, *other.actor));
  if (same && !only_reports(scene, own)) {
    made.inner = inner;
    return made;
  }
  if (!other.actor) return made;
  made.inner = inner;
  made.other_party = true;
  return made;
}

}  // namespace modus::reading

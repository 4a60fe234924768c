#include "modus/catalogue/text_rounds.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "modus/base/text.h"
#include "modus/catalogue/insert_statement.h"
#include "modus/catalogue/read_package.h"
#include "modus/reading/calendar.h"

namespace modus::catalogue {
namespace {

using case_model::Case;
using case_model::IssueIndex;
using case_model::Label;
using case_model::Package;
using case_model::PartyIndex;
using case_model::Reaction;
using case_model::ReactionKind;
using case_model::StatementIndex;
using case_model::TextRound;
using findings::TextChange;
using findings::TextFinding;

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

std::string issue_ids(const Case& subject, const std::vector<IssueIndex>& issues) {
  std::vector<std::string> ids;
  for (const IssueIndex issue : issues) ids.push_back(subject.issues[issue].id);
  return base::join_words(ids);
}

std::vector<IssueIndex> issues_between(const Package& a, const Package& b) {
  std::vector<IssueIndex> apart;
  for (const IssueIndex issue : a.indices()) {
    if (a[issue] != b[issue]) apart.push_back(issue);
  }
  return apart;
}

/// Writes into a case, and gathers all problems on the way.
class Recorder {
 public:
  Recorder(const Case& subject, const TextFinding& answer, const TextActions& actions)
      : after_(subject), answer_(answer), actions_(actions) {}

  base::Result<TextRecord> record() {
    read_day();
    read_label();
    if (actions_.start) start();
    for (const std::string& reaction : actions_.reactions) react(reaction);
    if (!actions_.take.empty() && !actions_.change.empty()) {
      problem("--change", "one round has one change", "give --take or --change, not both");
    } else if (!actions_.take.empty()) {
      take();
    } else if (!actions_.change.empty()) {
      change();
    }
    if (actions_.agree) agree();
    if (!problems_.empty()) return std::move(problems_);
    return TextRecord{std::move(after_), std::move(recorded_)};
  }

 private:
  void problem(const std::string& option, std::string what, std::string fix) {
    problems_.push_back({{option, 0, 0}, std::move(what), std::move(fix)});
  }

  void read_day() {
    on_ = after_.as_of;
    if (actions_.on.empty()) return;
    const auto day = actions_.on.size() == 10 ? reading::iso_day(actions_.on) : std::nullopt;
    if (!day) return problem("--on", quoted(actions_.on) + " is no day", "write it as 2026-05-03");
    on_ = *day;
    if (on_ > after_.as_of)
      problem("--on", "the day is after the case's as_of", "move as_of in the case file first");
    if (!after_.text.empty() && on_ < after_.text.back().on) {
      problem("--on", "the day is before the round on the table",
              "give the day of that round or a later one");
    }
  }

  void read_label() {
    const std::string& text = actions_.label;
    if (text.empty()) return;
    Label label;
    if (text == "public" || text == "team") {
      label.kind = text == "public" ? Label::Kind::kPublic : Label::Kind::kTeam;
    } else {
      label.kind = Label::Kind::kCaucus;
      for (std::size_t start = 0; start <= text.size();) {
        const std::size_t comma = std::min(text.find(',', start), text.size());
        if (const auto party = find_party("--label", text.substr(start, comma - start)))
          label.parties.push_back(*party);
        start = comma + 1;
      }
      std::sort(label.parties.begin(), label.parties.end());
      label.parties.erase(std::unique(label.parties.begin(), label.parties.end()), label.parties.end());
    }
    label_ = label;
  }

  std::optional<PartyIndex> find_party(const std::string& option, std::string_view typed) {
    const std::size_t first = typed.find_first_not_of(' ');
    const std::string_view word = first == std::string_view::npos
                                      ? std::string_view()
                                      : typed.substr(first, typed.find_last_not_of(' ') - first + 1);
    const auto party = after_.find_party(word);
    if (party) return party;
    std::vector<std::string> names;
    for (const case_model::Party& one : after_.parties) names.push_back(one.id);
    const auto nearest = base::nearest_name(word, names);
    problem(option, "no party is named " + quoted(word),
            nearest ? "perhaps " + quoted(*nearest) : "one of " + base::join_words(names, "or"));
    return std::nullopt;
  }

  bool on_the_table(const std::string& option) {
    if (!after_.text.empty()) return true;
    if (!actions_.start)
      problem(option, "no text is on the table yet",
              "put one there: --start, with --draft NAME or from common ground");
    return false;
  }

  void add_round(const Package& package, std::string why) {
    TextRound round;
    round.on = on_;
    round.package = package;
    round.why = std::move(why);
    round.label = label_;
    after_.text.push_back(std::move(round));
    recorded_.push_back("round " + std::to_string(after_.text.size()) + ": " + after_.text.back().why);
  }

  void start() {
    if (!after_.text.empty()) {
      return problem("--start", "a text is on the table already: round " + std::to_string(after_.text.size()),
                     "change it with --take or --change, or remove 'text' from the case file");
    }
    add_round(answer_.text,
              answer_.origin == TextFinding::Origin::kDraft ? "draft " + answer_.draft : "common ground");
  }

  /// Whether the answer is about the text on the table.
  bool answers_the_text(const std::string& option) {
    if (answer_.text == after_.text.back().package) return true;
    problem(option, "the edits of this answer are of another text than the one on the table",
            "leave out --draft");
    return false;
  }

  /// All that the answer names.
  [[nodiscard]] std::vector<const TextChange*> named_changes() const {
    std::vector<const TextChange*> named;
    for (const TextChange& edit : answer_.edits) named.push_back(&edit);
    for (const TextChange& trade : answer_.trades) named.push_back(&trade);
    if (answer_.proof.closest && !answer_.proof.closest->id.empty()) named.push_back(&*answer_.proof.closest);
    return named;
  }

  [[nodiscard]] const TextChange* find_change(std::string_view id) const {
    for (const TextChange* change : named_changes()) {
      if (change->id == id) return change;
    }
    return nullptr;
  }

  void unknown_change(const std::string& option, std::string_view id) {
    std::vector<std::string> ids;
    for (const TextChange* change : named_changes()) ids.push_back(change->id);
    problem(option, "the answer lists no edit or trade " + quoted(id),
            ids.empty() ? "it lists none; make a change of your own: --change \"ISSUE=OPTION\""
                        : "one of " + base::join_words(ids, "or"));
  }

  bool may_change(const std::string& option) {
    if (!after_.text.back().agreed || actions_.after_deal) return true;
    problem(option, "the text is agreed", "to improve it for somebody at nobody's expense add --after-deal");
    return false;
  }

  void take() {
    if (!on_the_table("--take") || !may_change("--take") || !answers_the_text("--take")) return;
    const TextChange* change = find_change(actions_.take);
    if (change == nullptr) return unknown_change("--take", actions_.take);
    add_round(change->to, (actions_.take.starts_with('T') ? "trade of " : "edit of ") +
                              issue_ids(after_, change->issues));
  }

  void change() {
    if (!on_the_table("--change") || !may_change("--change")) return;
    const Package before = after_.text.back().package;
    const auto package = read_change(actions_.change, after_, before, "--change");
    if (!package.ok()) {
      problems_.insert(problems_.end(), package.problems().begin(), package.problems().end());
    } else if (package.value() == before) {
      problem("--change", "the text says so already", "name an option that it does not have");
    } else {
      add_round(package.value(),
                "change of " + issue_ids(after_, issues_between(before, package.value())) + " by hand");
    }
  }

  void agree() {
    if (!on_the_table("--agree")) return;
    TextRound& last = after_.text.back();
    if (last.agreed) return problem("--agree", "the text is agreed already", "nothing is to be done");
    last.agreed = true;
    recorded_.push_back("round " + std::to_string(after_.text.size()) + " is agreed");
  }

  /// What a party received, and in which round that stands.
  struct Received {
    std::size_t round;  ///< position
    Package to;
    std::string what;  ///< "E2", "the text"
  };

  std::optional<Received> received(std::string_view target, ReactionKind says) {
    const std::size_t last = after_.text.size() - 1;
    if (target.empty()) {
      if (last > 0) return Received{last - 1, after_.text[last].package, "the text"};
      if (says == ReactionKind::kRefused) return Received{0, after_.text[0].package, "the text"};
      problem("--react",
              "the first text cannot be " + std::string(case_model::word_of(says)) +
                  ": there is none before it to compare it with",
              "enter a reaction to a change of it, or that it is refused");
      return std::nullopt;
    }
    if (target.find('=') == std::string_view::npos) {
      if (!answers_the_text("--react")) return std::nullopt;
      if (const TextChange* change = find_change(target)) return Received{last, change->to, change->id};
      unknown_change("--react", target);
      return std::nullopt;
    }
    const auto package = read_change(target, after_, after_.text[last].package, "--react");
    if (package.ok()) return Received{last, package.value(), std::string(target)};
    problems_.insert(problems_.end(), package.problems().begin(), package.problems().end());
    return std::nullopt;
  }

  void react(const std::string& typed) {
    if (!on_the_table("--react")) return;
    const std::size_t equals = typed.rfind('=');
    const std::string_view left = std::string_view(typed).substr(0, std::min(equals, typed.size()));
    const std::size_t colon = left.find(':');
    const auto says = equals == std::string::npos
                          ? std::nullopt
                          : case_model::reaction_of(std::string_view(typed).substr(equals + 1));
    if (!says) {
      return problem("--react", quoted(typed) + " does not end in a reaction",
                     "write PARTY=WORD or PARTY:E2=WORD with welcomed, criticised or refused");
    }
    const auto party = find_party("--react", left.substr(0, std::min(colon, left.size())));
    if (!party) return;
    const auto what =
        received(colon == std::string_view::npos ? std::string_view() : left.substr(colon + 1), *says);
    if (what) add_reaction(*party, *says, *what);
  }

  [[nodiscard]] std::string new_id(PartyIndex party) const {
    const std::string stem = "text-" + std::to_string(after_.text.size()) + "-" + after_.parties[party].id;
    std::string id = stem;
    for (std::size_t n = 2; after_.find_statement(id); ++n) id = stem + "-" + std::to_string(n);
    return id;
  }

  void add_reaction(PartyIndex party, ReactionKind says, const Received& what) {
    const auto as_condition = [&](const Package& package) {
      case_model::Part part;
      for (const IssueIndex issue : package.indices()) part.emplace_back(issue, package[issue]);
      return case_model::condition_of(part, after_.issues);
    };
    const Package& from = after_.text[what.round].package;
    case_model::Statement statement;
    statement.id = new_id(party);
    statement.party = party;
    statement.kind = says == ReactionKind::kRefused ? case_model::StatementKind::kRejects
                                                    : case_model::StatementKind::kPrefers;
    statement.what = as_condition(says == ReactionKind::kCriticised ? from : what.to);
    if (says != ReactionKind::kRefused)
      statement.over = as_condition(says == ReactionKind::kCriticised ? what.to : from);
    statement.channel = case_model::Channel::kQuoted;
    statement.on = case_model::Days{on_, on_};
    statement.why = "reaction to round " + std::to_string(after_.text.size()) + " of the text";
    statement.label = label_.value_or(Label{Label::Kind::kCaucus, {party}});
    for (const Reaction& before : after_.text[what.round].reactions) {
      if (before.party == party && before.to == what.to) statement.replaces.push_back(before.statement);
    }
    const std::string id = statement.id;
    const StatementIndex index = insert_statement(after_, std::move(statement));
    after_.text[what.round].reactions.push_back({party, says, what.to, index});
    recorded_.push_back(after_.parties[party].id + " " + std::string(case_model::word_of(says)) + " " +
                        what.what + ": statement " + id);
  }

  Case after_;
  const TextFinding& answer_;
  const TextActions& actions_;
  case_model::Day on_;
  std::optional<Label> label_;
  std::vector<std::string> recorded_;
  base::Problems problems_;
};

}  // namespace

base::Result<TextRecord> record_text(const Case& subject, const TextFinding& answer,
                                     const TextActions& actions) {
  return Recorder(subject, answer, actions).record();
}

}  // namespace modus::catalogue

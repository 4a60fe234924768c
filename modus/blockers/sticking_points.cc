#include "modus/blockers/sticking_points.h"

#include <algorithm>
#include <map>
#include <utility>

namespace modus::blockers {
namespace {

using case_model::LimitIndex;
using findings::StickingPoint;
using zone::Word;

bool is_asked(const zone::Acceptance& acceptance, case_model::PartyIndex party) {
  return std::any_of(acceptance.asked().begin(), acceptance.asked().end(),
                     [&](const zone::AskedParty& asked) { return asked.party == party; });
}

double share_of_scenarios_real(const zone::Acceptance& acceptance, LimitIndex limit) {
  std::size_t real = 0;
  for (std::size_t scenario = 0; scenario < acceptance.scenario_count(); ++scenario) {
    real += acceptance.is_real(limit, scenario) ? 1U : 0U;
  }
  return static_cast<double>(real) / static_cast<double>(acceptance.scenario_count());
}

/// Splits the packages of blocks into classes, column by column.
class ClassSplitter {
 public:
  ClassSplitter(const zone::Acceptance& acceptance, const std::vector<StickingPoint>& points)
      : acceptance_(acceptance), points_(points) {
    const std::vector<zone::AskedParty>& asked = acceptance.asked();
    for (std::size_t k = 0; k < asked.size(); ++k) {
      if (asked[k].if_needed) {
        needs_.push_back({k, &acceptance.list().needs(asked[k].party)});
      } else {
        always_asked_ |= std::uint64_t{1} << k;
      }
    }
    for (std::size_t point = 0; point < count_limits(points); ++point) {
      limits_.push_back({asked_position(points[point].party), &acceptance.forbids(points[point].limit)});
    }
  }

  /// Blocks of the same look have the same packages in the same classes.
  [[nodiscard]] std::vector<std::uint32_t> look_of(std::size_t block) const {
    std::vector<std::uint32_t> look = {acceptance_.list().meets_rules().pattern(block)};
    for (const Column& column : needs_) look.push_back(column.packages->pattern(block));
    for (const Column& column : limits_) look.push_back(column.packages->pattern(block));
    return look;
  }

  [[nodiscard]] std::vector<ClassWord> split(std::size_t block) {
    std::vector<ClassWord> entries;
    const std::span<const Word> rules = acceptance_.list().meets_rules().block(block);
    for (std::size_t word = 0; word < rules.size(); ++word) {
      if (rules[word] != 0) split_word(block, word, rules[word], entries);
    }
    std::sort(entries.begin(), entries.end(), [](const ClassWord& a, const ClassWord& b) {
      return std::pair(a.class_number, a.word) < std::pair(b.class_number, b.word);
    });
    return entries;
  }

  [[nodiscard]] std::vector<PackageClass> take_classes() { return std::move(classes_); }

 private:
  struct Column {
    std::size_t asked = 0;  ///< position of its party among those asked
    const zone::BlockColumn* packages = nullptr;
  };
  struct Part {
    Word packages = 0;
    PackageClass kind;
  };

  [[nodiscard]] std::size_t asked_position(case_model::PartyIndex party) const {
    std::size_t k = 0;
    while (acceptance_.asked()[k].party != party) ++k;
    return k;
  }

  void split_word(std::size_t block, std::size_t word, Word packages, std::vector<ClassWord>& entries) {
    std::vector<Part> parts = {{packages, {PointSet(points_.size()), always_asked_}}};
    for (const Column& column : needs_) {
      divide(
          parts, column.packages->block(block)[word], [](const Part&) { return true; },
          [&](Part& part) { part.kind.asked |= std::uint64_t{1} << column.asked; });
    }
    for (std::size_t point = 0; point < limits_.size(); ++point) {
      const std::size_t k = limits_[point].asked;
      divide(
          parts, limits_[point].packages->block(block)[word],
          [&](const Part& part) { return (part.kind.asked >> k & 1U) != 0; },
          [&](Part& part) { part.kind.limits.add(point); });
    }
    for (const Part& part : parts) {
      entries.push_back({number_of(part.kind), static_cast<std::uint32_t>(word), part.packages});
    }
  }

  /// Of every part that `applies`, moves what lies in `inside` to a part of its own, which is marked.
  template <class Applies, class Mark>
  static void divide(std::vector<Part>& parts, Word inside, Applies applies, Mark mark) {
    const std::size_t before = parts.size();
    for (std::size_t i = 0; i < before; ++i) {
      if (!applies(parts[i]) || (parts[i].packages & inside) == 0) continue;
      Part marked = parts[i];
      marked.packages &= inside;
      mark(marked);
      parts[i].packages &= ~inside;
      if (parts[i].packages == 0) {
        parts[i] = std::move(marked);
      } else {
        parts.push_back(std::move(marked));
      }
    }
  }

  std::uint32_t number_of(const PackageClass& kind) {
    const auto [place, is_new] =
        numbers_.try_emplace({kind.asked, kind.limits}, static_cast<std::uint32_t>(classes_.size()));
    if (is_new) classes_.push_back(kind);
    return place->second;
  }

  const zone::Acceptance& acceptance_;
  const std::vector<StickingPoint>& points_;
  std::uint64_t always_asked_ = 0;
  std::vector<Column> needs_, limits_;
  std::map<std::pair<std::uint64_t, PointSet>, std::uint32_t> numbers_;
  std::vector<PackageClass> classes_;
};

std::vector<std::uint32_t> different_classes(const std::vector<ClassWord>& entries) {
  std::vector<std::uint32_t> numbers;
  for (const ClassWord& entry : entries) {
    if (numbers.empty() || numbers.back() != entry.class_number) numbers.push_back(entry.class_number);
  }
  return numbers;
}

}  // namespace

std::vector<StickingPoint> list_sticking_points(const case_model::Case& subject,
                                                const case_model::Standing& standing,
                                                const zone::Acceptance& acceptance) {
  std::vector<StickingPoint> points;
  for (std::size_t number = 0; number < standing.limits.size(); ++number) {
    const case_model::Limit& limit = standing.limits[number];
    if (!is_asked(acceptance, limit.party)) continue;
    const std::string& statement = subject.statements[limit.statements.front()].id;
    points.push_back({StickingPoint::Kind::kLimit,
                      subject.parties[limit.party].id + ":" + statement,
                      limit.party,
                      LimitIndex(number),
                      share_of_scenarios_real(acceptance, LimitIndex(number)),
                      {}});
  }
  for (const zone::AskedParty& asked : acceptance.asked()) {
    points.push_back(
        {StickingPoint::Kind::kNoDeal, subject.parties[asked.party].id + ":no_deal", asked.party, {}, 1, {}});
  }
  return points;
}

std::size_t count_limits(const std::vector<StickingPoint>& points) {
  return static_cast<std::size_t>(std::count_if(points.begin(), points.end(), [](const StickingPoint& point) {
    return point.kind == StickingPoint::Kind::kLimit;
  }));
}

PackageClasses::PackageClasses(const zone::Acceptance& acceptance, const std::vector<StickingPoint>& points) {
  ClassSplitter splitter(acceptance, points);
  std::map<std::vector<std::uint32_t>, std::uint32_t> kinds;
  for (std::size_t block = 0; block < acceptance.list().blocks(); ++block) {
    const auto [place, is_new] =
        kinds.try_emplace(splitter.look_of(block), static_cast<std::uint32_t>(entries_.size()));
    if (is_new) {
      entries_.push_back(splitter.split(block));
      class_numbers_.push_back(different_classes(entries_.back()));
    }
    kind_of_block_.push_back(place->second);
    class_words_ += entries_[place->second].size();
  }
  classes_ = splitter.take_classes();
}

}  // namespace modus::blockers

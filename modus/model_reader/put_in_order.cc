// Items of two readers in the order that a reading promises.
#include <algorithm>
#include <numeric>
#include <tuple>

#include "modus/model_reader/entering.h"

namespace modus::model_reader {
namespace {

using reading::ActorIndex;
using reading::ReadStatement;

/// For every old place the new one, when sorted by `key`; equal ones keep their order.
template <class Key>
std::vector<std::size_t> new_places(std::size_t count, const Key& key) {
  std::vector<std::size_t> order(count), place(count);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  for (std::size_t i = 0; i < count; ++i) place[order[i]] = i;
  return place;
}

template <class Item>
void move_to(std::vector<Item>& items, const std::vector<std::size_t>& place) {
  std::vector<Item> moved(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) moved[place[i]] = std::move(items[i]);
  items = std::move(moved);
}

template <class Item>
std::vector<std::size_t> by_passage(const std::vector<Item>& items) {
  return new_places(items.size(), [&](std::size_t i) { return std::tuple(items[i].passage.start, items[i].passage.end); });
}

/// Renames actors wherever a reading speaks of them.
class Renamed {
 public:
  explicit Renamed(std::vector<std::size_t> place) : place_(std::move(place)) {}
  void operator()(ActorIndex& actor) const { actor = ActorIndex(place_[actor.value]); }
  void operator()(std::optional<ActorIndex>& actor) const {
    if (actor) (*this)(*actor);
  }
  void operator()(std::vector<ActorIndex>& actors) const {
    for (ActorIndex& actor : actors) (*this)(actor);
  }
  void operator()(std::vector<ReadStatement>& statements) const {
    for (ReadStatement& statement : statements) {
      (*this)(statement.speaker);
      (*this)(statement.other_speakers);
      (*this)(statement.addressees);
      for (reading::Attribution& layer : statement.attribution) (*this)(layer.actor);
    }
  }

 private:
  std::vector<std::size_t> place_;
};

void order_actors(Reading& reading) {
  std::vector<reading::Actor>& actors = reading.actors.raw();
  const auto first_mention = [&](std::size_t i) {
    return actors[i].mentions.empty() ? 0 : actors[i].mentions.front().passage.start;
  };
  const std::vector<std::size_t> place = new_places(actors.size(), first_mention);
  const Renamed rename(place);
  move_to(actors, place);
  for (reading::Actor& actor : actors) rename(actor.affiliation);
  rename(reading.statements);
  for (reading::ReadQuote& quote : reading.quotes) rename(quote.speaker);
  for (reading::ReadOption& option : reading.options) rename(option.proposers);
  for (reading::ReadEvent& event : reading.events) {
    rename(event.participants);
    std::sort(event.participants.begin(), event.participants.end());
  }
}

void order_statements(Reading& reading) {
  const std::vector<std::size_t> place = by_passage(reading.statements);
  move_to(reading.statements, place);
  for (reading::ReadQuote& quote : reading.quotes) {
    if (quote.statement) quote.statement = place[*quote.statement];
  }
}

}  // namespace

void put_in_order(Reading& reading) {
  order_actors(reading);
  order_statements(reading);
  move_to(reading.options, by_passage(reading.options));
  move_to(reading.events, by_passage(reading.events));
}

}  // namespace modus::model_reader

// The assignment is a matching in a graph of things and places, and what is searched for a new
// place is an augmenting path. The places of it are, of all that could have been assigned, the
// latest: places that can be assigned together are the independent sets of a transversal matroid,
// in which it is enough to exchange the oldest of each circuit.
#include "searcher/match/near_finder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <utility>

namespace dateline {

namespace {

constexpr std::uint8_t no_thing = NearFinder::max_things;

std::uint64_t bit_of(std::size_t thing) {
  return std::uint64_t{1} << thing;
}

std::size_t first_of(std::uint64_t things) {
  return static_cast<std::size_t>(std::countr_zero(things));
}

}  // namespace

bool NearFinder::add(const Stand& stand) {
  assert(stand.thing < places_.size() && places_.size() <= max_things);
  const bool is_found = next_.things != 0 && next_.position != stand.last_position && finish();
  next_.position = stand.last_position;
  if ((next_.things & bit_of(stand.thing)) == 0) {
    next_.things |= bit_of(stand.thing);
    next_.stands.push_back(stand);
  }
  return is_found;
}

bool NearFinder::finish() {
  if (next_.things == 0) {
    return false;
  }
  drop_old();
  insert();
  next_ = {};
  return static_cast<std::size_t>(std::popcount(taken_)) == places_.size() && read_spans();
}

/// Where a thing that has a place stands.
const NearFinder::Stand& NearFinder::stand_of(std::size_t thing) const {
  return *std::ranges::find(places_[thing].stands, thing, &Stand::thing);
}

/// Takes away the places that can be in no window with the next one.
void NearFinder::drop_old() {
  for (Things things = taken_; things != 0; things &= things - 1) {
    const std::size_t thing = first_of(things);
    if (next_.position - stand_of(thing).first_position >= window_) {
      taken_ &= ~bit_of(thing);
    }
  }
}

void NearFinder::insert() {
  // By thing: the one whose place may move to it, or none where the next place may come directly.
  std::array<std::uint8_t, max_things> from{};
  from.fill(no_thing);
  Things reached = next_.things;
  std::size_t end = first_of(reached);
  for (Things left = reached; left != 0 && (reached & ~taken_) == 0;) {
    const std::size_t thing = first_of(left);
    left &= ~bit_of(thing);
    if (places_[thing].position < places_[end].position) {
      end = thing;
    }
    const Things more = places_[thing].things & ~reached;
    for (Things things = more; things != 0; things &= things - 1) {
      from.at(first_of(things)) = static_cast<std::uint8_t>(thing);
    }
    reached |= more;
    left |= more;
  }
  if (const Things free = reached & ~taken_; free != 0) {
    end = first_of(free);
  }
  move_along(end, from);
}

/// Gives `thing` the place that may move to it, and so on, until the next place is given.
void NearFinder::move_along(std::size_t thing, std::span<const std::uint8_t> from) {
  taken_ |= bit_of(thing);
  for (; from[thing] != no_thing; thing = from[thing]) {
    places_[thing] = std::move(places_[from[thing]]);
  }
  places_[thing] = std::move(next_);
}

/// Notes where all things stand; false when some overlap or reach out of the window.
bool NearFinder::read_spans() {
  std::vector<Stand> stands;
  for (std::size_t thing = 0; thing < places_.size(); ++thing) {
    stands.push_back(stand_of(thing));
  }
  std::ranges::sort(stands, {}, &Stand::last_position);
  spans_.clear();
  for (std::size_t i = 0; i < stands.size(); ++i) {
    if ((i > 0 && stands[i].first_position <= stands[i - 1].last_position) ||
        stands.back().last_position - stands[i].first_position >= window_) {
      return false;
    }
    spans_.push_back(stands[i].span);
  }
  return true;
}

}  // namespace dateline

// What stands near each other, in any order.
//
// Which things stand at which places of the text is an assignment: each needs a place of its own,
// and a place may do for several things. One assignment is kept, always the one with the latest
// places. A new place is given to a thing that has none, where moving others along makes one free,
// and else takes the oldest place that such moves can free. So what falls out of the window at its
// old end never has to be replaced by anything but a new place, and the cost of a place depends on
// the things only: neither on the text nor on the window. Things of several words that overlap
// without ending together are seen too late for that: then a match may be passed over.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "searcher/match/snippet.h"

namespace dateline {

/// Finds where several things, each of one or more words one after the other, stand near each
/// other.
class NearFinder {
 public:
  static constexpr std::size_t max_things = 64;

  /// Where a thing stands in a text.
  struct Stand {
    std::size_t thing = 0;
    std::uint32_t first_position = 0;
    std::uint32_t last_position = 0;
    Span span;
  };

  /// Looks for so many things, at most `max_things`, within `window` consecutive positions.
  NearFinder(std::size_t things, std::size_t window) : window_(window), places_(things) {}

  /// Their last positions ascend; of those that end at the same one only one counts. True when the
  /// things before this position were all near each other: then `spans` are theirs.
  bool add(const Stand& stand);

  /// The same for the last position, when nothing comes any more.
  bool finish();

  /// Where the things stand that were found last, in order.
  std::span<const Span> spans() const { return spans_; }

 private:
  using Things = std::uint64_t;  // a bit for each

  /// A position of the text, and what ends there.
  struct Place {
    std::uint32_t position = 0;
    Things things = 0;
    std::vector<Stand> stands;
  };

  const Stand& stand_of(std::size_t thing) const;
  void drop_old();
  void insert();
  void move_along(std::size_t thing, std::span<const std::uint8_t> from);
  bool read_spans();

  std::size_t window_;
  std::vector<Place> places_;  // by thing
  Things taken_ = 0;           // things that have a place
  Place next_;                 // gathered, but not yet inserted
  std::vector<Span> spans_;
};

}  // namespace dateline

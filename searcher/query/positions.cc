// Phrases from where their first word stands; nearness by a window that slides over the stretches.
//
// Where no stretch overlaps one of another list, it is enough that the window holds one of each.
// Where some do, as when a word is asked for twice, each list must be given one of its own: longer
// stretches are tried one after the other, and the positions that are left are dealt out to the
// single words by augmenting paths (Kuhn's matching).
#include "searcher/query/positions.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <tuple>
#include <utility>

namespace dateline {

namespace {

struct Placed {
  Stretch stretch;
  std::size_t list = 0;
};

std::vector<Placed> in_order(std::span<const std::vector<Stretch>> lists) {
  std::vector<Placed> placed;
  for (std::size_t list = 0; list < lists.size(); ++list) {
    for (const Stretch& stretch : lists[list]) {
      placed.push_back({stretch, list});
    }
  }
  std::ranges::sort(placed, {}, [](const Placed& p) { return std::tuple(p.stretch, p.list); });
  return placed;
}

bool has_overlap(std::span<const Placed> placed) {
  std::uint32_t end = 0;
  std::size_t list = 0;
  for (const Placed& here : placed) {
    if (here.stretch.begin < end && here.list != list) {
      return true;
    }
    if (here.stretch.end() > end) {
      end = here.stretch.end();
      list = here.list;
    }
  }
  return false;
}

/// Gives each list a stretch of its own, if that can be.
class Dealer {
 public:
  /// The lists hold stretches within one window, none of them empty.
  explicit Dealer(std::vector<std::vector<Stretch>> lists) : lists_(std::move(lists)) {
    // The longer ones first: few are chosen before the single words are dealt out.
    longer_ = static_cast<std::size_t>(
        std::stable_partition(lists_.begin(), lists_.end(), has_longer) - lists_.begin());
  }

  bool deal() { return choose_from(0); }

 private:
  static bool has_longer(const std::vector<Stretch>& list) {
    return std::ranges::any_of(list, [](const Stretch& stretch) { return stretch.length > 1; });
  }

  bool is_free(const Stretch& stretch) const {
    return std::ranges::none_of(chosen_, [&](const Stretch& other) {
      return stretch.begin < other.end() && other.begin < stretch.end();
    });
  }

  bool choose_from(std::size_t list) {
    if (list == longer_) {
      return deal_single_words();
    }
    for (const Stretch& stretch : lists_[list]) {
      if (!is_free(stretch)) {
        continue;
      }
      if (++tries_ > max_near_tries) {
        return false;
      }
      chosen_.push_back(stretch);
      if (choose_from(list + 1)) {
        return true;
      }
      chosen_.pop_back();
    }
    return false;
  }

  bool deal_single_words() {
    owners_.clear();
    for (std::size_t list = longer_; list < lists_.size(); ++list) {
      std::vector<std::uint32_t> asked;
      if (!find_place(list, asked)) {
        return false;
      }
    }
    return true;
  }

  /// Finds a position for a list, moving others to another of theirs where that helps.
  bool find_place(std::size_t list, std::vector<std::uint32_t>& asked) {
    for (const Stretch& stretch : lists_[list]) {
      if (!is_free(stretch) || std::ranges::find(asked, stretch.begin) != asked.end()) {
        continue;
      }
      asked.push_back(stretch.begin);
      const auto owner = std::ranges::find(owners_, stretch.begin, &Owner::position);
      if (owner == owners_.end()) {
        owners_.push_back({stretch.begin, list});
        return true;
      }
      const auto index = static_cast<std::size_t>(owner - owners_.begin());
      if (find_place(owner->list, asked)) {
        owners_[index].list = list;
        return true;
      }
    }
    return false;
  }

  struct Owner {
    std::uint32_t position = 0;
    std::size_t list = 0;
  };

  std::vector<std::vector<Stretch>> lists_;
  std::size_t longer_ = 0;  // so many lists have longer stretches
  std::vector<Stretch> chosen_;
  std::vector<Owner> owners_;
  std::size_t tries_ = 0;
};

/// Whether a window that begins with the first of these holds what is asked for.
bool holds_all(std::span<const Placed> from, std::size_t window, std::size_t lists, bool overlap) {
  static_assert(max_near_words <= 32);
  const auto window_end = static_cast<std::uint32_t>(from.front().stretch.begin + window);
  std::uint32_t held = 0;  // a bit for each list
  std::size_t begins = 0;
  std::size_t size = 0;
  for (std::uint32_t last_begin = 0; size < from.size(); ++size) {
    const auto& [stretch, list] = from[size];
    if (stretch.begin >= window_end) {
      break;
    }
    if (stretch.end() <= window_end) {
      begins += begins == 0 || stretch.begin != last_begin ? std::size_t{1} : 0;
      last_begin = stretch.begin;
      held |= std::uint32_t{1} << list;
    }
  }
  // Fewer places than lists cannot be dealt out.
  if (static_cast<std::size_t>(std::popcount(held)) < lists || begins < lists) {
    return false;
  }
  if (!overlap) {
    return true;
  }
  std::vector<std::vector<Stretch>> within(lists);
  for (const Placed& placed : from.first(size)) {
    if (placed.stretch.end() <= window_end) {
      within[placed.list].push_back(placed.stretch);
    }
  }
  return Dealer(std::move(within)).deal();
}

}  // namespace

std::vector<Stretch> find_phrase(std::span<const std::size_t> words,
                                 std::span<const Positions> positions) {
  std::vector<Stretch> found;
  if (words.empty()) {
    return found;
  }
  for (const std::uint32_t begin : positions[words.front()]) {
    std::uint32_t end = begin + 1;
    while (end - begin < words.size() &&
           std::ranges::binary_search(positions[words[end - begin]], end)) {
      ++end;
    }
    if (end - begin == words.size()) {
      found.push_back({begin, end - begin});
    }
  }
  return found;
}

bool are_near(std::span<const std::vector<Stretch>> lists, std::size_t window) {
  assert(lists.size() <= max_near_words);
  if (std::ranges::any_of(lists, [](const auto& list) { return list.empty(); })) {
    return false;
  }
  const std::vector<Placed> placed = in_order(lists);
  const bool overlap = has_overlap(placed);
  for (std::size_t i = 0; i < placed.size(); ++i) {
    const bool is_new_window = i == 0 || placed[i].stretch.begin != placed[i - 1].stretch.begin;
    if (is_new_window && holds_all(std::span(placed).subspan(i), window, lists.size(), overlap)) {
      return true;
    }
  }
  return false;
}

}  // namespace dateline

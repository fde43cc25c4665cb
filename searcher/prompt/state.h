// Where a session stands: what is searched for, by what it was narrowed, which page is seen; and
// the way there, to go back on. Nothing here looks anything up.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/match/request.h"

namespace dateline {

/// One step that made a search narrower.
struct Choice {
  enum class How {
    Either,  ///< the value, or another of its facet that was chosen so
    Must,    ///< the value, whatever else
    Not,     ///< not the value
    Words,   ///< more of the query language; no facet
  };

  How how = How::Either;
  FacetKind facet = FacetKind::Person;
  std::string value{};

  friend bool operator==(const Choice&, const Choice&) = default;
};

struct PromptState {
  SearchRequest request;                   ///< the text as typed; what choices add is not in it
  std::vector<Choice> choices;             ///< the oldest first
  std::vector<std::size_t> earlier_pages;  ///< the offsets of the pages before this one
  std::string similar_to;  ///< the id of an article when its like are shown, not a search
};

/// The state that options of the command line begin a session with: their filters as choices.
PromptState start_state(SearchRequest options);

/// A new search: as `start`, in the order that `last` is in.
PromptState new_search(const PromptState& start, const PromptState& last, std::string text);

/// Adds a choice, and turns to the first page. A value is chosen in one way only: the last. False
/// when it was chosen so already.
bool choose(PromptState& state, Choice choice);

/// Takes back the last choice, those of a facet, that of a value, or all. False when there was
/// none.
bool drop_last_choice(PromptState& state);
bool drop_choices(PromptState& state, FacetKind facet);
bool drop_choice(PromptState& state, FacetKind facet, std::string_view value);
bool drop_all_choices(PromptState& state);

void sort_by(PromptState& state, SortOrder order);

/// Turns the page, when so many hits are seen of this one. False when there is no page before.
void turn_to_next(PromptState& state, std::size_t hits_seen);
bool turn_back(PromptState& state);

/// What to ask the archive, on this day: what was typed and every choice, as a filter where a
/// request has one for it, else in the text.
SearchRequest to_request(const PromptState& state, Date today);

/// The states of a session in the order they were come to.
class Trail {
 public:
  bool empty() const { return states_.empty(); }
  const PromptState& current() const { return states_[at_]; }  ///< not when empty

  /// Comes to a new state; what could be gone forward to is forgotten.
  void go(PromptState state);

  /// Puts another in the place of the current state.
  void replace(PromptState state) { states_[at_] = std::move(state); }

  /// False, and stays, when there is nothing to go to.
  bool back();
  bool forward();

 private:
  std::vector<PromptState> states_;
  std::size_t at_ = 0;
};

}  // namespace dateline

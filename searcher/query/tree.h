// A query as a tree: what the user asked, before anything is looked up.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "common/field.h"

namespace dateline {

/// A node of the tree. Which members mean something depends on the kind.
struct QueryNode {
  enum class Kind {
    Word,      ///< `text`, one word or compound as typed, in `field` or anywhere
    Wildcard,  ///< words like `text`, in which `*` stands for any letters and `?` for one
    Fuzzy,     ///< words that differ from `text` in up to `distance` letters
    Phrase,    ///< `text`, its words one after the other; with a `distance` in any order, so near
    Near,      ///< children, leaves of words or ORs of such, so near each other as `distance` says
    Filter,    ///< `field` has the value `text`
    Dates,     ///< published, or naming a date, within `dates`, as `field` says; `text` as typed
    Together,  ///< children side by side: all of them or any, as the search says
    And,
    Or,
    Not,   ///< one child, that must not match
    Must,  ///< one child, that must match whatever the search says of words side by side
  };

  Kind kind = Kind::Together;
  std::string text;
  const Field* field = nullptr;  ///< nullptr: title and text
  bool exact = false;  ///< of a word or phrase: to the letter, no other forms of its words
  /// Of words near each other: so many positions more than there are words.
  std::size_t distance = 0;
  DateRange dates{};
  std::vector<QueryNode> children;
  std::size_t offset = 0;  ///< byte in the query text where it begins
};

/// Words so far apart are still near each other at most, and where nothing is said.
inline constexpr std::size_t max_near_distance = 99;
inline constexpr std::size_t default_near_distance = 10;

/// The tree in the query language itself, fully bracketed where reading could differ:
/// `wagner (human OR "civil rights") -source:"Lakeside Wire"`. Parsing it gives the same tree.
std::string to_string(const QueryNode& tree);

}  // namespace dateline

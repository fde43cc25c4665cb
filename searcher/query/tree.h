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
    Phrase,    ///< `text`, its words one after the other, in `field` or anywhere
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
  DateRange dates{};
  std::vector<QueryNode> children;
  std::size_t offset = 0;  ///< byte in the query text where it begins
};

/// The tree in the query language itself, fully bracketed where reading could differ:
/// `wagner (human OR "civil rights") -source:"Lakeside Wire"`. Parsing it gives the same tree.
std::string to_string(const QueryNode& tree);

}  // namespace dateline

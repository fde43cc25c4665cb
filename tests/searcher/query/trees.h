// What the tests of the query room share: a day to count from, and when two trees are the same.
#pragma once

#include <algorithm>
#include <chrono>

#include "common/date.h"
#include "searcher/query/tree.h"

namespace dateline::test {

inline constexpr Date wednesday{std::chrono::year{2023} / 3 / 15};

/// Whether two trees ask the same, wherever in a text their nodes begin.
inline bool same_tree(const QueryNode& a, const QueryNode& b) {
  return a.kind == b.kind && a.text == b.text && a.field == b.field && a.exact == b.exact &&
         a.distance == b.distance && (a.kind != QueryNode::Kind::Dates || a.dates == b.dates) &&
         std::ranges::equal(a.children, b.children, same_tree);
}

}  // namespace dateline::test

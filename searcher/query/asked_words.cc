// Reads the words of leaves by their kinds.
#include "searcher/query/asked_words.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "searcher/query/positions.h"

namespace dateline {

namespace {

using Kind = QueryNode::Kind;

QueryWords words_of(const QueryNode& leaf) {
  const bool any_form = !leaf.exact;
  switch (leaf.kind) {
    case Kind::Word: return read_words(leaf.text, any_form);
    case Kind::Wildcard: return read_wildcards(leaf.text, any_form);
    case Kind::Fuzzy: return read_fuzzy(leaf.text, leaf.distance);
    default: return read_phrase(leaf.text, any_form);
  }
}

/// Adds the ways to write a leaf, or the leaves that OR links.
void append_spellings(const QueryNode& node, Spellings<QueryWord>& spellings, ReadLeaf& result) {
  if (node.kind == Kind::Or) {
    for (const QueryNode& child : node.children) {
      append_spellings(child, spellings, result);
    }
    return;
  }
  QueryWords words = words_of(node);
  result.has_lone_marks = result.has_lone_marks || words.has_lone_marks;
  if (!words.words.empty()) {
    spellings.push_back(std::move(words.words));
    if (words.run_together) {
      spellings.push_back({std::move(*words.run_together)});
    }
  }
}

std::size_t longest(const Spellings<QueryWord>& spellings) {
  std::size_t most = 0;
  for (const std::vector<QueryWord>& words : spellings) {
    most = std::max(most, words.size());
  }
  return most;
}

/// Settles how wide the window of several things is.
void make_near(std::size_t distance, ReadLeaf& result) {
  std::vector<Spellings<QueryWord>>& things = result.asked.things;
  std::erase_if(things, [](const auto& spellings) { return spellings.empty(); });
  if (things.size() > max_near_words) {
    things.resize(max_near_words);
    result.is_cut = true;
  }
  if (things.size() < 2) {
    return;
  }
  std::size_t words = 0;
  for (const Spellings<QueryWord>& spellings : things) {
    words += longest(spellings);
  }
  const std::size_t window = distance + words - 1;
  result.is_narrowed = window > max_near_window;
  result.asked.window = std::min(window, max_near_window);
}

}  // namespace

ReadLeaf read_leaf(const QueryNode& node) {
  ReadLeaf result;
  std::vector<Spellings<QueryWord>>& things = result.asked.things;
  result.asked.field = node.field;
  if (node.kind == Kind::Near) {
    for (const QueryNode& child : node.children) {
      append_spellings(child, things.emplace_back(), result);
      result.asked.field = child.kind == Kind::Or ? child.children.front().field : child.field;
    }
    make_near(node.distance, result);
    return result;
  }
  Spellings<QueryWord> spellings;
  append_spellings(node, spellings, result);
  if (node.kind == Kind::Phrase && node.distance > 0 && !spellings.empty()) {
    for (QueryWord& word : spellings.front()) {
      things.push_back({{std::move(word)}});
    }
    make_near(node.distance, result);
  } else if (!spellings.empty()) {
    things.push_back(std::move(spellings));
  }
  return result;
}

}  // namespace dateline

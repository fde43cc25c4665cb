// Writes a tree in the query language.
#include "searcher/query/tree.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "searcher/query/parser.h"
#include "searcher/query/quotes.h"

namespace dateline {

namespace {

using Kind = QueryNode::Kind;

bool is_group(Kind kind) {
  return kind == Kind::Together || kind == Kind::And || kind == Kind::Or;
}

bool is_prefix(Kind kind) {
  return kind == Kind::Not || kind == Kind::Must;
}

/// Whether reading would differ without the brackets.
bool needs_brackets(Kind child, Kind parent) {
  if (is_prefix(parent)) {
    return is_group(child) || is_prefix(child) || child == Kind::Near;
  }
  switch (parent) {
    case Kind::And:
    case Kind::Near: return is_group(child);
    case Kind::Together: return child == Kind::Together || child == Kind::Or;
    default: return child == Kind::Or;
  }
}

/// How deep brackets nest at most when every group has them.
std::size_t group_depth(const QueryNode& node) {
  std::size_t depth = 0;
  for (const QueryNode& child : node.children) {
    depth = std::max(depth, group_depth(child));
  }
  return depth + (is_group(node.kind) || is_prefix(node.kind) ? 1 : 0);
}

bool has_quote(std::string_view text, QuoteSort sort) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::optional<Quote> quote = find_quote(text, at);
    if (quote && quote->sort == sort) {
      return true;
    }
  }
  return false;
}

/// In quotes that do not occur in the text; what came from a query has such.
std::string quoted(std::string_view text) {
  if (!has_quote(text, QuoteSort::Straight)) {
    return "\"" + std::string(text) + "\"";
  }
  if (!has_quote(text, QuoteSort::Curly)) {
    return "“" + std::string(text) + "”";
  }
  return "«" + std::string(text) + "»";
}

/// Whether a value is read whole without quotes.
bool is_plain_value(std::string_view value) {
  return !value.empty() && std::ranges::all_of(value, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '*';
  });
}

bool is_plain_date(std::string_view value) {
  return (value.starts_with('[') && value.ends_with(']')) || std::ranges::all_of(value, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
                  c == '/' || c == 'P' || c == 'D' || c == 'W' || c == 'M' || c == 'Y';
         });
}

std::string leaf_to_string(const QueryNode& leaf) {
  std::string text;
  if (leaf.field != nullptr) {
    text.append(leaf.field->name).append(":");
  }
  text += leaf.exact ? "=" : "";
  switch (leaf.kind) {
    case Kind::Word:
    case Kind::Wildcard: return text + leaf.text;
    case Kind::Fuzzy: return text + leaf.text + "~" + std::to_string(leaf.distance);
    case Kind::Filter: return text + (is_plain_value(leaf.text) ? leaf.text : quoted(leaf.text));
    case Kind::Dates: return text + (is_plain_date(leaf.text) ? leaf.text : quoted(leaf.text));
    default:
      return text + quoted(leaf.text) +
             (leaf.distance > 0 ? "~" + std::to_string(leaf.distance) : "");
  }
}

std::string_view text_between(Kind group) {
  switch (group) {
    case Kind::And: return " AND ";
    case Kind::Or: return " OR ";
    default: return " ";
  }
}

void append(std::string& out, const QueryNode& node, bool all_brackets, bool is_last) {
  if (node.children.empty()) {
    // A "?" at the end of a text is that of a question.
    const std::string leaf = leaf_to_string(node);
    const bool is_question = is_last && !out.empty() && leaf.ends_with('?');
    out += is_question ? "(" + leaf + ")" : leaf;
    return;
  }
  if (is_prefix(node.kind)) {
    out += node.kind == Kind::Not ? '-' : '+';
  }
  const std::string between = node.kind == Kind::Near
                                  ? " NEAR/" + std::to_string(node.distance) + " "
                                  : std::string(text_between(node.kind));
  for (const QueryNode& child : node.children) {
    if (&child != &node.children.front()) {
      out += between;
    }
    const bool alone = is_group(node.kind) && node.children.size() == 1;
    const bool brackets =
        !alone && (needs_brackets(child.kind, node.kind) || (all_brackets && is_group(child.kind)));
    out += brackets ? "(" : "";
    append(out, child, all_brackets, is_last && !brackets && &child == &node.children.back());
    out += brackets ? ")" : "";
  }
}

}  // namespace

std::string to_string(const QueryNode& tree) {
  // Brackets that only help the eye are left out where they would nest too deep to be read again.
  const bool all_brackets = group_depth(tree) <= max_query_depth;
  std::string text;
  if (!is_group(tree.kind) || !tree.children.empty()) {
    append(text, tree, all_brackets, true);
  }
  return text;
}

}  // namespace dateline

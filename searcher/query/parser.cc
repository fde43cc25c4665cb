// From tokens to a tree, in three steps: brackets are paired, operators without an operand are
// left out, and what remains is well-formed, so that the recursive descent has nothing to refuse.
#include "searcher/query/parser.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "common/text/utf8.h"
#include "searcher/query/lexer.h"
#include "searcher/query/query_text.h"

namespace dateline {

namespace {

using Kind = QueryToken::Kind;

bool is_prefix(Kind kind) {
  return kind == Kind::Not || kind == Kind::Minus || kind == Kind::Plus;
}

/// Whether it stands between two operands.
bool is_link(Kind kind) {
  return kind == Kind::And || kind == Kind::Or || kind == Kind::Near;
}

bool begins_operand(Kind kind) {
  return kind == Kind::Leaf || kind == Kind::Open || is_prefix(kind);
}

std::string operator_text(Kind kind) {
  switch (kind) {
    case Kind::And: return "AND";
    case Kind::Or: return "OR";
    case Kind::Near: return "NEAR";
    case Kind::Not: return "NOT";
    case Kind::Minus: return "-";
    default: return "+";
  }
}

QueryWarning idle_operator(const QueryToken& token, const std::string& where) {
  const std::string text = operator_text(token.kind);
  const bool is_word = text.size() > 1;
  return {token.offset, "'" + text + "' has nothing " + where + " it and is left out" +
                            (is_word ? "; small letters make it a word" : "")};
}

/// Without the words behind the first `max_query_words`, and all that comes after them.
void cut_words(std::vector<QueryToken>& tokens, std::vector<QueryWarning>& warnings) {
  std::size_t words = 0;
  const auto first_left_out = std::ranges::find_if(tokens, [&words](const QueryToken& token) {
    return token.kind == Kind::Leaf && ++words > max_query_words;
  });
  if (first_left_out != tokens.end()) {
    warnings.push_back({first_left_out->offset, "the query has more than " +
                                                    std::to_string(max_query_words) +
                                                    " words and phrases; the rest is left out"});
    tokens.erase(first_left_out, tokens.end());
  }
}

/// Brackets in pairs, and no deeper than `max_query_depth`.
std::vector<QueryToken> pair_brackets(std::vector<QueryToken> tokens,
                                      std::vector<QueryWarning>& warnings) {
  std::vector<QueryToken> paired;
  std::vector<std::size_t> open;  // offsets of the brackets that are open
  bool too_deep = false;
  for (QueryToken& token : tokens) {
    if (token.kind == Kind::Open) {
      open.push_back(token.offset);
      if (open.size() > max_query_depth && !too_deep) {
        too_deep = true;
        warnings.push_back({token.offset, "brackets are nested more than " +
                                              std::to_string(max_query_depth) +
                                              " deep; the inner ones are left out"});
      }
    } else if (token.kind == Kind::Close && open.empty()) {
      warnings.push_back({token.offset, "')' has no '(' before it and is left out"});
      continue;
    }
    const bool is_bracket = token.kind == Kind::Open || token.kind == Kind::Close;
    const bool kept = !is_bracket || open.size() <= max_query_depth;
    if (token.kind == Kind::Close) {
      open.pop_back();
    }
    if (kept) {
      paired.push_back(std::move(token));
    }
  }
  for (std::size_t depth = open.size(); depth > 0; --depth) {
    warnings.push_back({open[depth - 1], "'(' is never closed; it is closed at the end"});
    if (depth <= max_query_depth) {
      paired.push_back({.kind = Kind::Close});
    }
  }
  return paired;
}

/// Without the operators that have nothing after them, and with brackets that hold nothing as one
/// token. Works from the end, for whether an operand follows depends on what is kept there.
std::vector<QueryToken> drop_before_nothing(std::vector<QueryToken> tokens,
                                            std::vector<QueryWarning>& warnings) {
  std::vector<QueryToken> kept;  // in reverse
  for (std::size_t at = tokens.size(); at-- > 0;) {
    QueryToken& token = tokens[at];
    if (token.kind == Kind::Open) {
      while (kept.back().kind == Kind::Nothing) {
        kept.pop_back();
      }
      if (kept.back().kind == Kind::Close) {
        kept.pop_back();
        warnings.push_back({token.offset, "these brackets hold nothing and are left out"});
        token.kind = Kind::Nothing;
      }
    } else if (is_prefix(token.kind) || is_link(token.kind)) {
      if (kept.empty() || !begins_operand(kept.back().kind) ||
          (token.kind == Kind::Near && is_prefix(kept.back().kind))) {
        warnings.push_back(idle_operator(token, "after"));
        continue;
      }
    }
    kept.push_back(std::move(token));
  }
  std::ranges::reverse(kept);
  return kept;
}

/// Without AND, OR and NEAR that have nothing before them, and without what holds nothing.
std::vector<QueryToken> drop_after_nothing(std::vector<QueryToken> tokens,
                                           std::vector<QueryWarning>& warnings) {
  std::vector<QueryToken> kept;
  for (QueryToken& token : tokens) {
    if (token.kind == Kind::Nothing) {
      continue;
    }
    if (is_link(token.kind)) {
      const bool after_operand =
          !kept.empty() && (kept.back().kind == Kind::Leaf || kept.back().kind == Kind::Close);
      if (!after_operand) {
        warnings.push_back(idle_operator(token, "before"));
        continue;
      }
    }
    kept.push_back(std::move(token));
  }
  return kept;
}

QueryNode group(QueryNode::Kind kind, std::vector<QueryNode> children) {
  if (children.size() == 1) {
    return std::move(children.front());
  }
  QueryNode node;
  node.kind = kind;
  node.offset = children.front().offset;
  node.children = std::move(children);
  return node;
}

bool is_text_leaf(const QueryNode& node) {
  switch (node.kind) {
    case QueryNode::Kind::Word:
    case QueryNode::Kind::Wildcard:
    case QueryNode::Kind::Fuzzy: return true;
    case QueryNode::Kind::Phrase: return node.distance == 0;
    default: return false;
  }
}

/// Why these cannot be near each other; empty when they can.
std::string_view why_not_near(std::span<const QueryNode> items) {
  const Field* const field = items.front().kind == QueryNode::Kind::Or
                                 ? items.front().children.front().field
                                 : items.front().field;
  for (const QueryNode& item : items) {
    const std::span<const QueryNode> leaves =
        item.kind == QueryNode::Kind::Or ? item.children : std::span(&item, 1);
    if (!std::ranges::all_of(leaves, is_text_leaf)) {
      return "near each other are words and phrases, or some of them with OR in brackets";
    }
    if (!std::ranges::all_of(leaves, [field](const auto& leaf) { return leaf.field == field; })) {
      return "words of different fields are never near each other";
    }
  }
  return {};
}

/// Recursive descent over tokens that are well-formed: brackets pair and hold something, every
/// operator has its operands.
class Descent {
 public:
  Descent(std::span<QueryToken> tokens, std::vector<QueryWarning>& warnings)
      : tokens_(tokens), warnings_(warnings) {}

  /// side { OR side }
  QueryNode read_alternatives() {
    std::vector<QueryNode> sides;
    sides.push_back(read_side());
    while (accept(Kind::Or)) {
      sides.push_back(read_side());
    }
    return group(QueryNode::Kind::Or, std::move(sides));
  }

 private:
  /// operand { [ AND ] operand }: operands that AND links are one child of those side by side.
  QueryNode read_side() {
    std::vector<std::vector<QueryNode>> chains;
    while (at_ < tokens_.size() && tokens_[at_].kind != Kind::Or &&
           tokens_[at_].kind != Kind::Close) {
      if (!accept(Kind::And)) {
        chains.emplace_back();
      }
      chains.back().push_back(read_operand());
    }
    std::vector<QueryNode> children;
    children.reserve(chains.size());
    for (std::vector<QueryNode>& chain : chains) {
      children.push_back(group(QueryNode::Kind::And, std::move(chain)));
    }
    return group(QueryNode::Kind::Together, std::move(children));
  }

  /// { NOT | - | + } near. Two negations demand what they stand before.
  QueryNode read_operand() {
    const std::size_t begin = at_;
    bool negated = false;
    while (is_prefix(tokens_[at_].kind)) {
      negated ^= tokens_[at_].kind != Kind::Plus;
      ++at_;
    }
    const bool has_prefix = at_ != begin;
    QueryNode operand = read_near();
    if (!has_prefix) {
      return operand;
    }
    QueryNode node;
    node.kind = negated ? QueryNode::Kind::Not : QueryNode::Kind::Must;
    node.offset = tokens_[begin].offset;
    node.children.push_back(std::move(operand));
    return node;
  }

  /// item { NEAR item }: all near each other, by the largest of the distances.
  QueryNode read_near() {
    std::vector<QueryNode> items;
    items.push_back(read_item());
    const std::size_t first = at_;
    std::size_t distance = 0;
    while (accept(Kind::Near)) {
      distance = std::max(distance, tokens_[at_ - 1].distance);
      items.push_back(read_item());
    }
    if (items.size() == 1) {
      return std::move(items.front());
    }
    const std::size_t offset = tokens_[first].offset;
    if (const std::string_view why = why_not_near(items); !why.empty()) {
      warnings_.push_back({offset, std::string(why) + "; NEAR is read as AND"});
      return group(QueryNode::Kind::And, std::move(items));
    }
    for (std::size_t at = first; at < at_; ++at) {
      if (tokens_[at].kind == Kind::Near && tokens_[at].distance != distance) {
        warnings_.push_back({tokens_[at].offset,
                             "of several NEARs in a row the largest counts: "
                             "NEAR/" +
                                 std::to_string(distance)});
      }
    }
    QueryNode node = group(QueryNode::Kind::Near, std::move(items));
    node.distance = distance;
    return node;
  }

  /// leaf | "(" alternatives ")"
  QueryNode read_item() {
    if (!accept(Kind::Open)) {
      return std::move(tokens_[at_++].leaf);
    }
    QueryNode item = read_alternatives();
    ++at_;
    return item;
  }

  bool accept(Kind kind) {
    const bool is_there = at_ < tokens_.size() && tokens_[at_].kind == kind;
    at_ += is_there ? 1 : 0;
    return is_there;
  }

  std::span<QueryToken> tokens_;
  std::vector<QueryWarning>& warnings_;
  std::size_t at_ = 0;
};

QueryNode build_tree(QueryTokens& lexed) {
  cut_words(lexed.tokens, lexed.warnings);
  std::vector<QueryToken> tokens = pair_brackets(std::move(lexed.tokens), lexed.warnings);
  tokens = drop_before_nothing(std::move(tokens), lexed.warnings);
  tokens = drop_after_nothing(std::move(tokens), lexed.warnings);
  if (tokens.empty()) {
    return {};
  }
  QueryNode tree = Descent(tokens, lexed.warnings).read_alternatives();
  if (tree.kind == QueryNode::Kind::Together) {
    return tree;
  }
  QueryNode top;
  top.offset = tree.offset;
  top.children.push_back(std::move(tree));
  return top;
}

/// In order of their offsets, and not more than a user reads.
void tidy_warnings(std::vector<QueryWarning>& warnings) {
  std::ranges::stable_sort(warnings, {}, &QueryWarning::offset);
  if (warnings.size() > max_query_warnings) {
    const std::size_t unsaid = warnings.size() - max_query_warnings + 1;
    warnings.resize(max_query_warnings);
    warnings.back().message = std::to_string(unsaid) + " more warnings are left out";
  }
}

}  // namespace

ParsedQuery parse_query(std::string_view text, QuerySyntax syntax, Date today) {
  const std::string_view read = cut_at_character(text, max_query_bytes);
  const QueryText query = mend_query(read);
  QueryTokens lexed =
      syntax == QuerySyntax::Query ? lex_query(query.mended, today) : lex_words(query.mended);
  for (QueryToken& token : lexed.tokens) {
    token.offset = query.typed_offset(token.offset);
    token.leaf.offset = token.offset;
  }
  for (QueryWarning& warning : lexed.warnings) {
    warning.offset = query.typed_offset(warning.offset);
  }
  if (read.size() < text.size()) {
    lexed.warnings.push_back({read.size(), "the query is longer than " +
                                               std::to_string(max_query_bytes) +
                                               " bytes; the rest is left out"});
  }
  ParsedQuery parsed;
  parsed.tree = build_tree(lexed);
  parsed.warnings = std::move(lexed.warnings);
  tidy_warnings(parsed.warnings);
  return parsed;
}

}  // namespace dateline

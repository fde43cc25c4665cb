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

bool begins_operand(Kind kind) {
  return kind == Kind::Leaf || kind == Kind::Open || is_prefix(kind);
}

std::string operator_text(Kind kind) {
  switch (kind) {
    case Kind::And: return "AND";
    case Kind::Or: return "OR";
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
      paired.push_back({Kind::Close, 0, {}});
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
    } else if (is_prefix(token.kind) || token.kind == Kind::And || token.kind == Kind::Or) {
      if (kept.empty() || !begins_operand(kept.back().kind)) {
        warnings.push_back(idle_operator(token, "after"));
        continue;
      }
    }
    kept.push_back(std::move(token));
  }
  std::ranges::reverse(kept);
  return kept;
}

/// Without AND and OR that have nothing before them, and without what holds nothing.
std::vector<QueryToken> drop_after_nothing(std::vector<QueryToken> tokens,
                                           std::vector<QueryWarning>& warnings) {
  std::vector<QueryToken> kept;
  for (QueryToken& token : tokens) {
    if (token.kind == Kind::Nothing) {
      continue;
    }
    if (token.kind == Kind::And || token.kind == Kind::Or) {
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

/// Recursive descent over tokens that are well-formed: brackets pair and hold something, every
/// operator has its operands.
class Descent {
 public:
  explicit Descent(std::span<QueryToken> tokens) : tokens_(tokens) {}

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

  /// { NOT | - | + } ( leaf | "(" alternatives ")" ). Two negations demand what they stand before.
  QueryNode read_operand() {
    const std::size_t begin = at_;
    bool negated = false;
    while (is_prefix(tokens_[at_].kind)) {
      negated ^= tokens_[at_].kind != Kind::Plus;
      ++at_;
    }
    const bool has_prefix = at_ != begin;
    const std::size_t offset = tokens_[begin].offset;
    QueryNode operand;
    if (accept(Kind::Open)) {
      operand = read_alternatives();
      ++at_;
    } else {
      operand = std::move(tokens_[at_].leaf);
      ++at_;
    }
    if (!has_prefix) {
      return operand;
    }
    QueryNode node;
    node.kind = negated ? QueryNode::Kind::Not : QueryNode::Kind::Must;
    node.offset = offset;
    node.children.push_back(std::move(operand));
    return node;
  }

  bool accept(Kind kind) {
    const bool is_there = at_ < tokens_.size() && tokens_[at_].kind == kind;
    at_ += is_there ? 1 : 0;
    return is_there;
  }

  std::span<QueryToken> tokens_;
  std::size_t at_ = 0;
};

QueryNode build_tree(QueryTokens& lexed) {
  std::vector<QueryToken> tokens = pair_brackets(std::move(lexed.tokens), lexed.warnings);
  tokens = drop_before_nothing(std::move(tokens), lexed.warnings);
  tokens = drop_after_nothing(std::move(tokens), lexed.warnings);
  if (tokens.empty()) {
    return {};
  }
  QueryNode tree = Descent(tokens).read_alternatives();
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

// Two steps: the leaves of the tree are looked up once, each with its warnings and patterns; then
// the same parts are put together as `all`, `any` and `all_words`.
#include "searcher/query/compiler.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <utility>
#include <vector>

#include "common/text/character.h"
#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "searcher/query/compiler_parts.h"
#include "searcher/query/compiler_words.h"
#include "searcher/query/stop_words.h"

namespace dateline {

namespace {

using Kind = QueryNode::Kind;
using Part = CompiledPart;

// ---- Leaves ----

bool has_apostrophe(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_apostrophe(point.value)) {
      return true;
    }
    at += point.bytes;
  }
  return false;
}

/// A plain word that says nothing beside others.
bool says_nothing(const QueryNode& node) {
  if (node.kind != Kind::Word || node.exact || node.field != nullptr) {
    return false;
  }
  Tokenizer tokenizer(node.text);
  Token token;
  return tokenizer.next(token) && is_stop_word(token.word, has_apostrophe(node.text)) &&
         !tokenizer.next(token);
}

/// Whether an article can be told by words that are more than stop words.
bool has_telling_word(const QueryNode& node) {
  switch (node.kind) {
    case Kind::Not:
    case Kind::Filter:
    case Kind::Dates: return false;
    case Kind::Word:
    case Kind::Wildcard:
    case Kind::Fuzzy:
    case Kind::Phrase:
    case Kind::Near: return !says_nothing(node);
    default: return std::ranges::any_of(node.children, has_telling_word);
  }
}

/// Looks up leaves, and gathers what is to be said and highlighted.
class Resolver {
 public:
  Resolver(const QueryNode& tree, const QueryContext& context)
      : context_(context), words_(context, warnings), has_telling_words_(has_telling_word(tree)) {}

  Part resolve(const QueryNode& node, bool excluded) {
    Part part{.kind = node.kind, .offset = node.offset};
    switch (node.kind) {
      case Kind::Word:
      case Kind::Wildcard:
      case Kind::Fuzzy:
      case Kind::Phrase:
      case Kind::Near: resolve_words(node, excluded, part); return part;
      case Kind::Filter: resolve_filter(node, excluded, part); return part;
      case Kind::Dates:
        part.is_filter = true;
        part.query = compile_ranges(*node.field, std::array{node.dates});
        return part;
      default: break;
    }
    for (const QueryNode& child : node.children) {
      part.parts.push_back(resolve(child, excluded != (node.kind == Kind::Not)));
    }
    count_repeats(node, part);
    part.is_filter = std::ranges::all_of(
        part.parts, [](const Part& child) { return child.is_filter || child.is_empty; });
    part.is_empty = std::ranges::all_of(part.parts, &Part::is_empty);
    return part;
  }

  std::vector<MatchPattern> patterns;
  std::vector<MatchPattern> names;
  std::vector<QueryWarning> warnings;

 private:
  /// A word that stands beside itself, as it may a thousand times in a long query, is looked for
  /// once and weighs so much more.
  static void count_repeats(const QueryNode& node, Part& part) {
    std::map<std::tuple<std::string_view, const Field*, bool>, std::vector<Part*>> same;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const QueryNode& child = node.children[i];
      if (child.kind == Kind::Word && !part.parts[i].is_empty) {
        same[{child.text, child.field, child.exact}].push_back(&part.parts[i]);
      }
    }
    for (const auto& [word, parts] : same) {
      if (parts.size() > 1) {
        parts.front()->query = weigh(parts.front()->query, parts.size());
        std::for_each(parts.begin() + 1, parts.end(),
                      [](Part* repeat) { repeat->is_empty = true; });
      }
    }
  }

  void resolve_words(const QueryNode& node, bool excluded, Part& part) {
    std::optional<CompiledWords> words = words_.compile(node);
    part.is_empty = !words.has_value();
    if (part.is_empty) {
      return;
    }
    part.query = says_nothing(node) && has_telling_words_ ? without_weight(words->query)
                                                          : std::move(words->query);
    part.patterns = std::move(words->patterns);
    if (!excluded) {
      std::ranges::for_each(part.patterns, [this](const auto& pattern) { add_pattern(pattern); });
    }
  }

  void resolve_filter(const QueryNode& node, bool excluded, Part& part) {
    const std::size_t said = warnings.size();
    CompiledFilter filter = compile_filter(*node.field, std::array{node.text}, context_, warnings);
    for (std::size_t i = said; i < warnings.size(); ++i) {
      warnings[i].offset = node.offset;
    }
    part.is_filter = true;
    part.query = std::move(filter.query);
    part.entities = std::move(filter.entities);
    if (!excluded) {
      names.insert(names.end(), std::make_move_iterator(filter.names.begin()),
                   std::make_move_iterator(filter.names.end()));
    }
  }

  /// Once each, however often a word stands in the query.
  void add_pattern(const MatchPattern& pattern) {
    std::string key = (pattern.field != nullptr ? std::string(pattern.field->name) : "") + '\n' +
                      std::to_string(pattern.window);
    for (const PatternWord& word : pattern.words) {
      key += word.follows ? "\n+" : "\n";
      for (const std::string& stem : word.stems) {
        key += stem + ' ';
      }
      key += '=';
      for (const std::string& form : word.words) {
        key += form + ' ';
      }
    }
    if (known_.insert(std::move(key)).second) {
      patterns.push_back(pattern);
    }
  }

  const QueryContext& context_;
  WordCompiler words_;
  bool has_telling_words_;
  std::unordered_set<std::string> known_;
};

// ---- Trees ----

enum class Together { All, Any };

Xapian::Query build(const Part& part, Together mode);

/// What an article must have (`demanded`), what is enough or adds to its score (`optional`), and
/// what it must not have.
struct Demands {
  Queries demanded;
  Queries optional;
  Queries filters;
  Queries excluded;

  void add(const Part& part, bool is_optional, Together mode) {
    if (part.kind == Kind::Not) {
      // What is excluded is excluded whole, however words side by side are read.
      excluded.push_back(build(part.parts.front(), Together::All));
    } else if (part.is_filter) {
      filters.push_back(build(part, mode));
    } else {
      (is_optional && part.kind != Kind::Must ? optional : demanded).push_back(build(part, mode));
    }
  }

  Xapian::Query query() const {
    Queries needed = demanded;
    if (needed.empty() && !optional.empty()) {
      needed.push_back(join(Xapian::Query::OP_OR, optional));
    } else if (!optional.empty()) {
      Queries optional_and_must = optional;
      // Not OP_AND_MAYBE: Xapian 1.4 then gives weight to phrases that do not match.
      const Xapian::Query must = join(Xapian::Query::OP_AND, demanded);
      optional_and_must.push_back(must);
      needed = {Xapian::Query(Xapian::Query::OP_FILTER,
                              join(Xapian::Query::OP_OR, optional_and_must), must)};
    }
    needed.insert(needed.end(), filters.begin(), filters.end());
    Xapian::Query positive = needed.empty() ? match_all() : join(Xapian::Query::OP_AND, needed);
    if (excluded.empty()) {
      return positive;
    }
    return {Xapian::Query::OP_AND_NOT, positive, join(Xapian::Query::OP_OR, excluded)};
  }
};

Xapian::Query build(const Part& part, Together mode) {
  if (part.parts.empty()) {
    return part.query;
  }
  if (part.kind == Kind::Or) {
    Queries sides;
    for (const Part& side : part.parts) {
      if (!side.is_empty) {
        sides.push_back(build(side, mode));
      }
    }
    return join(Xapian::Query::OP_OR, sides);
  }
  if (part.kind == Kind::Must) {
    return build(part.parts.front(), mode);
  }
  Demands demands;
  if (part.kind == Kind::Not) {
    demands.add(part, false, mode);
    return demands.query();
  }
  for (const Part& child : part.parts) {
    if (!child.is_empty) {
      demands.add(child, part.kind == Kind::Together && mode == Together::Any, mode);
    }
  }
  return demands.query();
}

/// Whether words stand side by side anywhere that is not excluded, so that one could be enough.
bool has_choice(const Part& part) {
  if (part.kind == Kind::Not || part.is_empty) {
    return false;
  }
  std::size_t optional = 0;
  std::size_t demanded = 0;
  for (const Part& child : part.parts) {
    if (!child.is_filter && !child.is_empty && child.kind != Kind::Not) {
      ++(child.kind == Kind::Must ? demanded : optional);
    }
  }
  if (part.kind == Kind::Together && optional > 0 && optional + demanded > 1) {
    return true;
  }
  return std::ranges::any_of(part.parts, has_choice);
}

/// The part without the filters that every article must pass; nothing when it has no other.
std::optional<Part> words_of(const Part& part) {
  if (part.is_filter || part.is_empty) {
    return std::nullopt;
  }
  if (part.kind != Kind::Together && part.kind != Kind::And && part.kind != Kind::Must) {
    return part;
  }
  Part words{.kind = part.kind};
  for (const Part& child : part.parts) {
    if (std::optional<Part> kept = words_of(child)) {
      words.parts.push_back(std::move(*kept));
    }
  }
  return words;
}

}  // namespace

CompiledQuery compile_query(const QueryNode& tree, const QueryContext& context) {
  Resolver resolver(tree, context);
  CompiledQuery compiled;
  compiled.whole = resolver.resolve(tree, false);
  if (!compiled.whole.is_empty) {
    compiled.all = build(compiled.whole, Together::All);
    compiled.any = build(compiled.whole, Together::Any);
    const std::optional<Part> words = words_of(compiled.whole);
    compiled.all_words = words ? build(*words, Together::All) : match_all();
    compiled.any_differs = has_choice(compiled.whole);
  }
  compiled.patterns = std::move(resolver.patterns);
  compiled.names = std::move(resolver.names);
  compiled.warnings = std::move(resolver.warnings);
  return compiled;
}

Xapian::Query query_of(const CompiledPart& part) {
  return part.is_empty ? match_nothing() : build(part, Together::All);
}

}  // namespace dateline

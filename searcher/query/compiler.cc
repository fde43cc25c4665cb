// Two steps: the leaves of the tree are looked up once, each with its warnings and patterns; then
// the same parts are put together as `all`, `any` and `all_words`.
#include "searcher/query/compiler.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include "common/archive/slot_codec.h"
#include "common/field.h"
#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "common/text/stemmer.h"
#include "searcher/query/words.h"

namespace dateline {

namespace {

using Kind = QueryNode::Kind;
using Queries = std::vector<Xapian::Query>;

/// More months than this are found faster by the day in the value slot.
constexpr std::size_t max_month_terms = 24;
/// So many of the names that a value was read as stand in the warning.
constexpr std::size_t max_names_said = 3;

// Xapian's own constants are shared between threads, and their counts of references are not made
// for that; hence functions.
Xapian::Query match_all() {
  const std::string no_term;
  return {no_term};
}
Xapian::Query match_nothing() {
  return {};
}

/// One query for many, as flat as they are: a chain of thousands would exhaust the stack.
Xapian::Query join(Xapian::Query::op op, const Queries& queries) {
  return queries.size() == 1 ? queries.front() : Xapian::Query(op, queries.begin(), queries.end());
}

Xapian::Query without_weight(const Xapian::Query& query) {
  return {Xapian::Query::OP_SCALE_WEIGHT, query, 0.0};
}

/// Any of these stems at one place.
Xapian::Query any_stem(const Stems& stems, std::string_view prefix, Xapian::Query::op op) {
  Queries terms;
  for (const std::string& stem : stems) {
    terms.emplace_back(make_term(prefix, stem));
  }
  return join(op, terms);
}

Xapian::Query compile_words(const QueryWords& words, std::string_view prefix) {
  if (words.words.size() == 1) {
    // As one word: a stem that is rare in the archive because it is another language's must not
    // weigh more.
    return any_stem(words.words.front(), prefix, Xapian::Query::OP_SYNONYM);
  }
  Queries places;
  for (const Stems& stems : words.words) {
    places.push_back(any_stem(stems, prefix, Xapian::Query::OP_OR));
  }
  Xapian::Query phrase(Xapian::Query::OP_PHRASE, places.begin(), places.end(),
                       static_cast<Xapian::termcount>(places.size()));
  if (words.run_together.empty()) {
    return phrase;
  }
  return {Xapian::Query::OP_OR, phrase,
          any_stem(words.run_together, prefix, Xapian::Query::OP_SYNONYM)};
}

// ---- Filters ----

std::string in_quotes(std::string_view text) {
  return "'" + std::string(text) + "'";
}

/// Whether one of the entities has this very name, but for case and accents.
bool is_name_of(std::string_view value, std::span<const EntityId> entities, const EntityMap& map) {
  const auto is_it = [value, folded = fold_name(value)](std::string_view name) {
    return name == value || fold_name(name) == folded;
  };
  return std::ranges::any_of(entities, [&](EntityId entity) {
    return is_it(map.shown(entity)) || std::ranges::any_of(map.names_of(entity), [&](NameId name) {
             return is_it(map.names().text(name));
           });
  });
}

std::string list_of(std::span<const EntityId> entities, const EntityMap& map) {
  std::string list;
  const std::size_t said = std::min(entities.size(), max_names_said);
  for (std::size_t i = 0; i < said; ++i) {
    const bool is_last = i + 1 == entities.size();
    list += i == 0 ? "" : is_last ? " or " : ", ";
    list += in_quotes(map.shown(entities[i]));
  }
  if (said < entities.size()) {
    list += " or " + std::to_string(entities.size() - said) + " more";
  }
  return list;
}

void append_name_terms(const Field& field, const std::string& value, const QueryContext& context,
                       Queries& terms, std::vector<QueryWarning>& warnings) {
  const EntityMap& map = context.entities;
  const std::vector<EntityId> entities = map.find_entities(*field.name_type, value);
  if (entities.empty()) {
    warnings.push_back(
        {0, "no article has the " + std::string(field.name) + " " + in_quotes(value)});
    return;
  }
  if (!is_name_of(value, entities, map)) {
    warnings.push_back({0, "no " + std::string(field.name) + " is called just " + in_quotes(value) +
                               "; it is read as " + list_of(entities, map)});
  }
  for (const EntityId entity : entities) {
    for (const NameId name : map.names_of(entity)) {
      // Names keep the terms of the type they were found with.
      const std::string_view prefix = field_of(map.names().type(name)).prefix;
      terms.emplace_back(make_term(prefix, map.names().text(name)));
    }
  }
}

void append_language_term(const Field& field, const std::string& value, const QueryContext& context,
                          Queries& terms, std::vector<QueryWarning>& warnings) {
  const Language* const language = find_language(value);
  if (language == nullptr) {
    warnings.push_back({0, in_quotes(value) + " is not a language that is known here"});
  } else if (std::ranges::find(context.languages, language->code) == context.languages.end()) {
    warnings.push_back({0, "no article is in the language " + in_quotes(value)});
  } else {
    terms.emplace_back(make_term(field.prefix, language->code));
  }
}

// ---- Dates ----

/// The months of a range that begins with a month, ends with one, and has but a few, each by its
/// first day; else none.
std::vector<Date> whole_months(const DateRange& range) {
  const std::chrono::year_month_day first{range.first};
  const std::chrono::year_month_day past{range.last + std::chrono::days{1}};
  if (first.day() != std::chrono::day{1} || past.day() != std::chrono::day{1}) {
    return {};
  }
  const std::chrono::year_month end = past.year() / past.month();
  std::vector<Date> months;
  for (auto month = first.year() / first.month(); month < end; month += std::chrono::months{1}) {
    if (months.size() == max_month_terms) {
      return {};
    }
    months.push_back(month / std::chrono::day{1});
  }
  return months;
}

Xapian::Query compile_range(const DateRange& range) {
  if (range.last < range.first) {
    return match_nothing();
  }
  const std::vector<Date> months = whole_months(range);
  if (months.empty()) {
    return {Xapian::Query::OP_VALUE_RANGE, static_cast<Xapian::valueno>(Slot::Date),
            pack_date(range.first), pack_date(range.last)};
  }
  Queries terms;
  for (const Date month : months) {
    terms.emplace_back(month_term(month));
  }
  return join(Xapian::Query::OP_OR, terms);
}

/// The terms of the largest periods that together are a range. Whatever period lies within the
/// range lies within one of them, and an article has the terms of all periods that hold one of its
/// own: so these few decide exactly.
void append_mentioned_terms(DateRange range, Queries& terms) {
  range.first = std::max(range.first, days_of({.year = first_named_year}).first);
  range.last = std::min(range.last, days_of({.year = last_named_year}).last);
  while (range.first <= range.last) {
    Period period = day_period(range.first);
    Date last = range.first;
    const auto widen = [&](const Period& wider, Date end) {
      const bool fits = days_of(wider).first == range.first && end <= range.last;
      if (fits) {
        period = wider;
        last = end;
      }
      return fits;
    };
    const Period month{.year = period.year, .month = period.month};
    const Period year{.year = period.year};
    const bool is_year = widen(month, days_of(month).last) && widen(year, days_of(year).last);
    const bool is_decade =
        is_year && year.year % 10 == 0 && widen(year, days_of({.year = year.year + 9}).last);
    terms.emplace_back(is_decade ? mentioned_decade_term(period.year) : mentioned_term(period));
    range.first = last + std::chrono::days{1};
  }
}

Xapian::Query compile_ranges(const Field& field, std::span<const DateRange> ranges) {
  return field.prefix.empty() ? compile_dates(ranges) : compile_mentioned(ranges);
}

// ---- Leaves ----

/// A node of the tree with its leaves looked up, and without what holds no word.
struct Part {
  Kind kind = Kind::Together;
  bool is_filter = false;  ///< it and all below it are filters and dates
  Xapian::Query query;     ///< of a leaf
  std::vector<Part> parts;
};

/// Looks up leaves, and gathers what is to be said and highlighted.
class Resolver {
 public:
  explicit Resolver(const QueryContext& context) : context_(context) {}

  std::optional<Part> resolve(const QueryNode& node, bool excluded) {
    switch (node.kind) {
      case Kind::Word:
      case Kind::Phrase: return resolve_words(node, excluded);
      case Kind::Filter: return resolve_filter(node);
      case Kind::Dates:
        return Part{node.kind, true, compile_ranges(*node.field, std::array{node.dates}), {}};
      default: break;
    }
    Part part{node.kind, true, {}, {}};
    for (const QueryNode& child : node.children) {
      if (auto resolved = resolve(child, excluded != (node.kind == Kind::Not))) {
        part.is_filter = part.is_filter && resolved->is_filter;
        part.parts.push_back(std::move(*resolved));
      }
    }
    return part.parts.empty() ? std::nullopt : std::optional(std::move(part));
  }

  std::vector<MatchPattern> patterns;
  std::vector<QueryWarning> warnings;

 private:
  std::optional<Part> resolve_words(const QueryNode& node, bool excluded) {
    QueryWords words = read_words(node.text, context_.languages, stemmers_);
    if (words.words.empty()) {
      return std::nullopt;
    }
    if (node.kind == Kind::Phrase) {
      words.run_together.clear();  // a quoted compound is asked for as it is written
    }
    const std::string_view prefix = node.field != nullptr ? node.field->prefix : stem_prefix;
    Part part{node.kind, false, compile_words(words, prefix), {}};
    if (!excluded) {
      if (!words.run_together.empty()) {
        add_pattern({{words.run_together}, node.field});
      }
      add_pattern({std::move(words.words), node.field});
    }
    return part;
  }

  std::optional<Part> resolve_filter(const QueryNode& node) {
    const std::size_t said = warnings.size();
    Part part{node.kind,
              true,
              compile_filter(*node.field, std::array{node.text}, context_, warnings),
              {}};
    for (std::size_t i = said; i < warnings.size(); ++i) {
      warnings[i].offset = node.offset;
    }
    return part;
  }

  /// Once each, however often a word stands in the query.
  void add_pattern(MatchPattern pattern) {
    std::string key(pattern.field != nullptr ? pattern.field->name : "");
    for (const Stems& stems : pattern.words) {
      key += '\n';
      for (const std::string& stem : stems) {
        key += stem + ' ';
      }
    }
    if (known_.insert(std::move(key)).second) {
      patterns.push_back(std::move(pattern));
    }
  }

  const QueryContext& context_;
  StemmerSet stemmers_;
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
      needed = {Xapian::Query(Xapian::Query::OP_AND_MAYBE, join(Xapian::Query::OP_AND, demanded),
                              join(Xapian::Query::OP_OR, optional))};
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
      sides.push_back(build(side, mode));
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
    demands.add(child, part.kind == Kind::Together && mode == Together::Any, mode);
  }
  return demands.query();
}

/// Whether words stand side by side anywhere that is not excluded, so that one could be enough.
bool has_choice(const Part& part) {
  if (part.kind == Kind::Not) {
    return false;
  }
  std::size_t optional = 0;
  std::size_t demanded = 0;
  for (const Part& child : part.parts) {
    if (!child.is_filter && child.kind != Kind::Not) {
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
  if (part.is_filter) {
    return std::nullopt;
  }
  if (part.kind != Kind::Together && part.kind != Kind::And && part.kind != Kind::Must) {
    return part;
  }
  Part words{part.kind, false, part.query, {}};
  for (const Part& child : part.parts) {
    if (std::optional<Part> kept = words_of(child)) {
      words.parts.push_back(std::move(*kept));
    }
  }
  return words;
}

}  // namespace

Xapian::Query compile_filter(const Field& field, std::span<const std::string> values,
                             const QueryContext& context, std::vector<QueryWarning>& warnings) {
  Queries terms;
  for (const std::string& value : values) {
    if (field.kind == FieldKind::Name) {
      append_name_terms(field, value, context, terms, warnings);
    } else {
      append_language_term(field, value, context, terms, warnings);
    }
  }
  return terms.empty() ? match_nothing() : without_weight(join(Xapian::Query::OP_OR, terms));
}

Xapian::Query compile_dates(std::span<const DateRange> ranges) {
  Queries queries;
  for (const DateRange& range : ranges) {
    queries.push_back(compile_range(range));
  }
  return queries.empty() ? match_nothing() : without_weight(join(Xapian::Query::OP_OR, queries));
}

Xapian::Query compile_mentioned(std::span<const DateRange> ranges) {
  Queries terms;
  for (const DateRange& range : ranges) {
    append_mentioned_terms(range, terms);
  }
  return terms.empty() ? match_nothing() : without_weight(join(Xapian::Query::OP_OR, terms));
}

CompiledQuery compile_query(const QueryNode& tree, const QueryContext& context) {
  Resolver resolver(context);
  CompiledQuery compiled;
  if (const std::optional<Part> part = resolver.resolve(tree, false)) {
    compiled.all = build(*part, Together::All);
    compiled.any = build(*part, Together::Any);
    const std::optional<Part> words = words_of(*part);
    compiled.all_words = words ? build(*words, Together::All) : match_all();
    compiled.any_differs = has_choice(*part);
  }
  compiled.patterns = std::move(resolver.patterns);
  compiled.warnings = std::move(resolver.warnings);
  return compiled;
}

}  // namespace dateline

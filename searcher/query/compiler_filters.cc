// A filter is the OR of the terms of all names that its values mean.
#include "searcher/query/compiler_filters.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "common/text/analyzer.h"
#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"
#include "searcher/query/compiler_archives.h"
#include "searcher/query/compiler_parts.h"
#include "searcher/query/name_value.h"
#include "searcher/query/shapes.h"

namespace dateline {

namespace {

/// So many of the names that a value was read as stand in the warning.
constexpr std::size_t max_names_said = 3;

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

/// What a value is read as that is not just a name.
std::string reading_of(const Field& field, const std::string& value,
                       std::span<const EntityId> entities, const EntityMap& map) {
  const std::string is_read = " is read as " + list_of(entities, map);
  return has_marks(value) ? in_quotes(value) + is_read
                          : "no " + std::string(field.name) + " is called just " +
                                in_quotes(value) + "; it" + is_read;
}

/// The words of a name in a text, one after the other.
MatchPattern pattern_of(std::string_view name) {
  MatchPattern pattern;
  Tokenizer tokenizer(name);
  for (Token token; tokenizer.next(token);) {
    if (!token.is_compound) {
      pattern.words.push_back({.stems = {}, .words = {std::string(token.word)}});
    }
  }
  return pattern;
}

class FilterCompiler {
 public:
  FilterCompiler(const Field& field, const QueryContext& context,
                 std::vector<QueryWarning>& warnings)
      : field_(field), context_(context), warnings_(warnings) {}

  CompiledFilter compile(std::span<const std::string> values) {
    for (const std::string& value : values) {
      if (field_.kind == FieldKind::Name) {
        add_names(value);
      } else {
        add_language(value);
      }
    }
    result_.query =
        terms_.empty() ? match_nothing() : without_weight(join(Xapian::Query::OP_OR, terms_));
    return std::move(result_);
  }

 private:
  void add_names(const std::string& value) {
    const EntityMap& map = context_.entities;
    const MeantEntities named = find_named(map, *field_.name_type, value);
    if (named.entities.empty()) {
      result_.unknown.push_back(value);
      warn("no article has " + std::string(has_marks(value) ? "a " : "the ") +
           std::string(field_.name) + " " + in_quotes(value));
      return;
    }
    if (!named.is_just_it) {
      warn(reading_of(field_, value, named.entities, map));
    }
    for (const EntityId entity : named.entities) {
      if (entities_.insert(entity).second) {
        result_.entities.push_back(entity);
        for (const NameId name : map.names_of(entity)) {
          add_name(name);
        }
      }
    }
  }

  void add_name(NameId name) {
    const NameDictionary& names = context_.entities.names();
    terms_.push_back(match_name(context_.entities, name));
    MatchPattern pattern = pattern_of(names.text(name));
    if (!pattern.words.empty() && field_.name_type != NameType::Source) {
      result_.names.push_back(std::move(pattern));
    }
  }

  void add_language(const std::string& value) {
    const Language* const language = find_language(value);
    if (language == nullptr) {
      warn(in_quotes(value) + " is not a language that is known here");
    } else if (std::ranges::find(context_.languages, language->code) == context_.languages.end()) {
      warn("no article is in the language " + in_quotes(value));
    } else {
      terms_.emplace_back(make_term(field_.prefix, language->code));
      return;
    }
    result_.unknown.push_back(value);
  }

  void warn(std::string message) { warnings_.push_back({0, std::move(message)}); }

  const Field& field_;
  const QueryContext& context_;
  std::vector<QueryWarning>& warnings_;
  Queries terms_;
  std::unordered_set<EntityId> entities_;
  CompiledFilter result_;
};

}  // namespace

CompiledFilter compile_filter(const Field& field, std::span<const std::string> values,
                              const QueryContext& context, std::vector<QueryWarning>& warnings) {
  return FilterCompiler(field, context, warnings).compile(values);
}

}  // namespace dateline

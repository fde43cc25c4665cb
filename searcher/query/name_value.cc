// Compares the words of a value with those of every name.
#include "searcher/query/name_value.h"

#include <algorithm>
#include <optional>

#include "common/text/character.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "searcher/query/marks.h"
#include "searcher/query/sound.h"
#include "searcher/query/word_pattern.h"

namespace dateline {

namespace {

/// Whether one of the entities has this very name; in `folded` form, when that is not empty.
bool is_name_of(std::string_view value, std::string_view folded,
                const std::vector<EntityId>& entities, const EntityMap& map) {
  const auto is_it = [&](std::string_view name) {
    return name == value || (!folded.empty() && fold_name(name) == folded);
  };
  return std::ranges::any_of(entities, [&](EntityId entity) {
    return is_it(map.shown(entity)) || std::ranges::any_of(map.names_of(entity), [&](NameId name) {
             return is_it(map.names().text(name));
           });
  });
}

/// The words of a value as those of a folded name are, but with wildcards.
std::vector<std::string> words_with_wildcards(std::string_view value) {
  const std::string folded = fold(value);
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = code_point_at(folded, at);
    if (is_word_character(point.value) || is_wildcard(folded[at])) {
      words.back().append(folded, at, point.bytes);
    } else if (point.value != U'.' && !is_apostrophe(point.value) && !words.back().empty()) {
      words.emplace_back();
    }
    at += point.bytes;
  }
  std::erase_if(words,
                [](const std::string& word) { return std::ranges::all_of(word, is_wildcard); });
  return words;
}

std::vector<WordPattern> patterns_of(std::string_view value) {
  std::vector<WordPattern> patterns;
  while (!value.empty()) {
    const std::string_view run = value.substr(0, value.find(' '));
    value.remove_prefix(std::min(run.size() + 1, value.size()));
    const MarkedWord marked = read_fuzzy_mark(run);
    for (std::string& word : words_with_wildcards(marked.word)) {
      WordPattern& pattern = patterns.emplace_back();
      if (std::ranges::any_of(word, is_wildcard)) {
        pattern.kind = WordPattern::Kind::Wildcard;
      } else if (marked.distance) {
        pattern.kind = WordPattern::Kind::Fuzzy;
        pattern.distance = fuzzy_distance(marked, word);
      }
      pattern.text = std::move(word);
    }
  }
  return patterns;
}

std::vector<std::string_view> words_of(std::string_view folded_name) {
  std::vector<std::string_view> words;
  while (!folded_name.empty()) {
    words.push_back(folded_name.substr(0, folded_name.find(' ')));
    folded_name.remove_prefix(std::min(words.back().size() + 1, folded_name.size()));
  }
  return words;
}

/// The entities of a type that have a name which passes the test.
template <typename Test>
std::vector<EntityId> entities_where(const EntityMap& map, NameType type, Test is_meant) {
  std::vector<EntityId> found;
  std::vector<bool> seen(map.id_limit());
  const auto passes = [&](std::string_view name) {
    const std::string folded = fold_name(name);
    return is_meant(words_of(folded));
  };
  std::vector<bool> is_found(map.id_limit());
  for (NameId name = 0; name < map.names().size(); ++name) {
    const EntityId entity = map.entity(name);
    if (is_found[entity] || map.type(entity) != type || map.is_hidden(entity)) {
      continue;
    }
    // By what it is shown as it is looked for once; that may be no name of an article.
    const bool is_first = !seen[entity];
    seen[entity] = true;
    is_found[entity] = passes(map.names().text(name)) || (is_first && passes(map.shown(entity)));
    if (is_found[entity]) {
      found.push_back(entity);
    }
  }
  std::ranges::sort(found);
  return found;
}

/// Those that have a name with a word for each of these; none for none.
template <typename Matcher>
std::vector<EntityId> entities_with_words(const EntityMap& map, NameType type,
                                          std::vector<Matcher>& wanted) {
  if (wanted.empty()) {
    return {};
  }
  return entities_where(map, type, [&](const std::vector<std::string_view>& words) {
    return std::ranges::all_of(wanted, [&](Matcher& matcher) {
      return std::ranges::any_of(words,
                                 [&](std::string_view word) { return matcher.matches(word); });
    });
  });
}

std::vector<EntityId> find_by_sound(const EntityMap& map, NameType type, std::string_view value) {
  std::vector<SoundMatcher> wanted;
  const std::string folded = fold_name(value);
  for (const std::string_view word : words_of(folded)) {
    wanted.emplace_back(word);
  }
  return entities_with_words(map, type, wanted);
}

std::vector<EntityId> find_by_patterns(const EntityMap& map, NameType type,
                                       std::string_view value) {
  std::vector<WordMatcher> wanted;
  for (const WordPattern& pattern : patterns_of(value)) {
    wanted.emplace_back(pattern);
  }
  return entities_with_words(map, type, wanted);
}

}  // namespace

bool has_marks(std::string_view value) {
  return value.find_first_of("*?~") != std::string_view::npos;
}

MeantEntities find_named(const EntityMap& map, NameType type, std::string_view value) {
  MeantEntities named{map.find_entities(type, value), false};
  if (!has_marks(value)) {
    named.is_just_it = is_name_of(value, fold_name(value), named.entities, map);
    return named;
  }
  named.is_just_it = is_name_of(value, {}, named.entities, map);
  if (!named.is_just_it) {
    named.entities = value.starts_with('~') ? find_by_sound(map, type, value.substr(1))
                                            : find_by_patterns(map, type, value);
  }
  return named;
}

}  // namespace dateline

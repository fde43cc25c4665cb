// Looks up names by the words they have.
#include "searcher/prompt/archive_words.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "common/text/fold.h"
#include "searcher/match/entity_list.h"
#include "searcher/match/vocabulary.h"

namespace dateline {

namespace {

constexpr std::size_t no_limit = 1'000'000'000;

}  // namespace

CompletionSource ArchiveWords::source() {
  return {
      [this](NameType type, std::string_view beginning) { return find_names(type, beginning); },
      [this](std::string_view beginning) { return find_words(beginning); },
      [this] {
        const auto languages = archive_.reader().languages();
        return std::vector<std::string>(languages.begin(), languages.end());
      },
  };
}

const std::vector<ArchiveWords::KnownName>& ArchiveWords::names_of(NameType type) {
  ArchiveReader& reader = archive_.reader();
  const auto place = static_cast<std::size_t>(type);
  std::vector<KnownName>& names = names_.at(place);
  if (openings_.at(place) != archive_.openings()) {
    EntityRequest request;
    request.types = {type};
    request.limit = no_limit;
    const EntityList list = list_entities(reader, request);
    names.clear();
    for (const ListedEntity& entity : list.entities) {
      KnownName known{entity.name, "\n " + fold_name(entity.name)};
      for (const NameCount& variant : entity.variants) {
        known.folded += "\n " + fold_name(variant.name);
      }
      names.push_back(std::move(known));
    }
    openings_.at(place) = archive_.openings();
  }
  return names;
}

std::vector<std::string> ArchiveWords::find_names(NameType type, std::string_view beginning) {
  const std::string wanted = " " + fold_name(beginning);
  std::vector<std::string> found;
  for (const KnownName& known : names_of(type)) {
    if (known.folded.find(wanted) != std::string::npos) {
      found.push_back(known.shown);
      if (found.size() == max_completions) {
        break;
      }
    }
  }
  return found;
}

std::vector<std::string> ArchiveWords::find_words(std::string_view beginning) {
  constexpr std::size_t min_bytes = 2;  // a letter begins too many words to choose from
  const std::string folded = fold(beginning);
  if (folded.size() < min_bytes || folded.find_first_of("*?") != std::string::npos) {
    return {};
  }
  std::vector<std::string> words;
  ArchiveReader& reader = archive_.reader();
  reader.consistently([&] {
    FoundWords found = vocabulary_of(reader).find_words(
        {.kind = WordPattern::Kind::Wildcard, .text = folded + "*"}, max_completions);
    std::ranges::stable_sort(found.words, std::ranges::greater(), &VocabularyWord::articles);
    words.clear();
    for (const VocabularyWord& word : found.words) {
      words.emplace_back(word.text);
    }
  });
  return words;
}

}  // namespace dateline

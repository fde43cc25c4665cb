// Looks words up among the exact terms and the stems of an archive.
#include "searcher/query/vocabulary.h"

#include <algorithm>

namespace dateline {

namespace {

using Terms = std::vector<CountedTerm>;

const CountedTerm* find_term(const Terms& terms, std::string_view text) {
  const auto found = std::ranges::lower_bound(terms, text, {}, &CountedTerm::text);
  return found != terms.end() && found->text == text ? &*found : nullptr;
}

/// The terms that begin with `prefix`.
std::span<const CountedTerm> terms_with(const Terms& terms, std::string_view prefix) {
  const auto first = std::ranges::lower_bound(terms, prefix, {}, &CountedTerm::text);
  const auto last = std::find_if_not(first, terms.end(), [prefix](const CountedTerm& term) {
    return term.text.starts_with(prefix);
  });
  return {first, last};
}

FoundWords most_frequent(std::vector<VocabularyWord> words, std::size_t most) {
  FoundWords found{{}, words.size()};
  if (words.size() > most) {
    std::ranges::sort(words, [](const VocabularyWord& a, const VocabularyWord& b) {
      return a.articles != b.articles ? a.articles > b.articles : a.text < b.text;
    });
    words.resize(most);
  }
  std::ranges::sort(words, {}, &VocabularyWord::text);
  found.words = std::move(words);
  return found;
}

}  // namespace

ArchiveVocabulary::ArchiveVocabulary(Terms exact, Terms stems, std::vector<std::string> languages,
                                     StandsAlone stands_alone)
    : exact_(std::move(exact)),
      stems_(std::move(stems)),
      languages_(std::move(languages)),
      stands_alone_(std::move(stands_alone)) {}

std::uint32_t ArchiveVocabulary::articles(std::string_view word) {
  const CountedTerm* const stem = find_term(stems_, word);
  const std::uint32_t sure = count_surely(find_term(exact_, word), stem);
  return sure > 0 || stem == nullptr ? sure : count_in_doubt(word);
}

FoundWords ArchiveVocabulary::find_words(const WordPattern& pattern, std::size_t most) {
  WordMatcher matcher(pattern);
  const std::span<const CountedTerm> all_exact = terms_with(exact_, matcher.prefix());
  const std::span<const CountedTerm> all_stems = terms_with(stems_, matcher.prefix());
  std::vector<VocabularyWord> words;
  std::vector<std::string_view> in_doubt;
  auto exact = all_exact.begin();
  auto stem = all_stems.begin();
  while (exact != all_exact.end() || stem != all_stems.end()) {
    const bool has_exact =
        exact != all_exact.end() && (stem == all_stems.end() || exact->text <= stem->text);
    const bool has_stem =
        stem != all_stems.end() && (exact == all_exact.end() || stem->text <= exact->text);
    const std::string_view text = has_exact ? exact->text : stem->text;
    if (matcher.matches(text)) {
      const std::uint32_t articles =
          count_surely(has_exact ? &*exact : nullptr, has_stem ? &*stem : nullptr);
      if (articles > 0) {
        words.push_back({text, articles});
      } else {
        in_doubt.push_back(text);
      }
    }
    exact += has_exact ? 1 : 0;
    stem += has_stem ? 1 : 0;
  }
  // What is in doubt is in few articles by itself.
  for (std::size_t i = 0; i < in_doubt.size() && words.size() < most; ++i) {
    if (const std::uint32_t articles = count_in_doubt(in_doubt[i]); articles > 0) {
      words.push_back({in_doubt[i], articles});
    }
  }
  return most_frequent(std::move(words), most);
}

std::span<const std::string_view> ArchiveVocabulary::words_of_stem(std::string_view language,
                                                                   std::string_view stem) {
  const StemTable& table = table_of(language);
  const auto found = std::ranges::lower_bound(
      table.stems, stem, {}, [](const auto& entry) { return std::string_view(entry.first); });
  if (found == table.stems.end() || found->first != stem) {
    return {};
  }
  const auto next = std::next(found);
  const std::size_t end = next == table.stems.end() ? table.words.size() : next->second;
  return std::span(table.words).subspan(found->second, end - found->second);
}

const ArchiveVocabulary::StemTable& ArchiveVocabulary::table_of(std::string_view language) {
  const auto known = tables_.find(language);
  if (known != tables_.end()) {
    return known->second;
  }
  std::vector<std::pair<std::string, std::string_view>> stemmed;
  Stemmer& stemmer = stemmers_.of(language);
  for (const CountedTerm& word : exact_) {
    const std::string_view stem = stemmer.compute_stem(word.text);
    if (stem != word.text) {
      stemmed.emplace_back(stem, word.text);
    }
  }
  std::ranges::sort(stemmed);
  StemTable table;
  for (auto& [stem, word] : stemmed) {
    if (table.stems.empty() || table.stems.back().first != stem) {
      table.stems.emplace_back(std::move(stem), table.words.size());
    }
    table.words.push_back(word);
  }
  return tables_.emplace(language, std::move(table)).first->second;
}

/// How many articles surely have the word that is this exact term, or this stem, or both.
std::uint32_t ArchiveVocabulary::count_surely(const CountedTerm* exact, const CountedTerm* stem) {
  const std::uint32_t articles = exact != nullptr ? exact->articles : 0;
  if (stem == nullptr) {
    return articles;
  }
  // An article with the stem has another word of that stem, or this word alone.
  std::uint64_t of_others = 0;
  for (const std::string& language : languages_) {
    for (const std::string_view other : words_of_stem(language, stem->text)) {
      of_others += find_term(exact_, other)->articles;
    }
  }
  const bool stands_alone = stem->articles > of_others;
  return articles + (stands_alone ? stem->articles - static_cast<std::uint32_t>(of_others) : 0);
}

/// Of a stem that is no exact word, and that other words may account for.
std::uint32_t ArchiveVocabulary::count_in_doubt(std::string_view stem) {
  const auto asked = asked_.find(stem);
  if (asked != asked_.end()) {
    return asked->second;
  }
  const bool is_word = std::ranges::any_of(languages_, [&](const std::string& language) {
    return stemmers_.of(language).compute_stem(stem) == stem &&
           stands_alone_(language, stem, words_of_stem(language, stem));
  });
  return asked_.emplace(stem, is_word ? 1 : 0).first->second;
}

}  // namespace dateline

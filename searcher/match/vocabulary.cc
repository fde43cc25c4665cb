// Walks over the terms that have no prefix, and over the stems.
#include "searcher/match/vocabulary.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "common/field.h"
#include "common/text/analyzer.h"
#include "common/text/tokenizer.h"
#include "searcher/match/archive_state.h"
#include "searcher/match/boolean_match.h"

namespace dateline {

namespace {

/// Prefixes begin with a capital letter, words never do.
constexpr std::string_view first_prefix = "A";
constexpr std::string_view behind_prefixes = "[";

/// Adds the terms from one on and before another, without their prefix. What is too long for a term
/// ends in "#" and a digest, and is no word.
void append_terms(const Xapian::Database& database, std::string_view from, std::string_view before,
                  std::size_t prefix_bytes, std::vector<CountedTerm>& terms) {
  auto term = database.allterms_begin();
  term.skip_to(std::string(from));
  for (; term != database.allterms_end(); ++term) {
    std::string text = *term;
    if (!before.empty() && text >= before) {
      return;
    }
    if (text.find('#') == std::string::npos) {
      text.erase(0, prefix_bytes);
      terms.push_back({std::move(text), static_cast<std::uint32_t>(term.get_termfreq())});
    }
  }
}

/// Whether an article of a language has a stem and none of these words.
bool stands_alone(const Xapian::Database& database, const std::string& language,
                  std::string_view stem, std::span<const std::string_view> words) {
  std::vector<std::string> terms;
  for (const std::string_view word : words) {
    terms.push_back(make_term(exact_prefix, word));
  }
  const Xapian::Query in_language(make_term(find_field("language")->prefix, language));
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(
      {Xapian::Query::OP_AND_NOT,
       {Xapian::Query::OP_FILTER, Xapian::Query(make_term(stem_prefix, stem)), in_language},
       {Xapian::Query::OP_OR, terms.begin(), terms.end()}});
  return !enquire.get_mset(0, 1).empty();
}

/// The documents that have a byline, in order.
std::vector<Xapian::docid> documents_with_byline(const Xapian::Database& database) {
  const std::string prefix(find_field("author")->prefix);
  std::vector<Xapian::docid> documents;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    documents.insert(documents.end(), database.postlist_begin(*term), database.postlist_end(*term));
  }
  std::ranges::sort(documents);
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  return documents;
}

ArchiveVocabulary read_byline_words(const ArchiveReader::State& state) {
  std::map<std::string, std::uint32_t, std::less<>> counts;
  for (const Xapian::docid document : documents_with_byline(state.database)) {
    const Article article = read_article(state.archives[state.archive_of(document)],
                                         state.database.get_document(document));
    std::set<std::string> words;
    Tokenizer tokenizer(article.author);
    for (Token token; tokenizer.next(token);) {
      words.emplace(token.word);
    }
    for (const std::string& word : words) {
      ++counts[word];
    }
  }
  std::vector<CountedTerm> words;
  words.reserve(counts.size());
  for (const auto& [word, articles] : counts) {
    words.push_back({word, articles});
  }
  return {std::move(words), {}, state.languages, {}};
}

}  // namespace

ArchiveVocabulary read_vocabulary(const Xapian::Database& database,
                                  std::vector<std::string> languages) {
  std::vector<CountedTerm> exact;
  append_terms(database, "", first_prefix, 0, exact);
  append_terms(database, behind_prefixes, "", 0, exact);
  std::vector<CountedTerm> stems;
  std::string behind_stems(stem_prefix);
  ++behind_stems.back();
  append_terms(database, stem_prefix, behind_stems, stem_prefix.size(), stems);
  return {std::move(exact), std::move(stems), std::move(languages),
          [database](const std::string& language, std::string_view stem,
                     std::span<const std::string_view> words) {
            return stands_alone(database, language, stem, words);
          }};
}

ArchiveVocabulary& vocabulary_of(ArchiveReader& archive) {
  ArchiveReader::State& state = archive.state();
  if (!state.vocabulary) {
    state.vocabulary = read_vocabulary(state.database, state.languages);
  }
  return *state.vocabulary;
}

ArchiveVocabulary& byline_words_of(ArchiveReader& archive) {
  ArchiveReader::State& state = archive.state();
  if (!state.byline_words) {
    state.byline_words = read_byline_words(state);
  }
  return *state.byline_words;
}

QueryContext context_of(ArchiveReader& archive) {
  return {archive.entities(), archive.languages(),
          [&archive](const Field* field) -> ArchiveVocabulary& {
            return field != nullptr && field->name == "author" ? byline_words_of(archive)
                                                               : vocabulary_of(archive);
          },
          [&archive](const Xapian::Query& query) {
            return matching_documents(archive.state(), query).size();
          }};
}

}  // namespace dateline

// The telling words and names of an article are one query; what that finds is told apart by bodies.
#include "searcher/match/similar.h"

#include <algorithm>
#include <functional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/field.h"
#include "common/text/analyzer.h"
#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "searcher/match/archive_state.h"
#include "searcher/match/copies.h"
#include "searcher/match/ranking.h"
#include "searcher/match/telling_terms.h"
#include "searcher/query/compiler_archives.h"

namespace dateline {

namespace {

/// Of ten similar articles in collections with topics, some seven are of the same topic when they
/// are found by 10 words, eight by 64, and hardly more by 100, which takes longer.
constexpr std::size_t max_stems = 64;
constexpr std::size_t max_names = 16;
/// As telling_terms.cc weighs.
constexpr RankingScheme telling_ranking{.model = RankingModel::Bm25, .k3 = 1};
/// Enough of a text to tell its language.
constexpr std::size_t max_language_bytes = std::size_t{1} << 16;

using Queries = std::vector<Xapian::Query>;

/// What an article is compared by.
struct TellingTerms {
  std::vector<TellingStem> stems;
  std::vector<TellingName> names;
};

TellingTerms find_telling_terms(const ArchiveReader::State& state,
                                const ComparedArticle& compared) {
  // What only the article itself says finds no other.
  const std::size_t min_articles = compared.document ? 2 : 1;
  TellingTerms terms;
  terms.stems = telling_stems(state, compared.article, max_stems, min_articles);
  if (compared.document) {
    std::vector<NameId> names;
    read_name_ids(state, *compared.document, names);
    terms.names = telling_names(state, names, max_names, min_articles);
  }
  return terms;
}

/// The articles that name an entity, all with the same score: the archive knows not how often.
Xapian::Query to_query(const EntityMap& map, const TellingName& name) {
  Queries names;
  for (const NameId id : map.names_of(name.entity)) {
    names.push_back(match_name(map, id));
  }
  Xapian::FixedWeightPostingSource weight(name.weight);  // Xapian keeps a clone
  return {Xapian::Query::OP_FILTER, Xapian::Query(&weight),
          Xapian::Query(Xapian::Query::OP_OR, names.begin(), names.end())};
}

Xapian::Query to_query(const EntityMap& map, const TellingTerms& terms) {
  Queries queries;
  for (const TellingStem& stem : terms.stems) {
    queries.emplace_back(make_term(stem_prefix, stem.stem), stem.wdf);
  }
  for (const TellingName& name : terms.names) {
    queries.push_back(to_query(map, name));
  }
  return {Xapian::Query::OP_OR, queries.begin(), queries.end()};
}

double own_score(const TellingTerms& terms) {
  double score = 0;
  for (const TellingStem& stem : terms.stems) {
    score += stem.weight;
  }
  for (const TellingName& name : terms.names) {
    score += name.weight;
  }
  return score;
}

// ---- What is shown of the terms ----

/// The words of a name, to the letter.
MatchPattern to_pattern(std::string_view name) {
  MatchPattern pattern;
  Tokenizer tokenizer(name);
  Token token;
  while (tokenizer.next(token)) {
    if (!token.is_compound) {
      pattern.words.push_back({.stems = {}, .words = {std::string(token.word)}});
    }
  }
  return pattern;
}

std::vector<MatchPattern> to_patterns(const EntityMap& map, const TellingTerms& terms) {
  std::vector<MatchPattern> patterns;
  for (const TellingName& name : terms.names) {
    for (const NameId id : map.names_of(name.entity)) {
      patterns.push_back(to_pattern(map.names().text(id)));
    }
  }
  for (const TellingStem& stem : terms.stems) {
    patterns.push_back({.words = {{.stems = {stem.stem}, .words = {}}}});
  }
  return patterns;
}

/// The stems as the article first writes words that have them.
std::vector<std::string> words_of(const Article& article, std::span<const TellingStem> stems,
                                  Stemmer& stemmer) {
  std::unordered_map<std::string, std::size_t> places;
  for (const TellingStem& stem : stems) {
    places.emplace(stem.stem, places.size());
  }
  std::vector<std::string> words(stems.size());
  std::size_t missing = words.size();
  for (const std::string_view text :
       {std::string_view(article.title), std::string_view(article.text)}) {
    Tokenizer tokenizer(text);
    Token token;
    while (missing > 0 && tokenizer.next(token)) {
      const auto place = places.find(std::string(stemmer.stem(token.word)));
      if (!token.is_compound && place != places.end() && words[place->second].empty()) {
        words[place->second] = text.substr(token.begin, token.end - token.begin);
        --missing;
      }
    }
  }
  return words;
}

std::vector<std::string> to_words(ArchiveReader::State& state, const Article& article,
                                  const TellingTerms& terms) {
  std::vector<std::pair<double, std::string>> weighed;
  for (const TellingName& name : terms.names) {
    weighed.emplace_back(name.weight, state.entities.shown(name.entity));
  }
  const std::vector<std::string> words =
      words_of(article, terms.stems, state.stemmers.of(article.language));
  for (std::size_t i = 0; i < words.size(); ++i) {
    weighed.emplace_back(terms.stems[i].weight, words[i]);
  }
  std::ranges::stable_sort(weighed, std::greater<>{}, &std::pair<double, std::string>::first);
  std::vector<std::string> sorted;
  sorted.reserve(weighed.size());
  for (auto& [weight, text] : weighed) {
    sorted.push_back(std::move(text));
  }
  return sorted;
}

// ---- Copies ----

/// Articles with the same body: the one to show, and the others in their order.
struct CopyGroup {
  RankedDocument first;
  Shingles shingles;
  std::vector<RankedDocument> others;
};

/// What was found, with the copies told apart.
struct ToldApart {
  std::vector<RankedDocument> copies;  ///< of the article itself
  std::vector<CopyGroup> similar;
};

ToldApart tell_apart(const ArchiveReader::State& state, const ComparedArticle& compared,
                     std::span<const RankedDocument> ranked, double min_score) {
  const Shingles own = shingles_of(compared.article.text);
  ToldApart told_apart;
  for (const RankedDocument& document : ranked) {
    if (document.score < min_score) {
      break;
    }
    if (document.document == compared.document) {
      continue;
    }
    Shingles shingles = shingles_of(read_article(state, document.document).text);
    if (are_copies(own, shingles)) {
      told_apart.copies.push_back(document);
      continue;
    }
    const auto group = std::ranges::find_if(told_apart.similar, [&](const CopyGroup& known) {
      return are_copies(known.shingles, shingles);
    });
    if (group != told_apart.similar.end()) {
      group->others.push_back(document);
    } else {
      told_apart.similar.push_back({document, std::move(shingles), {}});
    }
  }
  return told_apart;
}

/// What is known of a copy beside its hit.
Hit to_copy(ArchiveReader::State& state, const RankedDocument& document) {
  const Highlights nothing{PatternIndex({}), PatternIndex({}), {.count = 0}};
  Hit copy = make_hit(state, document, 1, nothing);
  copy.entities = {};
  return copy;
}

}  // namespace

std::optional<ComparedArticle> find_compared_article(ArchiveReader& archive, std::string_view id) {
  const std::optional<Xapian::docid> document = find_document(archive.state(), id);
  if (!document) {
    return std::nullopt;
  }
  return ComparedArticle{read_article(archive.state(), *document), document};
}

ComparedArticle to_compared_article(ArchiveReader& archive, std::string_view bytes) {
  ArchiveReader::State& state = archive.state();
  ComparedArticle compared;
  compared.article.text = mend_text(decode_text(bytes));
  Article sample = compared.article;
  sample.text.resize(cut_at_character(sample.text, max_language_bytes).size());
  std::size_t most_known = 0;
  for (const std::string& language : state.languages) {
    sample.language = language;
    const std::size_t known = count_known_stems(state, sample);
    if (compared.article.language.empty() || known > most_known) {
      compared.article.language = language;
      most_known = known;
    }
  }
  return compared;
}

SimilarResult match_similar(ArchiveReader& archive, const ComparedArticle& compared,
                            const Narrowing& narrowing, const SearchRequest& request) {
  ArchiveReader::State& state = archive.state();
  const TellingTerms terms = find_telling_terms(state, compared);
  SimilarResult result;
  if (archive.has_several() && compared.document) {
    result.archive = state.archives[state.archive_of(*compared.document)].name;
  }
  result.own_score = own_score(terms);
  result.terms = to_words(state, compared.article, terms);
  const std::vector<RankedDocument> ranked =
      rank_best(state.database, narrow(to_query(state.entities, terms), narrowing), telling_ranking,
                max_similar_articles + 1);
  const ToldApart found = tell_apart(state, compared, ranked, min_similarity * result.own_score);
  const std::vector<MatchPattern> patterns = to_patterns(state.entities, terms);
  const Highlights highlights{
      PatternIndex(patterns), PatternIndex(narrowing.names), {.count = request.snippets}};
  for (const RankedDocument& copy : found.copies) {
    result.copies.push_back(make_hit(state, copy, result.copies.size() + 1, highlights));
  }
  result.total = found.similar.size();
  result.offset = request.offset;
  for (std::size_t i = request.offset;
       i < std::min(found.similar.size(), request.offset + request.limit); ++i) {
    const CopyGroup& group = found.similar[i];
    result.hits.push_back(make_hit(state, group.first, i + 1, highlights));
    for (const RankedDocument& other : group.others) {
      result.hits.back().copies.push_back(to_copy(state, other));
    }
  }
  return result;
}

}  // namespace dateline

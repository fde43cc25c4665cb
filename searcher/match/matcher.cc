// Ranking finds the first hits, and on its way mostly the whole match, which gives total and
// facets.
#include "searcher/match/matcher.h"

#include <algorithm>
#include <utility>

#include "common/field.h"
#include "common/text/analyzer.h"
#include "searcher/match/archive_state.h"
#include "searcher/match/article_values.h"
#include "searcher/match/narrowed_match.h"
#include "searcher/match/ranking.h"
#include "searcher/match/result_facets.h"
#include "searcher/match/snippet.h"
#include "searcher/match/weights.h"

namespace dateline {

namespace {

void sort_each_once(std::vector<std::string>& texts) {
  std::ranges::sort(texts);
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

std::array<std::vector<std::string>, 3> entities_of(const OpenArchive& archive,
                                                    const Xapian::Document& document,
                                                    const EntityMap& map) {
  std::vector<NameId> ids;
  read_name_ids(archive, document, ids);
  std::array<std::vector<std::string>, 3> entities;
  for (const NameId id : ids) {
    const EntityId entity = map.entity(id);
    const NameType type = map.type(entity);
    if (type != NameType::Source && !map.is_hidden(entity)) {
      entities.at(static_cast<std::size_t>(type)).emplace_back(map.shown(entity));
    }
  }
  for (std::vector<std::string>& values : entities) {
    sort_each_once(values);
  }
  return entities;
}

/// The name of its archive, where several are searched.
void add_archive(const ArchiveReader::State& state, Xapian::docid document, Hit& hit) {
  if (state.archives.size() > 1) {
    hit.archive = state.archives[state.archive_of(document)].name;
    hit.shares_id = state.database.get_termfreq(make_term(id_prefix, hit.article.id)) > 1;
  }
}

/// Ranked documents as hits that only know their ids and scores.
std::vector<Hit> make_bare_hits(ArchiveReader::State& state, std::span<const RankedDocument> ranked,
                                std::size_t offset) {
  std::vector<Xapian::docid> numbers(ranked.size());
  std::ranges::transform(ranked, numbers.begin(), &RankedDocument::document);
  std::vector<std::string> ids = values_of(state.database, Slot::Id, numbers);
  std::vector<Hit> hits(ranked.size());
  for (std::size_t i = 0; i < hits.size(); ++i) {
    hits[i].article.id = std::move(ids[i]);
    hits[i].rank = offset + i + 1;
    hits[i].score = ranked[i].score;
    add_archive(state, ranked[i].document, hits[i]);
  }
  return hits;
}

}  // namespace

Hit make_hit(ArchiveReader::State& state, const RankedDocument& ranked, std::size_t rank,
             const Highlights& highlights) {
  const Xapian::Document document = state.database.get_document(ranked.document);
  const OpenArchive& archive = state.archives[state.archive_of(ranked.document)];
  Hit hit;
  hit.rank = rank;
  hit.score = ranked.score;
  hit.article = read_article(archive, document);
  add_archive(state, ranked.document, hit);
  Stemmer& stemmer = state.stemmers.of(hit.article.language);
  const PatternIndex& in_title =
      highlights.patterns.patterns().empty() ? highlights.names : highlights.patterns;
  hit.title = to_fragments(hit.article.title,
                           find_matches(hit.article.title, TextPart::Title, in_title, stemmer));
  hit.author = to_fragments(hit.article.author, find_matches(hit.article.author, TextPart::Author,
                                                             highlights.patterns, stemmer));
  hit.snippets = make_snippets(hit.article.text, highlights.patterns, highlights.names, stemmer,
                               highlights.options);
  hit.entities = entities_of(archive, document, state.entities);
  hit.article.text.clear();
  return hit;
}

bool has_match(ArchiveReader& archive, const Xapian::Query& query) {
  Xapian::Enquire enquire(archive.state().database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return !enquire.get_mset(0, 1).empty();
}

MatchedArticles match_query(ArchiveReader& archive, const Xapian::Query& query,
                            const Narrowing& narrowing, std::span<const MatchPattern> patterns,
                            const SearchRequest& request) {
  ArchiveReader::State& state = archive.state();
  NarrowedMatch match(state, query, narrowing, set_place(request.ranking));
  const bool has_relevance = !patterns.empty() || request.sort != SortOrder::Relevance;
  RankingOrder order{has_relevance ? request.sort : SortOrder::Newest, request.ranking};
  if (request.feedback && request.limit > 0) {
    order.feedback = feedback_terms(state, query, request.ranking, *request.feedback);
  }
  const std::vector<RankedDocument> ranked =
      rank_match(state, match, order, request.offset + request.limit);
  MatchedArticles matched;
  matched.total = match.whole().size();
  if (request.only_ids) {
    const std::span<const RankedDocument> all(ranked);
    matched.hits =
        make_bare_hits(state, all.subspan(std::min(request.offset, all.size())), request.offset);
    return matched;
  }
  const Highlights highlights{
      PatternIndex(patterns), PatternIndex(narrowing.names), {.count = request.snippets}};
  for (std::size_t i = request.offset; i < ranked.size(); ++i) {
    matched.hits.push_back(make_hit(state, ranked[i], i + 1, highlights));
  }
  matched.facets = make_facets(state, match, narrowing, request);
  return matched;
}

}  // namespace dateline

// What dateline-index and dateline-search do, without their options.
#include "bench/peers/dateline_peer.h"

#include "bench/support/require_articles.h"
#include "indexer/pipeline.h"
#include "searcher/search.h"

namespace dateline {

namespace {

/// Articles with any of the words; no facets, no snippets.
SearchRequest plain_request(const std::string& words) {
  SearchRequest request;
  request.text = words;
  request.syntax = QuerySyntax::Words;
  request.match = MatchMode::Any;
  request.facets.clear();
  request.snippets = 0;
  request.limit = hits_shown;
  request.suggest = false;
  return request;
}

SearchRequest to_request(Question question, const PeerQuery& query) {
  SearchRequest request = plain_request(query.words);
  if (question == Question::And) {
    request.match = MatchMode::All;
  } else if (question == Question::Phrase) {
    request.text = '"' + query.phrase + '"';
    request.syntax = QuerySyntax::Query;
  } else if (question == Question::Facet) {
    request.facets = {FacetKind::Person};
  } else if (question == Question::Snippets) {
    request.snippets = 1;
  }
  return request;
}

}  // namespace

std::string DatelinePeer::version() const {
  return std::string("Dateline ") + DATELINE_VERSION;
}

std::string DatelinePeer::settings() const {
  return std::string(options_.entities ? "people, organizations, places and dates found"
                                       : "entities none") +
         ", all else as it comes; it reads the articles from the files that were named, the peers "
         "from a file made for them";
}

void DatelinePeer::index(const std::filesystem::path& /*articles*/,
                         const std::filesystem::path& folder) {
  UpdateOptions update;
  update.paths = options_.paths;
  update.analysis.entities = options_.entities;
  update.jobs = options_.jobs;
  RunHooks hooks;
  hooks.should_stop = options_.should_stop;
  require_articles(update_archive(ArchiveLayout{folder / "archive"}, update, hooks));
}

void DatelinePeer::open(const std::filesystem::path& folder) {
  archive_ = std::make_unique<ArchiveReader>(ArchiveLayout{folder / "archive"});
}

PeerAnswer DatelinePeer::ask(Question question, const PeerQuery& query) {
  const SearchResult result = search(*archive_, to_request(question, query));
  PeerAnswer answer{result.hits.size(), 0};
  for (const Facet& facet : result.facets) {
    for (const FacetValue& value : facet.values) {
      answer.facet_counts += value.count;
    }
  }
  return answer;
}

std::size_t DatelinePeer::count(const std::string& words) {
  return search(*archive_, plain_request(words)).total;
}

std::vector<std::string> DatelinePeer::rank(const std::string& words, std::size_t limit) {
  SearchRequest request = plain_request(words);
  request.limit = limit;
  request.only_ids = true;
  std::vector<std::string> ids;
  for (const Hit& hit : search(*archive_, request).hits) {
    ids.push_back(hit.article.id);
  }
  return ids;
}

}  // namespace dateline

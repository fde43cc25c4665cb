// A run needs ids and scores alone; a table needs the best hit, and the days of the first and the
// last, which are two small searches more.
#include "searcher/topic_answer.h"

#include <algorithm>
#include <optional>
#include <sstream>
#include <utility>

#include "common/archive/stored_article.h"
#include "searcher/match/qualified_id.h"
#include "searcher/render/renderer.h"
#include "searcher/search.h"

namespace dateline {

namespace {

/// The day of the first hit in the order of dates: that of the oldest or the newest. The undated
/// come last in either.
std::optional<Date> first_day(ArchiveReader& archive, SearchRequest request, SortOrder order) {
  request.sort = order;
  request.offset = 0;
  request.limit = 1;
  request.snippets = 0;
  request.facets.clear();
  request.suggest = false;
  request.feedback.reset();
  const SearchResult result = search(archive, request);
  return result.hits.empty() ? std::nullopt : result.hits.front().article.date;
}

/// The articles that the earlier run had for the topic.
const std::unordered_set<std::string>& articles_before(const EarlierRun& earlier,
                                                       const Topic& topic) {
  static const std::unordered_set<std::string> none;
  const auto found =
      earlier.articles.find(earlier.by_text ? topic.text : percent_encode(topic.id, true));
  return found == earlier.articles.end() ? none : found->second;
}

/// Leaves out the hits that the earlier run had.
void keep_new(const EarlierRun& earlier, const Topic& topic, std::vector<Hit>& hits) {
  const std::unordered_set<std::string>& before = articles_before(earlier, topic);
  std::erase_if(hits, [&before](const Hit& hit) {
    return before.contains(id_of(hit)) || before.contains(hit.archive + ":" + hit.article.id);
  });
}

std::vector<std::string> notices_of(const SearchResult& result) {
  std::vector<std::string> notices;
  if (result.fell_back) {
    notices.emplace_back("no article has all of the words; those with any of them are told");
  }
  for (const QueryWarning& warning : result.warnings) {
    notices.push_back(warning.message);
  }
  return notices;
}

/// Asks for the best hit alone. Where only what is new counts, all hits that are asked for are
/// looked through first, by their ids.
SearchResult search_best(ArchiveReader& archive, const Topic& topic, const BatchOptions& options,
                         SearchRequest request, std::optional<std::size_t>& new_hits) {
  if (options.since) {
    SearchRequest all = request;
    all.only_ids = true;
    all.suggest = false;
    SearchResult result = search(archive, all);
    keep_new(*options.since, topic, result.hits);
    new_hits = result.hits.size();
    request.offset = result.hits.empty() ? 0 : result.hits.front().rank - 1;
  } else {
    request.offset = 0;
  }
  request.limit = new_hits == std::size_t{0} ? 0 : 1;
  return search(archive, request);
}

TopicAnswer answer_as_row(ArchiveReader& archive, const Topic& topic, const BatchOptions& options,
                          const SearchRequest& request) {
  std::optional<std::size_t> new_hits;
  const SearchResult result = search_best(archive, topic, options, request, new_hits);
  TopicRow row{.topic = topic.id, .result = result, .new_hits = new_hits};
  if (result.total > 0) {
    row.first = first_day(archive, request, SortOrder::Oldest);
    row.last = first_day(archive, request, SortOrder::Newest);
  }
  std::ostringstream bytes;
  render_topic_row(bytes, row);
  return {std::move(bytes).str(), notices_of(result)};
}

}  // namespace

TopicAnswer answer_topic(ArchiveReader& archive, const Topic& topic, const BatchOptions& options) {
  SearchRequest request = options.request;
  request.text = topic.text;
  if (options.format == BatchFormat::Csv) {
    return answer_as_row(archive, topic, options, request);
  }
  request.only_ids = options.format == BatchFormat::Trec;
  request.suggest = !request.only_ids;
  SearchResult result = search(archive, request);
  if (options.since) {
    keep_new(*options.since, topic, result.hits);
  }
  std::ostringstream bytes;
  if (options.format == BatchFormat::Trec) {
    render_run(bytes, result, {topic.id, options.tag});
    return {std::move(bytes).str(), notices_of(result)};
  }
  render_topic_json(bytes, topic.id, result);
  return {std::move(bytes).str(), {}};
}

}  // namespace dateline

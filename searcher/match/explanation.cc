// Every part is matched by itself: its articles are a set, and whether the article is in it says
// what the part says of it. Scores of words add up, so that of a part is what it gives by itself.
#include "searcher/match/explanation.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string_view>
#include <utility>

#include "common/field.h"
#include "common/text/analyzer.h"
#include "searcher/match/archive_state.h"
#include "searcher/match/article_values.h"
#include "searcher/match/boolean_match.h"
#include "searcher/match/narrowed_match.h"
#include "searcher/match/ranking.h"
#include "searcher/match/weights.h"

namespace dateline {

namespace {

using Kind = QueryNode::Kind;

/// The place of a document in the result of a query, from 1, and its score; 0 for one not in it.
struct Place {
  std::size_t rank = 0;
  double score = 0;
};

/// The whole result is ranked, as a search does it: so no other way to a score can differ from it.
Place find_place(ArchiveReader& archive, const Xapian::Query& query, const RankingOrder& order,
                 Xapian::docid document) {
  const Narrowing narrowing;
  NarrowedMatch match(archive.state(), query, narrowing, set_place(order.scheme));
  const std::vector<RankedDocument> ranked =
      rank_match(archive.state(), match, order, archive.state().database.get_doccount());
  const auto found = std::ranges::find(ranked, document, &RankedDocument::document);
  if (found == ranked.end()) {
    return {};
  }
  return {static_cast<std::size_t>(found - ranked.begin()) + 1, found->score};
}

/// What a term gives to the score of a document; nothing where the document does not have it.
/// It weighs the same beside whatever else is asked for, so only the document is looked at.
std::optional<double> find_score(const ArchiveReader::State& state, const std::string& term,
                                 std::string_view id, Xapian::docid document) {
  const Xapian::Query query(Xapian::Query::OP_FILTER, Xapian::Query(term),
                            Xapian::Query(make_term(id_prefix, id)));
  // Several archives may have an article of the same id each.
  const std::vector<RankedDocument> ranked =
      rank_best(state.database, query, {}, state.archives.size());
  const auto found = std::ranges::find(ranked, document, &RankedDocument::document);
  return found == ranked.end() ? std::nullopt : std::optional(found->score);
}

std::vector<std::vector<ExplainedWord>> readings_of(const CompiledPart& part) {
  std::vector<std::vector<ExplainedWord>> readings;
  for (const MatchPattern& pattern : part.patterns) {
    std::vector<ExplainedWord>& reading = readings.emplace_back();
    for (const PatternWord& word : pattern.words) {
      reading.push_back({word.stems, word.words});
    }
  }
  return readings;
}

std::vector<std::string> entities_of(const CompiledPart& part, const EntityMap& map) {
  std::vector<std::string> entities;
  for (const EntityId entity : part.entities) {
    entities.emplace_back(map.shown(entity));
  }
  return entities;
}

/// What is excluded adds to no score.
void clear_scores(ExplainedPart& part) {
  part.score = 0;
  for (ExplainedPart& child : part.parts) {
    clear_scores(child);
  }
}

/// Adds the innermost parts that keep an article from being found.
void add_failed(const ExplainedPart& part, std::vector<std::string>& failed) {
  if (part.matches) {
    return;
  }
  const bool needs_all =
      part.kind == Kind::Together || part.kind == Kind::And || part.kind == Kind::Must;
  if (!needs_all || std::ranges::all_of(part.parts, &ExplainedPart::matches)) {
    failed.push_back(part.text);
    return;
  }
  for (const ExplainedPart& child : part.parts) {
    add_failed(child, failed);
  }
}

/// Where one of the words side by side is enough, what must match whatever they do; else all of
/// them.
void add_failed_of_any(const ExplainedPart& whole, std::vector<std::string>& failed) {
  for (const ExplainedPart& part : whole.parts) {
    if (part.is_filter || part.kind == Kind::Must || part.kind == Kind::Not) {
      add_failed(part, failed);
    }
  }
  if (failed.empty()) {
    failed.push_back(whole.text);
  }
}

bool has_words(const ExplainedPart& part) {
  return !part.readings.empty() || std::ranges::any_of(part.parts, has_words);
}

}  // namespace

ExplainedPart explain_part(ArchiveReader& archive, const QueryNode& node, const CompiledPart& part,
                           std::optional<Xapian::docid> document) {
  const ArchiveReader::State& state = archive.state();
  ExplainedPart explained{.kind = node.kind,
                          .text = to_string(node),
                          .offset = node.offset,
                          .is_filter = part.is_filter};
  explained.readings = readings_of(part);
  explained.entities = entities_of(part, state.entities);
  const DocumentSet articles = matching_documents(state, query_of(part));
  explained.articles = articles.size();
  assert(part.parts.empty() || part.parts.size() == node.children.size());
  for (std::size_t i = 0; i < part.parts.size(); ++i) {
    if (!part.parts[i].is_empty) {
      explained.parts.push_back(explain_part(archive, node.children[i], part.parts[i], document));
    }
  }
  if (node.kind == Kind::Not) {
    clear_scores(explained);
  }
  if (document && articles.contains(*document)) {
    explained.matches = true;
    explained.score = find_place(archive, query_of(part), {}, *document).score;
  }
  return explained;
}

std::vector<ExplainedFeedback> explain_feedback(ArchiveReader& archive,
                                                std::span<const FeedbackTerm> feedback,
                                                std::optional<Xapian::docid> document) {
  const ArchiveReader::State& state = archive.state();
  const std::string id =
      document ? values_of(state.database, Slot::Id, std::array{*document}).front() : "";
  std::vector<ExplainedFeedback> explained;
  explained.reserve(feedback.size());
  for (const FeedbackTerm& added : feedback) {
    ExplainedFeedback& term = explained.emplace_back();
    term.stem = added.term.substr(stem_prefix.size());
    term.weight = added.weight;
    term.articles = state.database.get_termfreq(added.term);
    if (document) {
      const std::optional<double> score = find_score(state, added.term, id, *document);
      term.matches = score.has_value();
      term.score = score.value_or(0) * added.weight;
    }
  }
  return explained;
}

ExplainedArticle explain_article(ArchiveReader& archive, Xapian::docid document,
                                 const ExplainedQuery& query, const ExplainedPart& whole) {
  const ArchiveReader::State& state = archive.state();
  ExplainedArticle explained;
  if (archive.has_several()) {
    explained.archive = state.archives[state.archive_of(document)].name;
  }
  explained.article = read_article(state, document);
  explained.article.text.clear();
  const SortOrder sort = has_words(whole) ? SortOrder::Relevance : SortOrder::Newest;
  const Place place =
      find_place(archive, query.found, {.sort = sort, .feedback = query.feedback}, document);
  explained.rank = place.rank;
  explained.score = place.score;
  explained.is_found = place.rank > 0;
  if (explained.is_found) {
    return explained;
  }
  if (query.match == MatchMode::Any) {
    add_failed_of_any(whole, explained.failed);
  } else {
    add_failed(whole, explained.failed);
  }
  return explained;
}

std::size_t count_matches(ArchiveReader& archive, const Xapian::Query& query) {
  return matching_documents(archive.state(), query).size();
}

}  // namespace dateline

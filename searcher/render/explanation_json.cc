// How a query was understood as one JSON object: docs/schemas/explain.schema.json.
#include <cstdlib>

#include "searcher/render/formats.h"
#include "searcher/render/json_parts.h"

namespace dateline {

namespace {

std::string_view kind_name(QueryNode::Kind kind) {
  using Kind = QueryNode::Kind;
  switch (kind) {
    case Kind::Word: return "word";
    case Kind::Wildcard: return "wildcard";
    case Kind::Fuzzy: return "fuzzy";
    case Kind::Phrase: return "phrase";
    case Kind::Near: return "near";
    case Kind::Filter: return "filter";
    case Kind::Dates: return "dates";
    case Kind::Together: return "together";
    case Kind::And: return "and";
    case Kind::Or: return "or";
    case Kind::Not: return "not";
    case Kind::Must: return "must";
  }
  std::abort();
}

/// A part of a query, and those within it. The parser bounds their depth.
Json to_json(const ExplainedPart& part, bool has_article) {
  Json json;
  json["kind"] = kind_name(part.kind);
  json["text"] = part.text;
  json["offset"] = part.offset;
  json["articles"] = part.articles;
  if (has_article) {
    json["matches"] = part.matches;
    json["score"] = round_score(part.score);
  }
  json["readings"] = Json::array();
  for (const std::vector<ExplainedWord>& reading : part.readings) {
    Json places = Json::array();
    for (const ExplainedWord& word : reading) {
      places.push_back({{"stems", word.stems}, {"words", word.words}});
    }
    json["readings"].push_back(std::move(places));
  }
  json["entities"] = part.entities;
  json["parts"] = Json::array();
  for (const ExplainedPart& child : part.parts) {
    json["parts"].push_back(to_json(child, has_article));
  }
  return json;
}

}  // namespace

void render_explanation_json(std::ostream& out, const Explanation& explanation) {
  Json json;
  json["format_version"] = output_format_version;
  json["query"] = explanation.query;
  json["understood"] = explanation.understood;
  json["match"] = explanation.match == MatchMode::All ? "all" : "any";
  json["total"] = explanation.total;
  json["warnings"] = to_json(explanation.warnings);
  json["whole"] = to_json(explanation.whole, !explanation.articles.empty());
  json["feedback"] = Json::array();
  for (const ExplainedFeedback& added : explanation.feedback) {
    Json term{
        {"stem", added.stem}, {"weight", round_score(added.weight)}, {"articles", added.articles}};
    if (!explanation.articles.empty()) {
      term["matches"] = added.matches;
      term["score"] = round_score(added.score);
    }
    json["feedback"].push_back(std::move(term));
  }
  json["article"] = nullptr;
  for (const ExplainedArticle& explained : explanation.articles) {
    Json article;
    add_article(article, explained.article, explained.archive);
    article["found"] = explained.is_found;
    article["rank"] = explained.is_found ? Json(explained.rank) : Json(nullptr);
    article["score"] = round_score(explained.score);
    article["failed"] = explained.failed;
    json["article"] = std::move(article);
  }
  out << to_bytes(json, -1) << '\n';
}

}  // namespace dateline

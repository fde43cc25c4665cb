// JSON for programs: the objects of docs/schemas/, in the order of their documentation.
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "common/cli/terminal.h"
#include "common/name.h"
#include "searcher/render/formats.h"

namespace dateline {

namespace {

using Json = nlohmann::ordered_json;

/// What is not known is null.
Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json to_json(const Fragments& fragments) {
  Json list = Json::array();
  for (const Fragment& fragment : fragments) {
    list.push_back({{"text", fragment.text}, {"match", fragment.match}});
  }
  return list;
}

/// The keys that say when, where and by whom an article was published.
void add_publication(Json& object, const Article& article) {
  const std::optional<Date>& date = article.date;
  object["date"] = date ? Json(to_string(*date)) : Json(nullptr);
  object["date_from"] = date ? Json(to_string(article.date_from)) : Json(nullptr);
  object["source"] = text_or_null(article.source);
  object["author"] = text_or_null(article.author);
  object["language"] = text_or_null(article.language);
}

void add_hit(Json& object, const Hit& hit) {
  object["rank"] = hit.rank;
  object["id"] = hit.article.id;
  if (!hit.archive.empty()) {
    object["archive"] = hit.archive;
  }
  object["score"] = round_score(hit.score);
  object["title"] = text_or_null(hit.article.title);
  object["title_derived"] = hit.article.title_derived;
  object["title_fragments"] = to_json(hit.title);
  add_publication(object, hit.article);
  object["author_fragments"] = to_json(hit.author);
  object["path"] = text_or_null(hit.article.origin.path);
  object["snippets"] = Json::array();
  for (const Fragments& snippet : hit.snippets) {
    object["snippets"].push_back(to_json(snippet));
  }
  object["entities"] = Json::object();
  for (std::size_t i = 0; i < hit.entities.size(); ++i) {
    object["entities"][std::string(to_string(all_name_types.at(i)))] = hit.entities.at(i);
  }
}

Json to_json(const Facet& facet) {
  Json values = Json::array();
  for (const FacetValue& value : facet.values) {
    Json object{{"value", value.value},
                {"count", value.count},
                {"selected", value.selected},
                {"variants", value.variants}};
    if (value.excluded) {
      object["excluded"] = true;
    }
    if (value.significance) {
      object["significance"] = round_score(*value.significance);
    }
    values.push_back(std::move(object));
  }
  return {{"values", std::move(values)}, {"total_values", facet.total_values}};
}

/// The bytes of a value. Invalid UTF-8 (only paths can hold it) becomes U+FFFD.
std::string to_bytes(const Json& json, int indent) {
  return escape_json_controls(json.dump(indent, ' ', false, Json::error_handler_t::replace));
}

void add_entity(Json& object, const ListedEntity& entity) {
  object["name"] = entity.name;
  object["type"] = to_string(entity.type);
  object["count"] = entity.count;
  object["hidden"] = entity.hidden;
  object["variants"] = Json::array();
  for (const NameCount& variant : entity.variants) {
    object["variants"].push_back({{"name", variant.name}, {"count", variant.count}});
  }
}

void add_co_occurring(Json& object, const CoOccurring& shown) {
  add_entity(object, shown.entity);
  object["together"] = shown.together;
  object["significance"] = round_score(shown.significance);
}

void add_pair(Json& object, const LookAlikePair& pair) {
  object["kind"] = to_string(pair.kind);
  object["entities"] = Json::array();
  for (const ListedEntity* const entity : {&pair.larger, &pair.smaller}) {
    object["entities"].push_back(
        {{"name", entity->name}, {"type", to_string(entity->type)}, {"count", entity->count}});
  }
  object["correction"] = pair.correction;
}

/// The whole list as one object, its items under `key`.
template <typename Item>
void write_list(std::ostream& out, std::size_t total, const char* key,
                const std::vector<Item>& items, void (*add)(Json&, const Item&)) {
  Json json;
  json["format_version"] = output_format_version;
  json["total"] = total;
  json[key] = Json::array();
  for (const Item& item : items) {
    Json object;
    add(object, item);
    json[key].push_back(std::move(object));
  }
  out << to_bytes(json, -1) << '\n';
}

template <typename Item>
void write_lines_of(std::ostream& out, const std::vector<Item>& items,
                    void (*add)(Json&, const Item&)) {
  for (const Item& item : items) {
    Json json;
    json["format_version"] = output_format_version;
    add(json, item);
    out << to_bytes(json, -1) << '\n';
  }
}

Json to_json(const std::vector<QueryWarning>& warnings) {
  Json list = Json::array();
  for (const QueryWarning& warning : warnings) {
    list.push_back({{"offset", warning.offset}, {"message", warning.message}});
  }
  return list;
}

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

/// An article by what tells it from others; one that is in no archive has no id.
void add_article(Json& object, const Article& article, const std::string& archive) {
  object["id"] = text_or_null(article.id);
  if (!archive.empty()) {
    object["archive"] = archive;
  }
  object["title"] = text_or_null(article.title);
  add_publication(object, article);
}

Json compared_article(const SimilarResult& result) {
  Json object;
  add_article(object, result.article, result.archive);
  return object;
}

void add_similar_hit(Json& object, const Hit& hit) {
  add_hit(object, hit);
  object["copies"] = Json::array();
  for (const Hit& copy : hit.copies) {
    Json folded;
    add_article(folded, copy.article, copy.archive);
    folded["score"] = round_score(copy.score);
    object["copies"].push_back(std::move(folded));
  }
}

void add_copy_line(Json& object, const Hit& hit) {
  object["kind"] = "copy";
  add_hit(object, hit);
}

void add_similar_line(Json& object, const Hit& hit) {
  object["kind"] = "similar";
  add_similar_hit(object, hit);
}

/// The keys that say what was asked and found.
void add_answer(Json& json, const SearchResult& result) {
  json["query"] = result.query;
  json["understood"] = result.understood;
  json["match"] = result.match == MatchMode::All ? "all" : "any";
  json["total"] = result.total;
  json["warnings"] = to_json(result.warnings);
  json["suggestion"] = text_or_null(result.suggestion);
  json["hits"] = Json::array();
  for (const Hit& hit : result.hits) {
    Json object;
    add_hit(object, hit);
    json["hits"].push_back(std::move(object));
  }
  json["facets"] = Json::object();
  for (const Facet& facet : result.facets) {
    json["facets"][std::string(to_string(facet.kind))] = to_json(facet);
  }
}

double round_seconds(double seconds) {
  return std::round(seconds * 1e6) / 1e6;
}

}  // namespace

double round_score(double score) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.9g", score);
  return std::strtod(digits.data(), nullptr);
}

void render_json(std::ostream& out, const SearchResult& result) {
  Json json;
  json["format_version"] = output_format_version;
  add_answer(json, result);
  json["seconds"] = round_seconds(result.seconds);
  out << to_bytes(json, -1) << '\n';
}

void render_topic_json(std::ostream& out, std::string_view topic, const SearchResult& result) {
  Json json;
  json["format_version"] = output_format_version;
  json["topic"] = topic;
  add_answer(json, result);
  out << to_bytes(json, -1) << '\n';
}

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

void render_json_lines(std::ostream& out, const SearchResult& result) {
  write_lines_of(out, result.hits, add_hit);
}

void render_similar_json(std::ostream& out, const SimilarResult& result) {
  Json json;
  json["format_version"] = output_format_version;
  json["article"] = compared_article(result);
  json["own_score"] = round_score(result.own_score);
  json["terms"] = result.terms;
  json["warnings"] = to_json(result.warnings);
  json["copies"] = Json::array();
  for (const Hit& copy : result.copies) {
    Json object;
    add_hit(object, copy);
    json["copies"].push_back(std::move(object));
  }
  json["total"] = result.total;
  json["hits"] = Json::array();
  for (const Hit& hit : result.hits) {
    Json object;
    add_similar_hit(object, hit);
    json["hits"].push_back(std::move(object));
  }
  json["seconds"] = round_seconds(result.seconds);
  out << to_bytes(json, -1) << '\n';
}

void render_similar_json_lines(std::ostream& out, const SimilarResult& result) {
  write_lines_of(out, result.copies, add_copy_line);
  write_lines_of(out, result.hits, add_similar_line);
}

void render_entities_json(std::ostream& out, const EntityList& list) {
  write_list(out, list.total, "entities", list.entities, add_entity);
}

void render_entities_json_lines(std::ostream& out, const EntityList& list) {
  write_lines_of(out, list.entities, add_entity);
}

void render_co_occurring_json(std::ostream& out, const CoOccurrenceList& list) {
  Json json;
  json["format_version"] = output_format_version;
  json["with"] = Json::array();
  for (const ListedEntity& entity : list.with) {
    json["with"].push_back(
        {{"name", entity.name}, {"type", to_string(entity.type)}, {"count", entity.count}});
  }
  json["with_articles"] = list.with_articles;
  json["articles"] = list.articles;
  json["total"] = list.total;
  json["entities"] = Json::array();
  for (const CoOccurring& shown : list.entities) {
    Json object;
    add_co_occurring(object, shown);
    json["entities"].push_back(std::move(object));
  }
  out << to_bytes(json, -1) << '\n';
}

void render_co_occurring_json_lines(std::ostream& out, const CoOccurrenceList& list) {
  write_lines_of(out, list.entities, add_co_occurring);
}

void render_look_alikes_json(std::ostream& out, const LookAlikeList& list) {
  write_list(out, list.total, "pairs", list.pairs, add_pair);
}

void render_look_alikes_json_lines(std::ostream& out, const LookAlikeList& list) {
  write_lines_of(out, list.pairs, add_pair);
}

void render_article_json(std::ostream& out, const ShownArticle& shown) {
  const Article& article = shown.article;
  Json json;
  json["format_version"] = output_format_version;
  json["id"] = article.id;
  if (!shown.archive.empty()) {
    json["archive"] = shown.archive;
  }
  json["title"] = text_or_null(article.title);
  json["title_derived"] = article.title_derived;
  json["title_fragments"] = to_json(shown.title);
  add_publication(json, article);
  json["url"] = text_or_null(article.url);
  json["path"] = text_or_null(article.origin.path);
  json["record"] = text_or_null(article.origin.record);
  json["text"] = article.text;
  json["text_fragments"] = to_json(shown.text);
  out << to_bytes(json, -1) << '\n';
}

}  // namespace dateline

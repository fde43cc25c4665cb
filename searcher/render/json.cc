// JSON for programs: the objects of docs/schemas/, in the order of their documentation.
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "common/name.h"
#include "searcher/render/formats.h"
#include "searcher/render/json_parts.h"

namespace dateline {

namespace {

Json to_json(const Fragments& fragments) {
  Json list = Json::array();
  for (const Fragment& fragment : fragments) {
    list.push_back({{"text", fragment.text}, {"match", fragment.match}});
  }
  return list;
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

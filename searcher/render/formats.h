// The renderers behind renderer.h, a file each.
#pragma once

#include <ostream>
#include <string_view>

#include "searcher/match/co_occurrence.h"
#include "searcher/match/entity_list.h"
#include "searcher/match/explanation.h"
#include "searcher/match/result.h"
#include "searcher/render/renderer.h"

namespace dateline {

inline constexpr int output_format_version = 1;

void render_text(std::ostream& out, const SearchResult& result, const TextStyle& style);
void render_article_text(std::ostream& out, const ShownArticle& shown, const TextStyle& style);

void render_json(std::ostream& out, const SearchResult& result);
void render_json_lines(std::ostream& out, const SearchResult& result);
void render_article_json(std::ostream& out, const ShownArticle& shown);

void render_csv(std::ostream& out, const SearchResult& result);

void render_similar_text(std::ostream& out, const SimilarResult& result, const TextStyle& style);
void render_similar_json(std::ostream& out, const SimilarResult& result);
void render_similar_json_lines(std::ostream& out, const SimilarResult& result);
void render_similar_csv(std::ostream& out, const SimilarResult& result);

void render_explanation_text(std::ostream& out, const Explanation& explanation,
                             const TextStyle& style);
void render_explanation_json(std::ostream& out, const Explanation& explanation);

void render_entities_text(std::ostream& out, const EntityList& list, const TextStyle& style);
void render_entities_json(std::ostream& out, const EntityList& list);
void render_entities_json_lines(std::ostream& out, const EntityList& list);
void render_entities_csv(std::ostream& out, const EntityList& list);

void render_co_occurring_text(std::ostream& out, const CoOccurrenceList& list,
                              const TextStyle& style);
void render_co_occurring_json(std::ostream& out, const CoOccurrenceList& list);
void render_co_occurring_json_lines(std::ostream& out, const CoOccurrenceList& list);
void render_co_occurring_csv(std::ostream& out, const CoOccurrenceList& list);

void render_look_alikes_text(std::ostream& out, const LookAlikeList& list, const TextStyle& style);
void render_look_alikes_json(std::ostream& out, const LookAlikeList& list);
void render_look_alikes_json_lines(std::ostream& out, const LookAlikeList& list);
void render_look_alikes_csv(std::ostream& out, const LookAlikeList& list);

/// A number with at most nine significant digits: what is printed of a score decides its place
/// (scores equal to nine digits are equal), and nine digits survive every reader.
double round_score(double score);

}  // namespace dateline

// From a result to bytes: a function for what each command prints. Each
// format escapes for its own world; docs/output-formats.md describes them all.
#pragma once

#include <cstddef>
#include <optional>
#include <ostream>
#include <string_view>

#include "searcher/match/co_occurrence.h"
#include "searcher/match/entity_list.h"
#include "searcher/match/explanation.h"
#include "searcher/match/result.h"

namespace dateline {

enum class OutputFormat { Text, Json, JsonLines, Csv, Ids };

/// "text", "json", "jsonl", "csv", "ids".
std::string_view to_string(OutputFormat format);
std::optional<OutputFormat> parse_output_format(std::string_view name);

/// How text for people is laid out; the other formats do not look at it.
struct TextStyle {
  std::size_t width = 80;       ///< columns; from 120 on the facets stand beside the hits
  bool color = false;           ///< matches in colour; without, between "[" and "]"
  bool label_facets = false;    ///< facets as lines of labelled values, never beside the hits
  std::size_t facet_lines = 2;  ///< so many for a facet at most, where they are lines
};

/// Writes the answer to a query. Text is for people and tells everything; JSON is one object;
/// JSON lines, CSV and ids hold the hits alone, so print `render_notices` to the side.
void render_result(std::ostream& out, const SearchResult& result, OutputFormat format,
                   const TextStyle& style);

/// Writes, for people, what was odd about a query: that no article has all its words, and each
/// warning with a caret under its place. Nothing when nothing was odd.
void render_notices(std::ostream& out, const SearchResult& result, const TextStyle& style);

/// Writes articles like one article, its copies before them. JSON lines and CSV say of each whether
/// it is a copy; ids are those of the similar articles alone.
void render_similar(std::ostream& out, const SimilarResult& result, OutputFormat format,
                    const TextStyle& style);

/// Writes how a query was understood as text or, for any other format, as one JSON object.
void render_explanation(std::ostream& out, const Explanation& explanation, OutputFormat format,
                        const TextStyle& style);

/// Writes an article as text or, for any other format, as one JSON object.
void render_article(std::ostream& out, const ShownArticle& article, OutputFormat format,
                    const TextStyle& style);

/// Writes a list of entities, of those named with others, or of pairs that look alike; there are no
/// ids of them.
void render_entities(std::ostream& out, const EntityList& list, OutputFormat format,
                     const TextStyle& style);
void render_co_occurring(std::ostream& out, const CoOccurrenceList& list, OutputFormat format,
                         const TextStyle& style);
void render_look_alikes(std::ostream& out, const LookAlikeList& list, OutputFormat format,
                        const TextStyle& style);

}  // namespace dateline

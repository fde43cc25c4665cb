// From a result to bytes: a function for what each command prints. Each
// format escapes for its own world; docs/output-formats.md describes them all.
#pragma once

#include <cstddef>
#include <optional>
#include <ostream>
#include <span>
#include <string_view>

#include "common/date.h"
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

/// What stands on every line of a run.
struct RunLabel {
  std::string_view topic;  ///< the id of the topic
  std::string_view tag;    ///< the name of the run
};

/// Writes the hits as lines of a TREC run. Scores strictly decrease, also as 32-bit floats: one
/// that does not is lowered to the next float below the one before it. White space, "%" and control
/// characters of topic and tag are percent-encoded, as they are in ids.
void render_run(std::ostream& out, const SearchResult& result, const RunLabel& label);

/// Writes the answer to a topic as one line of JSON, without the time that it took.
void render_topic_json(std::ostream& out, std::string_view topic, const SearchResult& result);

/// What a table tells of a topic.
struct TopicRow {
  std::string_view topic;
  const SearchResult& result;             ///< with the best hit at least
  std::optional<Date> first{};            ///< the day of the oldest of all hits
  std::optional<Date> last{};             ///< of the newest
  std::optional<std::size_t> new_hits{};  ///< where only those are told that are new
};

/// Which columns a table of topics has beside those that all have.
struct TopicColumns {
  std::span<const FacetKind> facets;  ///< in the order of the results
  bool has_new_hits = false;
  bool of_several = false;  ///< archives
};

/// Writes a table of topics: first its header, then a row for each.
void render_topic_header(std::ostream& out, const TopicColumns& columns);
void render_topic_row(std::ostream& out, const TopicRow& row);

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

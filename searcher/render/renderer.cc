// Chooses the renderer of a format.
#include "searcher/render/renderer.h"

#include <algorithm>
#include <array>

#include "searcher/match/qualified_id.h"
#include "searcher/render/formats.h"

namespace dateline {

namespace {

constexpr std::array<std::string_view, 5> format_names = {"text", "json", "jsonl", "csv", "ids"};

void render_ids(std::ostream& out, const std::vector<Hit>& hits) {
  for (const Hit& hit : hits) {
    out << id_of(hit) << '\n';
  }
}

}  // namespace

std::string_view to_string(OutputFormat format) {
  return format_names.at(static_cast<std::size_t>(format));
}

std::optional<OutputFormat> parse_output_format(std::string_view name) {
  const auto* const found = std::find(format_names.begin(), format_names.end(), name);
  if (found == format_names.end()) {
    return std::nullopt;
  }
  return static_cast<OutputFormat>(found - format_names.begin());
}

void render_result(std::ostream& out, const SearchResult& result, OutputFormat format,
                   const TextStyle& style) {
  switch (format) {
    case OutputFormat::Text: return render_text(out, result, style);
    case OutputFormat::Json: return render_json(out, result);
    case OutputFormat::JsonLines: return render_json_lines(out, result);
    case OutputFormat::Csv: return render_csv(out, result);
    case OutputFormat::Ids: return render_ids(out, result.hits);
  }
}

void render_similar(std::ostream& out, const SimilarResult& result, OutputFormat format,
                    const TextStyle& style) {
  switch (format) {
    case OutputFormat::Text: return render_similar_text(out, result, style);
    case OutputFormat::Json: return render_similar_json(out, result);
    case OutputFormat::JsonLines: return render_similar_json_lines(out, result);
    case OutputFormat::Csv: return render_similar_csv(out, result);
    case OutputFormat::Ids: return render_ids(out, result.hits);
  }
}

void render_explanation(std::ostream& out, const Explanation& explanation, OutputFormat format,
                        const TextStyle& style) {
  if (format == OutputFormat::Text) {
    render_explanation_text(out, explanation, style);
  } else {
    render_explanation_json(out, explanation);
  }
}

void render_article(std::ostream& out, const ShownArticle& article, OutputFormat format,
                    const TextStyle& style) {
  if (format == OutputFormat::Text) {
    render_article_text(out, article, style);
  } else {
    render_article_json(out, article);
  }
}

void render_entities(std::ostream& out, const EntityList& list, OutputFormat format,
                     const TextStyle& style) {
  switch (format) {
    case OutputFormat::Text:
    case OutputFormat::Ids: return render_entities_text(out, list, style);
    case OutputFormat::Json: return render_entities_json(out, list);
    case OutputFormat::JsonLines: return render_entities_json_lines(out, list);
    case OutputFormat::Csv: return render_entities_csv(out, list);
  }
}

void render_co_occurring(std::ostream& out, const CoOccurrenceList& list, OutputFormat format,
                         const TextStyle& style) {
  switch (format) {
    case OutputFormat::Text:
    case OutputFormat::Ids: return render_co_occurring_text(out, list, style);
    case OutputFormat::Json: return render_co_occurring_json(out, list);
    case OutputFormat::JsonLines: return render_co_occurring_json_lines(out, list);
    case OutputFormat::Csv: return render_co_occurring_csv(out, list);
  }
}

void render_look_alikes(std::ostream& out, const LookAlikeList& list, OutputFormat format,
                        const TextStyle& style) {
  switch (format) {
    case OutputFormat::Text:
    case OutputFormat::Ids: return render_look_alikes_text(out, list, style);
    case OutputFormat::Json: return render_look_alikes_json(out, list);
    case OutputFormat::JsonLines: return render_look_alikes_json_lines(out, list);
    case OutputFormat::Csv: return render_look_alikes_csv(out, list);
  }
}

}  // namespace dateline

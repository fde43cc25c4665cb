// The way of a query: text ─parse─▶ tree ─compile─▶ Xapian queries ─match─▶ result.
#include "searcher/search.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/field.h"
#include "common/text/stemmer.h"
#include "searcher/match/matcher.h"
#include "searcher/match/snippet.h"
#include "searcher/query/compiler.h"
#include "searcher/query/parser.h"
#include "searcher/query/tree.h"

namespace dateline {

namespace {

std::vector<SelectedDates> read_dates(const std::vector<std::string>& texts, Date today) {
  std::vector<SelectedDates> dates;
  for (const std::string& text : texts) {
    const std::optional<DateRange> range = parse_date_range(text, today);
    if (!range) {
      throw Error("cannot read the date \"" + text + "\"",
                  "write a day, month or year, or a range such as 2023-01..2023-02 or 3m..");
    }
    dates.push_back({text, *range});
  }
  return dates;
}

std::vector<DateRange> ranges_of(const std::vector<SelectedDates>& selected) {
  std::vector<DateRange> ranges;
  ranges.reserve(selected.size());
  for (const SelectedDates& dates : selected) {
    ranges.push_back(dates.range);
  }
  return ranges;
}

/// Narrows by the two kinds of dates.
void select_dates(const SearchRequest& request, Narrowing& narrowing) {
  narrowing.selected_dates = read_dates(request.dates, request.today);
  if (!narrowing.selected_dates.empty()) {
    narrowing.selections.at(static_cast<std::size_t>(FacetKind::Date)) =
        compile_dates(ranges_of(narrowing.selected_dates));
  }
  narrowing.selected_mentioned = read_dates(request.mentioned, request.today);
  if (!narrowing.selected_mentioned.empty()) {
    narrowing.selections.at(static_cast<std::size_t>(FacetKind::Mentioned)) =
        compile_mentioned(ranges_of(narrowing.selected_mentioned));
  }
}

Xapian::Query all_but(const Xapian::Query& excluded) {
  return {Xapian::Query::OP_AND_NOT, Xapian::Query(std::string()), excluded};
}

/// Compiles the options that narrow a search, facet by facet.
Narrowing compile_narrowing(const SearchRequest& request, const QueryContext& context,
                            std::vector<QueryWarning>& warnings) {
  Narrowing narrowing;
  std::vector<QueryWarning> of_options;
  for (const NameFilter& filter : request.names) {
    const auto type = static_cast<std::size_t>(filter.type);
    if (!filter.include.empty()) {
      narrowing.selections.at(type) =
          compile_filter(field_of(filter.type), filter.include, context, of_options);
    }
    for (const std::string& value : filter.include) {
      const std::vector<EntityId> entities = context.entities.find_entities(filter.type, value);
      std::vector<EntityId>& selected = narrowing.selected_names.at(type);
      selected.insert(selected.end(), entities.begin(), entities.end());
      if (entities.empty()) {
        narrowing.unknown_names.at(type).push_back(value);
      }
    }
    if (!filter.exclude.empty()) {
      narrowing.others.push_back(
          all_but(compile_filter(field_of(filter.type), filter.exclude, context, of_options)));
    }
  }
  select_dates(request, narrowing);
  if (!request.languages.empty()) {
    narrowing.others.push_back(
        compile_filter(*find_field("language"), request.languages, context, of_options));
  }
  for (QueryWarning& warning : of_options) {
    warning.in_text = false;
    warnings.push_back(std::move(warning));
  }
  return narrowing;
}

bool is_blank(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
}

SearchResult search_once(ArchiveReader& archive, const SearchRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  const ParsedQuery parsed = parse_query(request.text, request.syntax, request.today);
  const QueryContext context{archive.entities(), archive.languages()};
  CompiledQuery compiled = compile_query(parsed.tree, context);
  if (is_blank(request.text)) {
    compiled.all = compiled.any = Xapian::Query(std::string());
  }
  SearchResult result;
  result.query = request.text;
  result.understood = to_string(parsed.tree);
  result.offset = request.offset;
  result.warnings = parsed.warnings;
  result.warnings.insert(result.warnings.end(), compiled.warnings.begin(), compiled.warnings.end());
  std::ranges::stable_sort(result.warnings, {}, &QueryWarning::offset);
  const Narrowing narrowing = compile_narrowing(request, context, result.warnings);

  result.match = request.match;
  const Xapian::Query& query = request.match == MatchMode::All ? compiled.all : compiled.any;
  MatchedArticles matched = match_query(archive, query, narrowing, compiled.patterns, request);
  // Filters may leave nothing of what all the words found: that is the answer then.
  if (matched.total == 0 && request.match == MatchMode::All && compiled.any_differs &&
      !has_match(archive, compiled.all_words)) {
    result.match = MatchMode::Any;
    result.fell_back = true;
    matched = match_query(archive, compiled.any, narrowing, compiled.patterns, request);
  }
  result.total = matched.total;
  result.hits = std::move(matched.hits);
  result.facets = std::move(matched.facets);
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return result;
}

}  // namespace

SearchResult search(ArchiveReader& archive, const SearchRequest& request) {
  SearchResult result;
  archive.consistently([&] { result = search_once(archive, request); });
  return result;
}

std::optional<ShownArticle> show_article(ArchiveReader& archive, std::string_view id,
                                         std::string_view query, Date today) {
  std::optional<Article> article = archive.find_article(id);
  if (!article) {
    return std::nullopt;
  }
  const ParsedQuery parsed = parse_query(query, QuerySyntax::Query, today);
  const CompiledQuery compiled =
      compile_query(parsed.tree, {archive.entities(), archive.languages()});
  Stemmer stemmer(article->language);
  ShownArticle shown;
  shown.title = to_fragments(
      article->title, find_matches(article->title, TextPart::Title, compiled.patterns, stemmer));
  shown.text = to_fragments(
      article->text, find_matches(article->text, TextPart::Text, compiled.patterns, stemmer));
  shown.article = std::move(*article);
  return shown;
}

}  // namespace dateline

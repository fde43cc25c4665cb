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
#include "searcher/match/similar.h"
#include "searcher/match/snippet.h"
#include "searcher/match/suggestion.h"
#include "searcher/match/vocabulary.h"
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
      CompiledFilter compiled =
          compile_filter(field_of(filter.type), filter.include, context, of_options);
      narrowing.selections.at(type) = std::move(compiled.query);
      narrowing.selected_names.at(type) = std::move(compiled.entities);
      narrowing.unknown_names.at(type) = std::move(compiled.unknown);
      narrowing.names.insert(narrowing.names.end(), compiled.names.begin(), compiled.names.end());
    }
    if (!filter.exclude.empty()) {
      CompiledFilter compiled =
          compile_filter(field_of(filter.type), filter.exclude, context, of_options);
      narrowing.others.push_back(all_but(compiled.query));
      narrowing.excluded_names.at(type) = std::move(compiled.entities);
    }
  }
  select_dates(request, narrowing);
  if (!request.languages.empty()) {
    narrowing.others.push_back(
        compile_filter(*find_field("language"), request.languages, context, of_options).query);
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
  const QueryContext context = context_of(archive);
  CompiledQuery compiled = compile_query(parsed.tree, context);
  if (is_blank(request.text)) {
    compiled.all = compiled.any = Xapian::Query(std::string());
  }
  SearchResult result;
  result.query = request.text;
  result.understood = to_string(parsed.tree);
  result.offset = request.offset;
  result.of_several = archive.has_several();
  result.warnings = parsed.warnings;
  result.warnings.insert(result.warnings.end(), compiled.warnings.begin(), compiled.warnings.end());
  std::ranges::stable_sort(result.warnings, {}, &QueryWarning::offset);
  Narrowing narrowing = compile_narrowing(request, context, result.warnings);
  narrowing.names.insert(narrowing.names.end(), compiled.names.begin(), compiled.names.end());

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

/// The first correction of a query with few hits that more articles match, as they were asked to.
/// A query that found enough is not looked at.
std::string find_suggestion(ArchiveReader& archive, const SearchRequest& request,
                            const SearchResult& result) {
  if (result.total > 0 && !result.fell_back && request.match == MatchMode::All) {
    return {};
  }
  SearchRequest trial = request;
  trial.limit = 0;
  trial.offset = 0;
  trial.facets.clear();
  for (std::string& text : corrections_of(archive, request)) {
    trial.text = text;
    const SearchResult corrected = search_once(archive, trial);
    if (!corrected.fell_back && corrected.total > (result.fell_back ? 0 : result.total)) {
      return std::move(text);
    }
  }
  return {};
}

SimilarResult similar_once(ArchiveReader& archive, ComparedArticle compared,
                           const SearchRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  std::vector<QueryWarning> warnings;
  const QueryContext context = context_of(archive);
  const Narrowing narrowing = compile_narrowing(request, context, warnings);
  SimilarResult result = match_similar(archive, compared, narrowing, request);
  result.article = std::move(compared.article);
  result.article.text.clear();
  result.of_several = archive.has_several();
  result.warnings = std::move(warnings);
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return result;
}

}  // namespace

SearchResult search(ArchiveReader& archive, const SearchRequest& request) {
  SearchResult result;
  archive.consistently([&] {
    result = search_once(archive, request);
    if (request.suggest) {
      result.suggestion = find_suggestion(archive, request, result);
    }
  });
  return result;
}

std::vector<ShownArticle> show_articles(ArchiveReader& archive, std::string_view id,
                                        std::string_view query, Date today) {
  const ParsedQuery parsed = parse_query(query, QuerySyntax::Query, today);
  std::vector<ShownArticle> articles;
  for (FoundArticle& found : archive.find_articles(id)) {
    const CompiledQuery compiled = compile_query(parsed.tree, context_of(archive));
    Article& article = found.article;
    Stemmer stemmer(article.language);
    ShownArticle& shown = articles.emplace_back();
    shown.archive = std::move(found.archive);
    shown.title = to_fragments(
        article.title, find_matches(article.title, TextPart::Title, compiled.patterns, stemmer));
    shown.text = to_fragments(
        article.text, find_matches(article.text, TextPart::Text, compiled.patterns, stemmer));
    shown.article = std::move(article);
  }
  return articles;
}

std::optional<SimilarResult> similar_articles(ArchiveReader& archive, std::string_view id,
                                              const SearchRequest& request) {
  std::optional<SimilarResult> result;
  archive.consistently([&] {
    result.reset();
    if (std::optional<ComparedArticle> compared = find_compared_article(archive, id)) {
      result = similar_once(archive, std::move(*compared), request);
    }
  });
  return result;
}

SimilarResult similar_articles_of_text(ArchiveReader& archive, std::string_view bytes,
                                       const SearchRequest& request) {
  SimilarResult result;
  archive.consistently(
      [&] { result = similar_once(archive, to_compared_article(archive, bytes), request); });
  return result;
}

}  // namespace dateline

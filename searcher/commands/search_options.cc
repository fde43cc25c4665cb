// Options to a request.
#include "searcher/commands/search_options.h"

namespace dateline {

void add_search_options(CLI::App& app, SearchOptions& options) {
  add_filter_options(app, options.filters);
  add_page_options(app, options.request);
  add_facet_options(app, options.facets, options.request);
  app.add_option("--sort", options.sort, "Order of the hits")
      ->type_name("ORDER")
      ->check(one_of({"relevance", "newest", "oldest"}));
  app.add_option("--match", options.match,
                 "Whether articles must have all words side by side, or any")
      ->type_name("WHICH")
      ->check(one_of({"all", "any"}));
  app.add_option("--syntax", options.syntax,
                 "query: the query language; words: every character is plain text")
      ->type_name("NAME")
      ->check(one_of({"query", "words"}));
  app.add_option("--ranking", options.ranking,
                 "How hits are scored: a model, and its parameters as in bm25:k1=1.2,b=0.75 "
                 "(docs/ranking.md)")
      ->type_name("NAME");
  add_feedback_option(app, options.feedback);
}

SearchRequest to_request(const SearchOptions& options) {
  SearchRequest request = options.request;
  request.syntax = options.syntax == "words" ? QuerySyntax::Words : QuerySyntax::Query;
  request.match = options.match == "any" ? MatchMode::Any : MatchMode::All;
  request.sort = options.sort == "newest"   ? SortOrder::Newest
                 : options.sort == "oldest" ? SortOrder::Oldest
                                            : SortOrder::Relevance;
  request.ranking = parse_ranking(options.ranking);
  request.feedback = parse_feedback(options.feedback);
  set_filters(options.filters, request);
  set_facets(options.facets, request);
  request.today = today();
  return request;
}

CLI::Validator not_empty() {
  return {[](const std::string& text) { return text.empty() ? "is empty" : ""; }, ""};
}

void add_feedback_option(CLI::App& app, std::string& feedback) {
  app.add_option("--feedback", feedback,
                 "bo1: what the best hits say more often than other articles weighs too; with "
                 "parameters as in bo1:articles=5,terms=20,weight=0.1 (docs/ranking.md)")
      ->type_name("NAME");
}

void add_tag_option(CLI::App& app, std::string& tag) {
  app.add_option("--tag", tag, "The name of the run, on every line of --format trec")
      ->type_name("NAME")
      ->check(not_empty());
}

}  // namespace dateline

// The options of a search, one table of them for every command that ranks articles for a query.
#pragma once

#include <string>

#include "common/cli/program.h"
#include "searcher/commands/facet_options.h"
#include "searcher/commands/filter_options.h"
#include "searcher/match/request.h"

namespace dateline {

/// What these options were given. A command whose defaults differ sets them before they are
/// registered.
struct SearchOptions {
  SearchRequest request;
  FilterOptions filters;
  FacetOptions facets;
  std::string sort = "relevance";
  std::string match = "all";
  std::string syntax = "query";
  std::string ranking = "ineb2";
  std::string feedback = "none";
};

/// Registers them. `options` outlives the app.
void add_search_options(CLI::App& app, SearchOptions& options);

/// What is asked with any text. Throws Error for a facet or language that there is not.
SearchRequest to_request(const SearchOptions& options);

/// Accepts any text but an empty one.
CLI::Validator not_empty();

/// Registers `--feedback`, for `parse_feedback`.
void add_feedback_option(CLI::App& app, std::string& feedback);

/// Registers `--tag`, the name of a TREC run.
void add_tag_option(CLI::App& app, std::string& tag);

}  // namespace dateline

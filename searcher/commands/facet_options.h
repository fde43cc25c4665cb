// The options that say which facets a result has, and which of their values.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "searcher/match/request.h"

namespace dateline {

struct FacetOptions {
  std::vector<std::string> facets;    ///< lists of names; empty: all
  std::vector<std::string> searches;  ///< "person:wag"
  std::string sort = "count";
};

void add_facet_options(CLI::App& app, FacetOptions& options, SearchRequest& request);

/// Throws Error when a facet is named that there is not, or cannot be searched.
void set_facets(const FacetOptions& options, SearchRequest& request);

}  // namespace dateline

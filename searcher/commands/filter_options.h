// The options that narrow a search, for every command that finds articles.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "common/cli/program.h"
#include "searcher/match/request.h"

namespace dateline {

/// What these options were given.
struct FilterOptions {
  std::array<NameFilter, all_name_types.size()> names;
  std::vector<std::string> languages;  ///< codes or names
  std::vector<std::string> dates;
  std::vector<std::string> mentioned;
};

/// Registers them. `options` outlives the app.
void add_filter_options(CLI::App& app, FilterOptions& options);

/// Narrows a request by them. Throws Error for a language that is none.
void set_filters(const FilterOptions& options, SearchRequest& request);

/// Registers `--limit`, `--offset` and `--snippets`, which say how much of an answer is shown.
/// `request` outlives the app.
void add_page_options(CLI::App& app, SearchRequest& request);

}  // namespace dateline

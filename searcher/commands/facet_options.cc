// Adds and reads the options of facets.
#include "searcher/commands/facet_options.h"

#include <algorithm>
#include <optional>

#include "common/cli/program.h"
#include "common/error.h"

namespace dateline {

namespace {

FacetKind read_facet(const std::string& name) {
  const std::optional<FacetKind> facet = parse_facet_kind(name);
  if (!facet) {
    throw Error(
        "there is no facet \"" + name + "\"",
        "the facets are person, organization, location, source, date and mentioned; or none");
  }
  return *facet;
}

std::vector<FacetKind> read_facets(const std::vector<std::string>& lists) {
  if (lists.empty()) {
    return {all_facets.begin(), all_facets.end()};
  }
  std::vector<FacetKind> facets;
  for (const std::string& list : lists) {
    for (const std::string& name : CLI::detail::split(list, ',')) {
      if (name == "none" || name.empty()) {
        continue;
      }
      const FacetKind facet = read_facet(name);
      if (std::ranges::find(facets, facet) == facets.end()) {
        facets.push_back(facet);
      }
    }
  }
  return facets;
}

FacetSearch read_search(const std::string& text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos) {
    throw Error("--facet-find " + text + " does not say in which facet",
                "write the facet before it, such as person:" + text);
  }
  FacetSearch search{read_facet(text.substr(0, colon)), text.substr(colon + 1)};
  if (search.facet == FacetKind::Date || search.facet == FacetKind::Mentioned) {
    throw Error("the values of a facet of dates cannot be searched",
                "narrow the dates themselves with --date or --mentioned");
  }
  return search;
}

}  // namespace

void add_facet_options(CLI::App& app, FacetOptions& options, SearchRequest& request) {
  repeatable(app.add_option("--facets", options.facets,
                            "Facets to count: person,organization,location,source,date,mentioned; "
                            "or none"))
      ->type_name("LIST");
  app.add_option("--facet-limit", request.facet_limit, "Show so many values of a facet")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{0}, std::size_t{1'000'000'000'000}, "N"));
  app.add_option("--facet-sort", options.sort,
                 "Values by count, by name, or the most typical of these articles first; dates are "
                 "in order of time")
      ->type_name("ORDER")
      ->check(one_of({"count", "name", "typical"}));
  repeatable(app.add_option("--facet-find", options.searches,
                            "Of a facet, only values with a word that begins so: person:wag"))
      ->type_name("FACET:TEXT");
}

void set_facets(const FacetOptions& options, SearchRequest& request) {
  request.facets = read_facets(options.facets);
  request.facet_sort = options.sort == "name"      ? FacetSort::Name
                       : options.sort == "typical" ? FacetSort::Typical
                                                   : FacetSort::Count;
  request.facet_searches.clear();
  for (const std::string& text : options.searches) {
    const FacetSearch search = read_search(text);
    if (std::ranges::find(request.facet_searches, search.facet, &FacetSearch::facet) !=
        request.facet_searches.end()) {
      throw Error("--facet-find is given twice for one facet", "name every facet once");
    }
    request.facet_searches.push_back(search);
  }
}

}  // namespace dateline

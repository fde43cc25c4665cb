// Options to filters.
#include "searcher/commands/filter_options.h"

#include "common/text/stemmer.h"

namespace dateline {

namespace {

std::vector<std::string> read_languages(const std::vector<std::string>& names) {
  std::vector<std::string> codes;
  for (const std::string& name : names) {
    const Language* const language = find_language(name);
    if (language == nullptr) {
      throw Error("there is no language \"" + name + "\" in any archive",
                  "name one by its code, such as en or fr");
    }
    codes.emplace_back(language->code);
  }
  return codes;
}

}  // namespace

void add_filter_options(CLI::App& app, FilterOptions& options) {
  for (const NameType type : all_name_types) {
    const std::string name(to_string(type));
    NameFilter& filter = options.names.at(static_cast<std::size_t>(type));
    filter.type = type;
    repeatable(app.add_option("--" + name, filter.include,
                              "Only articles with this " + name + "; again: or with this one"))
        ->type_name("V");
    repeatable(app.add_option("--exclude-" + name, filter.exclude, "No articles with this " + name))
        ->type_name("V");
  }
  repeatable(app.add_option("--language", options.languages,
                            "Only articles in this language; again: or in this one"))
      ->type_name("CODE");
  repeatable(app.add_option("--date", options.dates,
                            "Only articles of these days: 2023, 2023-02, 2023-01..2023-02, 3m.."))
      ->type_name("RANGE");
  repeatable(app.add_option("--mentioned", options.mentioned,
                            "Only articles that name a date of these days; again: or of these"))
      ->type_name("RANGE");
}

void set_filters(const FilterOptions& options, SearchRequest& request) {
  for (const NameFilter& filter : options.names) {
    if (!filter.include.empty() || !filter.exclude.empty()) {
      request.names.push_back(filter);
    }
  }
  request.languages = read_languages(options.languages);
  request.dates = options.dates;
  request.mentioned = options.mentioned;
}

void add_page_options(CLI::App& app, SearchRequest& request) {
  // A negative number would be read as a very large one.
  const auto is_count = CLI::Range(std::size_t{0}, std::size_t{1'000'000'000'000}, "N");
  app.add_option("--limit", request.limit, "Show so many hits")->type_name("N")->check(is_count);
  app.add_option("--offset", request.offset, "Leave out so many hits at the top")
      ->type_name("N")
      ->check(is_count);
  app.add_option("--snippets", request.snippets, "Show so many passages of a hit at most")
      ->type_name("N")
      ->check(is_count);
}

}  // namespace dateline

// Writes options, quoted.
#include "searcher/prompt/command_line.h"

#include <algorithm>

namespace dateline {

namespace {

constexpr std::string_view safe =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+:,./-";

class CommandLine {
 public:
  explicit CommandLine(std::string_view command)
      : text_("dateline-search " + std::string(command)) {}

  /// A value that begins with "-" must not be read as an option, so it stands behind "=".
  void add(std::string_view option, std::string_view value) {
    text_.append(" --").append(option).append(value.starts_with('-') ? "=" : " ");
    text_ += quote_for_shell(value);
  }

  void add(std::string_view option, std::span<const std::string> values) {
    for (const std::string& value : values) {
      add(option, value);
    }
  }

  void add_number(std::string_view option, std::size_t number, std::size_t usual) {
    if (number != usual) {
      add(option, std::to_string(number));
    }
  }

  void add_argument(std::string_view text) {
    if (!text.empty()) {
      text_.append(text.starts_with('-') ? " -- " : " ") += quote_for_shell(text);
    }
  }

  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

std::string list_of(std::span<const FacetKind> facets) {
  std::string list;
  for (const FacetKind facet : facets) {
    list.append(list.empty() ? "" : ",").append(to_string(facet));
  }
  return list.empty() ? "none" : list;
}

void add_archives(CommandLine& line, std::span<const NamedArchive> archives) {
  for (const NamedArchive& archive : archives) {
    line.add("archive", archive.layout.folder.string());
  }
}

void add_filters(CommandLine& line, const SearchRequest& request) {
  for (const NameFilter& filter : request.names) {
    const std::string name(to_string(filter.type));
    line.add(name, filter.include);
    line.add("exclude-" + name, filter.exclude);
  }
  line.add("language", request.languages);
  line.add("date", request.dates);
  line.add("mentioned", request.mentioned);
}

}  // namespace

std::string quote_for_shell(std::string_view word) {
  std::string quoted;
  bool is_safe = !word.empty();
  for (const char c : word) {
    if (c == '\0') {
      continue;
    }
    is_safe = is_safe && safe.find(c) != std::string_view::npos;
    quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  }
  return is_safe ? quoted : "'" + quoted + "'";
}

std::string to_command_line(const SearchRequest& request, std::span<const NamedArchive> archives) {
  const SearchRequest usual;
  CommandLine line("query");
  add_archives(line, archives);
  add_filters(line, request);
  if (request.sort != usual.sort) {
    line.add("sort", request.sort == SortOrder::Newest ? "newest" : "oldest");
  }
  if (request.match != usual.match) {
    line.add("match", "any");
  }
  if (!std::ranges::equal(request.facets, usual.facets)) {
    line.add("facets", list_of(request.facets));
  }
  line.add_number("facet-limit", request.facet_limit, usual.facet_limit);
  line.add_number("offset", request.offset, usual.offset);
  line.add_number("limit", request.limit, usual.limit);
  line.add_number("snippets", request.snippets, usual.snippets);
  line.add_argument(request.text);
  return line.take();
}

std::string to_similar_command_line(std::string_view id, const SearchRequest& request,
                                    std::span<const NamedArchive> archives) {
  CommandLine line("similar");
  add_archives(line, archives);
  add_filters(line, request);
  line.add_number("offset", request.offset, SearchRequest{}.offset);
  // An archive is called by what it is given as, and here that is its whole path.
  const auto own = std::ranges::find_if(archives, [&](const NamedArchive& archive) {
    return archives.size() > 1 && id.starts_with(archive.name + ":");
  });
  line.add_argument(own == archives.end()
                        ? std::string(id)
                        : own->layout.folder.string() + std::string(id.substr(own->name.size())));
  return line.take();
}

}  // namespace dateline

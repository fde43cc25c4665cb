// Reads addresses by their parts: scheme, host, segments of the path.
#include "indexer/analyze/web_address.h"

#include <algorithm>
#include <vector>

#include "common/ascii.h"

namespace dateline {

namespace {

/// An address without scheme, user, query and fragment: "host:port/path". Empty for an address
/// that is no page of the web.
std::string_view host_and_path(std::string_view url) {
  url = trim(url);
  if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos) {
    const std::string_view name = url.substr(0, scheme);
    if (!equal_ignoring_case(name, "http") && !equal_ignoring_case(name, "https")) {
      return {};
    }
    url.remove_prefix(scheme + 3);
  } else if (url.starts_with("//")) {
    url.remove_prefix(2);
  } else if (url.substr(0, url.find('/')).find('@') != std::string_view::npos) {
    return {};  // an e-mail address
  }
  return url.substr(0, url.find_first_of("?#"));
}

std::vector<std::string_view> split_path(std::string_view url) {
  std::vector<std::string_view> segments;
  std::string_view rest = host_and_path(url);
  for (std::size_t slash = rest.find('/'); slash != std::string_view::npos;
       slash = rest.find('/')) {
    rest.remove_prefix(slash + 1);
    segments.push_back(rest.substr(0, rest.find('/')));
  }
  return segments;
}

/// Pages are younger than the web; other years come from numbers that are no dates.
std::optional<Date> as_page_date(std::optional<Date> date) {
  constexpr Date oldest{std::chrono::year{1900} / 1 / 1};
  constexpr Date newest{std::chrono::year{2100} / 1 / 1};
  return date && *date >= oldest && *date < newest ? date : std::nullopt;
}

bool is_number(std::string_view text, std::size_t min_digits, std::size_t max_digits) {
  return text.size() >= min_digits && text.size() <= max_digits &&
         std::ranges::all_of(text, [](char c) { return is_digit(c); });
}

/// "2023", "02", "06" and "2023", "feb", "06".
std::optional<Date> date_of_segments(std::string_view y, std::string_view m, std::string_view d) {
  if (!is_number(y, 4, 4) || !is_number(d, 1, 2)) {
    return std::nullopt;
  }
  std::string text;
  if (is_number(m, 1, 2)) {
    text.append(y).append("-").append(m).append("-").append(d);
  } else {
    text.append(d).append(" ").append(m).append(" ").append(y);
  }
  return as_page_date(parse_date(text));
}

/// "2023-02-06-title", "title-2023-02-06" and "20230206-title". Eight digits at the end of a title
/// are the number of an article as often as a day.
std::optional<Date> date_of_segment(std::string_view segment) {
  constexpr std::size_t iso_bytes = 10;
  constexpr std::size_t digits_bytes = 8;
  const auto day_at_start = [&](std::size_t bytes) -> std::optional<Date> {
    const bool ends_there =
        segment.size() == bytes ||
        (segment.size() > bytes && !is_digit(segment[bytes]) && !is_letter(segment[bytes]));
    return ends_there ? as_page_date(parse_date(segment.substr(0, bytes))) : std::nullopt;
  };
  if (const auto date = day_at_start(iso_bytes)) {
    return date;
  }
  if (is_number(segment.substr(0, digits_bytes), digits_bytes, digits_bytes)) {
    return day_at_start(digits_bytes);
  }
  if (segment.size() > iso_bytes && segment[segment.size() - iso_bytes - 1] == '-') {
    const std::string_view end = segment.substr(segment.size() - iso_bytes);
    return is_number(end.substr(0, 4), 4, 4) ? as_page_date(parse_date(end)) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::string host_of(std::string_view url) {
  std::string_view host = host_and_path(url);
  host = host.substr(0, host.find('/'));
  if (const std::size_t at = host.rfind('@'); at != std::string_view::npos) {
    host.remove_prefix(at + 1);
  }
  host = host.substr(0, host.find(':'));
  std::string name(host);
  std::ranges::transform(name, name.begin(), to_lower);
  if (name.starts_with("www.")) {
    name.erase(0, 4);
  }
  const bool is_host = name.find('.') != std::string::npos && name.find(' ') == std::string::npos;
  return is_host ? name : std::string();
}

std::optional<Date> date_of_url(std::string_view url) {
  const std::vector<std::string_view> path = split_path(url);
  for (std::size_t i = 0; i + 2 < path.size(); ++i) {
    if (const auto date = date_of_segments(path[i], path[i + 1], path[i + 2])) {
      return date;
    }
  }
  for (const std::string_view segment : path) {
    if (const auto date = date_of_segment(segment)) {
      return date;
    }
  }
  return std::nullopt;
}

}  // namespace dateline

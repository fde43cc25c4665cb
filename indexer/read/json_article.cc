// The keys of BEIR, of news crawlers and of our own, in the order in which they are believed.
#include "indexer/read/json_article.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "common/archive/stored_article.h"
#include "common/date.h"
#include "common/text/stemmer.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;
using Keys = std::span<const std::string_view>;

constexpr std::array<std::string_view, 2> id_keys = {"id", "_id"};
constexpr std::array<std::string_view, 2> title_keys = {"title", "headline"};
constexpr std::array<std::string_view, 4> text_keys = {"text", "body", "content", "maintext"};
constexpr std::array<std::string_view, 3> date_keys = {"date", "published", "date_publish"};
constexpr std::array<std::string_view, 3> source_keys = {"source", "outlet", "domain"};
constexpr std::array<std::string_view, 2> author_keys = {"author", "byline"};
constexpr std::array<std::string_view, 2> language_keys = {"language", "lang"};
constexpr std::array<std::string_view, 1> url_keys = {"url"};

/// What `read` makes of the first of these keys that it makes something of; else an empty value.
template <typename Read>
auto first_of(const object& record, Keys keys, Read read) -> decltype(read(element{})) {
  for (const std::string_view key : keys) {
    element value;
    if (record.at_key(key).get(value) == simdjson::SUCCESS) {
      if (auto result = read(value); result != decltype(result){}) {
        return result;
      }
    }
  }
  return {};
}

std::string_view string_of(const element& value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? text : std::string_view{};
}

std::string read_id(const element& value) {
  if (value.is_number()) {
    return simdjson::minify(value);
  }
  return percent_encode(string_of(value), true);
}

std::string read_line(const element& value) {
  return mend_line(string_of(value));
}

/// As it stands, where mending leaves something of it.
std::string read_raw(const element& value) {
  const std::string_view text = string_of(value);
  return is_blank_when_mended(text) ? std::string() : std::string(text);
}

/// Blank too, where no other key says more.
std::string read_blank(const element& value) {
  return std::string(string_of(value));
}

std::string raw_text(const object& record, Keys keys) {
  std::string text = first_of(record, keys, read_raw);
  return text.empty() ? first_of(record, keys, read_blank) : text;
}

/// One author, or the authors of a list.
std::string read_author(const element& value) {
  simdjson::dom::array list;
  if (value.get(list) != simdjson::SUCCESS) {
    return read_line(value);
  }
  std::string authors;
  for (const element& entry : list) {
    if (const std::string author = read_line(entry); !author.empty()) {
      authors += (authors.empty() ? "" : ", ") + author;
    }
  }
  return authors;
}

std::string read_language(const element& value) {
  const Language* const language = find_language(string_of(value));
  return language != nullptr ? std::string(language->code) : std::string{};
}

/// A day written as a number (20230206), or a moment in Unix seconds or milliseconds. Small numbers
/// are more likely a year or "unknown" than a moment in the early seventies.
std::optional<Date> date_of(std::int64_t number) {
  constexpr std::int64_t first_seconds = 100'000'000;           // March 1973
  constexpr std::int64_t first_milliseconds = 100'000'000'000;  // the same; as seconds, year 5138
  constexpr std::int64_t last_milliseconds = 100'000'000'000'000;  // year 5138
  if (number < first_seconds) {
    return parse_date(std::to_string(number));
  }
  if (number >= last_milliseconds) {
    return std::nullopt;
  }
  const std::int64_t seconds = number < first_milliseconds ? number : number / 1000;
  return std::chrono::floor<std::chrono::days>(
      std::chrono::sys_seconds{std::chrono::seconds{seconds}});
}

std::optional<Date> read_date(const element& value) {
  std::int64_t number = 0;
  if (value.get(number) == simdjson::SUCCESS) {
    return date_of(number);
  }
  double fraction = 0;
  if (value.get(fraction) == simdjson::SUCCESS) {
    constexpr double exact = 1e15;
    return fraction >= 0 && fraction < exact ? date_of(static_cast<std::int64_t>(fraction))
                                             : std::nullopt;
  }
  return parse_date(mend_line(string_of(value)));
}

bool is_surrogate(std::string_view digits) {
  return digits.size() >= 2 && (digits[0] == 'd' || digits[0] == 'D') &&
         std::string_view("89abABcdefCDEF").find(digits[1]) != std::string_view::npos;
}

/// Makes surrogates that lack their other half U+FFFD, as truncating programs write them: they are
/// JSON, but no text. Complete pairs stay.
void mend_surrogates(std::string& json) {
  const std::string_view high_digits = "89abAB";
  for (std::size_t at = json.find('\\'); at != std::string::npos; at = json.find('\\', at)) {
    const std::string_view rest = std::string_view(json).substr(at);
    if (rest.size() < 6 || rest[1] != 'u' || !is_surrogate(rest.substr(2, 4))) {
      at += 2;
      continue;
    }
    const auto is_high = [high_digits](char c) { return high_digits.find(c) != std::string::npos; };
    const bool pair = is_high(rest[3]) && rest.size() >= 12 && rest[6] == '\\' && rest[7] == 'u' &&
                      is_surrogate(rest.substr(8, 4)) && !is_high(rest[9]);
    if (!pair) {
      json.replace(at + 2, 4, "fffd");
    }
    at += pair ? 12 : 6;
  }
}

simdjson::error_code parse(std::string& json, simdjson::dom::parser& parser, element& document) {
  // The parser reads some bytes beyond the end, so they must be ours.
  const std::size_t size = json.size();
  json.append(simdjson::SIMDJSON_PADDING, ' ');
  const simdjson::error_code error =
      parser.parse(reinterpret_cast<const std::uint8_t*>(json.data()), size, false).get(document);
  json.resize(size);
  return error;
}

/// Parses, and once more with what may have been wrong mended.
simdjson::error_code parse_mended(std::string& json, simdjson::dom::parser& parser,
                                  element& document) {
  const simdjson::error_code error = parse(json, parser, document);
  if (error == simdjson::SUCCESS) {
    return error;
  }
  if (!is_valid_utf8(json)) {
    json = decode_text(json);
  }
  mend_surrogates(json);
  return parse(json, parser, document);
}

/// What simdjson says of an error, without its full stop and what only a programmer can use.
std::string reason(simdjson::error_code error) {
  std::string message = simdjson::error_message(error);
  return message.substr(0, message.find_first_of(".:"));
}

}  // namespace

ArticleOrMessage read_json_article(std::string& json, simdjson::dom::parser& parser) {
  element document;
  if (const simdjson::error_code error = parse_mended(json, parser, document);
      error != simdjson::SUCCESS) {
    return "record is not JSON (" + reason(error) + "): mend or remove it";
  }
  object record;
  if (document.get(record) != simdjson::SUCCESS) {
    return "record is not a JSON object: mend or remove it";
  }

  RawArticle raw;
  raw.title = raw_text(record, title_keys);
  raw.text = raw_text(record, text_keys);
  if (is_blank_when_mended(raw.title) && is_blank_when_mended(raw.text)) {
    return "record has neither a title nor a text: give it one, or remove it";
  }
  Article& article = raw.article;
  article.id = first_of(record, id_keys, read_id);
  article.date = first_of(record, date_keys, read_date);
  article.source = first_of(record, source_keys, read_line);
  article.author = first_of(record, author_keys, read_author);
  article.language = first_of(record, language_keys, read_language);
  article.url = first_of(record, url_keys, read_line);
  return raw;
}

}  // namespace dateline

// Writing and reading the stored form of an article.
#include "common/archive/stored_article.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>
#include <charconv>
#include <iomanip>
#include <sstream>

#include "common/text/utf8.h"

namespace dateline {

namespace {

constexpr std::string_view magic = "dateline 1 ";
constexpr std::size_t digest_bytes = 16;

std::string digest_of(std::string_view bytes) {
  std::ostringstream hex;
  hex << std::hex << std::setfill('0') << std::setw(digest_bytes)
      << XXH3_64bits(bytes.data(), bytes.size());
  return hex.str();
}

/// The text fields in the order in which they are stored.
struct StoredField {
  std::string_view key;
  std::string Article::*member;
};
constexpr std::array stored_fields = {
    StoredField{"id", &Article::id},         StoredField{"source", &Article::source},
    StoredField{"author", &Article::author}, StoredField{"language", &Article::language},
    StoredField{"url", &Article::url},       StoredField{"title", &Article::title},
};

void append_line(std::string& out, std::string_view key, std::string_view value) {
  if (!value.empty()) {
    out.append(key).append(" ").append(percent_encode(value, false)).append("\n");
  }
}

bool set_field(Article& article, std::string_view key, std::string_view encoded) {
  std::string value = percent_decode(encoded);
  for (const StoredField& field : stored_fields) {
    if (field.key == key) {
      article.*field.member = std::move(value);
      return true;
    }
  }
  if (key == "path") {
    article.origin.path = std::move(value);
  } else if (key == "record") {
    article.origin.record = std::move(value);
  } else if (key == "title_derived") {
    article.title_derived = true;
  } else if (key == "date") {
    article.date = parse_date(value);
    return article.date.has_value();
  } else if (key == "date_from") {
    const std::optional<DateFrom> from = parse_date_from(value);
    article.date_from = from.value_or(DateFrom::Metadata);
    return from.has_value();
  } else {
    return false;
  }
  return true;
}

/// Zero-width and bidirectional controls, which make one id look like another.
bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

int hex_value(char c) {
  int value = -1;
  std::from_chars(&c, &c + 1, value, 16);
  return value;
}

}  // namespace

std::string to_stored(const Article& article) {
  std::string body;
  append_line(body, "path", article.origin.path);
  append_line(body, "record", article.origin.record);
  for (const StoredField& field : stored_fields) {
    append_line(body, field.key, article.*field.member);
  }
  if (article.title_derived) {
    append_line(body, "title_derived", "yes");
  }
  if (article.date) {
    append_line(body, "date", to_string(*article.date));
    append_line(body, "date_from", to_string(article.date_from));
  }
  body += '\n';
  body += article.text;
  return std::string(magic) + digest_of(body) + "\n" + body;
}

std::optional<Article> from_stored(std::string_view stored) {
  const std::size_t head = magic.size() + digest_bytes + 1;
  if (stored.size() < head || !stored.starts_with(magic) || stored[head - 1] != '\n') {
    return std::nullopt;
  }
  std::string_view body = stored.substr(head);
  if (stored.substr(magic.size(), digest_bytes) != digest_of(body)) {
    return std::nullopt;
  }
  Article article;
  while (true) {
    const std::size_t end = body.find('\n');
    if (end == std::string_view::npos) {
      return std::nullopt;
    }
    const std::string_view line = body.substr(0, end);
    body.remove_prefix(end + 1);
    if (line.empty()) {
      break;
    }
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos ||
        !set_field(article, line.substr(0, space), line.substr(space + 1))) {
      return std::nullopt;
    }
  }
  article.text = body;
  return article;
}

std::string percent_encode(std::string_view bytes, bool encode_spaces) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = code_point_at(bytes, at);
    const bool is_invalid = point.value == 0xFFFD && point.bytes == 1;
    const bool is_space = point.value == ' ' || point.value == 0xA0 || point.value == 0x1680 ||
                          (point.value >= 0x2000 && point.value <= 0x200A) ||
                          point.value == 0x2028 || point.value == 0x2029 || point.value == 0x202F ||
                          point.value == 0x205F || point.value == 0x3000;
    const bool is_unsafe = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0) ||
                           point.value == '%' || is_invalid || is_invisible(point.value) ||
                           (is_space && encode_spaces);
    for (const char c : bytes.substr(at, point.bytes)) {
      const auto byte = static_cast<unsigned char>(c);
      if (is_unsafe) {
        encoded += '%';
        encoded += digits[byte >> 4];
        encoded += digits[byte & 15];
      } else {
        encoded += c;
      }
    }
    at += point.bytes;
  }
  return encoded;
}

std::string percent_decode(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '%' && at + 2 < text.size() && hex_value(text[at + 1]) >= 0 &&
        hex_value(text[at + 2]) >= 0) {
      bytes += static_cast<char>(hex_value(text[at + 1]) * 16 + hex_value(text[at + 2]));
      at += 2;
    } else {
      bytes += text[at];
    }
  }
  return bytes;
}

}  // namespace dateline

// Writing and reading the stored form of an article.
#include "common/archive/stored_article.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstdint>

#include "common/text/utf8.h"

namespace dateline {

namespace {

constexpr std::string_view magic = "dateline 1 ";
constexpr std::size_t digest_bytes = 16;

using Digest = std::array<char, digest_bytes>;

Digest digest_of(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::uint64_t hash = XXH3_64bits(bytes.data(), bytes.size());
  Digest digest{};
  for (char& digit : digest) {
    hash = std::rotl(hash, 4);
    digit = digits[hash & 15U];
  }
  return digest;
}

/// Zero-width and bidirectional controls, which make one id look like another.
bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

/// Whether a character beyond ASCII has to be encoded.
bool is_unsafe(const CodePoint& point, bool encode_spaces) {
  const char32_t c = point.value;
  const bool is_invalid = c == 0xFFFD && point.bytes == 1;
  const bool is_space = c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
                        c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
  return c < 0xA0 || is_invalid || is_invisible(c) || (is_space && encode_spaces);
}

/// `percent_encode` onto the end of a string.
void append_encoded(std::string& out, std::string_view bytes, bool encode_spaces) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const char first_plain = encode_spaces ? '!' : ' ';
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t end = at;
    while (end < bytes.size() && bytes[end] >= first_plain && bytes[end] < 0x7F &&
           bytes[end] != '%') {
      ++end;
    }
    out.append(bytes, at, end - at);
    at = end;
    if (at == bytes.size()) {
      return;
    }
    const CodePoint point = code_point_at(bytes, at);
    // What stopped the walk in ASCII is '%', a space or a control character.
    if (point.value < 0x80 || is_unsafe(point, encode_spaces)) {
      for (const char c : bytes.substr(at, point.bytes)) {
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4];
        out += digits[byte & 15];
      }
    } else {
      out.append(bytes, at, point.bytes);
    }
    at += point.bytes;
  }
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
    out.append(key).append(" ");
    append_encoded(out, value, false);
    out.append("\n");
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

int hex_value(char c) {
  int value = -1;
  std::from_chars(&c, &c + 1, value, 16);
  return value;
}

}  // namespace

std::string to_stored(const Article& article) {
  std::string stored(magic);
  stored.append(digest_bytes, '0').append("\n");
  const std::size_t head = stored.size();
  append_line(stored, "path", article.origin.path);
  append_line(stored, "record", article.origin.record);
  for (const StoredField& field : stored_fields) {
    append_line(stored, field.key, article.*field.member);
  }
  if (article.title_derived) {
    append_line(stored, "title_derived", "yes");
  }
  if (article.date) {
    append_line(stored, "date", to_string(*article.date));
    append_line(stored, "date_from", to_string(article.date_from));
  }
  stored.reserve(stored.size() + 1 + article.text.size());
  stored += '\n';
  stored += article.text;
  const Digest digest = digest_of(std::string_view(stored).substr(head));
  stored.replace(magic.size(), digest.size(), digest.data(), digest.size());
  return stored;
}

std::optional<Article> from_stored(std::string_view stored) {
  const std::size_t head = magic.size() + digest_bytes + 1;
  if (stored.size() < head || !stored.starts_with(magic) || stored[head - 1] != '\n') {
    return std::nullopt;
  }
  std::string_view body = stored.substr(head);
  if (!std::ranges::equal(stored.substr(magic.size(), digest_bytes), digest_of(body))) {
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
  std::string encoded;
  append_encoded(encoded, bytes, encode_spaces);
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

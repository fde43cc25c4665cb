// Mending text at the door: charsets, mojibake, odd characters. One walk over the code points, and
// none at all over plain ASCII.
#include <iconv.h>
#include <uchardet/uchardet.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <optional>

#include "common/text/character.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// Converts by iconv; what it cannot read becomes U+FFFD, a byte at a time.
std::optional<std::string> convert(std::string_view bytes, const char* charset) {
  const iconv_t converter = iconv_open("UTF-8", charset);
  // NOLINTNEXTLINE(performance-no-int-to-ptr): what POSIX returns for a charset it does not know
  if (converter == reinterpret_cast<iconv_t>(-1)) {
    return std::nullopt;
  }
  std::string text;
  std::array<char, 4096> buffer{};
  std::string input(bytes);
  char* in = input.data();
  std::size_t in_left = input.size();
  while (in_left > 0) {
    char* out = buffer.data();
    std::size_t out_left = buffer.size();
    const std::size_t result = iconv(converter, &in, &in_left, &out, &out_left);
    text.append(buffer.data(), buffer.size() - out_left);
    if (result == static_cast<std::size_t>(-1) && errno != E2BIG) {
      append_utf8(text, replacement);
      ++in;
      --in_left;
    }
  }
  iconv_close(converter);
  return text;
}

std::string detect_charset(std::string_view bytes) {
  constexpr std::size_t enough = std::size_t{1} << 16;
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       &uchardet_delete);
  uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), enough));
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

/// Whether what is not ASCII in these bytes is more often valid UTF-8 than not.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t valid = 0;
  std::size_t invalid = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = code_point_at(bytes, at);
    if (point.bytes > 1) {
      ++valid;
    } else if (point.value == replacement) {
      ++invalid;
    }
    at += point.bytes;
  }
  return valid > invalid;
}

std::string replace_invalid(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = code_point_at(bytes, at);
    append_utf8(text, point.value);
    at += point.bytes;
  }
  return text;
}

/// The byte that Windows-1252, or Latin-1 where that has none, writes for a character.
std::optional<unsigned char> windows_1252_byte(char32_t c) {
  constexpr std::array<char32_t, 32> high = {
      0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
      0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};
  if (c >= 0x80 && c <= 0xFF) {
    return static_cast<unsigned char>(c);
  }
  const auto* const found = std::ranges::find(high, c);
  if (found == high.end()) {
    return std::nullopt;
  }
  return static_cast<unsigned char>(0x80 + (found - high.begin()));
}

bool is_plain_ascii(char c) {
  return (c >= ' ' && c < 0x7F) || c == '\n';
}

/// Walks over a text and writes it mended.
class Mender {
 public:
  /// `alignment` may be nullptr.
  Mender(std::string_view text, TextAlignment* alignment) : text_(text), alignment_(alignment) {
    out_.reserve(text.size());
  }

  std::string mend() {
    while (copy_plain_ascii()) {
      const std::size_t mended_begin = out_.size();
      const std::size_t begin = at_;
      const CodePoint point = code_point_at(text_, at_);
      if (!undo_mojibake(point) && !is_stray_lead(point)) {
        put(point.value);
      }
      at_ += point.bytes;
      if (alignment_ != nullptr && out_.size() - mended_begin != at_ - begin) {
        alignment_->add({mended_begin, out_.size()}, {begin, at_});
      }
    }
    return std::move(out_);
  }

  /// Whether what was written has accents that may compose with the letter before them.
  bool has_combining_accents() const { return has_combining_accents_; }

 private:
  /// Copies what needs no looking at; false at the end of the text.
  bool copy_plain_ascii() {
    std::size_t end = at_;
    while (end < text_.size() && is_plain_ascii(text_[end])) {
      ++end;
    }
    if (end > at_) {
      out_.append(text_, at_, end - at_);
      previous_ = static_cast<unsigned char>(text_[end - 1]);
      at_ = end;
    }
    return at_ < text_.size();
  }

  /// UTF-8 that was read as Windows-1252 shows as one of a few lead characters and what continues
  /// it. Other leads ("É»", "Ö“") stand in honest text, so they are left alone.
  bool undo_mojibake(const CodePoint& lead) {
    std::size_t more = 0;
    switch (lead.value) {
      case 0xC2:  // Â
      case 0xC3:  // Ã
      case 0xC4:  // Ä
      case 0xC5:  // Å
        more = 1;
        break;
      case 0xE2:  // â, of the typographic signs
      case 0xEF:  // ï, of the byte order mark
        more = 2;
        break;
      default: return false;
    }
    std::string bytes(1, static_cast<char>(lead.value));
    std::size_t after = at_ + lead.bytes;
    for (; more > 0 && after < text_.size(); --more) {
      const CodePoint next = code_point_at(text_, after);
      const std::optional<unsigned char> byte = windows_1252_byte(next.value);
      if (!byte || *byte > 0xBF) {
        return false;
      }
      // A capital at the end of a quotation: "IRMÃ»", "SPÄ“".
      if (is_upper_case(previous_) && is_closing_quote(next.value)) {
        return false;
      }
      bytes += static_cast<char>(*byte);
      after += next.bytes;
    }
    if (more > 0 || !is_valid_utf8(bytes)) {
      return false;
    }
    put(code_point_at(bytes, 0).value);
    // mend() steps over the lead itself.
    at_ = after - lead.bytes;
    return true;
  }

  /// What is left of a no-break space that lost its second half: "reportÂ".
  bool is_stray_lead(const CodePoint& point) const {
    if (point.value != 0xC2 || is_upper_case(previous_) || previous_ == 0) {
      return false;
    }
    const std::size_t after = at_ + point.bytes;
    return after == text_.size() || text_[after] == ' ' || text_[after] == '\n' ||
           text_[after] == '\r';
  }

  static bool is_closing_quote(char32_t c) {
    return c == 0xBB || c == 0x201C || c == 0x201D || c == 0x2018 || c == 0x2019;
  }

  void put(char32_t c) {
    if (c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029 || c == '\f' || c == '\v') {
      const bool is_pair = c == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
      c = is_pair ? 0 : U'\n';
    } else if (c == '\t' || is_space_separator(c)) {
      c = U' ';
    } else if (is_unwanted(c)) {
      c = 0;
    }
    if (c != 0) {
      append_utf8(out_, c);
      previous_ = c;
      has_combining_accents_ = has_combining_accents_ || (c >= 0x300 && c <= 0x36F);
    }
  }

  /// The category Zs, which Unicode has closed.
  static bool is_space_separator(char32_t c) {
    return c == ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
           c == 0x205F || c == 0x3000;
  }

  static bool is_unwanted(char32_t c) {
    return (c < 0x20 && c != '\n') || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x61C ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || (c >= 0xE0000 && c <= 0xE007F);
  }

  std::string_view text_;
  TextAlignment* alignment_;
  std::size_t at_ = 0;
  char32_t previous_ = 0;
  std::string out_;
  bool has_combining_accents_ = false;
};

/// The canonical composition of some characters; themselves when that fails.
std::string compose_piece(std::string_view piece) {
  utf8proc_uint8_t* composed = nullptr;
  const utf8proc_ssize_t bytes =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(piece.data()),
                   static_cast<utf8proc_ssize_t>(piece.size()), &composed,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(composed, &std::free);
  if (bytes < 0) {
    return std::string(piece);
  }
  return {reinterpret_cast<const char*>(composed), static_cast<std::size_t>(bytes)};
}

/// Notes a piece at the end of `out` that was composed, without the same bytes on both its sides,
/// so that a long piece is not taken for one character.
void note_composed(std::string_view composed, std::string_view piece, TextSpan now, TextSpan before,
                   TextAlignment& alignment) {
  const auto is_inside = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
  std::size_t same = 0;
  std::size_t character = 0;  // where the last one begins that both may share
  const std::size_t most = std::min(composed.size(), piece.size());
  while (same < most && composed[same] == piece[same]) {
    character = is_inside(composed[same]) ? character : same;
    ++same;
  }
  now.begin += character;
  before.begin += character;
  std::size_t end = 0;
  while (end < most - character &&
         composed[composed.size() - 1 - end] == piece[piece.size() - 1 - end]) {
    ++end;
  }
  while (end > 0 && is_inside(composed[composed.size() - end])) {
    --end;
  }
  alignment.add({now.begin, now.end - end}, {before.begin, before.end - end});
}

/// Canonical composition, piece by piece: nothing composes with the ASCII character behind it.
std::string compose(std::string_view text, TextAlignment* alignment) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && !is_ascii(text[end])) {
      ++end;
    }
    const std::string_view piece = text.substr(at, end - at);
    if (piece.size() == 1) {
      out += piece;
    } else {
      const std::string composed = compose_piece(piece);
      if (alignment != nullptr && composed.size() != piece.size()) {
        note_composed(composed, piece, {out.size(), out.size() + composed.size()}, {at, end},
                      *alignment);
      }
      out += composed;
    }
    at = end;
  }
  return out;
}

/// Mends with or without an alignment.
std::string mend(std::string_view text, TextAlignment* alignment) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return is_plain_ascii(c); })) {
    return std::string(text);
  }
  const auto begin_step = [alignment] {
    if (alignment != nullptr) {
      alignment->begin_step();
    }
  };
  begin_step();
  Mender mender(text, alignment);
  std::string mended = mender.mend();
  if (!mender.has_combining_accents()) {
    return mended;
  }
  begin_step();
  return compose(mended, alignment);
}

/// White space folded to single spaces and trimmed.
std::string fold_spaces(std::string_view text, TextAlignment* alignment) {
  if (alignment != nullptr) {
    alignment->begin_step();
  }
  std::string line;
  line.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ' && text[i] != '\n') {
      line += text[i];
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    } else if (alignment != nullptr) {
      alignment->add({line.size(), line.size()}, {i, i + 1});
    }
  }
  if (line.ends_with(' ')) {
    line.pop_back();
  }
  return line;
}

}  // namespace

std::string decode_text(std::string_view bytes) {
  struct Mark {
    std::string_view bytes;
    const char* charset;
  };
  // UTF-32 first: its little-endian mark begins with that of UTF-16.
  constexpr std::array marks = {
      Mark{{"\xFF\xFE\0\0", 4}, "UTF-32LE"}, Mark{{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
      Mark{{"\xFF\xFE", 2}, "UTF-16LE"}, Mark{{"\xFE\xFF", 2}, "UTF-16BE"}};
  for (const Mark& mark : marks) {
    if (bytes.starts_with(mark.bytes)) {
      return convert(bytes.substr(mark.bytes.size()), mark.charset).value_or(std::string());
    }
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
  }
  if (is_valid_utf8(bytes)) {
    return std::string(bytes);
  }
  if (!is_mostly_utf8(bytes)) {
    const std::string charset = detect_charset(bytes);
    for (const char* candidate : {charset.c_str(), "WINDOWS-1252"}) {
      if (*candidate == '\0' || std::string_view(candidate) == "UTF-8") {
        continue;
      }
      if (std::optional<std::string> text = convert(bytes, candidate)) {
        return std::move(*text);
      }
    }
  }
  return replace_invalid(bytes);
}

std::string mend_text(std::string_view text) {
  return mend(text, nullptr);
}

std::string mend_line(std::string_view text) {
  return fold_spaces(mend(text, nullptr), nullptr);
}

std::string mend_text(std::string_view text, TextAlignment& alignment) {
  return mend(text, &alignment);
}

std::string mend_line(std::string_view text, TextAlignment& alignment) {
  return fold_spaces(mend(text, &alignment), &alignment);
}

}  // namespace dateline

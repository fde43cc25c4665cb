// Credits are told by their form: an agency behind a slash, "via", "photo by", or a name in
// parentheses behind the last full stop of the caption.
#include "indexer/analyze/caption.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "common/ascii.h"
#include "indexer/analyze/lines.h"

namespace dateline {

namespace {

/// Longer parentheses are part of a sentence.
constexpr std::size_t max_credit_bytes = 120;
constexpr std::size_t max_credit_words = 12;

template <std::size_t n>
bool starts_with_any(std::string_view text, const std::array<std::string_view, n>& phrases) {
  return std::ranges::any_of(phrases, [text](std::string_view p) { return text.starts_with(p); });
}

template <std::size_t n>
bool contains_any(std::string_view text, const std::array<std::string_view, n>& phrases) {
  return std::ranges::any_of(
      phrases, [text](std::string_view p) { return text.find(p) != std::string_view::npos; });
}

/// "Jane Doe/Agency": a slash after the first two words of a name, or beside a known agency.
bool has_name_and_agency(std::string_view credit) {
  constexpr std::array<std::string_view, 12> agencies = {
      "AFP",     "AP",           "AP Photo", "Reuters", "REUTERS", "EPA",
      "EPA-EFE", "Getty Images", "Getty",    "Anadolu", "Xinhua",  "Pool"};
  const std::size_t slash = credit.find('/');
  if (slash == std::string_view::npos) {
    return false;
  }
  const std::string_view left = trim(credit.substr(0, slash));
  const std::string_view right = trim(credit.substr(slash + 1));
  const std::string_view last = trim(right.substr(right.rfind('/') + 1));
  const auto is_agency = [&](std::string_view text) {
    return std::ranges::find(agencies, text) != agencies.end();
  };
  if (is_agency(left) || is_agency(last)) {
    return true;
  }
  const auto names = split_words(left);
  return names.size() >= 2 && is_name_like(names) && is_name_like(split_words(right));
}

/// What stands in the parentheses at the end of a caption.
bool is_credit_text(std::string_view inside, bool is_after_sentence) {
  constexpr std::array<std::string_view, 9> beginnings = {
      "photo by", "photo:",  "photo credit", "image:",         "image by",
      "picture:", "credit:", "courtesy of",  "screenshot from"};
  constexpr std::array<std::string_view, 4> marks = {"getty images", "ap photo", "file photo",
                                                     "via reuters"};
  const auto words = split_words(inside);
  if (inside.size() > max_credit_bytes || words.empty() || words.size() > max_credit_words) {
    return false;
  }
  const std::string plain = plain_line(inside);
  if (plain == "file" || plain == "photo" || starts_with_any(plain, beginnings) ||
      contains_any(plain, marks) || has_name_and_agency(inside)) {
    return true;
  }
  return is_after_sentence && words.size() <= 6 &&
         std::ranges::all_of(words, [](std::string_view word) {
           return is_capitalised(word) || word == "via" || word == "for" || word == "of";
         });
}

/// "(Jane Doe/AFP)" and "[Photo: Jane Doe]" at the end of a line.
std::size_t find_bracketed_credit(std::string_view line) {
  std::string_view head = line;
  if (head.ends_with('.')) {
    head.remove_suffix(1);
  }
  if (!head.ends_with(')') && !head.ends_with(']')) {
    return std::string_view::npos;
  }
  const char opening = head.back() == ')' ? '(' : '[';
  std::size_t depth = 0;
  for (std::size_t at = head.size(); at-- > 0 && head.size() - at < max_credit_bytes;) {
    depth += head[at] == head.back() ? 1U : 0U;
    if (head[at] != opening || --depth > 0) {
      continue;
    }
    const std::string_view before = trim(head.substr(0, at));
    const bool is_after_sentence = before.ends_with('.') && line.size() == head.size();
    return is_credit_text(trim(head.substr(at + 1, head.size() - at - 2)), is_after_sentence)
               ? at
               : std::string_view::npos;
  }
  return std::string_view::npos;
}

/// "REUTERS/Jane Doe" and "Photograph: Jane Doe/AP" at the end of a line or on one of its own.
std::size_t find_bare_credit(std::string_view line) {
  constexpr std::array<std::string_view, 9> openings = {
      "REUTERS/",       "AP Photo/", "Photograph: ", "Photo: ",  "Photo by ",
      "Photo credit: ", "PHOTO: ",   "Image: ",      "Picture: "};
  const std::size_t tail = line.size() - std::min(line.size(), max_credit_bytes);
  // All of them have one of these in them, and few lines do.
  const bool may_have_one = line.find('/', tail) != std::string_view::npos ||
                            line.find(':', tail) != std::string_view::npos ||
                            line.find("Photo by ", tail) != std::string_view::npos;
  for (const std::string_view opening : openings) {
    const std::size_t at = may_have_one ? line.find(opening, tail) : std::string_view::npos;
    if (at == std::string_view::npos || (at > 0 && is_letter(line[at - 1]))) {
      continue;
    }
    const auto words = split_words(line.substr(at + opening.size()));
    if (!words.empty() && words.size() <= 8 && is_capitalised(words.front())) {
      return at;
    }
  }
  const bool stands_alone =
      line.size() <= max_credit_bytes && split_words(line).size() <= 8 && !line.ends_with('.') &&
      (line == "Getty Images" || line.ends_with("/Getty Images") || line.ends_with("/AFP") ||
       line.ends_with("/AP") || line.ends_with("/Reuters") || line.ends_with("via Getty Images"));
  return stands_alone ? 0 : std::string_view::npos;
}

}  // namespace

std::size_t find_photo_credit(std::string_view line) {
  const std::size_t bracketed = find_bracketed_credit(line);
  return bracketed != std::string_view::npos ? bracketed : find_bare_credit(line);
}

bool is_caption(std::string_view line) {
  constexpr std::array<std::string_view, 12> beginnings = {
      "file photo",      "file - ",       "file – ",       "file — ",
      "photo:",          "image:",        "picture:",      "caption:",
      "screenshot from", "screenshot of", "image caption", "image source"};
  constexpr std::array<std::string_view, 3> marks = {"(file photo)", "[file photo]", "(file)"};
  const std::string plain = plain_line(line.substr(0, std::min<std::size_t>(line.size(), 1000)));
  return starts_with_any(plain, beginnings) || contains_any(plain, marks) ||
         find_photo_credit(line) != std::string_view::npos;
}

}  // namespace dateline

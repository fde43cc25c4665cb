// Mends a query run by run, so that what is odd in one word moves no offset in the others.
#include "searcher/query/query_text.h"

#include <algorithm>
#include <iterator>

#include "common/text/utf8.h"

namespace dateline {

namespace {

bool is_space(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

}  // namespace

std::size_t QueryText::typed_offset(std::size_t mended_offset) const {
  const auto after = std::ranges::upper_bound(runs, mended_offset, {}, &Run::mended_at);
  if (after == runs.begin()) {
    return 0;
  }
  const Run& run = *std::prev(after);
  return run.typed_at + (run.same ? mended_offset - run.mended_at : 0);
}

QueryText mend_query(std::string_view typed) {
  QueryText text;
  for (std::size_t at = 0; at < typed.size();) {
    const CodePoint first = code_point_at(typed, at);
    if (is_space(first.value)) {
      text.mended += ' ';
      at += first.bytes;
      continue;
    }
    std::size_t end = at;
    while (end < typed.size()) {
      const CodePoint point = code_point_at(typed, end);
      if (is_space(point.value)) {
        break;
      }
      end += point.bytes;
    }
    const std::string_view run = typed.substr(at, end - at);
    const std::string mended = mend_line(run);
    if (!mended.empty()) {
      text.runs.push_back({text.mended.size(), at, mended == run});
      text.mended += mended;
    }
    at = end;
  }
  return text;
}

}  // namespace dateline

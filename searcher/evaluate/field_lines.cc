#include "searcher/evaluate/field_lines.h"

namespace dateline {

namespace {

constexpr std::string_view white_space = " \t\r\n\v\f";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

bool FieldLines::next() {
  while (std::getline(in_, text_)) {
    ++line_;
    if (line_ == 1 && text_.starts_with(byte_order_mark)) {
      text_.erase(0, byte_order_mark.size());
    }
    split();
    if (!fields_.empty() && !fields_.front().starts_with('#')) {
      return true;
    }
  }
  return false;
}

void FieldLines::split() {
  fields_.clear();
  const std::string_view text = text_;
  std::size_t start = text.find_first_not_of(white_space);
  while (start != std::string_view::npos) {
    const std::size_t end = text.find_first_of(white_space, start);
    fields_.push_back(text.substr(start, end - start));
    start = text.find_first_not_of(white_space, end);
  }
}

}  // namespace dateline

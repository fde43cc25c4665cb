// A byte at a time outside of strings; inside them, as fast as the quotation mark can be found.
#include "indexer/read/json_splitter.h"

#include <algorithm>
#include <utility>

namespace dateline {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

void mark_broken(JsonRecord& record) {
  if (record.state == JsonRecord::State::Complete) {
    record.state = JsonRecord::State::Broken;
    record.bytes.clear();
  }
}

}  // namespace

JsonSplitter::JsonSplitter(ByteInput input, std::size_t max_bytes)
    : input_(std::move(input)), max_bytes_(max_bytes) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (fill() && block_.starts_with(byte_order_mark)) {
    at_ = byte_order_mark.size();
  }
}

bool JsonSplitter::next(JsonRecord& record) {
  // One huge record must not make us hold its memory to the end of the file.
  constexpr std::size_t usual_bytes = std::size_t{1} << 20;
  if (record.bytes.capacity() > usual_bytes) {
    record.bytes = {};
  }
  record.bytes.clear();
  record.state = JsonRecord::State::Complete;

  if (!find_begin(record)) {
    return false;
  }
  if (record.state == JsonRecord::State::NoObject) {
    skip_line();
    return true;
  }
  begin_record(record);
  while (fill()) {
    if (read_block(record)) {
      return true;
    }
  }
  mark_broken(record);
  return input_.failure().empty();
}

/// True when there is a byte to look at.
bool JsonSplitter::fill() {
  if (at_ == block_.size()) {
    block_ = input_.next_block();
    at_ = 0;
    for (Mark* const mark : {&quotation_mark_, &backslash_, &line_end_}) {
      mark->at = block_.find(mark->character);
    }
  }
  return at_ < block_.size();
}

/// Goes to the first byte of the next record, or of what is there in its place.
bool JsonSplitter::find_begin(JsonRecord& record) {
  for (; fill(); ++at_) {
    const char c = block_[at_];
    if (c == '\n') {
      end_line();
    } else if (is_blank(c) || c == ',' || c == ']' || (c == '[' && !has_bracket_)) {
      has_bracket_ = has_bracket_ || c == '[';
      indent_ += line_is_blank_ ? 1 : 0;
    } else {
      record.state = c == '{' ? JsonRecord::State::Complete : JsonRecord::State::NoObject;
      record.line = line_;
      record.number_on_line = line_ == last_line_ ? last_number_ + 1 : 1;
      last_line_ = line_;
      last_number_ = record.number_on_line;
      return true;
    }
  }
  return false;
}

void JsonSplitter::skip_line() {
  while (fill()) {
    const std::size_t end = block_.find('\n', at_);
    at_ = end == std::string_view::npos ? block_.size() : end;
    if (end != std::string_view::npos) {
      return;
    }
  }
}

/// Takes the `{` that a record begins with.
void JsonSplitter::begin_record(JsonRecord& record) {
  depth_ = 1;
  record_indent_ = indent_;
  is_flat_ = true;
  in_string_ = false;
  escaped_ = false;
  last_ = '{';
  line_is_blank_ = false;
  store(block_.substr(at_, 1), record);
  ++at_;
}

/// Takes what the block at hand holds of the open record; true when that ends.
bool JsonSplitter::read_block(JsonRecord& record) {
  const std::size_t begin = at_;
  bool ended = false;
  while (!ended && at_ < block_.size()) {
    const char c = block_[at_];
    if (c == '\n') {
      if (in_string_) {
        mark_broken(record);
      }
      end_line();
      ++at_;
    } else if (in_string_) {
      take_string();
    } else if (c == '{' && line_begins_record()) {
      mark_broken(record);
      return true;
    } else {
      ended = take(c);
      ++at_;
    }
  }
  store(block_.substr(begin, at_ - begin), record);
  return ended;
}

/// Looks at a byte of the open record outside of strings; true when it closes the record.
bool JsonSplitter::take(char c) {
  if (is_blank(c)) {
    indent_ += line_is_blank_ ? 1 : 0;
    return false;
  }
  line_is_blank_ = false;
  is_flat_ = is_flat_ && line_ != last_line_ && indent_ <= record_indent_;
  last_ = c;
  switch (c) {
    case '"': in_string_ = true; return false;
    case '{':
    case '[': ++depth_; return false;
    case '}':
    case ']': --depth_; return depth_ == 0;
    default: return false;
  }
}

/// Goes on in a string, to behind its end, an escaped byte, or the end of line or block.
void JsonSplitter::take_string() {
  if (escaped_) {
    escaped_ = false;
    ++at_;
  }
  const std::size_t mark = std::min(next_mark(quotation_mark_), next_mark(backslash_));
  const std::size_t line_end = next_mark(line_end_);
  at_ = std::min({mark, line_end, block_.size()});
  if (mark < line_end && mark < block_.size()) {
    in_string_ = block_[mark] == '\\';
    escaped_ = in_string_;
    ++at_;
  }
}

/// Where a character stands next in the block; looks at no byte twice for it.
std::size_t JsonSplitter::next_mark(Mark& mark) const {
  if (mark.at < at_) {
    mark.at = block_.find(mark.character, at_);
  }
  return mark.at;
}

void JsonSplitter::end_line() {
  ++line_;
  has_bracket_ = false;
  indent_ = 0;
  line_is_blank_ = true;
  in_string_ = false;
  escaped_ = false;
}

bool JsonSplitter::line_begins_record() const {
  const bool value_may_stand_here = last_ == '[' || last_ == ',' || last_ == ':';
  return line_is_blank_ && indent_ <= record_indent_ && !(is_flat_ && value_may_stand_here);
}

void JsonSplitter::store(std::string_view bytes, JsonRecord& record) {
  if (record.state != JsonRecord::State::Complete) {
    return;
  }
  if (record.bytes.size() + bytes.size() > max_bytes_) {
    record.state = JsonRecord::State::TooLong;
    record.bytes = {};
    return;
  }
  record.bytes += bytes;
}

}  // namespace dateline

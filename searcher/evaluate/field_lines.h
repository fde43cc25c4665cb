// The lines of a text file as fields between white space, read one line at a time.
#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

class FieldLines {
 public:
  /// The stream outlives this.
  explicit FieldLines(std::istream& in) : in_(in) {}

  /// Goes to the next line that has fields. Blank lines and comments (lines whose first character
  /// is a #) are passed over, as trec_eval 10 does; a byte order mark and CR LF do no harm. False
  /// at the end.
  bool next();

  /// The fields of the line, valid until `next`.
  const std::vector<std::string_view>& fields() const { return fields_; }

  /// The number of the line, from 1.
  std::size_t line() const { return line_; }

 private:
  void split();

  std::istream& in_;
  std::string text_;
  std::vector<std::string_view> fields_;
  std::size_t line_ = 0;
};

}  // namespace dateline

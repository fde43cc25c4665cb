// Where sentences begin and end in news text, as far as a snippet needs to know.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

struct Sentence {
  std::size_t begin = 0;  ///< byte offsets, without the white space around
  std::size_t end = 0;
  bool is_closed = false;  ///< by a full stop or the like; a headline or caption ends with its line
};

/// Walks over the sentences of a text in order; together they hold all of it but white space. A
/// sentence ends at a blank line, at a full stop, also one that lost the space after it, but not
/// after "U.N.", "Mr." or an initial; and at a line end, unless the text is hard-wrapped. Linear in
/// time. The text must be valid UTF-8 and outlive the walker.
class SentenceWalker {
 public:
  explicit SentenceWalker(std::string_view text);

  /// The next sentence, or false at the end of the text. One that goes on past `give_up` is left
  /// unfinished, with some end past it.
  bool next(Sentence& sentence, std::size_t give_up = std::string_view::npos);

 private:
  bool ends_in_space(std::size_t begin, Sentence& sentence);
  bool ends_at_space(std::size_t begin, std::size_t end) const;
  bool ends_after_stop(std::size_t sentence, std::size_t stop, std::size_t after) const;

  std::string_view text_;
  std::size_t at_ = 0;
  bool is_hard_wrapped_ = false;
};

/// Whether the lines of a text are broken at some width rather than where paragraphs end. Only its
/// beginning is looked at.
bool is_hard_wrapped(std::string_view text);

}  // namespace dateline

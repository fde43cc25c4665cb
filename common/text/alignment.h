// Where the parts of a text stood before it was mended.
#pragma once

#include <cstddef>
#include <vector>

namespace dateline {

/// A part of a text, in bytes.
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

/// Leads from a text back to the one it was made of, through all the steps between, by the places
/// where they differ.
class TextAlignment {
 public:
  /// What is added from here on tells of a step that began with what the last one made.
  void begin_step() { steps_.emplace_back(); }

  /// Notes that `now`, in what the step makes, stands in the place of `before`, in what it began
  /// with; either may be empty. Called in order; between two such places both are the same.
  void add(TextSpan now, TextSpan before);

  /// The part of the first text that became this part of the last, without what was dropped on
  /// either side of it. Where something was replaced as a whole, as a whole. `now` is not empty.
  TextSpan before(TextSpan now) const;

 private:
  struct Change {
    TextSpan now;
    TextSpan before;
  };

  using Step = std::vector<Change>;

  static TextSpan before(const Step& step, TextSpan now);

  std::vector<Step> steps_;
};

}  // namespace dateline

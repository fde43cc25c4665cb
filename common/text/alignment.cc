// Behind a change, old and new offsets differ by a constant until the next.
#include "common/text/alignment.h"

#include <algorithm>

namespace dateline {

void TextAlignment::add(TextSpan now, TextSpan before) {
  Step& step = steps_.back();
  // Characters that are dropped one after the other are one change.
  if (!step.empty() && now.begin == now.end && step.back().now == now &&
      step.back().before.end == before.begin) {
    step.back().before.end = before.end;
    return;
  }
  step.push_back({now, before});
}

TextSpan TextAlignment::before(TextSpan now) const {
  for (std::size_t i = steps_.size(); i-- > 0;) {
    now = before(steps_[i], now);
  }
  return now;
}

TextSpan TextAlignment::before(const Step& step, TextSpan now) {
  TextSpan before = now;
  // The last change at or before the first byte; one that drops something there lies before it.
  auto after =
      std::upper_bound(step.begin(), step.end(), now.begin,
                       [](std::size_t at, const Change& change) { return at < change.now.begin; });
  if (after != step.begin()) {
    const Change& change = *std::prev(after);
    before.begin = now.begin < change.now.end ? change.before.begin
                                              : change.before.end + (now.begin - change.now.end);
  }
  // The last change before the end; what is dropped right there comes behind it.
  after =
      std::lower_bound(step.begin(), step.end(), now.end,
                       [](const Change& change, std::size_t at) { return change.now.begin < at; });
  if (after != step.begin()) {
    const Change& change = *std::prev(after);
    before.end = now.end <= change.now.end && change.now.begin != change.now.end
                     ? change.before.end
                     : change.before.end + (now.end - change.now.end);
  }
  return before;
}

}  // namespace dateline

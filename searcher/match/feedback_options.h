// What a user may say of pseudo-relevance feedback.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// Feedback by the model Bo1, which feedback.h explains.
struct FeedbackOptions {
  std::size_t articles = 5;  ///< the best so many are taken for relevant
  std::size_t terms = 20;    ///< that are added
  double weight = 0.1;       ///< of the best of them, where a word of the query has 1

  friend bool operator==(const FeedbackOptions&, const FeedbackOptions&) = default;
};

/// "bo1" or, with parameters, "bo1:articles=5,terms=20,weight=0.1"; nothing for "none". Throws
/// Error for anything else.
std::optional<FeedbackOptions> parse_feedback(std::string_view text);

/// What `parse_feedback` reads as these.
std::string to_string(const FeedbackOptions& options);

}  // namespace dateline

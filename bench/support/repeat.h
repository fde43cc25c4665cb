// The same work several times, the first times only to warm up.
#pragma once

#include <cstddef>
#include <functional>
#include <type_traits>
#include <vector>

namespace dateline {

struct Repetition {
  std::size_t warm_up = 0;  ///< times before those that count
  std::size_t runs = 1;
};

/// What `work` returned each time that counts, in order.
template <typename Work>
std::vector<std::invoke_result_t<Work&>> repeat(const Repetition& repetition, Work work) {
  for (std::size_t i = 0; i < repetition.warm_up; ++i) {
    std::invoke(work);
  }
  std::vector<std::invoke_result_t<Work&>> results;
  results.reserve(repetition.runs);
  for (std::size_t i = 0; i < repetition.runs; ++i) {
    results.push_back(std::invoke(work));
  }
  return results;
}

}  // namespace dateline

// Sums of rows that are asked for again and again, each summed once.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/features.h"
#include "indexer/entities/name_model.h"

namespace dateline {

/// Numbers the sums it holds from 1 on, so that 0 can stand for one that is not there yet; those
/// that come first, and so are likely to come often, lie together. For one thread.
class ScorePool {
 public:
  /// The model outlives the pool.
  explicit ScorePool(const NameModel& model) : model_(model) { clear(); }

  /// The sum of the rows that `add_rows` appends to a list, which is asked only where `number` is
  /// 0, and the number then set. Holds until the next call.
  template <typename AddRows>
  const Scores& sum(std::uint32_t& number, const AddRows& add_rows) {
    if (number == 0) [[unlikely]] {
      rows_.clear();
      add_rows(rows_);
      number = add(rows_);
    }
    return sums_[number].scores;
  }

  void prefetch(std::uint32_t number) const { __builtin_prefetch(&sums_[number]); }

  /// Forgets all sums; who holds their numbers forgets them too.
  void clear() { sums_.assign(1, {}); }

 private:
  /// Never across the bounds of a cache line.
  struct alignas(sizeof(Scores)) Sum {
    Scores scores{};
  };

  std::uint32_t add(const std::vector<Row>& rows) {
    Sum sum;
    for (const Row row : rows) {
      model_.add(row, sum.scores);
    }
    sums_.push_back(sum);
    return static_cast<std::uint32_t>(sums_.size() - 1);
  }

  const NameModel& model_;
  std::vector<Sum> sums_;
  std::vector<Row> rows_;
};

}  // namespace dateline

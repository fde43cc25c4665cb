// Only sums, products and quotients, which are the same everywhere.
#include "bench/growth/rank_distribution.h"

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace dateline {

namespace {

constexpr std::size_t guide_count = 4096;

}  // namespace

RankDistribution::RankDistribution(std::span<const RankShare> points, unsigned power)
    : points_(1), power_(power) {
  for (const RankShare& point : points) {
    Point& last = points_.back();
    assert(last.share < point.share && point.share < 1);
    last.ranks_per_share = (point.rank - last.rank) / (point.share - last.share);
    points_.push_back({point.rank, point.share, 0});
  }
  guides_.reserve(guide_count);
  for (std::size_t guide = 0; guide < guide_count; ++guide) {
    const double share = static_cast<double>(guide) / static_cast<double>(guide_count);
    const auto above = std::ranges::upper_bound(points_, share, {}, &Point::share);
    guides_.push_back(static_cast<std::uint16_t>(above - points_.begin()));
  }
}

std::uint64_t RankDistribution::rank_at(double share) const {
  assert(share >= 0 && share < 1);
  std::size_t above = guides_[static_cast<std::size_t>(share * static_cast<double>(guide_count))];
  while (above < points_.size() && points_[above].share <= share) {
    ++above;
  }
  const Point& below = points_[above - 1];
  if (above < points_.size()) {
    return static_cast<std::uint64_t>(below.rank + (share - below.share) * below.ranks_per_share) +
           1;
  }
  constexpr double highest = 1e12;
  const double rarer = (1 - below.share) / (1 - share);
  double rank = below.rank;
  for (unsigned i = 0; i < power_; ++i) {
    rank *= rarer;
  }
  return static_cast<std::uint64_t>(std::min(rank, highest)) + 1;
}

}  // namespace dateline

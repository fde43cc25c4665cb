// How often what is frequent comes, and how much there is that comes hardly ever.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace dateline {

/// What part of all that is drawn belongs to the ranks up to this one.
struct RankShare {
  double rank = 0;
  double share = 0;  ///< of 1
};

/// Draws ranks from 1 on. Between the points that are given, all ranks are as likely; beyond the
/// last, what is drawn of ranks above r falls with r^(-1/power), without an end. Then among n draws
/// the number of different ranks grows with n^(power / (power + 1)) (Heaps' law from Zipf's; van
/// Leijenhorst and van der Weide, A formal derivation of Heaps' law, Information Sciences 2005):
/// with the square root for 1, with n^(3/4) for 3.
class RankDistribution {
 public:
  /// Points in order, with growing shares below 1.
  RankDistribution(std::span<const RankShare> points, unsigned power);

  /// The rank for a number from 0 to less than 1, evenly drawn.
  std::uint64_t rank_at(double share) const;

 private:
  struct Point {
    double rank = 0;
    double share = 0;
    double ranks_per_share = 0;  // up to the next
  };

  std::vector<Point> points_;          // with one before the first
  std::vector<std::uint16_t> guides_;  // where to begin to look, for equal parts of [0, 1)
  unsigned power_;
};

}  // namespace dateline

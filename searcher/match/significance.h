// How telling it is that two things stand in the same articles.
#pragma once

#include <cstddef>

namespace dateline {

/// Dunning's log-likelihood ratio, one-sided: how unlikely it is by chance that, of `all` articles,
/// `together` have both when `with` have the one and `of_value` the other. 0 when they stand
/// together no more often than chance would have it; some 10.8 is one chance in a thousand. Unlike
/// the ratio of frequencies it does not make much of what was seen once, and unlike the count it
/// makes nothing of what is everywhere.
///
/// `together` is at most `with` and `of_value`, and these are at most `all`.
double significance(std::size_t together, std::size_t with, std::size_t of_value, std::size_t all);

}  // namespace dateline

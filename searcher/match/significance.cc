// Dunning: Accurate Methods for the Statistics of Surprise and Coincidence (1993): of a table of
// two by two, twice the sum of observed × ln(observed / expected).
#include "searcher/match/significance.h"

#include <cassert>
#include <cmath>

namespace dateline {

namespace {

/// One cell of the table: articles of a row and a column, of so many in the row and the column.
double cell(double observed, double row, double column, double all) {
  return observed > 0 ? observed * std::log(observed * all / (row * column)) : 0;
}

}  // namespace

double significance(std::size_t together, std::size_t with, std::size_t of_value, std::size_t all) {
  assert(together <= with && together <= of_value && with <= all && of_value <= all);
  const auto both = static_cast<double>(together);
  const auto row = static_cast<double>(with);
  const auto column = static_cast<double>(of_value);
  const auto total = static_cast<double>(all);
  if (both * total <= row * column) {
    return 0;
  }
  return 2 * (cell(both, row, column, total) + cell(row - both, row, total - column, total) +
              cell(column - both, total - row, column, total) +
              cell(total - row - column + both, total - row, total - column, total));
}

}  // namespace dateline

// A cell of CSV.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// A cell of text: safe for terminals and spreadsheets, quoted where it must be.
std::string csv_cell(std::string_view text);

}  // namespace dateline

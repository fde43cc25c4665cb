// The line that says who wrote an article.
#pragma once

#include <optional>
#include <string_view>

namespace dateline {

/// The author of a byline: "Jane Doe and John Roe" of "By Jane Doe and John Roe, Reuters". Empty
/// when the line is no byline.
std::optional<std::string_view> read_byline(std::string_view line);

/// The author of "Jane Doe in Bamako". Could as well be a headline: only to be asked of a line
/// between headline and story.
std::optional<std::string_view> read_place_byline(std::string_view line);

/// The part of a line before " | ", " · " or " • ".
std::string_view first_piece(std::string_view line);

}  // namespace dateline

// Hits as lines for a person: numbered, each with its snippets.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "searcher/match/result.h"
#include "searcher/render/layout.h"
#include "searcher/render/renderer.h"

namespace dateline {

inline constexpr std::size_t max_text_width = 110;  ///< longer lines are hard to read

/// What is known of an article, in one line; the date with how it is known where that is not from
/// metadata.
Line details_of(const Article& article, std::initializer_list<std::string_view> more);

std::vector<Line> title_lines(const Fragments& title, std::size_t width, const TextStyle& style);

/// All hits, a blank line between them; none is wider than `width`.
std::vector<Line> hits_lines(std::span<const Hit> hits, std::size_t width, const TextStyle& style);

}  // namespace dateline

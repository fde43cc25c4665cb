// Facets as lines of labelled values, for where they are chosen by typing:
//
//     person        p1 Volker Türk 7 · *p2 Assimi Goïta 5 · p3 Abdoulaye Maïga 6 · 33 more
//
// Few lines, so that hits and facets fit one screen, and in an order that can be read aloud.
#pragma once

#include <vector>

#include "searcher/match/result.h"
#include "searcher/render/layout.h"

namespace dateline {

/// The facets that have values, each in at most `style.facet_lines` lines. A star marks what is
/// selected; values that do not fit are counted at the end.
std::vector<Line> labelled_facet_lines(const SearchResult& result, const TextStyle& style);

}  // namespace dateline

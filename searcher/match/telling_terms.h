// Which words and names tell an article from the others of an archive.
//
// An article is a query of hundreds of words, and most of them say nothing. A word is worth what it
// would bring the article were it searched with its own words: its weight by BM25, that is how rare
// it is in the archive times how much the article makes of it. The few words that are worth most
// are the query by which articles like it are found. A name is worth how rare its entity is: the
// archive knows that an article names it, not how often. It leads to articles in other languages.
//
// Robertson: On Term Selection for Query Expansion (1990), for choosing terms by what they would
// add to a score; with one article to choose from, what is left of his offer weight is the rarity,
// and the frequency within the article has to come in. Robertson, Zaragoza: The Probabilistic
// Relevance Framework: BM25 and Beyond (2009).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/match/archive_reader.h"

namespace dateline {

/// A stem that tells an article from others.
struct TellingStem {
  std::string stem;       ///< without prefix
  std::uint32_t wdf = 0;  ///< how often the article uses it, as the index counts
  double weight = 0;      ///< what it adds to the score of the article itself; above 0
};

/// An entity that does.
struct TellingName {
  EntityId entity = 0;
  double weight = 0;  ///< the same
};

/// The `count` most telling stems of an article, the most telling first, of equals the first in
/// order of bytes; only those that `min_articles` articles of the archive have, for what no other
/// article says finds none. Time is that of analyzing the article, and of looking up no more of its
/// stems than could be among those chosen.
std::vector<TellingStem> telling_stems(const ArchiveReader::State& state, const Article& article,
                                       std::size_t count, std::size_t min_articles);

/// The same of the entities with these names; sources and hidden entities tell nothing.
std::vector<TellingName> telling_names(const ArchiveReader::State& state,
                                       std::span<const NameId> names, std::size_t count,
                                       std::size_t min_articles);

/// How many of the stems of an article stand in the archive, as stems of any language.
std::size_t count_known_stems(const ArchiveReader::State& state, const Article& article);

}  // namespace dateline

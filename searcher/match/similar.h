// Articles like one article, with its copies set apart.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/article.h"
#include "searcher/match/archive_reader.h"
#include "searcher/match/matcher.h"
#include "searcher/match/request.h"
#include "searcher/match/result.h"

namespace dateline {

/// So many articles are looked at, those with the highest scores: an answer holds no more.
inline constexpr std::size_t max_similar_articles = 100;

/// An article is similar whose score is at least this part of what the article itself scores.
/// Below, two articles share a word or two that happen to be rare.
inline constexpr double min_similarity = 0.1;

/// An article that others are compared with.
struct ComparedArticle {
  Article article;
  std::optional<Xapian::docid> document;  ///< its number in the archive, if it is in one
};

/// The article of that id; empty when there is none. Throws Error when several archives have one.
std::optional<ComparedArticle> find_compared_article(ArchiveReader& archive, std::string_view id);

/// A text in whatever encoding as an article that is in no archive. Its language is that of the
/// archive in which most of its words are known.
ComparedArticle to_compared_article(ArchiveReader& archive, std::string_view bytes);

/// The articles that pass the narrowing and share the telling words and names of this one
/// (telling_terms.h), by the score of these as a query, the highest first; the article itself is
/// left out. Those with the same body (copies.h) are not among the hits but `copies`; hits that are
/// copies of each other stand as one, the one with the highest score. Of `request` offset, limit
/// and snippets count.
SimilarResult match_similar(ArchiveReader& archive, const ComparedArticle& compared,
                            const Narrowing& narrowing, const SearchRequest& request);

}  // namespace dateline

// Pseudo-relevance feedback: the best articles of a query are taken for relevant, and what they
// say more often than the archive does is added to the query with a small weight. Articles about
// the matter in other words than the user's rise so; where the best articles are about something
// else, so does that.
//
// Which terms, and how much each weighs, the model Bo1 says (Amati: Probability models for
// information retrieval based on divergence from randomness, thesis, University of Glasgow, 2003).
// A term that stands F times in the N articles of the archive stands P = F / N times in each, were
// it spread by chance; in the best articles it stands f times. It tells so much of them:
//
//     w = f log2((1 + P) / P) + log2(1 + P)
//
// The terms with the highest w are added, each with w / w_max times the weight that was asked for,
// times what the word weighs that stands most often in the query. A word of the query that is among
// them weighs so much more. A term in only one of several articles is not looked at: it is that
// article's, and not the matter's.
//
// What is added changes the order of the articles found and not which ones these are: totals,
// facets and snippets are those of the query as it was asked. What narrows the search has no say
// either, so a filter changes no score.
#pragma once

#include <xapian.h>

#include <span>
#include <string>
#include <vector>

#include "searcher/match/archive_reader.h"
#include "searcher/match/feedback_options.h"
#include "searcher/match/ranking_scheme.h"

namespace dateline {

/// A term that is added to a query.
struct FeedbackTerm {
  std::string term;   ///< with its prefix
  double weight = 0;  ///< above 0; a word that stands once in the query has 1
};

/// The terms that the best articles of a query add to it, those of the highest weight first, of
/// equals the first in order of bytes. None for a query without articles, or without weight.
std::vector<FeedbackTerm> feedback_terms(const ArchiveReader::State& state,
                                         const Xapian::Query& query, const RankingScheme& scheme,
                                         const FeedbackOptions& options);

/// The query with the terms added, by which to score the documents that the query itself matches;
/// others match it too.
Xapian::Query with_feedback(const Xapian::Query& query, std::span<const FeedbackTerm> feedback);

/// What all the terms weigh together.
double sum_of_weights(std::span<const FeedbackTerm> feedback);

}  // namespace dateline

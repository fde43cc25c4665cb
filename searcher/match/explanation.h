// How a query was understood, part by part, and what each part says of one article.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/match/archive_reader.h"
#include "searcher/match/feedback.h"
#include "searcher/match/request.h"
#include "searcher/query/compiler.h"
#include "searcher/query/parser.h"
#include "searcher/query/tree.h"

namespace dateline {

/// What may stand at one place of words that are looked for.
struct ExplainedWord {
  Stems stems;                     ///< any word with one of these stems
  std::vector<std::string> words;  ///< any of these words, and no other form of them
};

/// A part of a query: a word, a phrase, a filter, or a group of parts.
struct ExplainedPart {
  QueryNode::Kind kind = QueryNode::Kind::Together;
  std::string text;          ///< in the query language
  std::size_t offset = 0;    ///< byte in the query text where it begins
  bool is_filter = false;    ///< it narrows, and does not rank
  std::size_t articles = 0;  ///< that it finds by itself, exactly
  /// Of words: what they became. A compound has more than one reading: its words, or all as one.
  std::vector<std::vector<ExplainedWord>> readings{};
  std::vector<std::string> entities{};  ///< of a filter: the names of what its value means
  bool matches = false;  ///< whether the article has it; false where none was asked for
  double score = 0;      ///< what it adds to the score of the article
  std::vector<ExplainedPart> parts{};  ///< of a group
};

/// A stem that feedback adds to the query.
struct ExplainedFeedback {
  std::string stem;
  double weight = 0;         ///< a word that stands once in the query has 1
  std::size_t articles = 0;  ///< that have it
  bool matches = false;      ///< as in `ExplainedPart`, and so is the score
  double score = 0;
};

/// An article that a query was held against.
struct ExplainedArticle {
  std::string archive;  ///< where several are searched
  Article article;      ///< its text left out
  bool is_found = false;
  std::size_t rank = 0;  ///< by relevance, from 1; 0 where it is not found
  double score = 0;      ///< as in a result; 0 where it is not found
  /// The parts that keep it from being found, in the query language.
  std::vector<std::string> failed;
};

struct Explanation {
  std::string query;                 ///< as typed
  std::string understood;            ///< the tree, in the query language
  MatchMode match = MatchMode::All;  ///< as a search would do it
  bool fell_back = false;            ///< no article had all words
  std::size_t total = 0;             ///< articles found
  std::vector<QueryWarning> warnings;
  ExplainedPart whole;
  std::vector<ExplainedFeedback> feedback;
  std::vector<ExplainedArticle> articles;  ///< the one asked for; none where none was
};

/// What became of a tree and its parts, and how many articles each finds. With a document, what
/// each says of it.
ExplainedPart explain_part(ArchiveReader& archive, const QueryNode& node, const CompiledPart& part,
                           std::optional<Xapian::docid> document);

/// The terms of feedback; with a document, what each gives to its score.
std::vector<ExplainedFeedback> explain_feedback(ArchiveReader& archive,
                                                std::span<const FeedbackTerm> feedback,
                                                std::optional<Xapian::docid> document);

/// A query as it is matched.
struct ExplainedQuery {
  Xapian::Query found;
  MatchMode match = MatchMode::All;  ///< how words side by side are read
  std::vector<FeedbackTerm> feedback;
};

/// The article of a document, held against a query whose parts are explained.
ExplainedArticle explain_article(ArchiveReader& archive, Xapian::docid document,
                                 const ExplainedQuery& query, const ExplainedPart& whole);

/// How many articles match, exactly.
std::size_t count_matches(ArchiveReader& archive, const Xapian::Query& query);

}  // namespace dateline

// The same steps as those of a search, up to the match.
#include "searcher/explain.h"

#include <algorithm>
#include <optional>

#include "searcher/match/archive_state.h"
#include "searcher/match/matcher.h"
#include "searcher/match/vocabulary.h"
#include "searcher/query/compiler.h"
#include "searcher/query/parser.h"
#include "searcher/query/tree.h"

namespace dateline {

namespace {

Explanation explain_once(ArchiveReader& archive, const SearchRequest& request,
                         std::string_view id) {
  const ParsedQuery parsed = parse_query(request.text, request.syntax, request.today);
  const CompiledQuery compiled = compile_query(parsed.tree, context_of(archive));
  Explanation explanation;
  explanation.query = request.text;
  explanation.understood = to_string(parsed.tree);
  explanation.warnings = parsed.warnings;
  explanation.warnings.insert(explanation.warnings.end(), compiled.warnings.begin(),
                              compiled.warnings.end());
  std::ranges::stable_sort(explanation.warnings, {}, &QueryWarning::offset);
  explanation.fell_back = request.match == MatchMode::All && compiled.any_differs &&
                          !has_match(archive, compiled.all_words);
  explanation.match = explanation.fell_back ? MatchMode::Any : request.match;
  ExplainedQuery query{.found = explanation.match == MatchMode::All ? compiled.all : compiled.any,
                       .match = explanation.match,
                       .feedback = {}};
  if (request.feedback) {
    query.feedback =
        feedback_terms(archive.state(), query.found, request.ranking, *request.feedback);
  }
  explanation.total = count_matches(archive, query.found);
  const std::optional<Xapian::docid> document =
      id.empty() ? std::nullopt : find_document(archive.state(), id);
  explanation.whole = explain_part(archive, parsed.tree, compiled.whole, document);
  explanation.feedback = explain_feedback(archive, query.feedback, document);
  if (document) {
    explanation.articles.push_back(explain_article(archive, *document, query, explanation.whole));
  }
  return explanation;
}

}  // namespace

Explanation explain(ArchiveReader& archive, const SearchRequest& request, std::string_view id) {
  Explanation explanation;
  archive.consistently([&] { explanation = explain_once(archive, request, id); });
  return explanation;
}

}  // namespace dateline

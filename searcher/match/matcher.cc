// One walk over the match gives hits, total and the counts of all facets without a selection; each
// facet with one is counted by a walk of its own, without it.
#include "searcher/match/matcher.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "common/archive/slot_codec.h"
#include "common/field.h"
#include "common/text/analyzer.h"
#include "searcher/match/archive_state.h"
#include "searcher/match/ranking.h"
#include "searcher/match/snippet.h"

namespace dateline {

namespace {

/// Shows every matching document to a facet counter.
class FacetSpy : public Xapian::MatchSpy {
 public:
  explicit FacetSpy(const NameDictionary& names) : names_(names), counter_(names) {}

  void operator()(const Xapian::Document& document, double /*weight*/) override {
    ids_.clear();
    read_name_ids(document, names_, ids_);
    counter_.add_article(ids_,
                         unpack_date(document.get_value(static_cast<Xapian::valueno>(Slot::Date))));
  }

  const FacetCounter& counter() const { return counter_; }

 private:
  const NameDictionary& names_;
  FacetCounter counter_;
  std::vector<NameId> ids_;
};

std::size_t index_of(FacetKind facet) {
  return static_cast<std::size_t>(facet);
}

/// The query with all that narrows it, but for the selection of one facet.
Xapian::Query narrow(const Xapian::Query& query, const Narrowing& narrowing,
                     std::optional<FacetKind> without = {}) {
  Xapian::Query narrowed = query;
  for (const FacetKind facet : all_facets) {
    const std::optional<Xapian::Query>& selection = narrowing.selections.at(index_of(facet));
    if (selection && facet != without) {
      narrowed = Xapian::Query(Xapian::Query::OP_FILTER, narrowed, *selection);
    }
  }
  for (const Xapian::Query& other : narrowing.others) {
    narrowed = Xapian::Query(Xapian::Query::OP_FILTER, narrowed, other);
  }
  return narrowed;
}

/// The other names of an entity that articles use.
std::vector<std::string> variants_of(const ArchiveReader::State& state, NameId entity) {
  std::vector<std::string> variants;
  for (const NameId name : state.names.names_of(entity)) {
    const std::string_view text = state.names.text(name);
    const std::string_view prefix = field_of(state.names.type(name)).prefix;
    if (name != entity && state.database.term_exists(make_term(prefix, text))) {
      variants.emplace_back(text);
    }
  }
  std::ranges::sort(variants);
  return variants;
}

Facet make_facet(FacetKind kind, const FacetCounter& counter, const Narrowing& narrowing,
                 const ArchiveReader::State& state, std::size_t limit) {
  Facet facet;
  facet.kind = kind;
  if (kind == FacetKind::Date) {
    Counted<FacetValue> dates = counter.count_dates(narrowing.selected_dates, limit);
    facet.values = std::move(dates.values);
    facet.total_values = dates.total;
    return facet;
  }
  // The kinds of names stand in the order of their types.
  const Counted<EntityCount> names = counter.count_names(
      static_cast<NameType>(kind), narrowing.selected_names.at(index_of(kind)), limit);
  for (const EntityCount& value : names.values) {
    facet.values.push_back({.value = std::string(state.names.text(value.entity)),
                            .count = value.count,
                            .selected = value.selected,
                            .variants = variants_of(state, value.entity)});
  }
  for (const std::string& unknown : narrowing.unknown_names.at(index_of(kind))) {
    facet.values.push_back({.value = unknown, .count = 0, .selected = true, .variants = {}});
  }
  facet.total_values = names.total + narrowing.unknown_names.at(index_of(kind)).size();
  return facet;
}

std::array<std::vector<std::string>, 3> entities_of(const Xapian::Document& document,
                                                    const NameDictionary& names) {
  std::vector<NameId> ids;
  read_name_ids(document, names, ids);
  std::array<std::vector<std::string>, 3> entities;
  for (const NameId id : ids) {
    const NameId entity = names.entity(id);
    if (names.type(entity) != NameType::Source) {
      entities.at(static_cast<std::size_t>(names.type(entity))).emplace_back(names.text(entity));
    }
  }
  for (std::vector<std::string>& values : entities) {
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
  }
  return entities;
}

Hit make_hit(ArchiveReader::State& state, const RankedDocument& ranked, std::size_t rank,
             std::span<const MatchPattern> patterns, std::size_t snippet_count) {
  const Xapian::Document document = state.database.get_document(ranked.document);
  Hit hit;
  hit.rank = rank;
  hit.score = ranked.score;
  hit.article = read_article(document);
  Stemmer& stemmer = state.stemmers.of(hit.article.language);
  hit.title = to_fragments(hit.article.title,
                           find_matches(hit.article.title, TextPart::Title, patterns, stemmer));
  SnippetOptions options;
  options.count = snippet_count;
  hit.snippets = make_snippets(hit.article.text, patterns, stemmer, options);
  hit.entities = entities_of(document, state.names);
  hit.article.text.clear();
  return hit;
}

}  // namespace

bool has_match(ArchiveReader& archive, const Xapian::Query& query) {
  Xapian::Enquire enquire(archive.state().database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return !enquire.get_mset(0, 1).empty();
}

MatchedArticles match_query(ArchiveReader& archive, const Xapian::Query& query,
                            const Narrowing& narrowing, std::span<const MatchPattern> patterns,
                            const SearchRequest& request) {
  ArchiveReader::State& state = archive.state();
  FacetSpy spy(state.names);
  const bool has_relevance = !patterns.empty() || request.sort != SortOrder::Relevance;
  const std::vector<RankedDocument> ranked = rank_documents(
      state.database, narrow(query, narrowing), has_relevance ? request.sort : SortOrder::Newest,
      request.offset + request.limit, spy);
  MatchedArticles matched;
  matched.total = spy.counter().articles();
  for (std::size_t i = request.offset; i < ranked.size(); ++i) {
    matched.hits.push_back(make_hit(state, ranked[i], i + 1, patterns, request.snippets));
  }
  for (const FacetKind kind : request.facets) {
    if (!narrowing.selections.at(index_of(kind))) {
      matched.facets.push_back(
          make_facet(kind, spy.counter(), narrowing, state, request.facet_limit));
      continue;
    }
    FacetSpy own_spy(state.names);
    spy_on_match(state.database, narrow(query, narrowing, kind), own_spy);
    matched.facets.push_back(
        make_facet(kind, own_spy.counter(), narrowing, state, request.facet_limit));
  }
  return matched;
}

}  // namespace dateline

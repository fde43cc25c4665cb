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
#include "searcher/match/mentioned_counter.h"
#include "searcher/match/ranking.h"
#include "searcher/match/snippet.h"

namespace dateline {

namespace {

/// Shows every matching document to a facet counter.
class FacetSpy : public Xapian::MatchSpy {
 public:
  FacetSpy(const EntityMap& entities, std::span<const SelectedDates> selected_mentioned)
      : names_(entities.names()), counter_(entities), mentioned_(selected_mentioned) {}

  void operator()(const Xapian::Document& document, double /*weight*/) override {
    ids_.clear();
    read_name_ids(document, names_, ids_);
    counter_.add_article(ids_,
                         unpack_date(document.get_value(static_cast<Xapian::valueno>(Slot::Date))));
    read_mentioned(document, periods_);
    mentioned_.add_article(periods_);
  }

  const FacetCounter& counter() const { return counter_; }
  const MentionedCounter& mentioned() const { return mentioned_; }

 private:
  const NameDictionary& names_;
  FacetCounter counter_;
  MentionedCounter mentioned_;
  std::vector<NameId> ids_;
  std::vector<Period> periods_;
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

void sort_each_once(std::vector<std::string>& texts) {
  std::ranges::sort(texts);
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

/// The other names of an entity that articles use.
std::vector<std::string> variants_of(const ArchiveReader::State& state, EntityId entity) {
  const NameDictionary& names = state.entities.names();
  std::vector<std::string> variants;
  for (const NameId name : state.entities.names_of(entity)) {
    const std::string_view text = names.text(name);
    const std::string_view prefix = field_of(names.type(name)).prefix;
    if (text != state.entities.shown(entity) &&
        state.database.term_exists(make_term(prefix, text))) {
      variants.emplace_back(text);
    }
  }
  // One that was two entities of two types may have a name twice.
  sort_each_once(variants);
  return variants;
}

Facet make_facet(FacetKind kind, const FacetSpy& spy, const Narrowing& narrowing,
                 const ArchiveReader::State& state, std::size_t limit) {
  Facet facet;
  facet.kind = kind;
  if (kind == FacetKind::Date || kind == FacetKind::Mentioned) {
    Counted<FacetValue> dates = kind == FacetKind::Date
                                    ? spy.counter().count_dates(narrowing.selected_dates, limit)
                                    : spy.mentioned().count(limit);
    facet.values = std::move(dates.values);
    facet.total_values = dates.total;
    return facet;
  }
  // The kinds of names stand in the order of their types.
  const Counted<EntityCount> names = spy.counter().count_names(
      static_cast<NameType>(kind), narrowing.selected_names.at(index_of(kind)), limit);
  for (const EntityCount& value : names.values) {
    facet.values.push_back({.value = std::string(state.entities.shown(value.entity)),
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
                                                    const EntityMap& map) {
  std::vector<NameId> ids;
  read_name_ids(document, map.names(), ids);
  std::array<std::vector<std::string>, 3> entities;
  for (const NameId id : ids) {
    const EntityId entity = map.entity(id);
    const NameType type = map.type(entity);
    if (type != NameType::Source && !map.is_hidden(entity)) {
      entities.at(static_cast<std::size_t>(type)).emplace_back(map.shown(entity));
    }
  }
  for (std::vector<std::string>& values : entities) {
    sort_each_once(values);
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
  hit.entities = entities_of(document, state.entities);
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
  FacetSpy spy(state.entities, narrowing.selected_mentioned);
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
      matched.facets.push_back(make_facet(kind, spy, narrowing, state, request.facet_limit));
      continue;
    }
    FacetSpy own_spy(state.entities, narrowing.selected_mentioned);
    spy_on_match(state.database, narrow(query, narrowing, kind), own_spy);
    matched.facets.push_back(make_facet(kind, own_spy, narrowing, state, request.facet_limit));
  }
  return matched;
}

}  // namespace dateline

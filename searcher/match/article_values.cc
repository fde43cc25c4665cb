// Columns in memory, and the walk through the slots that fills them.
#include "searcher/match/article_values.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>

#include "common/archive/slot_codec.h"
#include "common/field.h"
#include "searcher/match/archive_state.h"
#include "searcher/match/mentioned_counter.h"

namespace dateline {

namespace {

/// Beyond, a session stays with the slots: the columns would be some hundred megabytes.
constexpr Xapian::doccount max_articles_in_memory = 2'000'000;

/// One slot of the documents, from the first to the last.
class SlotReader {
 public:
  SlotReader(const Xapian::Database& database, Slot slot, bool is_wanted)
      : value_(is_wanted ? database.valuestream_begin(static_cast<Xapian::valueno>(slot))
                         : Xapian::ValueIterator()) {}

  /// What the document has in the slot; documents are asked for in order.
  std::string_view read(Xapian::docid document) {
    if (value_ != Xapian::ValueIterator() && value_.get_docid() < document) {
      value_.skip_to(document);
    }
    if (value_ == Xapian::ValueIterator() || value_.get_docid() != document) {
      return {};
    }
    bytes_ = *value_;
    return bytes_;
  }

 private:
  Xapian::ValueIterator value_;
  std::string bytes_;
};

/// Reads the values of documents, asked for in order, from their slots.
class SlotsReader {
 public:
  SlotsReader(const ArchiveReader::State& state, const WantedValues& wanted)
      : state_(state),
        wanted_(wanted),
        named_(state.entities),
        names_(state.database, Slot::Names, wanted.entities),
        days_(state.database, Slot::Date, wanted.day),
        mentioned_(state.database, Slot::Mentioned, wanted.mentioned) {}

  ArticleValues read(Xapian::docid document) {
    ArticleValues values;
    values.document = document;
    if (wanted_.entities) {
      ids_.clear();
      entities_.clear();
      const OpenArchive& archive = state_.archives[state_.archive_of(document)];
      read_name_ids(archive, state_.own_number(document), names_.read(document), ids_);
      named_.append(ids_, entities_);
      values.entities = entities_;
    }
    if (wanted_.day) {
      const std::optional<Date> day = unpack_date(days_.read(document));
      values.day = day ? static_cast<DayNumber>((*day - earliest_date).count()) : no_day;
    }
    if (wanted_.mentioned) {
      cells_.clear();
      const OpenArchive& archive = state_.archives[state_.archive_of(document)];
      read_mentioned(archive, state_.own_number(document), mentioned_.read(document), periods_);
      append_cells(periods_, cells_);
      values.mentioned = cells_;
    }
    return values;
  }

 private:
  const ArchiveReader::State& state_;
  WantedValues wanted_;
  NamedEntities named_;
  SlotReader names_;
  SlotReader days_;
  SlotReader mentioned_;
  std::vector<NameId> ids_;
  std::vector<EntityId> entities_;
  std::vector<Period> periods_;
  std::vector<std::uint32_t> cells_;
};

/// The columns of entities, days and periods.
ArticleColumns read_columns(const ArchiveReader::State& state) {
  ArticleColumns columns;
  const Xapian::docid last = state.database.get_lastdocid();
  SlotsReader reader(state, {.entities = true, .day = true, .mentioned = true});
  columns.days.reserve(last + 1);
  columns.entity_ends.reserve(last + 1);
  columns.cell_ends.reserve(last + 1);
  // There is no document 0; one that was removed has no values.
  for (Xapian::docid document = 0; document <= last; ++document) {
    const ArticleValues values = document > 0 ? reader.read(document) : ArticleValues();
    columns.entities.insert(columns.entities.end(), values.entities.begin(), values.entities.end());
    columns.entity_ends.push_back(columns.entities.size());
    columns.cells.insert(columns.cells.end(), values.mentioned.begin(), values.mentioned.end());
    columns.cell_ends.push_back(columns.cells.size());
    columns.days.push_back(values.day);
  }
  return columns;
}

template <typename Value>
std::span<const Value> part(const std::vector<Value>& all, const std::vector<std::size_t>& ends,
                            Xapian::docid document) {
  return std::span(all).subspan(ends[document - 1], ends[document] - ends[document - 1]);
}

ArticleValues values_of(const ArticleColumns& columns, Xapian::docid document) {
  return {.document = document,
          .entities = part(columns.entities, columns.entity_ends, document),
          .day = columns.days[document],
          .mentioned = part(columns.cells, columns.cell_ends, document)};
}

}  // namespace

void NamedEntities::append(std::span<const NameId> names, std::vector<EntityId>& found) {
  ++lists_;
  for (const NameId name : names) {
    const EntityId entity = entities_.entity(name);
    if (last_list_[entity] != lists_) {
      last_list_[entity] = lists_;
      if (!entities_.is_hidden(entity)) {
        found.push_back(entity);
      }
    }
  }
}

void visit_articles(ArchiveReader::State& state, const DocumentSet& documents,
                    const WantedValues& wanted,
                    const std::function<void(const ArticleValues&)>& visit) {
  ArticleColumns& columns = state.columns;
  const Xapian::doccount all = state.database.get_doccount();
  if (columns.days.empty()) {
    columns.values_read += documents.size();
    if (columns.values_read > all && all <= max_articles_in_memory) {
      ArticleColumns read = read_columns(state);
      read.lengths = std::move(columns.lengths);
      read.uses = std::move(columns.uses);
      columns = std::move(read);
    }
  }
  if (!columns.days.empty()) {
    documents.for_each([&](Xapian::docid document) { visit(values_of(columns, document)); });
    return;
  }
  SlotsReader reader(state, wanted);
  documents.for_each([&](Xapian::docid document) { visit(reader.read(document)); });
}

const std::vector<std::uint32_t>& entity_uses(ArchiveReader::State& state) {
  std::vector<std::uint32_t>& uses = state.columns.uses;
  if (uses.empty()) {
    std::vector<std::uint32_t> counts(state.entities.id_limit());
    visit_articles(state, all_documents(state), {.entities = true},
                   [&](const ArticleValues& values) {
                     for (const EntityId entity : values.entities) {
                       ++counts[entity];
                     }
                   });
    uses = std::move(counts);
  }
  return uses;
}

std::vector<std::string> values_of(const Xapian::Database& database, Slot slot,
                                   std::span<const Xapian::docid> documents) {
  std::vector<std::size_t> in_order(documents.size());
  std::iota(in_order.begin(), in_order.end(), std::size_t{0});
  std::ranges::sort(in_order, {}, [documents](std::size_t i) { return documents[i]; });
  SlotReader reader(database, slot, true);
  std::vector<std::string> values(documents.size());
  for (const std::size_t i : in_order) {
    values[i] = reader.read(documents[i]);
  }
  return values;
}

std::span<const Xapian::termcount> document_lengths(ArchiveReader::State& state,
                                                    std::size_t asked_for) {
  ArticleColumns& columns = state.columns;
  const Xapian::doccount all = state.database.get_doccount();
  columns.lengths_read += asked_for;
  if (columns.lengths.empty() && columns.lengths_read > all && all <= max_articles_in_memory) {
    std::vector<Xapian::termcount> lengths(state.database.get_lastdocid() + 1);
    const auto end = state.database.postlist_end({});
    for (auto document = state.database.postlist_begin({}); document != end; ++document) {
      lengths[*document] = document.get_doclength();
    }
    columns.lengths = std::move(lengths);
  }
  return columns.lengths;
}

DocumentSet all_documents(const ArchiveReader::State& state) {
  const Xapian::docid last = state.database.get_lastdocid();
  DocumentSet documents(last);
  if (state.database.get_doccount() == last) {
    documents.add_all_up_to(last);
    return documents;
  }
  const auto end = state.database.postlist_end({});
  for (auto document = state.database.postlist_begin({}); document != end; ++document) {
    documents.add(*document);
  }
  return documents;
}

}  // namespace dateline

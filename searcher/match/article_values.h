// What facets count of an article: the entities it names, its day, and the dates it names.
//
// It stands in the slots of the documents. A question about a few articles reads it there. A
// session that asks and asks has it in memory once it has read as much from the slots as there is:
// so what is read for memory never costs more than what was read before.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "common/archive/entity_map.h"
#include "common/field.h"
#include "searcher/match/archive_reader.h"
#include "searcher/match/document_set.h"

namespace dateline {

/// A day, counted from `earliest_date`.
using DayNumber = std::uint32_t;
inline constexpr DayNumber no_day = std::numeric_limits<DayNumber>::max();

/// What is wanted of articles; all else that is visited is empty.
struct WantedValues {
  bool entities = false;
  bool day = false;
  bool mentioned = false;
};

/// What one article has, valid until the next is visited.
struct ArticleValues {
  Xapian::docid document = 0;
  std::span<const EntityId> entities;        ///< each once, hidden ones left out
  DayNumber day = no_day;                    ///< of publication
  std::span<const std::uint32_t> mentioned;  ///< the periods it names, as `append_cells` has them
};

/// Tells which entities a list of names means, list by list.
class NamedEntities {
 public:
  /// The map outlives it.
  explicit NamedEntities(const EntityMap& entities)
      : entities_(entities), last_list_(entities.id_limit()) {}

  /// Adds the entities of one list to `found`: each once, however many of its names stand there,
  /// and no hidden ones.
  void append(std::span<const NameId> names, std::vector<EntityId>& found);

 private:
  const EntityMap& entities_;
  std::vector<std::uint32_t> last_list_;  // that had the entity
  std::uint32_t lists_ = 0;
};

/// The values of all articles of a state, by document; empty until they are worth the memory.
struct ArticleColumns {
  std::size_t values_read = 0;  ///< articles looked at in the slots so far
  std::vector<std::size_t> entity_ends;
  std::vector<EntityId> entities;
  std::vector<DayNumber> days;
  std::vector<std::size_t> cell_ends;
  std::vector<std::uint32_t> cells;

  std::size_t lengths_read = 0;  ///< lengths asked for so far
  std::vector<Xapian::termcount> lengths;
  std::vector<double> sums;  ///< all 0: memory for a walk over postings to add up in, or empty

  std::vector<std::uint32_t> uses;  ///< articles that name an entity
};

/// Calls `visit` with the values of each of these documents, in order of their numbers. Throws
/// Error(Damaged) when they are not what was written.
void visit_articles(ArchiveReader::State& state, const DocumentSet& documents,
                    const WantedValues& wanted,
                    const std::function<void(const ArticleValues&)>& visit);

/// In how many articles of the state each entity stands, hidden ones in none.
const std::vector<std::uint32_t>& entity_uses(ArchiveReader::State& state);

/// What the slot of each of these documents holds, empty where it holds nothing; in one walk over
/// the slot, for to open every document takes many times as long.
std::vector<std::string> values_of(const Xapian::Database& database, Slot slot,
                                   std::span<const Xapian::docid> documents);

/// The lengths of all documents, by their numbers, for a walk that will ask for so many of them;
/// empty while it is cheaper to ask the postings.
std::span<const Xapian::termcount> document_lengths(ArchiveReader::State& state,
                                                    std::size_t asked_for);

/// All documents of the state.
DocumentSet all_documents(const ArchiveReader::State& state);

}  // namespace dateline

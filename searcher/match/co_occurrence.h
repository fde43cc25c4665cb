// Which entities are named together with an entity: "who appears with Wagner Group".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "searcher/match/archive_reader.h"
#include "searcher/match/entity_list.h"

namespace dateline {

struct CoOccurrenceRequest {
  std::string with;                   ///< a name, as in a filter
  std::optional<NameType> with_type;  ///< nothing: a person, organization or place
  /// Which entities, and what of them is shown. Its `min_count` is of articles together.
  EntityRequest entities;
  bool by_significance = true;  ///< else by the order of `entities`, its counts those together
};

/// An entity named in articles that name another.
struct CoOccurring {
  ListedEntity entity;
  std::size_t together = 0;  ///< articles that name both
  double significance = 0;   ///< significance.h; 0: no more often than by chance
};

struct CoOccurrenceList {
  std::vector<ListedEntity> with;  ///< what the name was read as, the most frequent first
  std::size_t with_articles = 0;   ///< that name any of these
  std::size_t articles = 0;        ///< of the archive
  std::size_t total = 0;           ///< entities, also those left out by offset and limit
  std::size_t offset = 0;          ///< as asked for
  std::vector<CoOccurring> entities;
};

/// The entities that pass the request and stand in articles that also name `with`, those it means
/// aside: the most significant first, of equals those with more articles together, then in order of
/// bytes. Where the name is one of several types and no type is asked for, those that are called
/// just so are meant; else all that have its words. Counts are exact. Throws Error when no article
/// names it, or the archive cannot be read.
CoOccurrenceList list_co_occurring(ArchiveReader& archive, const CoOccurrenceRequest& request);

}  // namespace dateline

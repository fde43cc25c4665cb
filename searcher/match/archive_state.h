// The Xapian side of an open archive, for the room that matches and no other.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/entity_map.h"
#include "common/article.h"
#include "common/period.h"
#include "common/text/stemmer.h"
#include "searcher/match/archive_reader.h"

namespace dateline {

struct ArchiveReader::State {
  std::uint32_t generation = 0;
  Xapian::Database database;
  EntityMap entities;
  Corrections corrections;
  std::vector<std::string> languages;
  StemmerSet stemmers;
};

/// The article a document stores. Throws Error(Damaged) when it is not what was written.
Article read_article(const Xapian::Document& document);

/// Adds the names of a document to `ids`. Throws Error(Damaged) when they are no names of the
/// dictionary.
void read_name_ids(const Xapian::Document& document, const NameDictionary& names,
                   std::vector<NameId>& ids);

/// The same from what the slot of that document holds.
void read_name_ids(std::string_view packed, Xapian::docid document, const NameDictionary& names,
                   std::vector<NameId>& ids);

/// Fills `periods` with the dates that a document names. Throws Error(Damaged) when they are none.
void read_mentioned(const Xapian::Document& document, std::vector<Period>& periods);

}  // namespace dateline

// The Xapian side of an open archive, for the room that matches and no other.
//
// Several archives are one database to Xapian: it numbers their documents in turn and shares their
// statistics, so that there is one ranking. A document itself knows only the number it has in its
// own archive, so whoever reads names from one says which archive it is of.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/archive/entity_map.h"
#include "common/article.h"
#include "common/period.h"
#include "common/text/stemmer.h"
#include "searcher/match/archive_reader.h"
#include "searcher/match/article_values.h"
#include "searcher/query/vocabulary.h"

namespace dateline {

/// One of the archives that are open together.
struct OpenArchive {
  std::string name;  ///< what the user calls it
  std::filesystem::path folder;
  std::uint32_t generation = 0;
  Xapian::Database database;
  Corrections corrections;
  std::size_t name_count = 0;
  /// The numbers its names have in `State::entities`, by their own; empty: the same ones.
  std::vector<NameId> joined_names;
};

struct ArchiveReader::State {
  std::vector<OpenArchive> archives;
  Xapian::Database database;  ///< all of them
  EntityMap entities;         ///< all of them, joined
  std::vector<std::string> languages;
  std::optional<ArchiveVocabulary> vocabulary;    ///< of titles and texts, once it was needed
  std::optional<ArchiveVocabulary> byline_words;  ///< of authors
  StemmerSet stemmers;
  ArticleColumns columns;  ///< for facets
  /// The other names that articles use for an entity, of those that were asked for.
  std::unordered_map<EntityId, std::vector<std::string>> variants;

  /// Which of the archives has this document.
  std::size_t archive_of(Xapian::docid document) const { return (document - 1) % archives.size(); }

  /// The number that a document has in its own archive.
  Xapian::docid own_number(Xapian::docid document) const {
    return static_cast<Xapian::docid>((document - 1) / archives.size() + 1);
  }

  /// The number that a document of an archive has in `database`.
  Xapian::docid document_of(std::size_t archive, Xapian::docid own) const {
    return static_cast<Xapian::docid>((own - 1) * archives.size() + archive + 1);
  }

  /// Whether any article uses the name, as the entity that it is one of.
  bool is_used(NameId name) const;
};

/// The documents of that id, as `ArchiveReader::find_articles` finds them, by their numbers in
/// `State::database`.
std::vector<Xapian::docid> find_documents(const ArchiveReader::State& state, std::string_view id);

/// The only one of them; nothing when there is none. Throws Error when several archives have an
/// article of that id.
std::optional<Xapian::docid> find_document(const ArchiveReader::State& state, std::string_view id);

/// The article a document stores. Throws Error(Damaged) when it is not what was written.
Article read_article(const OpenArchive& archive, const Xapian::Document& document);

/// The same of a document by its number in `State::database`.
Article read_article(const ArchiveReader::State& state, Xapian::docid document);

/// Adds the names of a document to `ids`, as `State::entities` numbers them. Throws Error(Damaged)
/// when they are no names of the dictionary.
void read_name_ids(const OpenArchive& archive, const Xapian::Document& document,
                   std::vector<NameId>& ids);

/// The same from what the slot of a document holds, `own` being its number in its archive.
void read_name_ids(const OpenArchive& archive, Xapian::docid own, std::string_view packed,
                   std::vector<NameId>& ids);

/// The same of a document by its number in `State::database`.
void read_name_ids(const ArchiveReader::State& state, Xapian::docid document,
                   std::vector<NameId>& ids);

/// Fills `periods` with the dates that a document names, from what its slot holds. Throws
/// Error(Damaged) when they are none.
void read_mentioned(const OpenArchive& archive, Xapian::docid own, std::string_view packed,
                    std::vector<Period>& periods);

}  // namespace dateline

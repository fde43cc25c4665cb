// Opening an archive, and staying on one committed state of it.
#include "searcher/match/archive_reader.h"

#include <xapian.h>

#include <filesystem>
#include <utility>

#include "common/archive/damage_hint.h"
#include "common/archive/database_error.h"
#include "common/archive/manifest.h"
#include "common/archive/slot_codec.h"
#include "common/archive/stored_article.h"
#include "common/error.h"
#include "common/field.h"
#include "common/text/analyzer.h"
#include "searcher/match/archive_state.h"

namespace dateline {

namespace {

std::vector<std::string> languages_of(const Xapian::Database& database) {
  std::vector<std::string> languages;
  const std::string prefix(find_field("language")->prefix);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    languages.push_back((*term).substr(prefix.size()));
  }
  return languages;
}

}  // namespace

ArchiveReader::ArchiveReader(const ArchiveLayout& layout)
    : layout_(layout), state_(std::make_unique<State>()) {
  if (!archive_exists(layout)) {
    throw_no_archive(layout);
  }
  read_archive(layout_, [this](const Manifest& manifest) { open(manifest); });
}

ArchiveReader::~ArchiveReader() = default;

void ArchiveReader::open(const Manifest& manifest) {
  const Generation generation = layout_.generation(manifest.generation);
  state_->database = Xapian::Database(generation.database().string());
  // The dictionary is read after the database is opened: it is written before.
  state_->corrections = read_corrections(layout_.corrections());
  state_->entities = EntityMap(NameDictionary::read(generation.names(), generation.entities()),
                               state_->corrections.lines);
  state_->languages = languages_of(state_->database);
  require_same_generation(layout_, manifest);
  state_->generation = manifest.generation;
}

void ArchiveReader::consistently(const std::function<void()>& ask) {
  bool is_first = true;
  read_archive(layout_, [&](const Manifest& manifest) {
    if (!is_first || manifest.generation != state_->generation) {
      open(manifest);
    }
    is_first = false;
    ask();
  });
}

const EntityMap& ArchiveReader::entities() const {
  return state_->entities;
}

const Corrections& ArchiveReader::corrections() const {
  return state_->corrections;
}

std::span<const std::string> ArchiveReader::languages() const {
  return state_->languages;
}

std::optional<Article> ArchiveReader::find_article(std::string_view id) {
  std::optional<Article> article;
  consistently([&] {
    article.reset();
    const std::string term = make_term(id_prefix, id);
    const auto found = state_->database.postlist_begin(term);
    if (found != state_->database.postlist_end(term)) {
      article = read_article(state_->database.get_document(*found));
    }
  });
  return article;
}

Article read_article(const Xapian::Document& document) {
  std::optional<Article> article = from_stored(document.get_data());
  if (!article) {
    throw Error("the archive is damaged: the stored text of document " +
                    std::to_string(document.get_docid()) + " is not what was written",
                damage_hint, ExitCode::Damaged);
  }
  return std::move(*article);
}

void read_name_ids(const Xapian::Document& document, const NameDictionary& names,
                   std::vector<NameId>& ids) {
  read_name_ids(document.get_value(static_cast<Xapian::valueno>(Slot::Names)), document.get_docid(),
                names, ids);
}

void read_name_ids(std::string_view packed, Xapian::docid document, const NameDictionary& names,
                   std::vector<NameId>& ids) {
  if (!unpack_name_ids(packed, ids) || (!ids.empty() && ids.back() >= names.size())) {
    throw Error("the archive is damaged: document " + std::to_string(document) +
                    " has names that the dictionary does not know",
                damage_hint, ExitCode::Damaged);
  }
}

void read_mentioned(const Xapian::Document& document, std::vector<Period>& periods) {
  if (!unpack_periods(document.get_value(static_cast<Xapian::valueno>(Slot::Mentioned)), periods)) {
    throw Error("the archive is damaged: document " + std::to_string(document.get_docid()) +
                    " names dates that no calendar has",
                damage_hint, ExitCode::Damaged);
  }
}

}  // namespace dateline

// Opening, writing and committing.
#include "indexer/write/archive_writer.h"

#include <xapian.h>

#include <array>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "common/archive/corrections.h"
#include "common/archive/database_error.h"
#include "common/archive/manifest.h"
#include "common/error.h"
#include "common/field.h"
#include "common/text/analyzer.h"
#include "indexer/write/article_record.h"
#include "indexer/write/name_writer.h"
#include "indexer/write/reconciler.h"
#include "indexer/write/settlement.h"

namespace dateline {

namespace {

std::string utc_now() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, sizeof "2023-02-06T10:00:00Z"> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

/// Whether a folder holds nothing but what a first run that was interrupted may have left, and
/// corrections that wait for their archive.
bool is_new_archive(const ArchiveLayout& layout) {
  std::error_code failure;
  for (const auto& entry : std::filesystem::directory_iterator(layout.folder, failure)) {
    const auto name = entry.path().filename();
    if (name != "manifest.json.new" && name != layout.database().filename() &&
        name != layout.corrections().filename()) {
      return false;
    }
  }
  return !failure;
}

void make_archive(const ArchiveLayout& layout, std::string_view model) {
  std::error_code failure;
  std::filesystem::create_directories(layout.folder, failure);
  if (!std::filesystem::is_directory(layout.folder)) {
    throw Error("cannot make an archive in " + layout.folder.string() + ": " +
                    (failure ? failure.message() : "it is not a folder"),
                "name another folder with --archive DIR");
  }
  if (!is_new_archive(layout)) {
    throw Error(layout.folder.string() + " is a folder of other things, or not yours to read",
                "name an empty or a new folder with --archive DIR");
  }
  write_manifest(layout.manifest(), new_manifest(model));
  // The user's file: what is there is never touched, be it a link that leads nowhere.
  if (!std::filesystem::exists(std::filesystem::symlink_status(layout.corrections(), failure))) {
    write_file_atomically(layout.corrections(), new_corrections_text());
  }
}

/// A database that was finished once and is gone must not be begun anew as if nothing had been.
void require_database(const Manifest& manifest, const ArchiveLayout& layout) {
  if (!manifest.updated.empty() && !std::filesystem::exists(layout.database())) {
    throw Error("the archive in " + layout.folder.string() + " is damaged: its database is gone",
                "bring the folder " + layout.database().filename().string() +
                    " back from a copy, or index the articles again into a new archive",
                ExitCode::Damaged);
  }
}

}  // namespace

struct ArchiveWriter::State {
  State(const ArchiveLayout& archive, std::string_view entity_model, Xapian::Database opened)
      : layout(archive),
        model(entity_model),
        database(std::move(opened)),
        reconciler(database, entity_model),
        names(archive) {}

  Xapian::WritableDatabase& writable() { return *writable_database; }

  ArchiveLayout layout;
  std::string model;
  // None in a dry run. Always within a transaction: what Xapian finds uncommitted when it is closed
  // or destroyed it would commit, be its names saved or not.
  std::optional<Xapian::WritableDatabase> writable_database;
  Xapian::Database database;  // the same, to read from
  Reconciler reconciler;
  NameWriter names;
  bool has_changed = false;
};

ArchiveWriter::ArchiveWriter(const ArchiveLayout& layout, std::string_view model, WriteMode mode) {
  std::string entity_model(model);
  if (archive_exists(layout)) {
    const Manifest manifest = read_manifest(layout.manifest());
    require_compatible(manifest, layout.folder);
    require_database(manifest, layout);
    if (mode == WriteMode::Extend) {
      entity_model = manifest.entity_model;
    }
  } else if (mode == WriteMode::Extend) {
    throw_no_archive(layout);
  } else if (mode == WriteMode::Write) {
    make_archive(layout, model);
  }
  write_database(layout.folder, [&] {
    const std::string folder = layout.database().string();
    if (mode == WriteMode::DryRun) {
      state_ = std::make_unique<State>(layout, entity_model,
                                       std::filesystem::exists(layout.database())
                                           ? Xapian::Database(folder)
                                           : Xapian::Database());
      return;
    }
    Xapian::WritableDatabase writable(folder, Xapian::DB_CREATE_OR_OPEN);
    state_ = std::make_unique<State>(layout, entity_model, writable);
    state_->writable_database = std::move(writable);
    state_->writable().begin_transaction();
  });
}

ArchiveWriter::~ArchiveWriter() = default;

void ArchiveWriter::expect_file(const std::string& path) {
  state_->reconciler.expect_file(path);
}

void ArchiveWriter::finish_file(const std::string& path) {
  state_->reconciler.finish_file(path);
}

Decision ArchiveWriter::decide(Article& article) {
  return write_database(state_->layout.folder, [&] { return state_->reconciler.decide(article); });
}

void ArchiveWriter::write(const Decision& decision, const AnalyzedArticle& analyzed) {
  if (!state_->writable_database) {
    return;
  }
  write_database(state_->layout.folder, [&] {
    const Xapian::Document document =
        to_document(analyzed, decision.digest, state_->names.ids_of(analyzed.names));
    if (decision.document != 0) {
      state_->writable().replace_document(decision.document, document);
    } else {
      state_->reconciler.note_document(state_->writable().add_document(document));
    }
    state_->has_changed = true;
  });
}

std::size_t ArchiveWriter::prune(const std::vector<std::string>& roots) {
  return write_database(state_->layout.folder, [&] {
    const std::vector<std::uint32_t> gone = state_->reconciler.find_gone(roots);
    if (state_->writable_database) {
      for (const std::uint32_t document : gone) {
        state_->writable().delete_document(document);
        state_->has_changed = true;
      }
    }
    return gone.size();
  });
}

bool ArchiveWriter::remove(std::string_view id) {
  return write_database(state_->layout.folder, [&] {
    const std::string term = id_term(id);
    if (!state_->database.term_exists(term)) {
      return false;
    }
    state_->writable().delete_document(term);
    state_->has_changed = true;
    return true;
  });
}

void ArchiveWriter::commit() {
  if (!state_->writable_database || !state_->has_changed) {
    return;
  }
  // Names first: every number in a committed document has its name.
  state_->names.save_names();
  write_database(state_->layout.folder, [&] {
    state_->writable().commit_transaction();
    state_->writable().begin_transaction();
  });
}

void ArchiveWriter::finish() {
  if (!state_->writable_database) {
    return;
  }
  commit();
  // Also when nothing has changed: an earlier run may have died before it came to this.
  write_database(state_->layout.folder, [&] { settle_entities(state_->database, state_->names); });
  Manifest manifest = new_manifest(state_->model);
  manifest.updated = utc_now();
  write_manifest(state_->layout.manifest(), manifest);
  write_database(state_->layout.folder, [&] {
    state_->writable().cancel_transaction();
    state_->writable().close();
  });
  state_->writable_database.reset();
}

}  // namespace dateline

// Opening, the two ways, and the end of a run.
#include "indexer/write/archive_writer.h"

#include <xapian.h>

#include <algorithm>
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
#include "indexer/write/archive_lock.h"
#include "indexer/write/bulk_import.h"
#include "indexer/write/direct_writer.h"
#include "indexer/write/generations.h"
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

/// Whether this is what a first run may have left that died before it wrote the manifest: a
/// generation without names. One that has them has lost its manifest, and is not ours to remove.
bool is_first_attempt(const std::filesystem::path& path, const ArchiveLayout& layout) {
  constexpr std::uint32_t first_generation = 1;
  const Generation first = layout.generation(first_generation);
  return path == first.folder && !std::filesystem::exists(first.names());
}

/// Whether a folder holds nothing but what a first run that was interrupted may have left, and
/// corrections that wait for their archive.
bool is_new_archive(const ArchiveLayout& layout) {
  std::error_code failure;
  for (const auto& entry : std::filesystem::directory_iterator(layout.folder, failure)) {
    const auto name = entry.path().filename();
    if (name != "manifest.json.new" && name != layout.lock().filename() &&
        name != layout.commit_lock().filename() && name != layout.corrections().filename() &&
        !is_first_attempt(entry.path(), layout)) {
      return false;
    }
  }
  return !failure;
}

void make_folder(const ArchiveLayout& layout) {
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
}

/// The user's file: what is there is never touched, be it a link that leads nowhere.
void make_corrections(const ArchiveLayout& layout) {
  std::error_code failure;
  if (!std::filesystem::exists(std::filesystem::symlink_status(layout.corrections(), failure))) {
    write_file_atomically(layout.corrections(), new_corrections_text());
  }
}

/// A file that this run has read.
struct ReadSource {
  std::string path;
  std::string reading;
  ReadFile read;
  std::int64_t seen_ns;
};

}  // namespace

class ArchiveWriter::State {
 public:
  State(ArchiveLayout archive, WriterOptions writer_options);

  void put(PreparedBatch batch);
  void drop(const Reconciler::Place& place);
  void begin_bulk();
  void commit();
  void finish();

  /// What a run begins with, where it begins with what is there.
  Generation current() const { return layout.generation(manifest.generation); }

  /// Whether nothing of what is there stays but corrections.
  bool begins_anew() const {
    return options.mode == WriteMode::Rebuild || options.mode == WriteMode::Rederive;
  }

  ArchiveLayout layout;
  WriterOptions options;
  std::optional<ArchiveLock> lock;  // none in a dry run
  Manifest manifest;
  Xapian::Database database;  // of what is there, and of what is written to it one by one
  std::optional<Reconciler> reconciler;
  std::optional<NameWriter> names;
  SourceFiles sources;
  std::vector<ReadSource> read_sources;  // of this run; kept when their articles are committed
  std::optional<NewGeneration> next;     // before `bulk`, which lies in it
  std::unique_ptr<BulkImport> bulk;
  std::unique_ptr<DirectWriter> direct;
  std::uint64_t direct_bytes = 0;

 private:
  void open_archive();
  void recover();
  void begin_direct();
  void forget_digests();
  void number_names(PreparedArticle& article);
  void keep_sources();
  void finish_direct();
  void finish_bulk();
};

ArchiveWriter::State::State(ArchiveLayout archive, WriterOptions writer_options)
    : layout(std::move(archive)), options(std::move(writer_options)) {
  const bool exists = archive_exists(layout);
  if (!exists && options.mode == WriteMode::Extend) {
    throw_no_archive(layout);
  }
  if (options.mode != WriteMode::DryRun) {
    if (!exists) {
      make_folder(layout);
    }
    lock.emplace(layout.lock());
  }
  if (archive_exists(layout)) {
    open_archive();
  } else if (lock) {
    remove_leftovers(layout, 0);
    manifest = make_empty_archive(layout, options.model);
    make_corrections(layout);
    database = Xapian::Database(current().database().string());
  }
  if (options.mode != WriteMode::Rebuild && manifest.generation != 0) {
    sources = SourceFiles::read(current().sources());
  }
  reconciler.emplace(database, options.model);
  const bool is_new = begins_anew() || manifest.generation == 0;
  names.emplace(is_new ? NameWriter() : NameWriter(current()));
  const bool may_be_bulk = lock && options.mode != WriteMode::Extend;
  const bool is_large = options.path == WritePath::Automatic && database.get_doccount() == 0;
  if (may_be_bulk && (is_large || options.path == WritePath::Bulk || begins_anew())) {
    begin_bulk();
  }
}

/// Opens what is there. A run that died may have left tables that can be read and not be written
/// on; what it had committed is copied from them first.
void ArchiveWriter::State::open_archive() {
  if (options.mode == WriteMode::Rebuild) {
    manifest.generation = last_generation(layout);
    return;
  }
  manifest = read_manifest(layout.manifest());
  if (options.mode == WriteMode::Rederive && manifest.schema_version == current_schema_version) {
    remove_leftovers(layout, manifest.generation);
    return;
  }
  require_compatible(manifest, layout.folder);
  if (options.mode == WriteMode::Extend) {
    options.model = manifest.entity_model;
  }
  if (lock) {
    remove_leftovers(layout, manifest.generation);
    if (!manifest.files) {
      recover();
    }
  }
  database = Xapian::Database(current().database().string());
}

void ArchiveWriter::State::recover() {
  const Generation died = current();
  NewGeneration copy(layout, manifest.generation);
  join_databases(std::vector{died.database()}, copy.generation().database());
  NameWriter(died).save_to(copy.generation());
  copy.publish(manifest);
}

void ArchiveWriter::State::begin_bulk() {
  if (direct) {
    commit();
    direct->close();
    direct.reset();
    database = Xapian::Database(current().database().string());
  }
  if (!begins_anew() && database.get_doccount() > 0) {
    require_whole(layout, manifest);
  }
  next.emplace(layout, manifest.generation);
  const std::filesystem::path scratch = next->generation().folder / "trial";
  std::filesystem::create_directory(scratch);
  const bool can = can_import_in_bulk(scratch);
  std::filesystem::remove_all(scratch);
  if (!can) {
    next.reset();
    if (begins_anew()) {
      throw Error("this Xapian has a database format that is not known here, so nothing is rebuilt",
                  "index the articles again into a new archive");
    }
    options.path = WritePath::Direct;
    return;
  }
  bulk = std::make_unique<BulkImport>(next->generation(), database.get_lastdocid(),
                                      options.memory_bytes);
}

/// From here on the files change: their digests say nothing until the end of the run.
void ArchiveWriter::State::forget_digests() {
  if (manifest.files) {
    manifest.files.reset();
    write_manifest(layout.manifest(), manifest);
  }
}

void ArchiveWriter::State::begin_direct() {
  if (direct) {
    return;
  }
  require_whole(layout, manifest);
  forget_digests();
  direct = std::make_unique<DirectWriter>(layout, current());
  database = direct->database();
}

void ArchiveWriter::State::number_names(PreparedArticle& article) {
  const std::vector<NameId> ids = names->ids_of(article.record.names);
  article.record.values.resize(value_slots);
  article.record.values[static_cast<std::size_t>(Slot::Names)] = pack_name_ids(ids);
}

void ArchiveWriter::State::put(PreparedBatch batch) {
  for (PreparedArticle& article : batch.articles) {
    number_names(article);
    if (!article.decision.loser_path.empty()) {
      sources.forget(article.decision.loser_path);
    }
  }
  if (batch.encoded) {
    constexpr auto slot = static_cast<std::size_t>(Slot::Names);
    for (std::size_t i = 0; i < batch.articles.size(); ++i) {
      batch.encoded->documents[i].values[slot] = std::move(batch.articles[i].record.values[slot]);
      if (batch.articles[i].decision.document != 0) {
        bulk->drop(batch.articles[i].decision.document);
      }
    }
    bulk->add(std::move(*batch.encoded));
    return;
  }
  begin_direct();
  for (const PreparedArticle& article : batch.articles) {
    direct_bytes += article.record.data.size();
    if (article.decision.document != 0) {
      direct->replace(article.decision.document, article.record);
    } else {
      reconciler->note_document(direct->add(article.record));
    }
  }
  commit();
}

/// Removes an article. Its file must be read again should it come back, though nobody touched it.
void ArchiveWriter::State::drop(const Reconciler::Place& place) {
  sources.forget(place.path);
  if (bulk) {
    bulk->drop(place.document);
  } else {
    begin_direct();
    direct->remove(place.document);
  }
}

void ArchiveWriter::State::commit() {
  if (direct) {
    // A file whose article is replaced by another's must be read again.
    if (sources.is_changed()) {
      sources.write(current().sources());
    }
    // Names first: every number in a committed document has its name.
    names->save_names();
    direct->commit();
  }
}

/// Keeps what was read; its articles are written.
void ArchiveWriter::State::keep_sources() {
  for (const ReadSource& source : read_sources) {
    sources.set(source.path, source.reading, source.read, source.seen_ns);
  }
  read_sources.clear();
}

void ArchiveWriter::State::finish() {
  if (bulk && (begins_anew() || !bulk->is_empty())) {
    finish_bulk();
  } else {
    bulk.reset();
    next.reset();
    finish_direct();
  }
}

void ArchiveWriter::State::finish_bulk() {
  const Generation& generation = next->generation();
  bulk->finish(database, current().database(), options.threads);
  bulk.reset();
  names->save_to(generation);
  database = Xapian::Database(generation.database().string());
  settle_entities(database, *names);
  keep_sources();
  sources.write(generation.sources());
  const std::uint32_t before = manifest.generation;
  manifest = new_manifest(options.model);
  manifest.generation = before;
  manifest.updated = utc_now();
  next->publish(manifest);
  if (begins_anew()) {
    make_corrections(layout);
    remove_leftovers(layout, manifest.generation);
  }
}

void ArchiveWriter::State::finish_direct() {
  commit();
  keep_sources();
  // Entities may have to be settled though nothing has changed: by another resolver.
  if (sources.is_changed() || !is_settled(database, *names)) {
    forget_digests();
  }
  settle_entities(database, *names);
  if (sources.is_changed()) {
    sources.write(current().sources());
  }
  if (direct) {
    direct->close();
    direct.reset();
  }
  const std::uint32_t generation = manifest.generation;
  std::optional<FileDigests> digests = std::move(manifest.files);
  manifest = new_manifest(options.model);
  manifest.generation = generation;
  manifest.files = digests ? std::move(digests) : digest_files(current());
  manifest.updated = utc_now();
  write_manifest(layout.manifest(), manifest);
}

ArchiveWriter::ArchiveWriter(const ArchiveLayout& layout, WriterOptions options) {
  write_database(layout.folder,
                 [&] { state_ = std::make_unique<State>(layout, std::move(options)); });
}

ArchiveWriter::~ArchiveWriter() = default;

std::filesystem::path ArchiveWriter::database() const {
  return state_->current().database();
}

const ReadFile* ArchiveWriter::find_untouched(std::string_view path, std::string_view reading,
                                              const FileState& now) const {
  const SourceFiles& sources = state_->sources;
  return sources.is_untouched(path, reading, now) ? sources.find(path, reading) : nullptr;
}

void ArchiveWriter::keep_source(std::string path, std::string_view reading, const ReadFile& read,
                                std::int64_t seen_ns) {
  state_->read_sources.push_back({std::move(path), std::string(reading), read, seen_ns});
}

void ArchiveWriter::expect_file(const std::string& path) {
  state_->reconciler->expect_file(path);
}

void ArchiveWriter::finish_file(const std::string& path) {
  state_->reconciler->finish_file(path);
}

Decision ArchiveWriter::decide(Article& article) {
  return write_database(state_->layout.folder, [&] { return state_->reconciler->decide(article); });
}

bool ArchiveWriter::is_bulk() const {
  return state_->bulk != nullptr;
}

void ArchiveWriter::number(Decision& decision) {
  decision.new_document = state_->bulk->next_document();
}

bool ArchiveWriter::prefers_bulk(std::uint64_t expected_bytes) const {
  // So much takes a few seconds one by one, some as long as joining a large archive.
  constexpr std::uint64_t enough_bytes = std::uint64_t{8} << 20;
  return !is_bulk() && state_->lock && state_->options.path == WritePath::Automatic &&
         state_->options.mode == WriteMode::Write &&
         std::max(expected_bytes, state_->direct_bytes) > enough_bytes;
}

void ArchiveWriter::begin_bulk() {
  write_database(state_->layout.folder, [&] { state_->begin_bulk(); });
}

void ArchiveWriter::write(PreparedBatch batch) {
  if (state_->lock) {
    write_database(state_->layout.folder, [&] { state_->put(std::move(batch)); });
  }
}

std::size_t ArchiveWriter::prune(const std::vector<std::string>& roots) {
  return write_database(state_->layout.folder, [&] {
    const std::vector<Reconciler::Place> gone = state_->reconciler->find_gone(roots);
    if (state_->lock) {
      for (const Reconciler::Place& place : gone) {
        state_->drop(place);
      }
    }
    return gone.size();
  });
}

bool ArchiveWriter::remove(std::string_view id) {
  return write_database(state_->layout.folder, [&] {
    const auto known = state_->reconciler->find_article(id);
    if (!known) {
      return false;
    }
    state_->drop(*known);
    return true;
  });
}

void ArchiveWriter::commit() {
  write_database(state_->layout.folder, [&] { state_->commit(); });
}

void ArchiveWriter::finish() {
  if (state_->lock) {
    write_database(state_->layout.folder, [&] { state_->finish(); });
  }
}

}  // namespace dateline

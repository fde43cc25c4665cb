// Folders, compaction and digests.
#include "indexer/write/generations.h"

#include <fcntl.h>
#include <unistd.h>
#define XXH_INLINE_ALL
#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <future>
#include <iomanip>
#include <memory>
#include <sstream>
#include <system_error>
#include <utility>

#include "common/archive/damage_hint.h"
#include "common/error.h"
#include "indexer/write/archive_lock.h"

namespace dateline {

namespace {

[[noreturn]] void fail(const std::string& what, const std::filesystem::path& path, int reason) {
  throw Error("cannot " + what + " " + path.string() + ": " + std::strerror(reason),
              "what was committed before is kept; make sure that the disk has room and the folder "
              "is yours, then run the command again");
}

/// An open file or folder.
class OpenFile {
 public:
  explicit OpenFile(const std::filesystem::path& path)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) {
      fail("read", path, errno);
    }
  }
  ~OpenFile() { ::close(descriptor_); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

void sync(const std::filesystem::path& path) {
  const OpenFile file(path);
  if (::fsync(file.descriptor()) != 0) {
    fail("write", path, errno);
  }
}

FileDigest digest_file(const std::filesystem::path& path) {
  constexpr std::size_t piece_bytes = std::size_t{1} << 18;
  const OpenFile file(path);
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                       &XXH3_freeState);
  XXH3_128bits_reset(state.get());
  std::string piece(piece_bytes, '\0');
  FileDigest digest;
  while (true) {
    const ssize_t bytes = ::read(file.descriptor(), piece.data(), piece.size());
    if (bytes < 0 && errno != EINTR) {
      fail("read", path, errno);
    }
    if (bytes == 0) {
      break;
    }
    if (bytes > 0) {
      XXH3_128bits_update(state.get(), piece.data(), static_cast<std::size_t>(bytes));
      digest.bytes += static_cast<std::uint64_t>(bytes);
    }
  }
  const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
  std::ostringstream hex;
  hex << std::hex << std::setfill('0') << std::setw(16) << hash.high64 << std::setw(16)
      << hash.low64;
  digest.xxh3 = hex.str();
  return digest;
}

bool is_leftover(const std::filesystem::path& path, const ArchiveLayout& layout,
                 std::uint32_t current) {
  const std::string name = path.filename().string();
  const bool is_old_generation = name.starts_with(ArchiveLayout::generation_prefix) &&
                                 path != layout.generation(current).folder;
  const bool is_of_schema_2 = name == "xapian" || name == "names.tsv" || name == "entities.tsv";
  return is_old_generation || is_of_schema_2 ||
         name == layout.manifest().filename().string() + ".new" ||
         name == layout.corrections().filename().string() + ".new";
}

}  // namespace

void remove_leftovers(const ArchiveLayout& layout, std::uint32_t current) noexcept {
  std::error_code failure;
  std::vector<std::filesystem::path> leftovers;
  for (const auto& entry : std::filesystem::directory_iterator(layout.folder, failure)) {
    if (is_leftover(entry.path(), layout, current)) {
      leftovers.push_back(entry.path());
    }
  }
  for (const std::filesystem::path& path : leftovers) {
    std::filesystem::remove_all(path, failure);
  }
  for (const auto& entry :
       std::filesystem::directory_iterator(layout.generation(current).folder, failure)) {
    if (entry.path().extension() == ".new") {
      std::filesystem::remove(entry.path(), failure);
    }
  }
}

std::uint32_t last_generation(const ArchiveLayout& layout) {
  std::uint32_t last = 0;
  std::error_code failure;
  for (const auto& entry : std::filesystem::directory_iterator(layout.folder, failure)) {
    const std::string name = entry.path().filename().string();
    std::uint32_t number = 0;
    if (name.starts_with(ArchiveLayout::generation_prefix)) {
      const char* const digits = name.data() + ArchiveLayout::generation_prefix.size();
      std::from_chars(digits, name.data() + name.size(), number);
    }
    last = std::max(last, number);
  }
  return last;
}

NewGeneration::NewGeneration(const ArchiveLayout& layout, std::uint32_t current)
    : layout_(layout), number_(current + 1), generation_(layout.generation(number_)) {
  std::error_code failure;
  std::filesystem::create_directory(generation_.folder, failure);
  if (failure) {
    fail("make the folder", generation_.folder, failure.value());
  }
}

NewGeneration::~NewGeneration() {
  if (!is_published_) {
    std::error_code failure;
    std::filesystem::remove_all(generation_.folder, failure);
  }
}

void NewGeneration::publish(Manifest& manifest) {
  const std::uint32_t before = std::exchange(manifest.generation, number_);
  manifest.files = digest_files(generation_);
  sync(generation_.database());
  sync(generation_.folder);
  {
    const CommitGate gate(layout_.commit_lock());
    const LockedFile hold = gate.hold_off_readers();
    write_manifest(layout_.manifest(), manifest);
  }
  is_published_ = true;
  std::error_code failure;
  std::filesystem::remove_all(layout_.generation(before).folder, failure);
}

Manifest make_empty_archive(const ArchiveLayout& layout, std::string_view model) {
  Manifest manifest = new_manifest(model);
  NewGeneration first(layout, 0);
  {
    Xapian::WritableDatabase database(first.generation().database().string(), Xapian::DB_CREATE);
    database.close();
  }
  first.publish(manifest);
  return manifest;
}

void join_databases(std::span<const std::filesystem::path> databases,
                    const std::filesystem::path& target) {
  Xapian::Database all;
  for (const std::filesystem::path& database : databases) {
    all.add_database(Xapian::Database(database.string()));
  }
  all.compact(target.string(), Xapian::DBCOMPACT_NO_RENUMBER);
  for (const auto& entry : std::filesystem::directory_iterator(target)) {
    sync(entry.path());
  }
  sync(target);
}

FileDigests digest_files(const Generation& generation) {
  std::vector<std::pair<std::string, std::future<FileDigest>>> pending;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(generation.folder)) {
    // The file that carries Xapian's lock is empty, and made by whoever first writes.
    if (entry.is_regular_file() && entry.path().filename() != "flintlock") {
      pending.emplace_back(
          entry.path().lexically_relative(generation.folder).generic_string(),
          std::async(std::launch::async, [path = entry.path()] { return digest_file(path); }));
    }
  }
  FileDigests digests;
  for (auto& [name, digest] : pending) {
    digests[name] = digest.get();
  }
  return digests;
}

void require_whole(const ArchiveLayout& layout, const Manifest& manifest) {
  if (manifest.files && digest_files(layout.generation(manifest.generation)) != *manifest.files) {
    throw Error("the archive in " + layout.folder.string() +
                    " is damaged: its files are not what was written",
                damage_hint, ExitCode::Damaged);
  }
}

}  // namespace dateline

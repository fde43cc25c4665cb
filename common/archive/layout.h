// Where the parts of an archive lie in its folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The files of one generation: everything that was derived from articles. A generation is made
/// aside and becomes the archive in one step, when the manifest names it.
struct Generation {
  std::filesystem::path folder;

  std::filesystem::path names() const { return folder / "names.tsv"; }
  std::filesystem::path entities() const { return folder / "entities.tsv"; }
  std::filesystem::path sources() const { return folder / "sources.tsv"; }
  std::filesystem::path database() const { return folder / "xapian"; }
};

/// The files of one archive. docs/archive-format.md describes each.
struct ArchiveLayout {
  std::filesystem::path folder;

  std::filesystem::path manifest() const { return folder / "manifest.json"; }
  std::filesystem::path corrections() const { return folder / "corrections.txt"; }
  std::filesystem::path lock() const { return folder / "lock"; }
  std::filesystem::path commit_lock() const { return folder / "commit.lock"; }
  Generation generation(std::uint32_t number) const {
    return {folder / (std::string(generation_prefix) + std::to_string(number))};
  }

  static constexpr std::string_view generation_prefix = "generation-";
};

/// `requested` when it is not empty, else $DATELINE_ARCHIVE, else $XDG_DATA_HOME/dateline/archive,
/// else ~/.local/share/dateline/archive. Throws Error when none of them says anything.
ArchiveLayout find_archive(const std::filesystem::path& requested);

/// An archive, and what the user calls it.
struct NamedArchive {
  std::string name;
  ArchiveLayout layout;
};

struct GivenArchives {
  std::vector<NamedArchive> archives;  ///< each once
  std::vector<std::string> repeated;   ///< what was given and is one of them again
};

/// All of `requested` in their order, named as they are given; by whichever path an archive is
/// given, it is one. When nothing is requested, the one that `find_archive` finds.
GivenArchives find_archives(std::span<const std::filesystem::path> requested);

/// Throws the Error for a folder that should hold an archive and does not.
[[noreturn]] void throw_no_archive(const ArchiveLayout& layout);

/// Whether there is an archive in the folder. Throws Error when that cannot be looked at.
bool archive_exists(const ArchiveLayout& layout);

/// All bytes of a file; none when it is not there.
std::string read_whole_file(const std::filesystem::path& file);

/// Replaces a file as a whole: a crash leaves the old or the new content, never a mixture. Throws
/// Error when the disk does not take it.
void write_file_atomically(const std::filesystem::path& file, std::string_view content);

/// Cuts a file to `keep_bytes` and writes `content` behind them, synced. Throws Error when the disk
/// does not take it.
void append_to_file(const std::filesystem::path& file, std::uint64_t keep_bytes,
                    std::string_view content);

}  // namespace dateline

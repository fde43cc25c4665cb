// The walk over the PATHs a user names: which files hold articles, in one order for all time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/file_state.h"
#include "indexer/read/reader.h"

namespace dateline {

struct FoundFile {
  SourceFile file;
  InputFormat format = InputFormat::Text;
  std::optional<FileState> state;  ///< not of "-", nor of what could not be looked at
};

struct FoundFiles {
  std::vector<FoundFile> files;       ///< in order of their absolute paths, each once; "-" last
  std::vector<std::string> roots;     ///< the PATHs that could be opened, absolute, links resolved
  std::vector<ReadProblem> problems;  ///< folders and files that could not be looked into
  bool missing_path = false;          ///< a PATH itself could not be opened: exit code 2
  std::size_t other_files = 0;        ///< in folders, of no format known by name
  std::int64_t begun_ns = 0;          ///< by the system's clock; no state was taken earlier
};

/// Finds the files of articles under these PATHs. In folders files are told by their names
/// (.txt .text, .jsonl .ndjson .json, each also .gz .zst), hidden ones are passed over. FIFOs,
/// devices and sockets are never opened: one that is named, or has the name of an article, is a
/// problem. A file named itself is taken whatever its name (as text
/// when the name says nothing). `format` overrides what names say, so that every file in a folder
/// is taken. Symbolic links are followed, but not to where the walk is or has been: a file reached
/// in several ways is named by its own path from the outermost folder, else by the first link.
/// A PATH that yields nothing is a problem. "-" is standard input, JSON lines unless `format` says
/// otherwise, with the id base "stdin". The folder `own`, the archive's, is not looked into.
FoundFiles find_files(const std::vector<std::string>& paths, std::optional<InputFormat> format,
                      const std::filesystem::path& own = {});

}  // namespace dateline

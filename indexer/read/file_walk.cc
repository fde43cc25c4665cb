// Folder by folder, what lies in it first, what links lead to last.
#include "indexer/read/file_walk.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <deque>
#include <filesystem>
#include <memory>
#include <set>
#include <system_error>
#include <utility>

#include "common/archive/stored_article.h"
#include "indexer/read/file_name.h"

namespace fs = std::filesystem;

namespace dateline {

namespace {

constexpr const char* no_file =
    "is a pipe, device or socket and was not opened: name a file or folder, or send the articles "
    "to standard input and name \"-\"";

/// A PATH that could be opened.
struct Root {
  std::string given;
  fs::path path;  // absolute, links resolved
  bool is_folder = false;
};

/// Something under a folder that was given: where it is, and where that is seen from the folder.
struct Place {
  std::string path;      // absolute; links above it resolved
  std::string relative;  // to the folder given; empty for itself
};

/// What a folder says of something in it: where, and of which type, in the bits of `st_mode`.
struct FolderEntry {
  Place place;
  mode_t type = 0;
};

/// What one walk gathers, over all PATHs.
struct Walk {
  std::optional<InputFormat> format;
  FoundFiles found;
};

void add_problem(Walk& walk, const std::string& path, std::string message) {
  walk.found.problems.push_back({shown_path(path), std::move(message)});
}

/// "cannot …" with the system's reason.
std::string failure(std::string_view what, const std::error_code& error, std::string_view advice) {
  return "cannot " + std::string(what) + " (" + error.message() + "): " + std::string(advice);
}

/// Takes a file of articles; `name` is what its id is made of.
void take_file(Walk& walk, const std::string& path, std::string_view name, InputFormat format) {
  walk.found.files.push_back(
      {{path, percent_encode(split_file_name(name).stem, true)}, format, state_of(path)});
}

/// The type as the folder knows it, without a look at the file itself. Not every file system says.
mode_t type_of(const dirent& entry, const std::string& path) {
  if (entry.d_type != DT_UNKNOWN) {
    return static_cast<mode_t>(DTTOIF(entry.d_type));
  }
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 ? status.st_mode : 0;
}

/// What lies in a folder, without hidden things, in order of the names; with an error, as much as
/// could be seen.
std::vector<FolderEntry> list_entries(const Place& folder, std::error_code& error) {
  std::vector<FolderEntry> entries;
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::opendir(folder.path.c_str()), ::closedir);
  if (!stream) {
    error.assign(errno, std::generic_category());
    return entries;
  }
  const std::string above = folder.path.ends_with('/') ? folder.path : folder.path + '/';
  const std::string relative = folder.relative.empty() ? "" : folder.relative + '/';
  while (true) {
    errno = 0;  // nothing else tells the end of a folder from a failure
    const dirent* const entry = ::readdir(stream.get());
    if (entry == nullptr) {
      error.assign(errno, std::generic_category());
      break;
    }
    const std::string name = static_cast<const char*>(entry->d_name);
    if (!name.starts_with('.')) {
      Place place{above + name, relative + name};
      const mode_t type = type_of(*entry, place.path);
      entries.push_back({std::move(place), type});
    }
  }
  std::ranges::sort(entries, {},
                    [](const FolderEntry& e) { return std::string_view(e.place.path); });
  return entries;
}

/// The walk through one folder that was given.
class FolderWalk {
 public:
  FolderWalk(Walk& walk, const fs::path& root, const fs::path& own)
      : walk_(walk), visited_{root.string(), own.string()} {
    folders_.push_back({root.string(), {}});
  }

  /// What lies in the folder itself comes before what links in it lead to, so that a file reached
  /// both ways is named by its own path.
  void run() {
    while (!folders_.empty() || !links_.empty()) {
      if (!folders_.empty()) {
        list_folder(take_first(folders_));
      } else {
        follow_link(take_first(links_));
      }
    }
  }

  /// How many files of articles were seen, those known from another PATH too.
  std::size_t articles() const { return articles_; }

  bool root_failed() const { return root_failed_; }

 private:
  static Place take_first(std::deque<Place>& places) {
    Place first = std::move(places.front());
    places.pop_front();
    return first;
  }

  void list_folder(const Place& folder) {
    std::error_code error;
    std::vector<FolderEntry> entries = list_entries(folder, error);
    if (error) {
      root_failed_ = root_failed_ || folder.relative.empty();
      add_problem(walk_, folder.path,
                  failure("look into this folder", error, "give yourself permission to read it"));
    }
    for (FolderEntry& entry : entries) {
      if (S_ISLNK(entry.type)) {
        links_.push_back(std::move(entry.place));
      } else {
        take_place(entry.type, std::move(entry.place));
      }
    }
  }

  void take_place(mode_t type, Place place) {
    if (S_ISDIR(type)) {
      if (visited_.insert(place.path).second) {
        folders_.push_back(std::move(place));
      }
    } else if (S_ISREG(type)) {
      take_named_file(place);
    } else if (walk_.format || format_of(place.relative)) {
      add_problem(walk_, place.path, no_file);
    }
  }

  void take_named_file(const Place& place) {
    const auto format = walk_.format ? walk_.format : format_of(place.relative);
    if (!format) {
      ++walk_.found.other_files;
      return;
    }
    ++articles_;
    take_file(walk_, place.path, place.relative, *format);
  }

  void follow_link(Place link) {
    std::error_code error;
    const fs::path target = fs::canonical(link.path, error);
    struct stat status {};
    if (!error && ::stat(target.c_str(), &status) != 0) {
      error.assign(errno, std::generic_category());
    }
    if (error) {
      if (walk_.format || format_of(link.path)) {
        add_problem(walk_, link.path, failure("follow this link", error, "mend or remove it"));
      }
      return;
    }
    // A folder that holds the link itself would only bring the walk back to where it is.
    const fs::path holder = fs::path(link.path).parent_path();
    if (std::mismatch(target.begin(), target.end(), holder.begin(), holder.end()).first !=
        target.end()) {
      take_place(status.st_mode, {target.string(), std::move(link.relative)});
    }
  }

  Walk& walk_;
  std::set<std::string> visited_;  // folders
  std::deque<Place> folders_;
  std::deque<Place> links_;
  std::size_t articles_ = 0;
  bool root_failed_ = false;
};

void walk_folder(Walk& walk, const Root& root, const fs::path& own) {
  const std::size_t problems_before = walk.found.problems.size();
  FolderWalk folder(walk, root.path, own);
  folder.run();
  walk.found.missing_path = walk.found.missing_path || folder.root_failed();
  if (folder.articles() == 0 && walk.found.problems.size() == problems_before) {
    add_problem(walk, root.given,
                "holds no articles: name a folder with .txt, .jsonl or .json files in it, or say "
                "what its files are with --format");
  }
}

/// Looks at a PATH; says so when it cannot be opened.
std::optional<Root> open_root(Walk& walk, const std::string& given) {
  std::error_code error;
  const fs::file_status status = fs::status(given, error);
  const bool has_articles = fs::is_directory(status) || fs::is_regular_file(status);
  // The path of a pipe that a shell made (/dev/fd/63) leads nowhere.
  const fs::path path = has_articles ? fs::canonical(given, error) : fs::path();
  if (!error && fs::is_regular_file(status) && ::access(path.c_str(), R_OK) != 0) {
    error.assign(errno, std::generic_category());
  }
  if (error || !fs::exists(status)) {
    add_problem(walk, given, failure("be opened", error, "check the path and its permissions"));
  } else if (has_articles) {
    return Root{given, path, fs::is_directory(status)};
  } else {
    add_problem(walk, given, no_file);
  }
  walk.found.missing_path = true;
  return std::nullopt;
}

/// In order of their paths an outer folder comes before what lies in it, so ids do not depend on
/// the order in which the PATHs were given.
void sort_roots(std::vector<Root>& roots) {
  std::ranges::stable_sort(roots, {}, &Root::path);
  const auto is_same = [](const Root& a, const Root& b) { return a.path == b.path; };
  roots.erase(std::unique(roots.begin(), roots.end(), is_same), roots.end());
}

/// Of a file that was found in several ways, the first stays.
void sort_files(std::vector<FoundFile>& files) {
  std::ranges::stable_sort(files, {}, [](const FoundFile& found) {
    return std::pair(found.file.path == "-", std::string_view(found.file.path));
  });
  const auto is_same = [](const FoundFile& a, const FoundFile& b) {
    return a.file.path == b.file.path;
  };
  files.erase(std::unique(files.begin(), files.end(), is_same), files.end());
}

}  // namespace

FoundFiles find_files(const std::vector<std::string>& paths, std::optional<InputFormat> format,
                      const fs::path& own) {
  std::error_code ignored;
  const fs::path own_folder = fs::weakly_canonical(own, ignored);
  Walk walk{format, {}};
  walk.found.begun_ns =
      std::chrono::nanoseconds(std::chrono::system_clock::now().time_since_epoch()).count();
  std::vector<Root> roots;
  for (const std::string& path : paths) {
    if (path == "-") {
      walk.found.files.push_back({{path, "stdin"}, format.value_or(InputFormat::JsonLines), {}});
    } else if (auto root = open_root(walk, path)) {
      roots.push_back(*std::move(root));
    }
  }
  sort_roots(roots);
  for (const Root& root : roots) {
    walk.found.roots.push_back(root.path.string());
    if (root.is_folder) {
      walk_folder(walk, root, own_folder);
    } else {
      const std::string name = fs::path(root.given).filename().string();
      take_file(walk, root.path.string(), name,
                format.value_or(format_of(name).value_or(InputFormat::Text)));
    }
  }
  sort_files(walk.found.files);
  return std::move(walk.found);
}

}  // namespace dateline

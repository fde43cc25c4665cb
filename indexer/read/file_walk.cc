// Folder by folder, what lies in it first, what links lead to last.
#include "indexer/read/file_walk.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <filesystem>
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
  fs::path path;      // absolute; links above it resolved
  fs::path relative;  // to the folder given
};

/// What one walk gathers, over all PATHs.
struct Walk {
  std::optional<InputFormat> format;
  FoundFiles found;
  std::set<std::string> seen_files;  // absolute, links resolved
};

void add_problem(Walk& walk, const std::string& path, std::string message) {
  walk.found.problems.push_back({shown_path(path), std::move(message)});
}

/// "cannot …" with the system's reason.
std::string failure(std::string_view what, const std::error_code& error, std::string_view advice) {
  return "cannot " + std::string(what) + " (" + error.message() + "): " + std::string(advice);
}

/// Takes a file of articles, once; `name` is what its id is made of.
void take_file(Walk& walk, const fs::path& path, const std::string& name, InputFormat format) {
  if (walk.seen_files.insert(path.string()).second) {
    walk.found.files.push_back(
        {{path.string(), percent_encode(split_file_name(name).stem, true)}, format});
  }
}

/// The walk through one folder that was given.
class FolderWalk {
 public:
  FolderWalk(Walk& walk, const fs::path& root, const fs::path& own)
      : walk_(walk), visited_{root, own} {
    folders_.push_back({root, {}});
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
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator it(folder.path, error), end; !error && it != end;
         it.increment(error)) {
      if (!it->path().filename().string().starts_with('.')) {
        entries.push_back(*it);
      }
    }
    if (error) {
      root_failed_ = root_failed_ || folder.relative.empty();
      add_problem(walk_, folder.path,
                  failure("look into this folder", error, "give yourself permission to read it"));
    }
    std::ranges::sort(entries);
    for (const fs::directory_entry& entry : entries) {
      take_entry(entry, {entry.path(), folder.relative / entry.path().filename()});
    }
  }

  void take_entry(const fs::directory_entry& entry, Place place) {
    std::error_code error;
    const fs::file_status status = entry.symlink_status(error);
    if (fs::is_symlink(status)) {
      links_.push_back(std::move(place));
    } else {
      take_place(status, std::move(place));
    }
  }

  void take_place(const fs::file_status& status, Place place) {
    if (fs::is_directory(status)) {
      if (visited_.insert(place.path).second) {
        folders_.push_back(std::move(place));
      }
    } else if (fs::is_regular_file(status)) {
      take_named_file(place);
    } else if (walk_.format || format_of(place.relative.string())) {
      add_problem(walk_, place.path, no_file);
    }
  }

  void take_named_file(const Place& place) {
    const std::string name = place.relative.string();
    const auto format = walk_.format ? walk_.format : format_of(name);
    if (!format) {
      ++walk_.found.other_files;
      return;
    }
    ++articles_;
    take_file(walk_, place.path, name, *format);
  }

  void follow_link(Place link) {
    std::error_code error;
    const fs::path target = fs::canonical(link.path, error);
    const fs::file_status status = error ? fs::file_status{} : fs::status(target, error);
    if (error) {
      if (walk_.format || format_of(link.path.string())) {
        add_problem(walk_, link.path, failure("follow this link", error, "mend or remove it"));
      }
      return;
    }
    // A folder that holds the link itself would only bring the walk back to where it is.
    const fs::path holder = link.path.parent_path();
    if (std::mismatch(target.begin(), target.end(), holder.begin(), holder.end()).first !=
        target.end()) {
      take_place(status, {target, std::move(link.relative)});
    }
  }

  Walk& walk_;
  std::set<fs::path> visited_;  // folders
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

}  // namespace

FoundFiles find_files(const std::vector<std::string>& paths, std::optional<InputFormat> format,
                      const fs::path& own) {
  std::error_code ignored;
  const fs::path own_folder = fs::weakly_canonical(own, ignored);
  Walk walk{format, {}, {}};
  std::vector<Root> roots;
  for (const std::string& path : paths) {
    if (path == "-") {
      if (walk.seen_files.insert(path).second) {
        walk.found.files.push_back({{path, "stdin"}, format.value_or(InputFormat::JsonLines)});
      }
    } else if (auto root = open_root(walk, path)) {
      roots.push_back(*std::move(root));
    }
  }

  // In order of their paths an outer folder comes before what lies in it, so ids do not depend on
  // the order in which the PATHs were given.
  std::ranges::stable_sort(roots, {}, &Root::path);
  roots.erase(std::unique(roots.begin(), roots.end(),
                          [](const Root& a, const Root& b) { return a.path == b.path; }),
              roots.end());
  for (const Root& root : roots) {
    walk.found.roots.push_back(root.path.string());
    if (root.is_folder) {
      walk_folder(walk, root, own_folder);
    } else {
      const std::string name = fs::path(root.given).filename().string();
      take_file(walk, root.path, name,
                format.value_or(format_of(name).value_or(InputFormat::Text)));
    }
  }
  std::ranges::sort(walk.found.files, {}, [](const FoundFile& found) {
    return std::pair(found.file.path == "-", std::string_view(found.file.path));
  });
  return std::move(walk.found);
}

}  // namespace dateline

// Digests decide where the manifest has them; else a process of its own reads everything.
#include "indexer/write/archive_check.h"

#include <xapian.h>

#include <algorithm>
#include <charconv>
#include <string_view>
#include <system_error>
#include <utility>

#include "common/archive/database_error.h"
#include "common/archive/manifest.h"
#include "common/error.h"
#include "indexer/write/apart.h"
#include "indexer/write/archive_lock.h"
#include "indexer/write/content_check.h"
#include "indexer/write/derived_check.h"
#include "indexer/write/generations.h"
#include "indexer/write/source_files.h"

namespace dateline {

namespace {

// What the process that reads the tables says of them: a word, and fields after tabs.
constexpr std::string_view reads_file = "reads";
constexpr std::string_view found_damage = "damage";
constexpr std::string_view counted_articles = "articles";
constexpr std::string_view was_overtaken = "overtaken";

std::string_view take_field(std::string_view& line) {
  const std::size_t end = std::min(line.find('\t'), line.size());
  const std::string_view field = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return field;
}

/// A message may quote anything that is read from a damaged file.
std::string on_one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return text;
}

/// Collects damage, one entry a file and kind: thousands of documents may tell the same.
class Findings {
 public:
  void add(Damage damage) {
    constexpr std::size_t most_of_a_file = 3;
    const auto of_file = std::ranges::count(damage_, damage.file, &Damage::file);
    if (static_cast<std::size_t>(of_file) < most_of_a_file) {
      damage_.push_back(std::move(damage));
    } else {
      damage_of(damage.file).message = "more of it is damaged";
    }
  }

  std::vector<Damage> take() { return std::move(damage_); }

 private:
  /// The last one of a file.
  Damage& damage_of(const std::string& file) {
    const auto last = std::find_if(damage_.rbegin(), damage_.rend(),
                                   [&file](const Damage& damage) { return damage.file == file; });
    return *last;
  }

  std::vector<Damage> damage_;
};

/// One look at one committed state.
class Look {
 public:
  Look(const ArchiveLayout& layout, const Manifest& manifest, const CheckOptions& options)
      : generation_(layout.generation(manifest.generation)),
        manifest_(manifest),
        options_(options) {}

  bool is_overtaken() const { return is_overtaken_; }

  ArchiveCheck take() {
    if (!std::filesystem::is_directory(generation_.folder)) {
      find({"", "the folder is missing"});
    } else if (manifest_.files) {
      compare_digests(*manifest_.files);
    } else {
      read_contents();
    }
    check_.damage = findings_.take();
    return std::move(check_);
  }

 private:
  void find(Damage damage) {
    const std::string folder = generation_.folder.filename().string();
    damage.file = damage.file.empty() ? folder : folder + "/" + damage.file;
    findings_.add(std::move(damage));
  }

  void compare_digests(const FileDigests& written) {
    const FileDigests there = digest_files(generation_);
    for (const auto& [file, digest] : written) {
      const auto found = there.find(file);
      if (found == there.end()) {
        find({file, "the file is missing"});
      } else if (found->second.bytes != digest.bytes) {
        find({file, "the file has " + std::to_string(found->second.bytes) + " bytes, and " +
                        std::to_string(digest.bytes) + " were written"});
      } else if (found->second != digest) {
        find({file, "the bytes are not those that were written"});
      }
      ++check_.files;
      check_.bytes += digest.bytes;
    }
    for (const auto& [file, digest] : there) {
      // A draft is what a run left that died; the next one removes it.
      if (!written.contains(file) && !file.ends_with(".new")) {
        find({file, "the file is none of the archive"});
      }
    }
  }

  void read_contents() {
    check_.way = ArchiveCheck::Way::Contents;
    if (!is_known_model(manifest_.entity_model)) {
      check_.other_model = manifest_.entity_model;
    }
    const ApartEnd end =
        run_apart([this](const Say& say) { read_apart(say); },
                  [this](std::string_view line) { hear(line); }, options_.patience);
    if (!end.is_whole) {
      find({file_, "reading it " + end.how});
    }
  }

  /// In the process of its own.
  void read_apart(const Say& say) const {
    const auto tell = [&say](std::string_view word, std::string_view text) {
      say(std::string(word) + "\t" + std::string(text));
    };
    const ContentCheckHooks hooks = {
        .on_file = [&](std::string_view file) { tell(reads_file, file); },
        .on_progress = [&] { say({}); },
        .on_damage =
            [&](const Damage& damage) {
              tell(found_damage, damage.file + "\t" + on_one_line(damage.message));
            },
    };
    try {
      const std::size_t articles =
          check_contents(generation_, manifest_.entity_model, options_.threads, hooks);
      tell(counted_articles, std::to_string(articles));
    } catch (const Xapian::DatabaseModifiedError&) {
      tell(was_overtaken, {});
    }
  }

  void hear(std::string_view line) {
    const std::string_view word = take_field(line);
    if (word == reads_file) {
      file_ = line;
    } else if (word == found_damage) {
      const std::string_view file = take_field(line);
      find({std::string(file), std::string(line)});
    } else if (word == counted_articles) {
      std::size_t articles = 0;
      std::from_chars(line.data(), line.data() + line.size(), articles);
      check_.articles = articles;
    } else if (word == was_overtaken) {
      is_overtaken_ = true;
    }
  }

  Generation generation_;
  const Manifest& manifest_;
  const CheckOptions& options_;
  ArchiveCheck check_;
  Findings findings_;
  std::string file_;  // that the other process reads
  bool is_overtaken_ = false;
};

ArchiveCheck damaged_manifest(const ArchiveLayout& layout) {
  ArchiveCheck check;
  check.damage.push_back({layout.manifest().filename().string(), "it is not what was written"});
  return check;
}

void count_articles(const ArchiveLayout& layout, ArchiveCheck& check) {
  if (check.damage.empty() && !check.articles) {
    check.articles = read_archive(layout, [&layout](const Manifest& manifest) {
      const Generation generation = layout.generation(manifest.generation);
      return Xapian::Database(generation.database().string()).get_doccount();
    });
  }
}

bool is_damaged(const ArchiveCheck& check, std::string_view file) {
  return std::ranges::any_of(check.damage,
                             [file](const Damage& damage) { return damage.file.ends_with(file); });
}

}  // namespace

ArchiveCheck check_archive(const ArchiveLayout& layout, const CheckOptions& options) {
  constexpr int max_attempts = 20;
  if (!archive_exists(layout)) {
    throw_no_archive(layout);
  }
  // Held before the manifest is read, or what that says could be gone when it is looked for.
  const CommitGate gate(layout.commit_lock());
  const LockedFile hold = gate.hold_off_commits();
  for (int attempt = 1;; ++attempt) {
    const std::string manifest_text = read_whole_file(layout.manifest());
    Manifest manifest;
    try {
      manifest = read_manifest(layout.manifest());
    } catch (const Error& error) {
      if (error.exit_code() != ExitCode::Damaged) {
        throw;
      }
      return damaged_manifest(layout);
    }
    require_compatible(manifest, layout.folder);
    Look look(layout, manifest, options);
    ArchiveCheck check = look.take();
    // A writer that begins says so in the manifest, before it touches anything else.
    const bool is_overtaken =
        look.is_overtaken() || manifest_text != read_whole_file(layout.manifest());
    if (!is_overtaken || attempt == max_attempts) {
      count_articles(layout, check);
      return check;
    }
  }
}

std::string advice_for(const ArchiveCheck& check) {
  if (is_damaged(check, "manifest.json")) {
    return "bring it back from a copy, or index the articles again with dateline-index update "
           "--rebuild PATH...";
  }
  const bool is_text_lost = is_damaged(check, "docdata.glass") || is_damaged(check, "iamglass");
  return is_text_lost ? "the stored text is damaged too: index the articles again with "
                        "dateline-index update --rebuild PATH..."
                      : "dateline-index update --rebuild makes it anew from the stored text, which "
                        "is whole";
}

}  // namespace dateline

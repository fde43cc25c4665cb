// Every part is compared by itself, so that the user is told which of them is another.
#include "searcher/batch_identity.h"

#include <algorithm>
#include <cstddef>

namespace dateline {

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

bool cannot_be_told(const BatchIdentity& batch) {
  return std::ranges::any_of(batch.archives, &std::string::empty);
}

}  // namespace

std::optional<BatchDifference> find_difference(const BatchIdentity& kept,
                                               const BatchIdentity& asked) {
  const std::string anew = "leave out --resume to begin anew";
  if (kept.topics != asked.topics) {
    return BatchDifference{"the topics are not those it was begun with", anew};
  }
  if (kept.options != asked.options) {
    return BatchDifference{
        "the options are not those it was begun with",
        (kept.options.empty() ? "give none" : "give these: " + joined(kept.options)) + "; or " +
            anew};
  }
  if (kept.since != asked.since) {
    return BatchDifference{"the run of --since is not the one it was begun with", anew};
  }
  if (kept.program != asked.program) {
    return BatchDifference{"it was begun by " + kept.program + ", and this is " + asked.program,
                           anew};
  }
  if (cannot_be_told(kept) || cannot_be_told(asked)) {
    return BatchDifference{"the archive was being updated, and may have changed", anew};
  }
  if (kept.archives != asked.archives) {
    return BatchDifference{"the archive has changed since it was begun", anew};
  }
  return std::nullopt;
}

std::vector<std::string> archive_states(std::span<const NamedArchive> archives,
                                        std::span<const ArchiveRevision> revisions) {
  std::vector<std::string> states;
  states.reserve(archives.size());
  for (std::size_t i = 0; i < archives.size(); ++i) {
    std::string& state = states.emplace_back();
    if (!revisions[i].digest.empty()) {
      const std::string corrections = read_whole_file(archives[i].layout.corrections());
      state = revisions[i].digest + ' ' + digest_of(corrections);
      state += archives.size() > 1 ? ' ' + archives[i].name : "";
    }
  }
  return states;
}

}  // namespace dateline

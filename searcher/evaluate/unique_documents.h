// Documents that a topic has twice: the first counts, the others are problems.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "searcher/evaluate/file_problem.h"

namespace dateline {

/// A line's content and number. `Content` has an `id`.
template <typename Content>
struct Lined {
  Content content;
  std::size_t line = 0;
};

/// The documents of one topic in the order of their ids, each once.
template <typename Content>
std::vector<Content> keep_unique(std::vector<Lined<Content>>& lines, const std::string& file,
                                 FileProblems& problems) {
  std::stable_sort(lines.begin(), lines.end(), [](const auto& left, const auto& right) {
    return left.content.id < right.content.id;
  });
  std::vector<Content> kept;
  kept.reserve(lines.size());
  for (Lined<Content>& line : lines) {
    if (!kept.empty() && kept.back().id == line.content.id) {
      add_problem(problems,
                  {file, line.line, "the topic has the document " + line.content.id + " already"});
    } else {
      kept.push_back(std::move(line.content));
    }
  }
  return kept;
}

/// The same for every topic; the problems found come in the order of their lines.
template <typename Content>
std::map<std::string, std::vector<Content>, std::less<>> keep_unique(
    std::map<std::string, std::vector<Lined<Content>>, std::less<>> topics, const std::string& file,
    FileProblems& problems) {
  std::map<std::string, std::vector<Content>, std::less<>> unique;
  while (!topics.empty()) {
    auto node = topics.extract(topics.begin());
    unique.emplace_hint(unique.end(), std::move(node.key()),
                        keep_unique(node.mapped(), file, problems));
  }
  std::stable_sort(
      problems.kept.begin(), problems.kept.end(),
      [](const FileProblem& left, const FileProblem& right) { return left.line < right.line; });
  return unique;
}

}  // namespace dateline

// What all peers are given: made once from an archive of the articles, and measured for none.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "searcher/evaluate/topics.h"

namespace dateline {

struct MaterialOptions {
  std::vector<std::string> paths;  ///< of articles
  std::filesystem::path queries;   ///< a file, a query a line; empty: made from titles
  std::size_t samples = 200;       ///< titles to make queries from
  std::vector<Topic> topics;       ///< that are judged
  std::function<bool()> should_stop = [] { return false; };
};

/// Where it lies, and how much it is.
struct Material {
  std::filesystem::path articles;  ///< with the people that Dateline has found in each
  std::filesystem::path queries;
  std::filesystem::path topics;  ///< by their number from 0: those that have words
  std::size_t article_count = 0;
  std::uint64_t text_bytes = 0;  ///< titles and texts
  std::size_t people = 0;        ///< an article's names, over all articles
  std::size_t query_count = 0;
  std::size_t problems = 0;  ///< of the articles as they were read
};

/// Makes the files in a folder that is there. Runs apart, so that this process stays small. Throws
/// Error when there are no articles or no queries, or when it is asked to stop.
Material make_material(const MaterialOptions& options, const std::filesystem::path& folder);

}  // namespace dateline

// The readers are the indexer's own.
#include "bench/support/read_articles.h"

#include <optional>
#include <utility>
#include <variant>

#include "common/error.h"
#include "indexer/read/file_walk.h"

namespace dateline {

ReadCount read_articles(const std::vector<std::string>& paths,
                        const std::function<bool()>& should_stop,
                        const std::function<void(RawArticle)>& visit) {
  const FoundFiles found = find_files(paths, std::nullopt);
  if (found.missing_path) {
    throw Error(found.problems.front().source + ": " + found.problems.front().message);
  }
  ReadCount count;
  for (const FoundFile& file : found.files) {
    const auto reader = open_reader(file.file, file.format);
    while (std::optional<ReadResult> result = reader->next()) {
      if (should_stop()) {
        throw Error("interrupted before the figures were complete", {}, ExitCode::Interrupted);
      }
      if (std::holds_alternative<ReadProblem>(*result)) {
        ++count.problems;
        continue;
      }
      ++count.articles;
      visit(std::move(std::get<RawArticle>(*result)));
    }
  }
  if (count.articles == 0) {
    throw Error("there are no articles to read", "name files or folders of articles");
  }
  return count;
}

}  // namespace dateline

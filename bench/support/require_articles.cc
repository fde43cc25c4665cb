// A figure of half a run is none.
#include "bench/support/require_articles.h"

#include "common/error.h"

namespace dateline {

void require_articles(const IndexReport& report) {
  if (report.interrupted) {
    throw Error("interrupted before the figures were complete", {}, ExitCode::Interrupted);
  }
  if (report.missing_path) {
    throw Error(report.problems.front().source + ": " + report.problems.front().message);
  }
  if (report.added == 0) {
    throw Error("there are no articles to index", "name files or folders of articles");
  }
}

}  // namespace dateline

// Articles for a bench, one by one on this thread, as an update reads them.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "indexer/read/raw_article.h"

namespace dateline {

/// What there was besides articles.
struct ReadCount {
  std::size_t articles = 0;
  std::size_t problems = 0;
};

/// Shows every article of the paths to `visit`, in the order of an update. Throws Error when a path
/// is missing, when there is no article, or when it is asked to stop.
ReadCount read_articles(const std::vector<std::string>& paths,
                        const std::function<bool()>& should_stop,
                        const std::function<void(RawArticle)>& visit);

}  // namespace dateline

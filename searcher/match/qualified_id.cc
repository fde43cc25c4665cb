// Putting the name of an archive before an id, and taking it off again.
#include "searcher/match/qualified_id.h"

#include "common/archive/stored_article.h"

namespace dateline {

std::string id_of(const Hit& hit) {
  return hit.shares_id ? percent_encode(hit.archive, true) + ":" + hit.article.id : hit.article.id;
}

std::optional<std::string_view> find_own_id(std::string_view id, std::string_view archive) {
  for (const std::string& name : {std::string(archive), percent_encode(archive, true)}) {
    if (id.size() > name.size() && id.starts_with(name) && id[name.size()] == ':') {
      return id.substr(name.size() + 1);
    }
  }
  return std::nullopt;
}

}  // namespace dateline

// Programs lie where the build put them, found from where this one lies.
#include "bench/peers/peer_list.h"

#include <unistd.h>

#include <array>

namespace dateline {

namespace {

constexpr std::array<Peer, 12> peers = {{
    {.name = "dateline", .what = "Dateline, with entities, all cores", .has_entities = true},
    {.name = "dateline-1",
     .what = "the same on one thread",
     .threads = 1,
     .is_asked = false,
     .has_entities = true},
    {.name = "dateline-plain", .what = "Dateline without entities, all cores", .is_asked = false},
    {.name = "dateline-plain-1", .what = "the same on one thread", .threads = 1, .is_asked = false},
    {.name = "sqlite",
     .what = "SQLite FTS5",
     .driver = "sqlite",
     .packages = "libsqlite3-dev",
     .threads = 1},
    {.name = "sphinx",
     .what = "Sphinx",
     .driver = "sphinx",
     .packages = "sphinxsearch and libmariadb-dev",
     .threads = 1},
    {.name = "lucene",
     .what = "Lucene, one thread beside those that merge",
     .driver = "lucene",
     .packages = "liblucene8-java and default-jdk-headless",
     .threads = 1,
     .takes_threads = true},
    {.name = "lucene-2",
     .what = "Lucene, two threads",
     .driver = "lucene",
     .packages = "liblucene8-java and default-jdk-headless",
     .threads = 2,
     .takes_threads = true,
     .is_asked = false},
    {.name = "groonga",
     .what = "Groonga",
     .driver = "groonga",
     .packages = "libgroonga-dev and groonga-token-filter-stem",
     .threads = 1},
    {.name = "postgresql",
     .what = "PostgreSQL, tsvector and GIN",
     .driver = "postgresql",
     .packages = "postgresql-15 and libpq-dev",
     .threads = 1},
    {.name = "xapian",
     .what = "Xapian's TermGenerator",
     .driver = "xapian",
     .packages = "libxapian-dev",
     .threads = 1},
    {.name = "omega",
     .what = "Omega's scriptindex",
     .driver = "omega",
     .packages = "xapian-omega",
     .threads = 1,
     .is_asked = false},
}};

}  // namespace

std::span<const Peer> all_peers() {
  return peers;
}

std::filesystem::path driver_of(const Peer& peer) {
  const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe");
  return self.parent_path() / "peers" / ("dateline-peer-" + std::string(peer.driver));
}

std::string missing_because(const Peer& peer) {
  if (peer.driver.empty() || ::access(driver_of(peer).c_str(), X_OK) == 0) {
    return {};
  }
  return std::string(peer.what) + " was not built, for want of " + std::string(peer.packages) +
         ": run scripts/install-peers, then configure and build again";
}

}  // namespace dateline

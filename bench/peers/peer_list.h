// Which engines there are to compare with.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace dateline {

/// An engine, or one of several ways to have it index.
struct Peer {
  std::string_view name;           ///< of one word, as it is chosen
  std::string_view what;           ///< one line for people
  std::string_view driver = {};    ///< the end of the name of its program; empty: Dateline itself
  std::string_view packages = {};  ///< of Debian, that it needs
  unsigned threads = 0;            ///< to index with; 0: all cores
  bool takes_threads = false;      ///< its driver is told them first
  bool is_asked = true;            ///< false where another row has the same index
  bool has_entities = false;       ///< only of Dateline
};

/// All of them, Dateline first.
std::span<const Peer> all_peers();

/// The program that drives it: in the folder `peers` beside this program.
std::filesystem::path driver_of(const Peer& peer);

/// What to say when the peer cannot be measured for want of its driver; empty when it can.
std::string missing_because(const Peer& peer);

}  // namespace dateline

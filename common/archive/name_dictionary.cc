// Reading the dictionary's two files, and finding names in it.
#include "common/archive/name_dictionary.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <iomanip>
#include <numeric>
#include <optional>
#include <sstream>

#include "common/archive/damage_hint.h"
#include "common/archive/layout.h"
#include "common/archive/slot_codec.h"
#include "common/error.h"

namespace dateline {

namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, std::size_t line) {
  throw Error("the archive is damaged: line " + std::to_string(line) + " of " + file.string() +
                  " cannot be understood",
              damage_hint, ExitCode::Damaged);
}

constexpr std::string_view digest_mark = "# xxh3 ";

std::string digest_line(std::string_view text) {
  std::ostringstream line;
  line << digest_mark << std::hex << std::setfill('0') << std::setw(16)
       << XXH3_64bits(text.data(), text.size()) << '\n';
  return line.str();
}

/// Calls `take(line, number)` for every complete line; one that a crash cut short is left out.
template <typename Take>
void for_each_line(std::string_view text, Take take) {
  std::size_t number = 1;
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos;
       end = text.find('\n', begin)) {
    take(text.substr(begin, end - begin), number++);
    begin = end + 1;
  }
}

std::optional<std::vector<NameId>> parse_group(std::string_view line, std::size_t name_count) {
  std::vector<NameId> names;
  const char* at = line.data();
  const char* const end = at + line.size();
  while (true) {
    NameId id = 0;
    const auto [after, failure] = std::from_chars(at, end, id);
    if (failure != std::errc() || id >= name_count) {
      return std::nullopt;
    }
    names.push_back(id);
    if (after == end) {
      return names;
    }
    if (*after != '\t') {
      return std::nullopt;
    }
    at = after + 1;
  }
}

}  // namespace

NameDictionary NameDictionary::read(const std::filesystem::path& names_file,
                                    const std::filesystem::path& entities_file) {
  // The groups first: a writer adds names before it groups them.
  const std::string groups = read_whole_file(entities_file);
  NameDictionary dictionary;
  dictionary.texts_ = read_whole_file(names_file);
  const std::string_view lines = dictionary.texts_;
  for_each_line(lines, [&](std::string_view line, std::size_t number) {
    const std::size_t tab = line.find('\t');
    const std::optional<NameType> type = parse_name_type(line.substr(0, tab));
    if (!type || tab == std::string_view::npos) {
      refuse(names_file, number);
    }
    line.remove_prefix(tab + 1);
    dictionary.places_.push_back({static_cast<std::size_t>(line.data() - lines.data()),
                                  static_cast<std::uint32_t>(line.size()), *type});
  });
  dictionary.entities_.resize(dictionary.places_.size());
  std::iota(dictionary.entities_.begin(), dictionary.entities_.end(), NameId{0});
  dictionary.next_ = dictionary.entities_;
  for_each_line(groups, [&](std::string_view line, std::size_t number) {
    if (line.starts_with(digest_mark)) {
      const auto begin = static_cast<std::size_t>(line.data() - groups.data());
      if (std::string(line) + "\n" != digest_line(std::string_view(groups).substr(0, begin))) {
        refuse(entities_file, number);
      }
    }
    if (line.starts_with('#')) {
      return;
    }
    const std::optional<std::vector<NameId>> names = parse_group(line, dictionary.size());
    if (!names || !dictionary.join(*names)) {
      refuse(entities_file, number);
    }
  });
  return dictionary;
}

std::vector<NameId> NameDictionary::names_of(NameId entity) const {
  std::vector<NameId> names = {entity};
  for (NameId id = next_[entity]; id != entity; id = next_[id]) {
    names.push_back(id);
  }
  return names;
}

NameId NameDictionary::add(const Name& name) {
  const auto id = static_cast<NameId>(size());
  places_.push_back({texts_.size(), static_cast<std::uint32_t>(name.text.size()), name.type});
  texts_ += name.text;
  entities_.push_back(id);
  next_.push_back(id);
  return id;
}

bool NameDictionary::join(const std::vector<NameId>& names) {
  assert(!names.empty());
  const NameId shown = names.front();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const NameId id = names[i];
    if (entities_[id] != id || next_[id] != id || (i > 0 && id == shown)) {
      // The ones before it are parted again.
      for (const NameId joined : std::span(names).first(i)) {
        entities_[joined] = next_[joined] = joined;
      }
      return false;
    }
    entities_[id] = shown;
    next_[id] = shown;
    if (i > 0) {
      next_[names[i - 1]] = id;
    }
  }
  return true;
}

std::string to_line(const Name& name) {
  return std::string(to_string(name.type)) + "\t" + name.text + "\n";
}

std::string to_text(std::span<const std::vector<NameId>> groups, std::string_view comment) {
  std::string text = "# " + std::string(comment) + "\n";
  for (const std::vector<NameId>& group : groups) {
    for (const NameId id : group) {
      text += (id == group.front() ? "" : "\t") + std::to_string(id);
    }
    text += '\n';
  }
  return text + digest_line(text);
}

std::string pack_name_ids(std::span<const NameId> ids) {
  std::string packed;
  NameId last = 0;
  for (const NameId id : ids) {
    append_number(packed, id - last);
    last = id;
  }
  return packed;
}

bool unpack_name_ids(std::string_view packed, std::vector<NameId>& ids) {
  NameId last = 0;
  while (!packed.empty()) {
    const std::optional<std::uint64_t> step = take_number(packed);
    if (!step || *step > UINT32_MAX - last) {
      return false;
    }
    last += static_cast<NameId>(*step);
    ids.push_back(last);
  }
  return true;
}

}  // namespace dateline

// Reads the lists into one hash table; a few milliseconds for a hundred thousand names.
#include "indexer/entities/lexicon.h"

#include <algorithm>
#include <array>
#include <utility>

extern "C" {
extern const char dateline_gazetteer_begin;
extern const char dateline_gazetteer_end;
extern const char dateline_lexicon_begin;
extern const char dateline_lexicon_end;
extern const char dateline_organizations_begin;
extern const char dateline_organizations_end;
}

namespace dateline {

namespace {

struct Section {
  std::string_view name;
  Marks marks;
};

constexpr std::array sections = {
    Section{"country", mark::country},
    Section{"region", mark::region},
    Section{"state", mark::state},
    Section{"subdivision", mark::subdivision},
    Section{"capital", mark::capital},
    Section{"metropolis", mark::metropolis},
    Section{"large city", mark::large_city},
    Section{"city", mark::city},
    Section{"demonym", mark::demonym},
    Section{"first name", mark::first_name},
    Section{"ordinary", mark::ordinary},
    Section{"never", mark::never},
    Section{"function", mark::function},
    Section{"calendar", mark::calendar},
    Section{"title", mark::title},
    Section{"title part", mark::title_part},
    Section{"honorific", mark::honorific},
    Section{"organization name", mark::organization_name},
    Section{"organization word", mark::organization_word},
    Section{"organization suffix", mark::organization_suffix},
    Section{"organization noun", mark::organization_noun},
    Section{"place word", mark::place_word},
    Section{"place noun", mark::place_noun},
    Section{"place preposition", mark::place_preposition},
    Section{"speech", mark::speech},
    Section{"particle", mark::particle},
    Section{"link", mark::link},
    Section{"abbreviation", mark::abbreviation},
    Section{"organization", mark::organization},
    Section{"place", mark::place},
};

Marks marks_of_section(std::string_view name) {
  const auto* const found = std::find_if(sections.begin(), sections.end(),
                                         [&](const Section& s) { return s.name == name; });
  return found == sections.end() ? 0 : found->marks;
}

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\r';
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_blank(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

/// Takes the part before the next `separator` off the text.
std::string_view take_until(std::string_view& text, char separator) {
  const std::size_t at = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return trim(part);
}

bool is_in_capitals(std::string_view name) {
  return std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string_view between(const char& begin, const char& end) {
  return {&begin, static_cast<std::size_t>(&end - &begin)};
}

constexpr std::uint64_t empty_key = 0;

/// The name as the splitter would leave it, which takes "'s" off its word.
std::string without_possessive(std::string_view name) {
  std::string plain(name);
  if (const std::size_t at = plain.find("'s "); at != std::string::npos) {
    plain.erase(at, 2);
  }
  return plain;
}

}  // namespace

Lexicon::Lexicon() : filter_(std::size_t{1} << filter_bits), slots_(std::size_t{1} << 18U) {
  learn(read(between(dateline_gazetteer_begin, dateline_gazetteer_end)));
  learn(read(between(dateline_lexicon_begin, dateline_lexicon_end)));
  learn(read(between(dateline_organizations_begin, dateline_organizations_end)));
}

Lexicon::Lexicon(std::string_view text) : filter_(std::size_t{1} << filter_bits), slots_(128) {
  learn(read(text));
}

std::vector<Lexicon::Fact> Lexicon::read(std::string_view text) {
  std::vector<Fact> facts;
  facts.reserve(text.size() / 8);
  Marks marks = 0;
  while (!text.empty()) {
    const std::string_view line = take_until(text, '\n');
    if (line.empty() || line.front() == '#') {
      continue;
    }
    if (line.front() == '[') {
      marks = marks_of_section(line.substr(1, line.size() - 2));
    } else if (marks == mark::organization) {
      read_known(facts, NameType::Organization, line);
    } else if (marks == mark::place) {
      read_known(facts, NameType::Location, line);
    } else if (marks != 0) {
      add_facts(facts, line, marks, 0);
    }
  }
  return facts;
}

void Lexicon::add_facts(std::vector<Fact>& facts, std::string_view name, Marks marks,
                        std::uint16_t known_name) {
  const NameKey key = name_key(name);
  if (key.value == empty_key) {
    return;
  }
  const auto ends_word = [](char c) { return c == ' ' || c == '-'; };
  const auto words =
      static_cast<std::uint16_t>(1 + std::count_if(name.begin(), name.end(), ends_word));
  facts.push_back({key.value, marks, known_name, words == 1 ? words : std::uint16_t{0}});
  if (words > 1) {
    const auto* const end = std::find_if(name.begin(), name.end(), ends_word);
    const std::string_view first = name.substr(0, static_cast<std::size_t>(end - name.begin()));
    facts.push_back({name_key(first).value, 0, 0, words});
  }
}

void Lexicon::read_known(std::vector<Fact>& facts, NameType type, std::string_view line) {
  const Marks marks = type == NameType::Location ? mark::place : mark::organization;
  std::string_view variants = line;
  const std::string_view name = take_until(variants, ':');
  known_names_.push_back({type, std::string(name)});
  const auto number = static_cast<std::uint16_t>(known_names_.size());
  for (std::string_view variant = name; !variant.empty(); variant = take_until(variants, ',')) {
    add_facts(facts, without_possessive(variant),
              is_in_capitals(variant) ? marks | mark::only_capitals : marks, number);
  }
}

/// Every fact touches another line of memory; asking for them early halves the time.
void Lexicon::learn(const std::vector<Fact>& facts) {
  constexpr std::size_t ahead = 16;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (i + ahead < facts.size()) {
      __builtin_prefetch(&slots_[facts[i + ahead].key & (slots_.size() - 1)], 1);
    }
    Entry& entry = slot(facts[i].key);
    entry.marks |= facts[i].marks;
    entry.known_name = facts[i].known_name != 0 ? facts[i].known_name : entry.known_name;
    entry.longest = std::max(entry.longest, facts[i].longest);
  }
}

Lexicon::Entry& Lexicon::slot(std::uint64_t key) {
  if (2 * (used_ + 1) > slots_.size()) {
    grow();
  }
  std::size_t at = key & (slots_.size() - 1);
  while (slots_[at].key != empty_key && slots_[at].key != key) {
    at = (at + 1) & (slots_.size() - 1);
  }
  if (slots_[at].key == empty_key) {
    slots_[at].key = key;
    filter_[key >> (64U - filter_bits)] = true;
    ++used_;
  }
  return slots_[at];
}

void Lexicon::grow() {
  const std::vector<Entry> old = std::exchange(slots_, std::vector<Entry>(2 * slots_.size()));
  used_ = 0;
  for (const Entry& entry : old) {
    if (entry.key != empty_key) {
      slot(entry.key) = entry;
    }
  }
}

const Lexicon::Entry& Lexicon::find(NameKey key) const {
  static constexpr Entry nothing;
  if (!may_have(key)) {
    return nothing;
  }
  for (std::size_t at = key.value & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].key == key.value) {
      return slots_[at];
    }
    if (slots_[at].key == empty_key) {
      return nothing;
    }
  }
}

const KnownName* Lexicon::known_name(const Entry& entry) const {
  return entry.known_name == 0 ? nullptr : &known_names_[entry.known_name - 1U];
}

}  // namespace dateline

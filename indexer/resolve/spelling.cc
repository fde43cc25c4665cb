// The tables.
#include "indexer/resolve/spelling.h"

#include <algorithm>
#include <array>

namespace dateline {

namespace {

// Transliterations only: not Johann and John, which are two names.
constexpr std::array<std::string_view, 30> person_families = {
    "mohammed mohamed muhammad mohammad mohamad muhammed",
    "ahmed ahmad",
    "hussein hussain husain husein",
    "hassan hasan",
    "yusuf yousef youssef yousuf yusef",
    "abdullah abdallah abdulla",
    "ibrahim ebrahim",
    "khalid khaled",
    "omar umar",
    "osama usama",
    "gaddafi qaddafi gadhafi kadhafi qadhafi khadafy gadafi",
    "sergei sergey serguei",
    "andrei andrey",
    "alexei alexey aleksei aleksey",
    "dmitry dmitri dmitriy",
    "yevgeny evgeny yevgeni evgeni yevgeniy evgeniy",
    "nikolai nikolay",
    "vasily vasili vasiliy",
    "valery valeri valeriy",
    "yuri yury yuriy",
    "gennady gennadi gennadiy",
    "anatoly anatoli anatoliy",
    "grigory grigori grigoriy",
    "aleksandr aleksander alexandr",
    "volodymyr volodimir volodymir volodimyr",
    "al el",
    "bin ibn",
    "jr junior",
    "sr senior",
    "mikhail mikhael",
};

constexpr std::array<std::string_view, 24> organization_families = {
    "defense defence",
    "labor labour",
    "center centre",
    "centers centres",
    "program programme",
    "programs programmes",
    "theater theatre",
    "harbor harbour",
    "fiber fibre",
    "aluminum aluminium",
    "specialized specialised",
    "inc incorporated",
    "corp corporation",
    "co company",
    "ltd limited",
    "holdings holding",
    "department dept",
    "university univ",
    "international intl",
    "government govt",
    "association assn",
    "national natl",
    "brothers bros",
    "manufacturing mfg",
};

constexpr std::array<std::string_view, 7> location_families = {
    "us usa",        "saint st sainte", "mount mt",        "fort ft",
    "center centre", "harbor harbour",  "theater theatre",
};

constexpr std::array<std::string_view, 16> generations = {
    "jr", "sr",  "ii",   "iii", "iv", "vi",  "vii",  "viii",
    "ix", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xxiii"};

constexpr std::array<std::string_view, 27> particles = {
    "abu", "al", "ap", "bin", "ben", "da",  "dal", "de", "del", "della", "den", "der", "di", "do",
    "dos", "du", "el", "la",  "le",  "mac", "san", "st", "ten", "ter",   "van", "von", "zu"};

constexpr std::array<std::string_view, 14> legal_forms = {
    "ag", "asa", "bv", "co", "corp", "gmbh", "inc", "llc", "llp", "ltd", "nv", "plc", "pty", "spa"};

constexpr std::array<std::string_view, 3> other_company_words = {"group", "holdings", "party"};

template <typename Words>
bool has_word(const Words& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

std::span<const std::string_view> spelling_families(NameType type) {
  switch (type) {
    case NameType::Person: return person_families;
    case NameType::Organization: return organization_families;
    case NameType::Location: return location_families;
    case NameType::Source: break;
  }
  return {};
}

std::string american_spelling(std::string_view word) {
  for (const std::string_view ending : {"isation", "isations"}) {
    if (word.size() > ending.size() + 1 && word.ends_with(ending)) {
      std::string american(word);
      american[word.size() - ending.size() + 1] = 'z';
      return american;
    }
  }
  return {};
}

bool is_generation(std::string_view word) {
  return has_word(generations, word);
}

bool is_particle(std::string_view word) {
  return has_word(particles, word);
}

bool is_company_word(std::string_view word) {
  return is_legal_form(word) || has_word(other_company_words, word);
}

bool is_legal_form(std::string_view word) {
  return has_word(legal_forms, word);
}

}  // namespace dateline

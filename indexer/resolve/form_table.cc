// Reading names into words, and finding the form that has them.
#include "indexer/resolve/form_table.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/resolve/spelling.h"
#include "indexer/resolve/words.h"

namespace dateline {

namespace {

constexpr std::size_t type_count = all_name_types.size();

std::size_t hash_of(NameType type, std::span<const WordId> words, WordId generation) {
  constexpr std::uint64_t prime = 0x9E3779B97F4A7C15;
  std::uint64_t hash = static_cast<std::uint64_t>(type) + 1;
  for (const WordId word : words) {
    hash = (hash ^ word) * prime;
    hash ^= hash >> 29U;
  }
  hash = (hash ^ generation) * prime;
  return hash ^ (hash >> 32U);
}

/// Whether a person's name is "GOITA Assimi": a word in capitals beside others.
bool has_shouted_surname(std::string_view name) {
  bool has_shouted = false;
  bool has_other = false;
  for_each_word(name, [&](std::string_view word) {
    const LetterCount letters = count_letters(word);
    has_shouted = has_shouted || is_in_capitals(letters);
    has_other = has_other || letters.lower > 0;
  });
  return has_shouted && has_other;
}

bool is_long_acronym(std::string_view name) {
  constexpr std::size_t min_capitals = 5;
  const LetterCount letters = count_letters(name);
  return letters.upper >= min_capitals && letters.lower == 0 &&
         letters.other == static_cast<std::size_t>(std::ranges::count(name, '.'));
}

/// The indexes of names with articles, by type and bytes. Compares the first bytes as a number:
/// most names differ there.
std::vector<std::uint32_t> in_order(std::span<const CountedName> names) {
  struct Entry {
    std::uint64_t start;
    std::uint32_t name;
  };
  std::vector<Entry> entries;
  entries.reserve(names.size());
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    if (names[i].articles == 0) {
      continue;
    }
    constexpr std::size_t start_bytes = 7;
    auto start = static_cast<std::uint64_t>(names[i].type);
    for (std::size_t k = 0; k < start_bytes; ++k) {
      const bool has_byte = k < names[i].text.size();
      start = start << 8U | (has_byte ? static_cast<unsigned char>(names[i].text[k]) : 0U);
    }
    entries.push_back({start, i});
  }
  std::ranges::sort(entries, [&names](const Entry& a, const Entry& b) {
    return a.start != b.start ? a.start < b.start : names[a.name].text < names[b.name].text;
  });
  std::vector<std::uint32_t> order(entries.size());
  std::ranges::transform(entries, order.begin(), &Entry::name);
  return order;
}

/// What countries and the United Nations are called in front of an organisation.
struct ShortPhrase {
  std::initializer_list<std::string_view> words;
  std::string_view short_form;
};

}  // namespace

FormTable::FormTable(std::span<const CountedName> names) : names_(in_order(names)) {
  load_families();
  form_index_.reserve(names_.size());
  word_index_.reserve(names_.size());
  forms_of_names_.reserve(names_.size());
  for (const std::uint32_t name : names_) {
    const auto& [type, text, articles] = names[name];
    const FormId id = add(type, text);
    forms_of_names_.push_back(id);
    if (id == no_id) {
      continue;
    }
    NameForm& form = forms_[id];
    form.articles += articles;
    if (type == NameType::Person) {
      form.is_shouted = form.is_shouted || has_shouted_surname(text);
    } else if (type == NameType::Organization && form.length == 1) {
      form.is_acronym = form.is_acronym || is_long_acronym(text);
    }
  }
}

FormId FormTable::add(NameType type, std::string_view text) {
  read_words(type, text);
  const FormId found = find_read(type);
  return found != no_id || read_.empty() ? found : add_read(type);
}

FormId FormTable::find(NameType type, std::string_view text) {
  read_words(type, text);
  return find_read(type);
}

FormId FormTable::find(NameType type, std::span<const WordId> words) const {
  return form_index_
      .find(hash_of(type, words, no_id),
            [&](FormId form) {
              return forms_[form].type == type && forms_[form].generation == no_id &&
                     std::ranges::equal(this->words(form), words);
            })
      .value_or(no_id);
}

WordId FormTable::intern(std::string_view word) {
  const std::size_t hash = dateline::hash_of(word);
  const std::optional<std::uint32_t> known =
      word_index_.find(hash, [&](WordId id) { return text(id) == word; });
  if (known) {
    return *known;
  }
  const auto id = static_cast<WordId>(word_ends_.size());
  word_texts_ += word;
  word_ends_.push_back(word_texts_.size());
  word_index_.add(hash, id);
  standards_.insert(standards_.end(), type_count, id);
  // What has an American spelling has it in both types that are spelt so.
  if (const std::string american = american_spelling(word); !american.empty()) {
    const WordId standard = intern(american);
    standards_[id * type_count + static_cast<std::size_t>(NameType::Organization)] = standard;
    standards_[id * type_count + static_cast<std::size_t>(NameType::Location)] = standard;
  }
  return id;
}

WordId FormTable::standard(NameType type, WordId word) {
  return standards_[word * type_count + static_cast<std::size_t>(type)];
}

void FormTable::load_families() {
  for (const NameType type : all_name_types) {
    for (const std::string_view family : spelling_families(type)) {
      WordId head = no_id;
      for_each_word(family, [&](std::string_view word) {
        const WordId id = intern(word);
        head = head == no_id ? id : head;
        standards_[id * type_count + static_cast<std::size_t>(type)] = head;
      });
    }
  }
}

/// Fills `read_` and `read_generation_`.
void FormTable::read_words(NameType type, std::string_view text) {
  static const std::array<ShortPhrase, 5> phrases = {{{{"united", "states", "of", "america"}, "us"},
                                                      {{"united", "states"}, "us"},
                                                      {{"united", "nations"}, "un"},
                                                      {{"united", "kingdom"}, "uk"},
                                                      {{"european", "union"}, "eu"}}};
  read_.clear();
  read_generation_ = no_id;
  const std::string folded = fold_name(text);
  const bool is_body = type == NameType::Organization || type == NameType::Location;
  WordId dropped = no_id;
  for_each_word(folded, [&](std::string_view word) {
    const WordId id = standard(type, intern(word));
    const bool is_article =
        word == "the" && (is_body || (type == NameType::Source && read_.empty()));
    if (is_article || (is_body && word == "and")) {
      dropped = id;
    } else {
      read_.push_back(id);
    }
  });
  if (read_.empty() && dropped != no_id) {
    read_.push_back(dropped);
  }
  if (type == NameType::Person && read_.size() > 1 && is_generation(this->text(read_.back()))) {
    read_generation_ = read_.back();
    read_.pop_back();
  }
  for (const ShortPhrase& phrase : phrases) {
    const bool begins =
        is_body && read_.size() >= phrase.words.size() &&
        std::equal(phrase.words.begin(), phrase.words.end(), read_.begin(),
                   [this](std::string_view word, WordId id) { return this->text(id) == word; });
    if (begins) {
      read_.erase(read_.begin() + 1,
                  read_.begin() + static_cast<std::ptrdiff_t>(phrase.words.size()));
      read_.front() = intern(phrase.short_form);
    }
  }
}

FormId FormTable::find_read(NameType type) const {
  return form_index_
      .find(hash_of(type, read_, read_generation_),
            [&](FormId form) {
              return forms_[form].type == type && forms_[form].generation == read_generation_ &&
                     std::ranges::equal(words(form), read_);
            })
      .value_or(no_id);
}

FormId FormTable::add_read(NameType type) {
  const auto id = static_cast<FormId>(forms_.size());
  forms_.push_back({.type = type,
                    .generation = read_generation_,
                    .begin = static_cast<std::uint32_t>(words_.size()),
                    .length = static_cast<std::uint32_t>(read_.size())});
  words_.insert(words_.end(), read_.begin(), read_.end());
  form_index_.add(hash_of(type, read_, read_generation_), id);
  return id;
}

bool is_initial(std::string_view word) {
  return !word.empty() && code_point_at(word, 0).bytes == word.size();
}

std::vector<FormId> forms_of(const FormTable& forms, NameType type) {
  std::vector<FormId> chosen;
  for (FormId form = 0; form < forms.size(); ++form) {
    if (forms[form].type == type) {
      chosen.push_back(form);
    }
  }
  return chosen;
}

}  // namespace dateline

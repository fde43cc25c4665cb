// Forms: the names of an archive folded, spelt one way and cut into words, names that are the same
// by then together. All that joins names works on forms and the numbers of their words.
//
// Forms and words are numbered in the order of type and bytes of the names, so the numbers too
// depend on what the names are alone.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/name.h"
#include "indexer/flat_index.h"
#include "indexer/resolve/resolver.h"

namespace dateline {

using WordId = std::uint32_t;
using FormId = std::uint32_t;

/// Stands for no word: no generation, and no form.
inline constexpr std::uint32_t no_id = UINT32_MAX;

struct NameForm {
  NameType type = NameType::Person;
  bool is_shouted = false;     ///< a person written "GOITA Assimi": the surname in capitals
  bool is_acronym = false;     ///< an organisation written "MINUSMA": five capitals or more
  WordId generation = no_id;   ///< of a person: "jr", "iii"; stands behind the words
  std::uint32_t begin = 0;     ///< where its words begin
  std::uint32_t length = 0;    ///< how many there are; at least one
  std::uint32_t articles = 0;  ///< of all its names together
};

class FormTable {
 public:
  /// The forms of the names that an article has. The texts must outlive the table.
  explicit FormTable(std::span<const CountedName> names);

  /// The form of a text, made when there is none yet (without articles); `no_id` for a text
  /// without letters or digits.
  FormId add(NameType type, std::string_view text);

  /// The form of a text; `no_id` when there is none.
  FormId find(NameType type, std::string_view text);

  /// The form of exactly these words, without a generation; `no_id` when there is none.
  FormId find(NameType type, std::span<const WordId> words) const;

  std::size_t size() const { return forms_.size(); }
  const NameForm& operator[](FormId form) const { return forms_[form]; }
  std::span<const NameForm> all() const { return forms_; }

  std::span<const WordId> words(FormId form) const {
    return {words_.data() + forms_[form].begin, forms_[form].length};
  }
  WordId first(FormId form) const { return words_[forms_[form].begin]; }
  WordId last(FormId form) const { return words_[forms_[form].begin + forms_[form].length - 1]; }

  std::size_t word_count() const { return word_ends_.size(); }
  std::string_view text(WordId word) const {
    const std::size_t begin = word == 0 ? 0 : word_ends_[word - 1];
    return std::string_view(word_texts_).substr(begin, word_ends_[word] - begin);
  }

  /// The names that have articles, as indexes, by type and bytes; and the form of each.
  std::span<const std::uint32_t> names() const { return names_; }
  std::span<const FormId> forms_of_names() const { return forms_of_names_; }

 private:
  WordId intern(std::string_view word);
  WordId standard(NameType type, WordId word);
  void load_families();
  void read_words(NameType type, std::string_view text);
  FormId find_read(NameType type) const;
  FormId add_read(NameType type);

  std::vector<NameForm> forms_;
  std::vector<WordId> words_;
  FlatIndex form_index_;
  std::string word_texts_;
  std::vector<std::size_t> word_ends_;
  FlatIndex word_index_;
  std::vector<WordId> standards_;  // four for each word, by type
  std::vector<std::uint32_t> names_;
  std::vector<FormId> forms_of_names_;

  // The text that was read last.
  std::vector<WordId> read_;
  WordId read_generation_ = no_id;
};

/// Whether this word is one letter.
bool is_initial(std::string_view word);

/// Forms of this type.
std::vector<FormId> forms_of(const FormTable& forms, NameType type);

}  // namespace dateline

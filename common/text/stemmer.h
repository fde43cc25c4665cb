// Snowball stems for every language libstemmer has.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/text/word_key.h"

struct sb_stemmer;

namespace dateline {

/// A language that words can be stemmed in.
struct Language {
  std::string_view code;         ///< ISO 639-1
  std::string_view name;         ///< as libstemmer knows it, in English
  std::string_view other_codes;  ///< of ISO 639-2 and -3, a space between
};

/// All of them, in order of their codes.
std::span<const Language> all_languages();

/// The language meant by a code or a name ("en", "EN-gb", "eng", "english"), or nullptr.
const Language* find_language(std::string_view text);

/// Stems folded words of one language. Keeps the stems of frequent words; not for two threads at
/// a time.
class Stemmer {
 public:
  /// `language_code` is one of `all_languages()`.
  explicit Stemmer(std::string_view language_code);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  /// The stem of a folded word; words with digits and very long ones are their own stem. The view
  /// lives as long as `word` and until the next call.
  std::string_view stem(std::string_view word);

  /// The same stem, computed anew: for who keeps stems himself.
  std::string_view compute_stem(std::string_view word);

  /// Whether every stem begins with the first byte of its word: true where that is certain.
  bool keeps_first_byte() const { return keeps_first_byte_; }

  /// The hash, as `WordKey` has it, of the stem of a word; `key` is made of the word. Faster than
  /// the stem, for who looks for a few stems among many words.
  std::uint64_t stem_hash(const WordKey& key, std::string_view word);

 private:
  /// A short word that was met, and the hash of its stem.
  struct alignas(32) KnownHash {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::uint64_t stem_hash = 0;
    std::uint32_t bytes = 0;  // 0 where none was met yet
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const;
  };
  struct Close {
    void operator()(sb_stemmer* stemmer) const;
  };

  std::unique_ptr<sb_stemmer, Close> stemmer_;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> cache_;
  bool keeps_first_byte_ = false;
  std::vector<KnownHash> hashes_;  // each word has one place, which the last one met takes
};

/// Stemmers by language, opened when first asked for.
class StemmerSet {
 public:
  Stemmer& of(std::string_view language_code);

 private:
  std::map<std::string, Stemmer, std::less<>> stemmers_;
};

}  // namespace dateline

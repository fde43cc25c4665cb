// libstemmer behind a cache.
#include "common/text/stemmer.h"

#include <libstemmer.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cctype>
#include <utility>

namespace dateline {

namespace {

constexpr std::array languages = {
    Language{"ar", "arabic", "ara"},     Language{"ca", "catalan", "cat"},
    Language{"da", "danish", "dan"},     Language{"de", "german", "deu ger"},
    Language{"el", "greek", "ell gre"},  Language{"en", "english", "eng"},
    Language{"es", "spanish", "spa"},    Language{"eu", "basque", "eus baq"},
    Language{"fi", "finnish", "fin"},    Language{"fr", "french", "fra fre"},
    Language{"ga", "irish", "gle"},      Language{"hi", "hindi", "hin"},
    Language{"hu", "hungarian", "hun"},  Language{"hy", "armenian", "hye arm"},
    Language{"id", "indonesian", "ind"}, Language{"it", "italian", "ita"},
    Language{"lt", "lithuanian", "lit"}, Language{"ne", "nepali", "nep"},
    Language{"nl", "dutch", "nld dut"},  Language{"no", "norwegian", "nor nb nob nn nno"},
    Language{"pt", "portuguese", "por"}, Language{"ro", "romanian", "ron rum"},
    Language{"ru", "russian", "rus"},    Language{"sr", "serbian", "srp"},
    Language{"sv", "swedish", "swe"},    Language{"ta", "tamil", "tam"},
    Language{"tr", "turkish", "tur"},    Language{"yi", "yiddish", "yid"},
};

// Frequent words come again; rare ones must not fill the memory.
constexpr std::size_t max_cached_stems = std::size_t{1} << 17;
constexpr std::size_t max_stemmed_bytes = 64;
// A power of two; half a megabyte. The words of news that come often are not so many.
constexpr std::size_t known_hashes = std::size_t{1} << 14;

bool has_word(std::string_view list, std::string_view word) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    if (list.substr(at, end - at) == word) {
      return true;
    }
    at = end + 1;
  }
  return false;
}

/// Whether a word may have another stem than itself.
bool is_stemmed(std::string_view word) {
  return word.size() <= max_stemmed_bytes &&
         std::ranges::none_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::span<const Language> all_languages() {
  return languages;
}

const Language* find_language(std::string_view text) {
  std::string code;
  for (const char c : text.substr(0, text.find_first_of("-_"))) {
    code += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  if (code.empty()) {
    return nullptr;
  }
  const auto* const found = std::ranges::find_if(languages, [&code](const Language& language) {
    return language.code == code || language.name == code || has_word(language.other_codes, code);
  });
  return found == languages.end() ? nullptr : found;
}

Stemmer::Stemmer(std::string_view language_code) {
  const Language* const language = find_language(language_code);
  assert(language != nullptr);
  stemmer_.reset(sb_stemmer_new(language->name.data(), "UTF_8"));
  assert(stemmer_ != nullptr);
  // English takes nothing off the beginning, and of its exceptions ("dying", "skies") none changes
  // it; other languages have prefixes (Arabic, Irish, Indonesian) or were not looked at so closely.
  keeps_first_byte_ = language->code == "en";
}

std::size_t Stemmer::Hash::operator()(std::string_view word) const {
  return XXH3_64bits(word.data(), word.size());
}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

void Stemmer::Close::operator()(sb_stemmer* stemmer) const {
  sb_stemmer_delete(stemmer);
}

std::string_view Stemmer::stem(std::string_view word) {
  if (!is_stemmed(word)) {
    return word;
  }
  if (const auto cached = cache_.find(word); cached != cache_.end()) {
    return cached->second;
  }
  const std::string_view stem = compute_stem(word);
  if (cache_.size() >= max_cached_stems) {
    cache_.clear();
  }
  return cache_.emplace(word, stem).first->second;
}

std::string_view Stemmer::compute_stem(std::string_view word) {
  if (!is_stemmed(word)) {
    return word;
  }
  const auto* const stemmed =
      sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                      static_cast<int>(word.size()));
  const std::string_view stem(reinterpret_cast<const char*>(stemmed),
                              static_cast<std::size_t>(sb_stemmer_length(stemmer_.get())));
  return stem.empty() ? word : stem;
}

std::uint64_t Stemmer::stem_hash(const WordKey& key, std::string_view word) {
  if (key.bytes > WordKey::short_bytes) {
    return WordKey(stem(word)).hash;
  }
  if (hashes_.empty()) {
    hashes_.resize(known_hashes);
  }
  KnownHash& known = hashes_[key.hash & (known_hashes - 1)];
  if (known.first != key.first || known.last != key.last || known.bytes != key.bytes) {
    known = {key.first, key.last, WordKey(stem(word)).hash, key.bytes};
  }
  return known.stem_hash;
}

Stemmer& StemmerSet::of(std::string_view language_code) {
  const auto found = stemmers_.find(language_code);
  if (found != stemmers_.end()) {
    return found->second;
  }
  return stemmers_.emplace(language_code, Stemmer(language_code)).first->second;
}

}  // namespace dateline

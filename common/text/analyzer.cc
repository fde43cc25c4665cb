// The terms of an article: each distinct word is stemmed once, then its positions are gathered.
#include "common/text/analyzer.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <functional>
#include <iomanip>
#include <iterator>
#include <sstream>
#include <unordered_map>

#include "common/field.h"
#include "common/text/tokenizer.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

std::string hex_digest(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  std::ostringstream hex;
  hex << std::hex << std::setfill('0') << std::setw(16) << hash.high64 << std::setw(16)
      << hash.low64;
  return hex.str();
}

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return XXH3_64bits(text.data(), text.size());
  }
};

/// Gathers the words of one article under their stems.
class TermCollector {
 public:
  explicit TermCollector(Stemmer& stemmer) : stemmer_(stemmer) {}

  /// Adds the words of a text from `first_position` on; returns the position after the last.
  std::uint32_t add(std::string_view text, std::uint32_t first_position, std::uint32_t wdf) {
    Tokenizer tokenizer(text);
    Token token;
    std::uint32_t next_position = first_position;
    while (tokenizer.next(token)) {
      StemEntry& entry = stems_[stem_of(token.word)];
      const std::uint32_t position = first_position + token.position;
      if (entry.positions.empty() || entry.positions.back() != position) {
        entry.positions.push_back(position);
      }
      entry.wdf += token.is_compound ? 0 : wdf;
      next_position = std::max(next_position, position + 1);
    }
    return next_position;
  }

  /// Moves the stems to `terms`, under this prefix.
  void take_stems(std::string_view prefix, std::vector<Term>& terms) {
    for (StemEntry& entry : stems_) {
      terms.push_back({make_term(prefix, entry.stem), entry.wdf, std::move(entry.positions)});
    }
  }

  /// The exact words: those that their stem alone does not tell.
  void take_exact_words(std::vector<Term>& terms) const {
    for (const auto& [word, stem] : words_) {
      if (word != stems_[stem].stem || stems_[stem].words > 1) {
        terms.push_back({make_term(exact_prefix, word), 0, {}});
      }
    }
  }

 private:
  struct StemEntry {
    std::string stem;
    std::uint32_t words = 0;  // different ones with this stem
    std::uint32_t wdf = 0;
    std::vector<std::uint32_t> positions;
  };

  std::size_t stem_of(std::string_view word) {
    if (const auto known = words_.find(word); known != words_.end()) {
      return known->second;
    }
    const std::string stem(stemmer_.stem(word));
    const auto [place, is_new] = stem_index_.try_emplace(stem, stems_.size());
    if (is_new) {
      stems_.emplace_back().stem = stem;
    }
    ++stems_[place->second].words;
    words_.emplace(word, place->second);
    return place->second;
  }

  Stemmer& stemmer_;
  std::vector<StemEntry> stems_;
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> stem_index_;
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> words_;
};

/// The stems of a field of its own: with positions, without weight.
void add_field(std::string_view field, std::string_view text, Stemmer& stemmer,
               std::vector<Term>& terms) {
  TermCollector collector(stemmer);
  collector.add(text, 1, 0);
  collector.take_stems(find_field(field)->prefix, terms);
}

}  // namespace

std::string make_term(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  if (prefix.size() + value.size() <= max_term_bytes) {
    term += value;
    return term;
  }
  const std::string digest = hex_digest(value);
  term += cut_at_character(value, max_term_bytes - prefix.size() - 1 - digest.size());
  term += '#';
  term += digest;
  return term;
}

std::vector<Term> analyze_article(const Article& article, StemmerSet& stemmers) {
  Stemmer& stemmer = stemmers.of(article.language);
  std::vector<Term> terms;
  TermCollector collector(stemmer);
  std::uint32_t text_position = 1;
  if (!article.title_derived && !article.title.empty()) {
    text_position = collector.add(article.title, 1, title_wdf) + title_gap;
  }
  collector.add(article.text, text_position, 1);
  collector.take_stems(stem_prefix, terms);
  collector.take_exact_words(terms);
  add_field("title", article.title, stemmer, terms);
  add_field("author", article.author, stemmer, terms);
  std::ranges::sort(terms, {}, &Term::text);
  return terms;
}

std::string analyzer_fingerprint() {
  // Inflected words of the languages libstemmer has, and what the tokenizer has rules for.
  static constexpr std::string_view sample =
      "Running runners' generously nationalities; U.N. peacekeepers, al-Qaeda's 1,000 3.5 don't "
      "d'Ivoire AT&T #MinusmaDegage jane@example.org ﬁnance Goïta STRASSE Straße häuser Touré "
      "nationalités continuellement chevaux corriendo canciones nações kirjoissaan könyveinkben "
      "huizen människorna bygningernes løbende copiilor çiçeklerimizden bidraganna правительства "
      "новостями της κυβερνήσεως կառավարության المسلمون والكتب सरकारों समाचारहरू நாடுகளின் "
      "iturrietan na mbailte menjalankan vyriausybės vlada владама 新聞記事";
  StemmerSet stemmers;
  std::string all_terms;
  for (const Language& language : all_languages()) {
    Article article;
    article.text = sample;
    article.language = language.code;
    for (const Term& term : analyze_article(article, stemmers)) {
      all_terms += term.text;
      all_terms += '\n';
    }
  }
  return hex_digest(all_terms);
}

}  // namespace dateline

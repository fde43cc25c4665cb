// The terms of an article: words are numbers, and their positions are gathered
// under their stems by counting.
#include "common/text/analyzer.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iomanip>
#include <span>
#include <sstream>
#include <utility>
#include <vector>

#include "common/field.h"
#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "common/text/word_stems.h"

namespace dateline {

namespace {

/// What an analyzer may keep from one article to the next: some hundred thousand words.
constexpr std::size_t max_kept_bytes = std::size_t{32} << 20;

std::string hex_digest(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  std::ostringstream hex;
  hex << std::hex << std::setfill('0') << std::setw(16) << hash.high64 << std::setw(16)
      << hash.low64;
  return hex.str();
}

}  // namespace

/// Gathers the words of one field after the other under their stems, in one language.
class TermCollector {
 public:
  explicit TermCollector(std::string_view language_code) : word_stems_(language_code) {}

  /// Adds the words of a text from `first_position` on; returns the position after the last.
  std::uint32_t add(std::string_view text, std::uint32_t first_position, std::uint32_t wdf) {
    Tokenizer tokenizer(text);
    Token token;
    std::uint32_t next_position = first_position;
    while (tokenizer.next(token)) {
      const std::uint32_t position = first_position + token.position;
      add_word(token.word, position, token.is_compound ? 0 : wdf);
      next_position = std::max(next_position, position + 1);
    }
    count_waiting();
    return next_position;
  }

  /// Adds the stems to `terms`, under this prefix.
  void take_stems(std::string_view prefix, TermList& terms) {
    find_stems();
    group_positions();
    for (const StemUse& use : stems_) {
      terms.add(stem_term(prefix, use.stem), use.wdf,
                std::span(positions_).subspan(use.positions_begin, use.positions));
    }
  }

  /// Adds the exact words: those that their stem alone does not tell.
  void take_exact_words(TermList& terms) {
    for (std::uint32_t number = 0; number < words_.size(); ++number) {
      const WordUse& word = words_[number];
      if (!word.is_own_stem || stems_[word.use].words > 1) {
        terms.add(exact_term(number));
      }
    }
  }

  /// Makes ready for another field.
  void clear() {
    for (const StemUse& use : stems_) {
      stem_marks_[use.stem] = 0;
    }
    word_stems_.clear_field();
    words_.clear();
    stems_.clear();
    occurrences_.clear();
  }

  /// The memory it takes.
  std::size_t bytes() const {
    return word_stems_.bytes() + words_.capacity() * sizeof(WordUse) +
           stems_.capacity() * sizeof(StemUse) + occurrences_.capacity() * sizeof(Occurrence) +
           (stem_marks_.capacity() + positions_.capacity()) * sizeof(std::uint32_t);
  }

 private:
  /// A different word of the field at hand.
  struct WordUse {
    std::uint32_t stem = 0;  // of all stems
    bool is_own_stem = false;
    std::uint32_t count = 0;
    std::uint32_t wdf = 0;
    std::uint32_t use = 0;  // its stem in stems_
  };
  /// A stem of the field at hand.
  struct StemUse {
    std::uint32_t stem = 0;   // of all stems
    std::uint32_t words = 0;  // different ones with this stem
    std::uint32_t wdf = 0;
    std::uint32_t positions_begin = 0;  // in positions_
    std::uint32_t positions = 0;
  };
  struct Occurrence {
    std::uint32_t word = 0;  // in words_
    std::uint32_t position = 0;
  };
  struct WaitingWord {
    WordKey key;
    std::uint32_t position = 0;
    std::uint32_t wdf = 0;
  };

  /// Memory is slower than the tokenizer, so a word waits until others have been read.
  void add_word(std::string_view word, std::uint32_t position, std::uint32_t wdf) {
    const WordKey key(word);
    if (key.bytes > WordKey::short_bytes) {
      count_waiting();
      count_word(word_stems_.number_of(key, word), position, wdf);
      return;
    }
    word_stems_.prefetch(key);
    waiting_[waiting_count_++] = {key, position, wdf};
    if (waiting_count_ == waiting_.size()) {
      count_waiting();
    }
  }

  void count_waiting() {
    for (const WaitingWord& word : std::span(waiting_).first(waiting_count_)) {
      count_word(word_stems_.number_of(word.key), word.position, word.wdf);
    }
    waiting_count_ = 0;
  }

  void count_word(std::uint32_t number, std::uint32_t position, std::uint32_t wdf) {
    if (number == words_.size()) {
      words_.push_back(
          {.stem = word_stems_.stem_of(number), .is_own_stem = word_stems_.is_own_stem(number)});
    }
    WordUse& word = words_[number];
    ++word.count;
    word.wdf += wdf;
    occurrences_.push_back({number, position});
  }

  /// Joins the words under their stems.
  void find_stems() {
    stem_marks_.resize(word_stems_.stems().size());
    for (WordUse& word : words_) {
      std::uint32_t& mark = stem_marks_[word.stem];
      if (mark == 0) {
        stems_.push_back({.stem = word.stem});
        mark = static_cast<std::uint32_t>(stems_.size());
        word_stems_.stems().prefetch(word.stem);
      }
      word.use = mark - 1;
      StemUse& use = stems_[word.use];
      ++use.words;
      use.wdf += word.wdf;
      use.positions += word.count;
    }
  }

  /// Writes the positions of each stem side by side, in their order. A compound stands where its
  /// first word does: where both have one stem, so much of its place stays empty.
  void group_positions() {
    std::uint32_t begin = 0;
    for (StemUse& use : stems_) {
      use.positions_begin = begin;
      begin += std::exchange(use.positions, 0);
    }
    positions_.resize(begin);
    for (const Occurrence& occurrence : occurrences_) {
      StemUse& use = stems_[words_[occurrence.word].use];
      std::uint32_t* const positions = positions_.data() + use.positions_begin;
      if (use.positions == 0 || positions[use.positions - 1] != occurrence.position) {
        positions[use.positions++] = occurrence.position;
      }
    }
  }

  /// Good until the next term.
  std::string_view stem_term(std::string_view prefix, std::uint32_t stem) {
    const std::string_view prefixed = word_stems_.stems().text(stem);
    if (prefix == stem_prefix && prefixed.size() <= max_term_bytes) {
      return prefixed;
    }
    term_ = make_term(prefix, prefixed.substr(stem_prefix.size()));
    return term_;
  }

  std::string_view exact_term(std::uint32_t word) {
    const std::string_view text = word_stems_.text_of(word);
    if (text.size() <= max_term_bytes) {
      return text;
    }
    term_ = make_term(exact_prefix, text);
    return term_;
  }

  WordStems word_stems_;
  std::array<WaitingWord, 16> waiting_{};
  std::size_t waiting_count_ = 0;
  std::vector<WordUse> words_;  // by their numbers in the field
  std::vector<StemUse> stems_;
  std::vector<std::uint32_t> stem_marks_;  // of all stems: 1 + which of stems_, or 0
  std::vector<Occurrence> occurrences_;    // in order of their positions
  std::vector<std::uint32_t> positions_;   // of one stem after the other
  std::string term_;
};

namespace {

/// The stems of a field of its own: with positions, without weight.
void add_field(std::string_view field, std::string_view text, TermCollector& collector,
               TermList& terms) {
  collector.add(text, 1, 0);
  collector.take_stems(find_field(field)->prefix, terms);
  collector.clear();
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

TermAnalyzer::TermAnalyzer() = default;
TermAnalyzer::~TermAnalyzer() = default;
TermAnalyzer::TermAnalyzer(TermAnalyzer&&) noexcept = default;
TermAnalyzer& TermAnalyzer::operator=(TermAnalyzer&&) noexcept = default;

void TermAnalyzer::analyze(const Article& article, TermList& terms) {
  TermCollector& collector = collector_of(article.language);
  std::uint32_t text_position = 1;
  if (!article.title_derived && !article.title.empty()) {
    text_position = collector.add(article.title, 1, title_wdf) + title_gap;
  }
  collector.add(article.text, text_position, 1);
  collector.take_stems(stem_prefix, terms);
  collector.take_exact_words(terms);
  collector.clear();
  add_field("title", article.title, collector, terms);
  add_field("author", article.author, collector, terms);
  bound_memory();
}

TermCollector& TermAnalyzer::collector_of(std::string_view language_code) {
  const auto found = collectors_.find(language_code);
  if (found != collectors_.end()) {
    return *found->second;
  }
  return *collectors_.emplace(language_code, std::make_unique<TermCollector>(language_code))
              .first->second;
}

void TermAnalyzer::bound_memory() {
  std::size_t bytes = 0;
  for (const auto& [language, collector] : collectors_) {
    bytes += collector->bytes();
  }
  if (bytes > max_kept_bytes) {
    collectors_.clear();
  }
}

namespace {

std::string compute_fingerprint() {
  // Inflected words of the languages libstemmer has, and what the tokenizer has rules for.
  static constexpr std::string_view sample =
      "Running runners' generously nationalities; U.N. peacekeepers, al-Qaeda's 1,000 3.5 don't "
      "I'd "
      "d'Ivoire AT&T #MinusmaDegage jane@example.org ﬁnance Goïta STRASSE Straße häuser Touré "
      "nationalités continuellement chevaux corriendo canciones nações kirjoissaan könyveinkben "
      "huizen människorna bygningernes løbende copiilor çiçeklerimizden bidraganna правительства "
      "новостями της κυβερνήσεως կառավարության المسلمون والكتب सरकारों समाचारहरू நாடுகளின் "
      "iturrietan na mbailte menjalankan vyriausybės vlada владама 新聞記事";
  TermAnalyzer analyzer;
  TermList terms;
  std::string all_terms;
  for (const Language& language : all_languages()) {
    Article article;
    article.text = sample;
    article.language = language.code;
    terms.clear();
    analyzer.analyze(article, terms);
    terms.sort();
    for (std::size_t i = 0; i < terms.size(); ++i) {
      all_terms += terms[i].text;
      all_terms += '\n';
    }
  }
  return hex_digest(all_terms);
}

}  // namespace

std::string analyzer_fingerprint() {
  // Asked for with every question to an archive, and always the same in one program.
  static const std::string fingerprint = compute_fingerprint();
  return fingerprint;
}

}  // namespace dateline

// The splitter: one walk over the text, a word at a time.
#include "indexer/entities/document.h"

#include <algorithm>
#include <cassert>
#include <limits>

#include "indexer/entities/characters.h"
#include "indexer/entities/word_reader.h"

namespace dateline {

namespace {

/// Whether lines are broken in mid-sentence, as the wires did it: then a good part of the lines
/// that follow a line directly begin small.
bool is_hard_wrapped(std::string_view text) {
  std::size_t following = 0;
  std::size_t begins_small = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    const Character next = character_at(text, at + 1);
    if (at == 0 || text[at - 1] == '\n' || !is_word(next.kind)) {
      continue;
    }
    ++following;
    begins_small += next.kind == Kind::Lower ? 1U : 0U;
  }
  return begins_small > 0 && 4 * begins_small >= following;
}

/// The distinct words of a document, found by key.
class FormTable {
 public:
  FormTable(std::vector<Form>& forms, const Lexicon& lexicon)
      : forms_(forms), lexicon_(lexicon), slots_(first_size) {}

  std::uint32_t number_of(NameKey key) {
    std::size_t at = place_of(key);
    if (slots_[at] == 0) {
      if (2 * (forms_.size() + 1) > slots_.size()) {
        grow();
        at = place_of(key);
      }
      forms_.push_back({key, lexicon_.find(key), 0});
      slots_[at] = static_cast<std::uint32_t>(forms_.size());
    }
    return slots_[at] - 1;
  }

 private:
  static constexpr std::size_t first_size = 1024;

  std::size_t place_of(NameKey key) const {
    std::size_t at = key.value & (slots_.size() - 1);
    while (slots_[at] != 0 && !(forms_[slots_[at] - 1].key == key)) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return at;
  }

  void grow() {
    slots_.assign(2 * slots_.size(), 0);
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      slots_[place_of(forms_[i].key)] = static_cast<std::uint32_t>(i + 1);
    }
  }

  std::vector<Form>& forms_;
  const Lexicon& lexicon_;
  std::vector<std::uint32_t> slots_;  // 1 + number of the form, or 0
};

/// What the words of a line say about its kind.
struct LineCount {
  std::size_t words = 0;
  std::size_t capital = 0;
  std::size_t all_capitals = 0;
  std::size_t telling_small = 0;  ///< written small though no "of" or "the"
};

class Splitter {
 public:
  Splitter(std::string_view text, const Lexicon& lexicon, std::size_t headline_end)
      : lexicon_(lexicon),
        headline_end_(headline_end),
        is_wrapped_(is_hard_wrapped(text)),
        forms_(document_.forms, lexicon) {
    document_.text = text;
    document_.words.reserve(text.size() / 6);
  }

  Document split() {
    const std::string_view text = document_.text;
    while (at_ < text.size()) {
      const Character c = character_at(text, at_);
      if (is_word(c.kind)) {
        add_word();
      } else if (c.kind == Kind::Newline) {
        read_newline();
      } else {
        read_between(c);
      }
    }
    end_line();
    count_small_words();
    return std::move(document_);
  }

 private:
  void raise(Gap gap) { gap_ = std::max(gap_, gap); }

  void add_word() {
    const RawWord raw = read_word(document_.text, at_, lexicon_);
    at_ = raw.next;
    for (const RawWord::Part& part : raw.parts()) {
      Word word;
      word.begin = static_cast<std::uint32_t>(part.begin);
      word.end = static_cast<std::uint32_t>(part.end);
      word.form = forms_.number_of(name_key(document_.text_of(word)));
      word.shape = part.shape;
      word.before = gap_;
      word.in_headline = word.begin < headline_end_;
      gap_ = Gap::Break;
      begin_sentence_after_dot(word);
      document_.words.push_back(word);
    }
    document_.words.back().possessive = raw.possessive;
    gap_ = Gap::Nothing;
    read_dot();
  }

  /// "… of the U.N. The mission …": the dot of an abbreviation may end a sentence as well, when a
  /// word follows that is capital for no other reason.
  void begin_sentence_after_dot(Word& word) const {
    const bool is_initial = word.end < document_.text.size() && document_.text[word.end] == '.';
    const bool after_dot = !is_initial && word.begin >= 2 && !document_.words.empty() &&
                           document_.words.back().end < word.begin &&
                           document_.text[document_.words.back().end - 1U] == '.';
    if (after_dot && word.before == Gap::Space && word.is_capital() &&
        (document_.forms[word.form].entry.marks & mark::function) != 0) {
      word.before = Gap::Sentence;
    }
  }

  /// The dot of an initial or an abbreviation belongs to its word.
  void read_dot() {
    const std::string_view text = document_.text;
    if (at_ >= text.size() || text[at_] != '.') {
      return;
    }
    Word& word = document_.words.back();
    const Marks marks = document_.forms[word.form].entry.marks;
    const bool is_suffix = word.shape == Shape::Title && (marks & mark::organization_suffix) != 0;
    const bool is_abbreviation = word.shape != Shape::Lower && word.shape != Shape::Number &&
                                 (marks & mark::abbreviation) != 0;
    if (word.shape == Shape::Initial || is_abbreviation || is_suffix) {
      word.end += 1;
      ++at_;
      if (is_suffix && is_word(character_at(text, at_ + 1).kind) &&
          character_at(text, at_ + 1).kind != Kind::Lower) {
        raise(Gap::Sentence);
      }
    }
  }

  void read_newline() {
    ++at_;
    const Character next = character_at(document_.text, at_);
    const bool continues = is_wrapped_ && (is_word(next.kind) || next.kind == Kind::Quote ||
                                           next.kind == Kind::Apostrophe);
    if (continues) {
      raise(Gap::Space);
    } else {
      end_line();
      raise(Gap::Sentence);
    }
  }

  void read_between(const Character& c) {
    switch (c.kind) {
      case Kind::Space: raise(Gap::Space); break;
      case Kind::Apostrophe: read_apostrophe(c); break;
      case Kind::Quote: raise(Gap::Quote); break;
      case Kind::Hyphen: raise(Gap::Break); break;
      default: raise(gap_of(document_.text[at_])); break;
    }
    ends_with_dot_ = document_.text[at_] == '.' || (ends_with_dot_ && c.kind != Kind::Other);
    at_ += c.bytes;
  }

  /// "the Workers' Party" has no quotation.
  void read_apostrophe(const Character& c) {
    const bool is_plural = gap_ == Gap::Nothing && at_ > 0 && document_.text[at_ - 1] == 's' &&
                           character_at(document_.text, at_ + c.bytes).kind == Kind::Space;
    if (is_plural && !document_.words.empty()) {
      document_.words.back().possessive = true;
    } else {
      raise(Gap::Quote);
    }
  }

  static Gap gap_of(char c) {
    switch (c) {
      case '&': return Gap::Space;  // "Marks & Spencer"
      case ',': return Gap::Comma;
      case ')':
      case ']': return Gap::Close;
      case '(':
      case '[': return Gap::Open;
      case '.':
      case '!':
      case '?': return Gap::Sentence;
      default: return Gap::Break;
    }
  }

  /// Marks the words of the line that ends here when it is a headline: title case or capitals.
  void end_line() {
    std::vector<Word>& words = document_.words;
    LineCount count;
    for (std::size_t i = line_begin_; i < words.size(); ++i) {
      const Word& word = words[i];
      const bool is_small = word.shape == Shape::Lower;
      count.words += is_small || word.is_capital() ? 1U : 0U;
      count.capital += word.is_capital() ? 1U : 0U;
      count.all_capitals += word.shape == Shape::Capitals ? 1U : 0U;
      count.telling_small += is_small && !is_small_in_titles(word) ? 1U : 0U;
    }
    const bool begins_small =
        line_begin_ < words.size() && words[line_begin_].shape == Shape::Lower;
    if (!begins_small && is_headline(count)) {
      for (std::size_t i = line_begin_; i < words.size(); ++i) {
        words[i].in_headline = true;
      }
    }
    line_begin_ = words.size();
    ends_with_dot_ = false;
  }

  bool is_small_in_titles(const Word& word) const {
    constexpr Marks small = mark::function | mark::link | mark::particle;
    return (document_.forms[word.form].entry.marks & small) != 0;
  }

  bool is_headline(const LineCount& count) const {
    constexpr std::size_t fewest_words = 4;
    constexpr std::size_t most_words = 25;
    const bool in_capitals = count.words >= 3 && 10 * count.all_capitals >= 7 * count.words;
    const bool in_title_case = count.words >= fewest_words && count.words <= most_words &&
                               10 * count.capital >= 6 * count.words && count.telling_small == 0 &&
                               !ends_with_dot_;
    return in_capitals || in_title_case;
  }

  void count_small_words() {
    for (const Word& word : document_.words) {
      document_.forms[word.form].lower += word.shape == Shape::Lower ? 1U : 0U;
    }
  }

  const Lexicon& lexicon_;
  std::size_t headline_end_;
  bool is_wrapped_;
  Document document_;
  FormTable forms_;
  std::size_t at_ = 0;
  std::size_t line_begin_ = 0;
  Gap gap_ = Gap::Sentence;
  bool ends_with_dot_ = false;
};

}  // namespace

NameKey Document::key(std::size_t first, std::size_t end) const {
  NameKey key;
  for (std::size_t i = first; i < end; ++i) {
    key = join(key, form(i).key);
  }
  return key;
}

Document read_document(std::string_view text, const Lexicon& lexicon, std::size_t headline_end) {
  assert(text.size() <= std::numeric_limits<std::uint32_t>::max());
  return Splitter(text, lexicon, headline_end).split();
}

}  // namespace dateline

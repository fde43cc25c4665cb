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

/// What the words of a line say about its kind.
struct LineCount {
  std::size_t words = 0;
  std::size_t capital = 0;
  std::size_t all_capitals = 0;
  std::size_t telling_small = 0;  ///< written small though no "of" or "the"
};

}  // namespace

class DocumentReader::Splitter {
 public:
  Splitter(DocumentReader& reader, std::size_t headline_end)
      : reader_(reader),
        document_(reader.document_),
        lexicon_(reader.vocabulary_.lexicon()),
        headline_end_(headline_end),
        is_wrapped_(is_hard_wrapped(document_.text)) {}

  void split() {
    const std::string_view text = document_.text;
    while (at_ < text.size()) {
      const Character c = character_at(text, at_);
      if (is_word(c.kind)) {
        add_word();
        read_single_space();
      } else if (c.kind == Kind::Newline) {
        read_newline();
      } else {
        read_between(c);
      }
    }
    end_line();
    number_words();
    count_forms();
    for (const Line& line : lines_) {
      mark_headline(line);
    }
  }

 private:
  static constexpr std::size_t ahead = 8;  // words that memory is asked for early

  struct Line {
    std::size_t begin = 0;  // words
    std::size_t end = 0;
    bool ends_with_dot = false;
  };

  void number_words() {
    std::vector<Word>& words = document_.words;
    Vocabulary& vocabulary = reader_.vocabulary_;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::uint64_t hash = reader_.hashes_[i];
      words[i].number = vocabulary.number_of(text_without_dot(words[i]), words[i].shape, hash);
    }
  }

  /// Gives each word its form, fresh where this document has not met it before.
  void count_forms() {
    std::vector<Word>& words = document_.words;
    std::vector<Form>& forms = document_.forms;
    const Vocabulary& vocabulary = reader_.vocabulary_;
    forms.resize(std::max(forms.size(), vocabulary.size()));
    for (std::size_t i = 0; i < words.size() + ahead; ++i) {
      if (i + ahead < words.size()) {
        vocabulary.prefetch_facts(words[i + ahead].number);
      }
      if (i < words.size()) {
        words[i].form = vocabulary.facts(words[i].number).form;
        __builtin_prefetch(&forms[words[i].form], 1);
      }
      if (i >= ahead) {
        Form& form = forms[words[i - ahead].form];
        if (form.document != reader_.documents_) {
          form = {.document = reader_.documents_};
        }
        form.lower += words[i - ahead].shape == Shape::Lower ? 1U : 0U;
      }
    }
  }

  /// The dot of an abbreviation is part of its place in the text, not of the word.
  std::string_view text_without_dot(const Word& word) const {
    std::string_view text = document_.text_of(word);
    if (word.has_own_dot) {
      text.remove_suffix(1);
    }
    return text;
  }

  void raise(Gap gap) { gap_ = std::max(gap_, gap); }

  void add_word() {
    const RawWord raw = read_word(document_.text, at_, lexicon_);
    at_ = raw.next;
    for (const RawWord::Part& part : raw.parts()) {
      Word word;
      word.begin = static_cast<std::uint32_t>(part.begin);
      word.end = static_cast<std::uint32_t>(part.end);
      const std::uint64_t hash = Vocabulary::hash_of_word(document_.text_of(word), part.shape);
      reader_.vocabulary_.prefetch_number(hash);
      reader_.hashes_.push_back(hash);
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
        (marks_of(word) & mark::function) != 0) {
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
    if (!word.is_capital()) {
      return;
    }
    const Marks marks = marks_of(word);
    const bool is_suffix = word.shape == Shape::Title && (marks & mark::organization_suffix) != 0;
    const bool is_abbreviation = (marks & mark::abbreviation) != 0;
    if (word.shape == Shape::Initial || is_abbreviation || is_suffix) {
      word.end += 1;
      word.has_own_dot = true;
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
      case Kind::Space: read_space(); break;
      case Kind::Apostrophe: read_apostrophe(c); break;
      case Kind::Quote: raise(Gap::Quote); break;
      case Kind::Hyphen: raise(Gap::Break); break;
      default: raise(gap_of(document_.text[at_])); break;
    }
    ends_with_dot_ = document_.text[at_] == '.' || (ends_with_dot_ && c.kind != Kind::Other);
    at_ += c.bytes;
  }

  /// What stands behind nearly every word.
  void read_single_space() {
    const std::string_view text = document_.text;
    if (at_ + 1 < text.size() && text[at_] == ' ' && text[at_ + 1] > ' ') {
      raise(Gap::Space);
      ++at_;
    }
  }

  /// Wide spaces part the columns of a table, or stand where litter was.
  void read_space() {
    constexpr std::size_t widest = 3;
    const std::string_view text = document_.text;
    const std::size_t end = std::min(text.find_first_not_of(' ', at_), text.size());
    raise(end - at_ > widest ? Gap::Break : Gap::Space);
    // The last space is stepped over like any other character.
    at_ = std::max(at_ + 1, end) - 1;
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

  void end_line() {
    lines_.push_back({line_begin_, document_.words.size(), ends_with_dot_});
    line_begin_ = document_.words.size();
    ends_with_dot_ = false;
  }

  /// Marks the words of a line when it is a headline: title case or capitals.
  void mark_headline(const Line& line) {
    std::vector<Word>& words = document_.words;
    LineCount count;
    for (std::size_t i = line.begin; i < line.end; ++i) {
      const Word& word = words[i];
      const bool is_small = word.shape == Shape::Lower;
      count.words += is_small || word.is_capital() ? 1U : 0U;
      count.capital += word.is_capital() ? 1U : 0U;
      count.all_capitals += word.shape == Shape::Capitals ? 1U : 0U;
      count.telling_small += is_small && !is_small_in_titles(word) ? 1U : 0U;
    }
    const bool begins_small = line.begin < line.end && words[line.begin].shape == Shape::Lower;
    if (!begins_small && is_headline(count, line.ends_with_dot)) {
      for (std::size_t i = line.begin; i < line.end; ++i) {
        words[i].in_headline = true;
      }
    }
  }

  /// What the lexicon knows of a word that has no number yet.
  Marks marks_of(const Word& word) const {
    return lexicon_.find(name_key(document_.text_of(word))).marks;
  }

  bool is_small_in_titles(const Word& word) const {
    constexpr Marks small = mark::function | mark::link | mark::particle;
    return (reader_.vocabulary_.facts(word.number).entry.marks & small) != 0;
  }

  static bool is_headline(const LineCount& count, bool ends_with_dot) {
    constexpr std::size_t fewest_words = 4;
    constexpr std::size_t most_words = 25;
    const bool in_capitals = count.words >= 3 && 10 * count.all_capitals >= 7 * count.words;
    const bool in_title_case = count.words >= fewest_words && count.words <= most_words &&
                               10 * count.capital >= 6 * count.words && count.telling_small == 0 &&
                               !ends_with_dot;
    return in_capitals || in_title_case;
  }

  DocumentReader& reader_;
  Document& document_;
  const Lexicon& lexicon_;
  std::size_t headline_end_;
  bool is_wrapped_;
  std::size_t at_ = 0;
  std::vector<Line> lines_;
  std::size_t line_begin_ = 0;
  Gap gap_ = Gap::Sentence;
  bool ends_with_dot_ = false;
};

NameKey Document::key(std::size_t first, std::size_t end) const {
  NameKey key;
  for (std::size_t i = first; i < end; ++i) {
    key = join(key, this->key(i));
  }
  return key;
}

DocumentReader::DocumentReader(const Lexicon& lexicon) : vocabulary_(lexicon) {}

Document& DocumentReader::read(std::string_view text, std::size_t headline_end) {
  assert(text.size() <= std::numeric_limits<std::uint32_t>::max());
  constexpr std::size_t most_words = std::size_t{1} << 16U;
  if (vocabulary_.size() > most_words) {
    vocabulary_.clear();
    document_.forms.clear();
  }
  document_.text = text;
  document_.words.clear();
  hashes_.clear();
  document_.vocabulary = &vocabulary_;
  ++documents_;
  Splitter(*this, headline_end).split();
  return document_;
}

}  // namespace dateline

// Reads a query from left to right. White space, brackets and quotes part it into runs; a run is
// an operator, a field with its value, or a word. What a later version of the language may give a
// meaning (wildcards, fuzzy, near and exact words) is warned of, never passed over in silence.
#include "searcher/query/lexer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "searcher/query/quotes.h"
#include "searcher/query/shapes.h"
#include "searcher/query/words.h"

namespace dateline {

namespace {

using Kind = QueryToken::Kind;

Kind kind_of_operator(std::string_view run) {
  return run == "AND" ? Kind::And : run == "OR" ? Kind::Or : Kind::Not;
}

QueryNode leaf(QueryNode::Kind kind, std::string text, const Field* field) {
  QueryNode node;
  node.kind = kind;
  node.text = std::move(text);
  node.field = field;
  return node;
}

/// The days that `date:`, `after:` or `before:` such a range mean. A range that no day can follow
/// or precede is empty: it ends before it begins.
DateRange restrict(std::string_view field, const DateRange& range) {
  if (field == "after") {
    return {range.last + std::chrono::days{1}, latest_date};
  }
  if (field == "before") {
    return {earliest_date, range.first - std::chrono::days{1}};
  }
  return range;
}

std::optional<DateRange> read_dates(std::string_view value, Date today) {
  if (const std::optional<DateRange> range = parse_date_range(value, today)) {
    return range;
  }
  if (const std::optional<Date> day = parse_date(value)) {
    return DateRange{*day, *day};
  }
  return std::nullopt;
}

class Lexer {
 public:
  Lexer(std::string_view text, Date today) : text_(text), today_(today) {}

  QueryTokens read() {
    while (at_ < text_.size()) {
      if (text_[at_] == ' ') {
        ++at_;
      } else if (text_[at_] == '(' || text_[at_] == ')') {
        add(text_[at_] == '(' ? Kind::Open : Kind::Close, at_);
        ++at_;
      } else if (find_quote(text_, at_)) {
        read_phrase(at_, nullptr);
      } else {
        read_run();
      }
    }
    return std::move(result_);
  }

 private:
  void add(Kind kind, std::size_t offset) { result_.tokens.push_back({kind, offset, {}}); }

  void add_leaf(QueryNode node, std::size_t offset) {
    result_.tokens.push_back({Kind::Leaf, offset, std::move(node)});
  }

  void warn(std::size_t offset, std::string message) {
    result_.warnings.push_back({offset, std::move(message)});
  }

  /// Where the run of characters that begins at `begin` ends.
  std::size_t end_of_run(std::size_t begin) const {
    std::size_t end = begin;
    while (end < text_.size() && text_[end] != ' ' && text_[end] != '(' && text_[end] != ')' &&
           !find_quote(text_, end)) {
      ++end;
    }
    return end;
  }

  bool at_quote() const { return at_ < text_.size() && find_quote(text_, at_).has_value(); }

  /// An operator or word, after its sign if it has one.
  void read_run() {
    const std::size_t begin = at_;
    const std::string_view run = text_.substr(begin, end_of_run(begin) - begin);
    if (is_operator(run)) {
      add(kind_of_operator(run), begin);
      at_ += run.size();
    } else if (run == "&&" || run == "||") {
      warn(begin, "'" + std::string(run) + "' is no operator and is left out; write " +
                      (run == "&&" ? "AND" : "OR"));
      at_ += run.size();
    } else if (is_near(run)) {
      read_near(run);
    } else if (begins_with_sign(run)) {
      ++at_;
      add(run.front() == '-' ? Kind::Minus : Kind::Plus, begin);
      const std::size_t before = result_.tokens.size();
      const bool before_group = run.size() == 1 && text_[at_] == '(';
      if (!before_group) {
        read_signed();
      }
      if (!before_group && result_.tokens.size() == before) {
        result_.tokens.pop_back();  // nothing came that the sign could stand for
      }
    } else {
      read_item(run);
    }
  }

  /// What a sign stands before; the word after a quote that is never closed, for a sign that
  /// excludes must not end up on nothing and let the word be asked for.
  void read_signed() {
    const std::size_t before = result_.tokens.size();
    if (at_quote()) {
      read_phrase(at_, nullptr);
    }
    if (result_.tokens.size() == before) {
      read_item(text_.substr(at_, end_of_run(at_) - at_));
    }
  }

  /// Whether "+" or "-" begins this run where it has its meaning: at the start of a word, after
  /// white space or a bracket, directly before a word, quote or bracket.
  bool begins_with_sign(std::string_view run) const {
    if (run.front() != '-' && run.front() != '+') {
      return false;
    }
    if (at_ > 0 && text_[at_ - 1] != ' ' && text_[at_ - 1] != '(' && text_[at_ - 1] != ')') {
      return false;
    }
    const std::size_t next = at_ + 1;
    if (run.size() == 1) {
      return next < text_.size() && (text_[next] == '(' || find_quote(text_, next));
    }
    return run[1] != '-' && run[1] != '+';
  }

  void read_near(std::string_view run) {
    if (run == "NEAR") {
      warn(at_, "NEAR is not supported: it is read as the word 'near'");
      add_leaf(leaf(QueryNode::Kind::Word, plain_text(run), nullptr), at_);
    } else {
      warn(at_, "NEAR is not supported: " + in_quotes(run) + " is left out");
    }
    at_ += run.size();
  }

  /// A field with its value, or a word.
  void read_item(std::string_view run) {
    const std::size_t begin = at_;
    std::size_t content = 0;
    while (content < run.size() && is_edge(run[content])) {
      ++content;
    }
    const std::string_view rest = run.substr(content);
    const auto letters =
        static_cast<std::size_t>(std::ranges::find_if_not(rest, is_ascii_letter) - rest.begin());
    if (letters == 0 || letters == rest.size() || rest[letters] != ':') {
      read_word(run, nullptr, begin);
      return;
    }
    const std::string_view name = rest.substr(0, letters);
    const std::string_view value = rest.substr(letters + 1);
    const std::size_t next = begin + run.size();
    const bool quote_follows = next < text_.size() && find_quote(text_, next);
    if (const Field* const field = find_field(name)) {
      warn_of_marks(run.substr(0, content), begin);
      at_ = begin + content + letters + 1;
      read_field(*field, name, begin + content);
      return;
    }
    const bool looks_like_field = value.empty() ? quote_follows : !is_edge(value.front());
    if (looks_like_field) {
      warn(begin + content, "there is no field " + in_quotes(name) + "; " +
                                in_quotes(trim_end(rest)) + " is read as plain words");
    }
    read_word(run, nullptr, begin);
  }

  /// The value of a field, which begins at `at_`.
  void read_field(const Field& field, std::string_view name, std::size_t begin) {
    if (text_.substr(at_).starts_with('=') && at_ + 1 < text_.size() &&
        find_quote(text_, at_ + 1)) {
      warn_exact(at_);
      ++at_;
    }
    if (at_quote()) {
      read_phrase(begin, &field);
      return;
    }
    if (field.kind == FieldKind::Date && read_date_run(field, begin)) {
      return;
    }
    const std::string_view value = text_.substr(at_, end_of_run(at_) - at_);
    const std::size_t before = result_.tokens.size();
    if (field.kind != FieldKind::Date) {
      read_word(value, &field, begin);
    }
    if (result_.tokens.size() == before) {
      at_ = begin + name.size() + 1 + value.size();
      warn(begin, "'" + std::string(name) + ":' needs a word or quotes directly after it; '" +
                      std::string(name) + "' is read as a word");
      add_leaf(leaf(QueryNode::Kind::Word, std::string(name), nullptr), begin);
    }
  }

  /// A date without quotes, with white space only between square brackets. False when there is
  /// nothing that could be one.
  bool read_date_run(const Field& field, std::size_t begin) {
    std::size_t end = end_of_run(at_);
    if (text_.substr(at_).starts_with('[')) {
      constexpr std::size_t max_range_bytes = 64;
      const std::size_t bracket = text_.substr(at_, max_range_bytes).find(']');
      end = bracket == std::string_view::npos ? end : std::max(end, at_ + bracket + 1);
    }
    std::string range = mend_line(text_.substr(at_, end - at_));
    while (range.ends_with(',') || range.ends_with(';')) {
      range.pop_back();
    }
    if (const std::optional<DateRange> dates = read_dates(range, today_)) {
      add_dates(field, range, *dates, begin);
      at_ = end;
      return true;
    }
    const std::string_view value = text_.substr(at_, end_of_run(at_) - at_);
    if (!has_words(value)) {
      return false;
    }
    warn(begin, in_quotes(trim_end(value)) + " is not a date; it is read as a word");
    read_word(value, nullptr, at_);
    return true;
  }

  void add_dates(const Field& field, const std::string& value, const DateRange& range,
                 std::size_t begin) {
    QueryNode node = leaf(QueryNode::Kind::Dates, value, &field);
    node.dates = restrict(field.name, range);
    if (node.dates.last < node.dates.first) {
      warn(begin, "no day lies " + std::string(field.name) + " " + in_quotes(value));
    }
    add_leaf(std::move(node), begin);
  }

  /// A phrase or quoted value; the opening quote stands at `at_`.
  void read_phrase(std::size_t begin, const Field* field) {
    const std::size_t open = at_;
    const Quote quote = *find_quote(text_, open);
    const std::optional<std::size_t> close = find_close(open + quote.bytes, quote.sort);
    at_ = open + quote.bytes;
    if (!close) {
      warn(open, "this quote is never closed; it is left out");
      read_unclosed(begin, field);
      return;
    }
    const std::string text = mend_line(text_.substr(at_, *close - at_));
    at_ = *close + find_quote(text_, *close)->bytes;
    add_quoted(text, begin, field);
    const std::size_t end = end_of_run(at_);
    if (text_.substr(at_, end - at_).starts_with('~')) {
      const std::size_t past = std::min(text_.find_first_not_of(ascii_digits, at_ + 1), end);
      warn(at_,
           "words near each other are not supported: " + in_quotes(text_.substr(at_, past - at_)) +
               " is left out, and the phrase must match as it stands");
      at_ = past;
    }
  }

  std::optional<std::size_t> find_close(std::size_t from, QuoteSort sort) const {
    for (std::size_t at = from; at < text_.size(); ++at) {
      const std::optional<Quote> quote = find_quote(text_, at);
      if (quote && quote->sort == sort) {
        return at;
      }
    }
    return std::nullopt;
  }

  /// What comes after a field and a quote that nothing closes: its value is the next word.
  void read_unclosed(std::size_t begin, const Field* field) {
    if (field == nullptr) {
      return;
    }
    const std::string_view value = text_.substr(at_, end_of_run(at_) - at_);
    if (field->kind != FieldKind::Date) {
      read_word(value, field, begin);
    } else if (!read_date_run(*field, begin)) {
      at_ += value.size();
    }
  }

  void add_quoted(const std::string& text, std::size_t begin, const Field* field) {
    if (!has_words(text)) {
      warn(begin, "these quotes hold no word and are left out");
      add(Kind::Nothing, begin);
      return;
    }
    if (field != nullptr && field->kind == FieldKind::Date) {
      if (const std::optional<DateRange> dates = read_dates(text, today_)) {
        add_dates(*field, text, *dates, begin);
        return;
      }
      warn(begin, in_quotes(text) + " is not a date; it is read as a phrase");
      field = nullptr;
    }
    const bool is_phrase = field == nullptr || field->kind == FieldKind::Text;
    add_leaf(leaf(is_phrase ? QueryNode::Kind::Phrase : QueryNode::Kind::Filter, text, field),
             begin);
  }

  /// A word, which is the run `run` at `at_`, or the same as the value of a field.
  void read_word(std::string_view run, const Field* field, std::size_t begin) {
    const std::size_t at = at_;
    at_ += run.size();
    const std::string_view word = trim_word(run);
    if (word.empty() || !has_words(word)) {
      warn_of_lone_marks(run, at);
      return;
    }
    warn_of_marks(run.substr(0, static_cast<std::size_t>(word.data() - run.data())), at);
    std::string text = is_web_address(word) ? std::string(word) : without_patterns(run, at);
    const bool is_filter = field != nullptr && field->kind != FieldKind::Text;
    const bool is_phrase = text.find(' ') != std::string::npos || (!field && begins_field(text));
    add_leaf(leaf(is_filter   ? QueryNode::Kind::Filter
                  : is_phrase ? QueryNode::Kind::Phrase
                              : QueryNode::Kind::Word,
                  field != nullptr ? std::move(text) : plain_text(text), field),
             begin);
  }

  /// The word of a run without the marks of wildcards and fuzzy words, which are warned of; a
  /// space where one stood inside.
  std::string without_patterns(std::string_view run, std::size_t at) {
    std::string_view word = run;
    const std::size_t tilde = run.rfind('~');
    const bool is_fuzzy =
        tilde != std::string_view::npos && has_words(run.substr(0, tilde)) &&
        run.find_first_not_of("0123456789.,;:!", tilde + 1) == std::string_view::npos;
    if (is_fuzzy) {
      word = run.substr(0, tilde);
    } else if (run.ends_with('?') && at + run.size() == text_.size()) {
      word.remove_suffix(1);  // "who is Wagner?"
    }
    const bool has_wildcard = word.find_first_of("*?") != std::string_view::npos;
    std::string text(trim_word(word));
    std::ranges::replace_if(
        text, [](char c) { return c == '*' || c == '?' || c == '~'; }, ' ');
    text = mend_line(text);
    if (has_wildcard || is_fuzzy || word.find('~') != std::string_view::npos) {
      const bool is_phrase = text.find(' ') != std::string::npos;
      warn(at, std::string(has_wildcard ? "wildcards" : "fuzzy words") +
                   " are not supported: " + in_quotes(run) + " is read as the " +
                   (is_phrase ? "phrase " : "word ") + in_quotes(text));
    }
    return text;
  }

  void warn_exact(std::size_t at) {
    warn(at, "exact search is not supported: '=' is left out, and other forms of a word match too");
  }

  /// Of signs and marks that stand before a word where they mean nothing.
  void warn_of_marks(std::string_view marks, std::size_t at) {
    if (marks.empty()) {
      return;
    }
    const std::size_t last = at + marks.size() - 1;
    if (marks.back() == '-' || marks.back() == '+') {
      warn(last, "'" + std::string(1, marks.back()) +
                     "' only has a meaning after a space or bracket; it is left out");
    } else if (marks.back() == '=') {
      warn_exact(last);
    }
  }

  /// Of a run of punctuation alone.
  void warn_of_lone_marks(std::string_view run, std::size_t at) {
    if (run.find('*') != std::string_view::npos) {
      warn(at, "wildcards are not supported: " + in_quotes(run) + " is left out");
    } else if (at_quote()) {
      warn_of_marks(run, at);
    }
  }

  std::string_view text_;
  Date today_;
  std::size_t at_ = 0;
  QueryTokens result_;
};

}  // namespace

QueryTokens lex_query(std::string_view text, Date today) {
  return Lexer(text, today).read();
}

QueryTokens lex_words(std::string_view text) {
  QueryTokens result;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    if (!token.is_compound) {
      const std::string_view word = text.substr(token.begin, token.end - token.begin);
      result.tokens.push_back(
          {Kind::Leaf, token.begin, leaf(QueryNode::Kind::Word, plain_text(word), nullptr)});
    }
  }
  return result;
}

}  // namespace dateline

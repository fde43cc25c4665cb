// Reads a query from left to right. White space, brackets and quotes part it into runs; a run is
// an operator, a field with its value, or a word. What other query languages give a meaning and
// this one does not is warned of, never passed over in silence.
#include "searcher/query/lexer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "searcher/query/marks.h"
#include "searcher/query/quotes.h"
#include "searcher/query/shapes.h"
#include "searcher/query/word_run.h"
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
        read_quoted(at_, {});
      } else {
        read_run();
      }
    }
    return std::move(result_);
  }

 private:
  /// What stands before an item and belongs to it.
  struct Target {
    const Field* field = nullptr;
    bool exact = false;     ///< "="
    bool by_sound = false;  ///< "~", before a name
  };

  void add(Kind kind, std::size_t offset) { result_.tokens.push_back({kind, offset, {}}); }

  void add_leaf(QueryNode node, std::size_t offset) {
    result_.tokens.push_back({Kind::Leaf, offset, std::move(node)});
    has_words_before_ = true;
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
    } else if (is_near(run)) {
      read_near(run);
    } else if (!instead_of_operator(run).empty()) {
      read_foreign(run);
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
      read_quoted(at_, {});
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
    const std::size_t digits = std::min(run.find('/'), run.size() - 1) + 1;
    const std::size_t distance = digits == run.size()
                                     ? default_near_distance
                                     : read_distance(run.substr(digits), 1, at_ + digits);
    result_.tokens.push_back({Kind::Near, at_, {}, distance});
    at_ += run.size();
  }

  /// How many positions further apart, from `least` on.
  std::size_t read_distance(std::string_view digits, std::size_t least, std::size_t at) {
    const std::size_t distance = read_number(digits);
    const std::size_t taken = std::clamp(distance, least, max_near_distance);
    if (taken != distance) {
      warn(at, "words are near each other by " + std::to_string(least) + " to " +
                   std::to_string(max_near_distance) + "; " + in_quotes(digits) + " is read as " +
                   std::to_string(taken));
    }
    return taken;
  }

  /// An operator of other languages: a word, if it has letters.
  void read_foreign(std::string_view run) {
    warn(at_, in_quotes(run) + " is no operator and is " +
                  (has_words(run) ? "read as a word" : "left out") + "; write " +
                  std::string(instead_of_operator(run)));
    read_item(run);
  }

  /// A field with its value, or a word.
  void read_item(std::string_view run) {
    const std::size_t begin = at_;
    const auto content =
        static_cast<std::size_t>(std::ranges::find_if_not(run, is_edge) - run.begin());
    const std::size_t next = begin + run.size();
    const bool quote_follows = next < text_.size() && find_quote(text_, next);
    if (content == run.size() && run.ends_with('=') && quote_follows) {
      warn_of_marks(run, begin, result_.warnings);
      at_ = next;
      read_quoted(begin, {.field = nullptr, .exact = true});
      return;
    }
    const std::string_view rest = run.substr(content);
    const auto letters =
        static_cast<std::size_t>(std::ranges::find_if_not(rest, is_ascii_letter) - rest.begin());
    if (letters == 0 || letters == rest.size() || rest[letters] != ':') {
      read_word(run, {}, begin);
      return;
    }
    const std::string_view name = rest.substr(0, letters);
    const std::string_view value = rest.substr(letters + 1);
    if (const Field* const field = find_field(name)) {
      warn_of_marks(std::string(run.substr(0, content)) + "=", begin, result_.warnings);
      at_ = begin + content + letters + 1;
      read_field(*field, name, begin + content);
      return;
    }
    const bool looks_like_field = value.empty() ? quote_follows : !is_edge(value.front());
    if (looks_like_field) {
      warn(begin + content, "there is no field " + in_quotes(name) + "; " +
                                in_quotes(trim_end(rest)) + " is read as plain words");
    }
    read_word(run, {}, begin);
  }

  /// The value of a field, which begins at `at_`.
  void read_field(const Field& field, std::string_view name, std::size_t begin) {
    const Target target = read_target(field);
    if (at_quote()) {
      read_quoted(begin, target);
      return;
    }
    if (field.kind == FieldKind::Date && read_date_run(field, begin)) {
      return;
    }
    const std::string_view value = text_.substr(at_, end_of_run(at_) - at_);
    const std::size_t past = at_ + value.size();
    const std::size_t before = result_.tokens.size();
    if (field.kind != FieldKind::Date) {
      read_word(value, target, begin);
    }
    if (result_.tokens.size() == before) {
      at_ = past;
      warn(begin, "'" + std::string(name) + ":' needs a word or quotes directly after it; '" +
                      std::string(name) + "' is read as a word");
      add_leaf(leaf(QueryNode::Kind::Word, std::string(name), nullptr), begin);
    }
  }

  /// Steps over "=" before a word or phrase, and over "~" before a name.
  Target read_target(const Field& field) {
    const char mark = at_ < text_.size() ? text_[at_] : ' ';
    Target target{.field = &field};
    target.exact = mark == '=' && field.kind == FieldKind::Text;
    target.by_sound = mark == '~' && field.kind == FieldKind::Name;
    at_ += target.exact || target.by_sound ? 1 : 0;
    return target;
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
    read_word(value, {}, at_);
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
  void read_quoted(std::size_t begin, const Target& target) {
    const std::size_t open = at_;
    const Quote quote = *find_quote(text_, open);
    const std::optional<std::size_t> close = find_close(open + quote.bytes, quote.sort);
    at_ = open + quote.bytes;
    if (!close) {
      warn(open, "this quote is never closed; it is left out");
      read_unclosed(begin, target);
      return;
    }
    const std::string text = mend_line(text_.substr(at_, *close - at_));
    at_ = *close + find_quote(text_, *close)->bytes;
    add_quoted(text, begin, target);
    read_mark_behind(result_.tokens.back().leaf);
  }

  /// "~5" directly behind a quote.
  void read_mark_behind(QueryNode& node) {
    const std::size_t end = end_of_run(at_);
    const char mark = at_ < end ? text_[at_] : ' ';
    if (mark != '~' && mark != '^') {
      return;
    }
    const std::size_t digits = at_ + 1;
    const std::size_t past = std::min(text_.find_first_not_of(ascii_digits, digits), end);
    const bool has_several =
        node.kind == QueryNode::Kind::Phrase && read_phrase(node.text, true).words.size() > 1;
    if (mark == '^' || !has_several) {
      warn(at_, in_quotes(text_.substr(at_, past - at_)) + " has no meaning here and is left out");
    } else if (past == digits) {
      node.distance = default_near_distance;
    } else {
      node.distance = read_distance(text_.substr(digits, past - digits), 0, digits);
    }
    at_ = past;
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

  /// What comes after a field or "=" and a quote that nothing closes: its value is the next word.
  void read_unclosed(std::size_t begin, const Target& target) {
    if (target.field == nullptr && !target.exact) {
      return;
    }
    const std::string_view value = text_.substr(at_, end_of_run(at_) - at_);
    if (target.field == nullptr || target.field->kind != FieldKind::Date) {
      read_word(value, target, begin);
    } else if (!read_date_run(*target.field, begin)) {
      at_ += value.size();
    }
  }

  void add_quoted(const std::string& text, std::size_t begin, Target target) {
    if (!has_words(text)) {
      warn(begin, "these quotes hold no word and are left out");
      add(Kind::Nothing, begin);
      return;
    }
    if (target.field != nullptr && target.field->kind == FieldKind::Date) {
      if (const std::optional<DateRange> dates = read_dates(text, today_)) {
        add_dates(*target.field, text, *dates, begin);
        return;
      }
      warn(begin, in_quotes(text) + " is not a date; it is read as a phrase");
      target.field = nullptr;
    }
    const bool is_phrase = target.field == nullptr || target.field->kind == FieldKind::Text;
    QueryNode node = leaf(is_phrase ? QueryNode::Kind::Phrase : QueryNode::Kind::Filter,
                          (target.by_sound ? "~" : "") + text, target.field);
    node.exact = target.exact;
    add_leaf(std::move(node), begin);
  }

  /// A word, which is the run `run` at `at_`, or the same as the value of a field.
  void read_word(std::string_view run, const Target& target, std::size_t begin) {
    const std::size_t at = at_;
    at_ += run.size();
    WordRun word = read_word_run(run, {.field = target.field,
                                       .exact = target.exact,
                                       .after_words = has_words_before_,
                                       .ends_query = at_ == text_.size(),
                                       .before_space = at_ < text_.size() && text_[at_] == ' '});
    for (QueryWarning& warning : word.warnings) {
      warn(at + warning.offset, std::move(warning.message));
    }
    if (!word.node.text.empty()) {
      word.node.text.insert(0, target.by_sound ? "~" : "");
      add_leaf(std::move(word.node), begin);
    }
  }

  std::string_view text_;
  Date today_;
  std::size_t at_ = 0;
  bool has_words_before_ = false;
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

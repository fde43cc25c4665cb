// An article is drawn word by word; what it has named or said before comes back more often than
// chance would have it.
#include "bench/growth/article_generator.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <thread>
#include <utility>
#include <vector>

#include "bench/growth/random_numbers.h"
#include "bench/growth/spelling.h"
#include "common/error.h"
#include "common/ordered_work.h"

namespace dateline {

namespace {

// As counted in the real articles, less what names and numbers add to the words.
constexpr std::array<RankShare, 22> word_shares{
    {{1, .0500},     {2, .0790},     {3, .1080},     {5, .1560},     {10, .2220},   {20, .2860},
     {30, .3300},    {50, .3860},    {70, .4230},    {100, .4600},   {178, .5280},  {316, .6030},
     {562, .6840},   {1000, .7660},  {1780, .8380},  {3160, .8970},  {5620, .9400}, {10000, .9640},
     {17800, .9780}, {31600, .9870}, {56200, .9925}, {100000, .9957}}};
constexpr unsigned word_power = 1;

constexpr std::array<RankShare, 6> name_shares{
    {{1, .03}, {10, .14}, {30, .23}, {100, .34}, {300, .43}, {1000, .51}}};
constexpr unsigned name_power = 3;

constexpr std::array<RankShare, 4> outlet_shares{{{1, .1}, {10, .5}, {100, .95}, {300, .999}}};
constexpr unsigned outlet_power = 1;

/// Words of an article that so many percent of them do not exceed; in between, on straight lines.
struct LengthQuantile {
  double percent;
  double words;
};
constexpr std::array<LengthQuantile, 16> lengths{{{0, 10},
                                                  {5, 16},
                                                  {10, 27},
                                                  {20, 53},
                                                  {30, 73},
                                                  {40, 92},
                                                  {50, 109},
                                                  {60, 160},
                                                  {70, 227},
                                                  {80, 358},
                                                  {90, 614},
                                                  {95, 882},
                                                  {98, 1287},
                                                  {99, 1608},
                                                  {99.5, 2036},
                                                  {100, 6000}}};

std::size_t length_at(double percent) {
  std::size_t above = 1;
  while (above + 1 < lengths.size() && lengths[above].percent <= percent) {
    ++above;
  }
  const LengthQuantile& from = lengths[above - 1];
  const LengthQuantile& to = lengths[above];
  const double part = (percent - from.percent) / (to.percent - from.percent);
  return static_cast<std::size_t>(from.words + part * (to.words - from.words));
}

// Of all words; chosen so that what is found in the articles is what is found in real ones.
constexpr std::uint64_t name_begins = Choices::of_percent(7);
constexpr std::uint64_t number_begins = name_begins + Choices::of_percent(2.5);
constexpr std::uint64_t date_begins = number_begins + Choices::of_percent(0.3);
constexpr std::uint64_t comma_follows = Choices::of_percent(5);
constexpr std::uint64_t word_again =
    Choices::of_percent(33);  // of those that are no function words
constexpr std::uint64_t name_again = Choices::of_percent(58);  // of the names

constexpr std::size_t kept_words = 64;  // that may come again

constexpr std::array<const char*, 12> month_names{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

/// One article at a time.
class ArticleDraft {
 public:
  ArticleDraft(std::uint64_t seed, const GeneratorVocabulary& vocabulary, std::string& out)
      : random_(seed), vocabulary_(vocabulary), out_(out) {}

  std::uint64_t below(std::uint64_t bound) { return random_.below(bound); }
  double share() { return random_.share(); }

  void append_title() {
    const std::size_t begin = out_.size();
    append_name(next_name(Choices(random_.next())).first, NameForm::Full, out_);
    drop_article(begin);
    const std::uint64_t more = 3 + random_.below(5);
    for (std::uint64_t i = 0; i < more; ++i) {
      out_ += ' ';
      append_plain_word(Choices(random_.next()));
    }
  }

  void append_text(std::size_t words) {
    constexpr std::uint64_t sentences_of_paragraph = 3;
    std::uint64_t sentences = 0;
    for (words_left_ = words; words_left_ > 0; ++sentences) {
      if (sentences > 0) {
        out_ += sentences % sentences_of_paragraph == 0 ? "\\n" : " ";
      }
      append_sentence();
    }
  }

 private:
  void append_sentence() {
    constexpr std::uint64_t shortest = 8;
    constexpr std::uint64_t spread = 24;
    const std::size_t begin = out_.size();
    for (std::uint64_t left = shortest + random_.below(spread); left > 0 && words_left_ > 0;) {
      Choices choices(random_.next());
      const bool has_comma = choices.next() < comma_follows;
      const std::uint64_t taken = append_item(choices);
      left -= std::min(left, taken);
      words_left_ -= std::min<std::size_t>(words_left_, taken);
      if (left > 0 && words_left_ > 0) {
        out_ += has_comma ? ", " : " ";
      }
    }
    if (out_[begin] >= 'a' && out_[begin] <= 'z') {
      out_[begin] = static_cast<char>(out_[begin] - 'a' + 'A');
    }
    out_ += '.';
  }

  /// Returns how many words it is.
  std::uint64_t append_item(Choices choices) {
    const std::uint64_t lot = choices.next();
    if (lot >= date_begins) {
      append_plain_word(choices);
      return 1;
    }
    if (lot < name_begins) {
      const std::size_t begin = out_.size();
      const auto [name, is_known] = next_name(choices);
      append_name(name, is_known ? NameForm::Short : NameForm::Full, out_);
      return 1 + static_cast<std::uint64_t>(std::count(
                     out_.begin() + static_cast<std::ptrdiff_t>(begin), out_.end(), ' '));
    }
    if (lot < number_begins) {
      append_number();
      return 1;
    }
    out_ += "on " + std::to_string(1 + random_.below(28)) + ' ' +
            month_names[random_.below(month_names.size())];
    return 3;
  }

  void append_number() {
    constexpr std::uint64_t digits = 4;
    std::uint64_t bound = 10;
    for (std::uint64_t i = random_.below(digits); i > 0; --i) {
      bound *= 10;
    }
    out_ += std::to_string(random_.below(bound));
  }

  void append_plain_word(Choices choices) {
    std::uint64_t rank = vocabulary_.words.rank_at(random_.share());
    if (rank > function_words) {
      if (said_count_ > 0 && choices.next() < word_again) {
        rank = said_[random_.below(std::min(said_count_, kept_words))];
      } else {
        said_[said_count_++ % kept_words] = rank;
      }
    }
    vocabulary_.spelled.append(rank, out_);
  }

  /// A name, and whether the article has it already.
  std::pair<std::uint64_t, bool> next_name(Choices choices) {
    if (!cast_.empty() && choices.next() < name_again) {
      return {cast_[random_.below(cast_.size())], true};
    }
    cast_.push_back(vocabulary_.names.rank_at(random_.share()));
    return {cast_.back(), false};
  }

  /// A title begins with the name itself.
  void drop_article(std::size_t begin) {
    for (const std::string_view word : {"the ", "in "}) {
      if (out_.compare(begin, word.size(), word) == 0) {
        out_.erase(begin, word.size());
      }
    }
  }

  RandomNumbers random_;
  const GeneratorVocabulary& vocabulary_;
  std::string& out_;
  std::vector<std::uint64_t> cast_;               // names of the article
  std::array<std::uint64_t, kept_words> said_{};  // words of it
  std::size_t said_count_ = 0;
  std::size_t words_left_ = 0;
};

/// A day of the years 2000 to 2024, "2013-05-17".
std::string date_at(double share) {
  using std::chrono::days;
  using std::chrono::sys_days;
  using std::chrono::year;
  constexpr sys_days first = year(2000) / 1 / 1;
  constexpr sys_days end = year(2025) / 1 / 1;
  const int days_from_first = static_cast<int>(share * (end - first).count());
  const std::chrono::year_month_day day = first + days(days_from_first);
  std::array<char, 32> text{};
  const int length =
      std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                    static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return {text.data(), static_cast<std::size_t>(length)};
}

}  // namespace

ArticleGenerator::ArticleGenerator(std::uint64_t seed)
    : seed_(seed),
      vocabulary_{.words = {word_shares, word_power},
                  .names = {name_shares, name_power},
                  .outlets = {outlet_shares, outlet_power},
                  .spelled = {}} {}

void ArticleGenerator::append(std::uint64_t number, std::string& lines) const {
  ArticleDraft draft(RandomNumbers::mix(seed_) ^ RandomNumbers::mix(number + 1), vocabulary_,
                     lines);
  lines += R"({"id":"generated-)" + std::to_string(number) + R"(","date":")";
  lines += date_at(draft.share());
  lines += R"(","source":")";
  append_outlet(vocabulary_.outlets.rank_at(draft.share()), lines);
  lines += R"(","title":")";
  draft.append_title();
  lines += R"(","text":")";
  draft.append_text(length_at(draft.share() * 100));
  lines += "\"}\n";
}

std::uint64_t generate_articles(const GenerateOptions& options, std::ostream& out) {
  constexpr std::uint64_t articles_of_piece = 500;
  struct Piece {
    std::uint64_t first = 0;
    std::uint64_t end = 0;
    std::string lines;
  };
  const ArticleGenerator generator(options.seed);
  const unsigned threads =
      options.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.jobs;
  OrderedWork<Piece> work(threads, [&generator](Piece& piece, unsigned) {
    for (std::uint64_t number = piece.first; number < piece.end; ++number) {
      generator.append(number, piece.lines);
    }
  });
  std::uint64_t bytes = 0;
  const auto write_first = [&] {
    const Piece piece = work.take();
    out.write(piece.lines.data(), static_cast<std::streamsize>(piece.lines.size()));
    bytes += piece.lines.size();
  };
  const std::uint64_t end = options.first + options.articles;
  for (std::uint64_t first = options.first; first < end; first += articles_of_piece) {
    if (options.should_stop()) {
      throw Error("interrupted before all articles were made", {}, ExitCode::Interrupted);
    }
    work.put({first, std::min(first + articles_of_piece, end), {}});
    while (work.size() > std::size_t{2} * threads) {
      write_first();
    }
  }
  while (work.size() > 0) {
    write_first();
  }
  return bytes;
}

}  // namespace dateline

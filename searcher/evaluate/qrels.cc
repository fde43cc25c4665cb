#include "searcher/evaluate/qrels.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "searcher/evaluate/field_lines.h"
#include "searcher/evaluate/unique_documents.h"

namespace dateline {

namespace {

/// A grade far from any scale would only be a mistake, and cannot overflow a sum of gains.
constexpr std::int64_t largest_grade = 1'000'000;

/// "2", "+2", "-1"; "2.0" too, as spreadsheets write it.
std::optional<std::int64_t> parse_grade(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
  }
  std::int64_t grade = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, grade);
  if (error != std::errc{} || grade > largest_grade || grade < -largest_grade) {
    return std::nullopt;
  }
  const std::string_view tail(rest, static_cast<std::size_t>(end - rest));
  const bool whole = tail.empty() || (tail.size() > 1 && tail.front() == '.' &&
                                      tail.find_first_not_of('0', 1) == std::string_view::npos);
  return whole ? std::optional(grade) : std::nullopt;
}

using LinedTopics = std::map<std::string, std::vector<Lined<Judgement>>, std::less<>>;

class QrelsReader {
 public:
  QrelsReader(std::istream& in, std::string name) : lines_(in), name_(std::move(name)) {}

  QrelsFile read() {
    bool first = true;
    while (lines_.next()) {
      if (first) {
        columns_ = lines_.fields().size() == 3 ? 3 : 4;
      }
      if (!first || !is_heading()) {
        read_line();
      }
      first = false;
    }
    QrelsFile file{.qrels = keep_unique(std::move(topics_), name_, problems_), .problems = {}};
    file.problems = std::move(problems_);
    return file;
  }

 private:
  bool is_heading() const { return columns_ == 3 && !parse_grade(lines_.fields().back()); }

  void read_line() {
    const std::vector<std::string_view>& fields = lines_.fields();
    if (fields.size() != columns_) {
      add_problem(problems_, {name_, lines_.line(),
                              std::to_string(fields.size()) + " fields where " +
                                  (columns_ == 4 ? "\"topic iteration document grade\" has 4"
                                                 : "\"topic document grade\" has 3")});
      return;
    }
    const std::optional<std::int64_t> grade = parse_grade(fields.back());
    if (!grade) {
      add_problem(problems_,
                  {name_, lines_.line(),
                   "the grade \"" + std::string(fields.back()) + "\" is no whole number"});
      return;
    }
    auto topic = topics_.find(fields.front());
    if (topic == topics_.end()) {
      topic = topics_.emplace(fields.front(), std::vector<Lined<Judgement>>{}).first;
    }
    topic->second.push_back({{std::string(fields[columns_ - 2]), *grade}, lines_.line()});
  }

  FieldLines lines_;
  std::string name_;
  std::size_t columns_ = 4;
  LinedTopics topics_;
  FileProblems problems_;
};

}  // namespace

QrelsFile read_qrels(std::istream& in, const std::string& name) {
  return QrelsReader(in, name).read();
}

}  // namespace dateline

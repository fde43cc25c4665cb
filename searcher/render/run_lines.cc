// TREC run lines: scores that strictly decrease whoever reads them, and no white space in a name.
#include <array>
#include <cfloat>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

#include "common/archive/stored_article.h"
#include "searcher/match/qualified_id.h"
#include "searcher/render/renderer.h"

namespace dateline {

namespace {

/// The next smaller float. Those too small to be normal numbers are passed over, for some programs
/// read them as 0.
float below(float score) {
  const float next = std::nextafter(score, -std::numeric_limits<float>::infinity());
  if (std::abs(next) >= FLT_MIN) {
    return next;
  }
  return score > 0 ? 0 : -FLT_MIN;
}

/// Nine digits tell a float from every other, so what is read is what was written.
void append_score(std::string& line, float score) {
  constexpr int digits = 9;
  std::array<char, 32> text{};
  const auto result = std::to_chars(text.data(), text.data() + text.size(),
                                    static_cast<double>(score), std::chars_format::general, digits);
  line.append(text.data(), result.ptr);
}

}  // namespace

void render_run(std::ostream& out, const SearchResult& result, const RunLabel& label) {
  const std::string topic = percent_encode(label.topic, true) + " Q0 ";
  const std::string tag = " " + percent_encode(label.tag, true) + "\n";
  float last = std::numeric_limits<float>::infinity();
  std::string line;
  for (const Hit& hit : result.hits) {
    const auto score = static_cast<float>(hit.score);
    last = score < last ? score : below(last);
    line.assign(topic).append(id_of(hit)).append(" ");
    line.append(std::to_string(hit.rank)).append(" ");
    append_score(line, last);
    out << line.append(tag);
  }
}

}  // namespace dateline

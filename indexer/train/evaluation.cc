// Both lists are in order, so one walk over the two finds what they share.
#include "indexer/train/evaluation.h"

#include <algorithm>
#include <iomanip>
#include <sstream>

#include "common/name.h"

namespace dateline {

namespace {

std::string_view type_name(std::size_t type) {
  return to_string(static_cast<NameType>(type));
}

double per_cent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

std::vector<GoldName> typed_names(const GoldText& text) {
  std::vector<GoldName> names;
  for (const GoldName& name : text.names) {
    if (name.type < label::typed_names) {
      names.push_back(name);
    }
  }
  return names;
}

/// "missed organization: the [Acme] group".
std::string describe(std::string_view what, const GoldText& text, const GoldName& name) {
  constexpr std::size_t around = 25;
  const std::size_t begin = name.begin - std::min(name.begin, around);
  std::string line = std::string(what) + " " + std::string(type_name(name.type)) + ": " +
                     text.text.substr(begin, name.begin - begin) + "[" +
                     text.text.substr(name.begin, name.end - name.begin) + "]" +
                     text.text.substr(name.end, around);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

}  // namespace

double Counts::precision() const {
  return per_cent(right, right + wrong);
}

double Counts::recall() const {
  return per_cent(right, right + missed);
}

double Counts::f1() const {
  return per_cent(2 * right, 2 * right + wrong + missed);
}

void Counts::add(const Counts& other) {
  right += other.right;
  wrong += other.wrong;
  missed += other.missed;
}

Counts Evaluation::all() const {
  Counts counts;
  for (const Counts& type : types) {
    counts.add(type);
  }
  return counts;
}

void Evaluation::add(const Evaluation& other) {
  for (std::size_t i = 0; i < types.size(); ++i) {
    types.at(i).add(other.types.at(i));
  }
  for (const auto& [error, count] : other.errors) {
    errors[error] += count;
  }
}

Evaluation evaluate(const EntityTagger& tagger, std::span<const GoldText> texts) {
  Evaluation evaluation;
  for (const GoldText& text : texts) {
    const std::vector<GoldName> marked = typed_names(text);
    std::vector<GoldName> found;
    for (const Mention& mention : tagger.tag(text.text, "en", text.headline_end)) {
      found.push_back({mention.begin, mention.end, static_cast<std::size_t>(mention.type)});
    }
    for (const GoldName& name : found) {
      const bool is_right = std::binary_search(marked.begin(), marked.end(), name);
      Counts& counts = evaluation.types.at(name.type);
      ++(is_right ? counts.right : counts.wrong);
      if (!is_right) {
        ++evaluation.errors[describe("wrong", text, name)];
      }
    }
    for (const GoldName& name : marked) {
      if (!std::binary_search(found.begin(), found.end(), name)) {
        ++evaluation.types.at(name.type).missed;
        ++evaluation.errors[describe("missed", text, name)];
      }
    }
  }
  return evaluation;
}

std::string to_string(const Evaluation& evaluation) {
  std::ostringstream line;
  const Counts all = evaluation.all();
  line << std::fixed << std::setprecision(2) << "F " << all.f1() << " (P " << all.precision()
       << " R " << all.recall() << ")";
  for (std::size_t i = 0; i < evaluation.types.size(); ++i) {
    line << "  " << type_name(i) << " " << evaluation.types.at(i).f1();
  }
  return line.str();
}

}  // namespace dateline

// CSV for spreadsheets, as RFC 4180 has it: CRLF after each line, quotes doubled.
#include <string>
#include <string_view>

#include "common/cli/terminal.h"
#include "common/name.h"
#include "searcher/render/formats.h"

namespace dateline {

namespace {

/// A spreadsheet runs cells that begin with one of these as formulas.
bool is_formula(std::string_view cell) {
  const std::size_t first = cell.find_first_not_of(' ');
  return first != std::string_view::npos &&
         std::string_view("=+-@\t\r\n").find(cell[first]) != std::string_view::npos;
}

/// A cell of text: safe for terminals and spreadsheets, quoted where it must be.
std::string cell(std::string_view text) {
  std::string plain = (is_formula(text) ? "'" : "") + make_printable(text);
  if (plain.find_first_of(",\"") == std::string::npos) {
    return plain;
  }
  std::string quoted = "\"";
  for (const char c : plain) {
    quoted += c;
    if (c == '"') {
      quoted += '"';
    }
  }
  return quoted + '"';
}

/// The snippets of a hit in one line, matches between "[" and "]".
std::string flatten(const std::vector<Fragments>& snippets) {
  std::string line;
  for (const Fragments& snippet : snippets) {
    line += line.empty() ? "" : " | ";
    for (const Fragment& fragment : snippet) {
      line += fragment.match ? "[" + fragment.text + "]" : fragment.text;
    }
  }
  return line;
}

std::string join(const std::vector<std::string>& names) {
  std::string line;
  for (const std::string& name : names) {
    line += (line.empty() ? "" : "; ") + name;
  }
  return line;
}

void render_hit(std::ostream& out, const Hit& hit) {
  const Article& article = hit.article;
  out << hit.rank << ',' << cell(article.id) << ',' << round_score(hit.score) << ','
      << cell(article.title) << ',' << (article.date ? to_string(*article.date) : "") << ','
      << cell(article.source) << ',' << cell(article.author) << ',' << cell(article.language);
  for (const std::vector<std::string>& names : hit.entities) {
    out << ',' << cell(join(names));
  }
  out << ',' << cell(article.origin.path) << ',' << cell(flatten(hit.snippets)) << "\r\n";
}

}  // namespace

void render_csv(std::ostream& out, const SearchResult& result) {
  const auto digits = out.precision(9);
  out << "rank,id,score,title,date,source,author,language,person,organization,location,path,"
         "snippet\r\n";
  for (const Hit& hit : result.hits) {
    render_hit(out, hit);
  }
  out.precision(digits);
}

}  // namespace dateline

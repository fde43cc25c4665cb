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

std::string join_variants(const ListedEntity& entity) {
  std::vector<std::string> variants;
  for (const NameCount& variant : entity.variants) {
    variants.push_back(variant.name);
  }
  return join(variants);
}

void render_hit(std::ostream& out, const Hit& hit) {
  const Article& article = hit.article;
  const std::string archive = hit.archive.empty() ? "" : "," + cell(hit.archive);
  out << hit.rank << ',' << cell(article.id) << archive << ',' << round_score(hit.score) << ','
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
  out << "rank,id" << (result.of_several ? ",archive" : "")
      << ",score,title,date,source,author,language,person,organization,location,path,"
         "snippet\r\n";
  for (const Hit& hit : result.hits) {
    render_hit(out, hit);
  }
  out.precision(digits);
}

void render_similar_csv(std::ostream& out, const SimilarResult& result) {
  const auto digits = out.precision(9);
  out << "kind,rank,id" << (result.of_several ? ",archive" : "")
      << ",score,title,date,source,author,language,person,organization,location,path,"
         "snippet\r\n";
  for (const Hit& copy : result.copies) {
    out << "copy,";
    render_hit(out, copy);
  }
  for (const Hit& hit : result.hits) {
    out << "similar,";
    render_hit(out, hit);
  }
  out.precision(digits);
}

void render_entities_csv(std::ostream& out, const EntityList& list) {
  out << "name,type,count,hidden,variants\r\n";
  for (const ListedEntity& entity : list.entities) {
    out << cell(entity.name) << ',' << to_string(entity.type) << ',' << entity.count << ','
        << (entity.hidden ? "true" : "false") << ',' << cell(join_variants(entity)) << "\r\n";
  }
}

void render_co_occurring_csv(std::ostream& out, const CoOccurrenceList& list) {
  const auto digits = out.precision(9);
  out << "name,type,together,count,significance,hidden,variants\r\n";
  for (const CoOccurring& shown : list.entities) {
    const ListedEntity& entity = shown.entity;
    out << cell(entity.name) << ',' << to_string(entity.type) << ',' << shown.together << ','
        << entity.count << ',' << round_score(shown.significance) << ','
        << (entity.hidden ? "true" : "false") << ',' << cell(join_variants(entity)) << "\r\n";
  }
  out.precision(digits);
}

void render_look_alikes_csv(std::ostream& out, const LookAlikeList& list) {
  out << "kind,name,type,count,other_name,other_type,other_count,correction\r\n";
  for (const LookAlikePair& pair : list.pairs) {
    out << to_string(pair.kind);
    for (const ListedEntity* const entity : {&pair.larger, &pair.smaller}) {
      out << ',' << cell(entity->name) << ',' << to_string(entity->type) << ',' << entity->count;
    }
    out << ',' << cell(pair.correction) << "\r\n";
  }
}

}  // namespace dateline

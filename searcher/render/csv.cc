// CSV for spreadsheets, as RFC 4180 has it: CRLF after each line, quotes doubled.
#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "common/name.h"
#include "common/text/fold.h"
#include "searcher/render/csv_cell.h"
#include "searcher/render/formats.h"

namespace dateline {

namespace {

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

std::string to_cell(const std::optional<Date>& date) {
  return date ? to_string(*date) : "";
}

/// The folded words of a name in the order of their letters: "Goïta, Assimi" is "Assimi Goita".
std::vector<std::string> words_of(const std::string& name) {
  std::istringstream folded(fold_name(name));
  std::vector<std::string> words{std::istream_iterator<std::string>(folded), {}};
  std::ranges::sort(words);
  return words;
}

/// Whether the query is one of the value's names.
bool names(const FacetValue& value, const std::string& query) {
  const std::vector<std::string> words = words_of(query);
  return words_of(value.value) == words ||
         std::ranges::any_of(value.variants, [&words](const std::string& variant) {
           return words_of(variant) == words;
         });
}

/// The values of a facet with their counts. One that is the query itself tells nothing.
std::string join_values(const Facet& facet, const std::string& query) {
  std::string line;
  for (const FacetValue& value : facet.values) {
    if (value.count > 0 && !names(value, query)) {
      line += (line.empty() ? "" : "; ") + value.value + " (" + std::to_string(value.count) + ")";
    }
  }
  return line;
}

void render_hit(std::ostream& out, const Hit& hit) {
  const Article& article = hit.article;
  const std::string archive = hit.archive.empty() ? "" : "," + csv_cell(hit.archive);
  out << hit.rank << ',' << csv_cell(article.id) << archive << ',' << round_score(hit.score) << ','
      << csv_cell(article.title) << ',' << to_cell(article.date) << ',' << csv_cell(article.source)
      << ',' << csv_cell(article.author) << ',' << csv_cell(article.language);
  for (const std::vector<std::string>& names : hit.entities) {
    out << ',' << csv_cell(join(names));
  }
  out << ',' << csv_cell(article.origin.path) << ',' << csv_cell(flatten(hit.snippets)) << "\r\n";
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

void render_topic_header(std::ostream& out, const TopicColumns& columns) {
  out << "topic,query,match,hits" << (columns.has_new_hits ? ",new_hits" : "")
      << ",first_date,last_date";
  for (const FacetKind facet : columns.facets) {
    out << ',' << to_string(facet);
  }
  out << ",id" << (columns.of_several ? ",archive" : "")
      << ",title,date,source,snippet,suggestion\r\n";
}

void render_topic_row(std::ostream& out, const TopicRow& row) {
  const SearchResult& result = row.result;
  out << csv_cell(row.topic) << ',' << csv_cell(result.query) << ','
      << (result.match == MatchMode::All ? "all," : "any,") << result.total
      << (row.new_hits ? "," + std::to_string(*row.new_hits) : "") << ',' << to_cell(row.first)
      << ',' << to_cell(row.last);
  for (const Facet& facet : result.facets) {
    out << ',' << csv_cell(join_values(facet, result.query));
  }
  const Hit none;
  const Hit& best = result.hits.empty() ? none : result.hits.front();
  out << ',' << csv_cell(best.article.id) << (result.of_several ? "," + csv_cell(best.archive) : "")
      << ',' << csv_cell(best.article.title) << ',' << to_cell(best.article.date) << ','
      << csv_cell(best.article.source) << ',' << csv_cell(flatten(best.snippets)) << ','
      << csv_cell(result.suggestion) << "\r\n";
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
    out << csv_cell(entity.name) << ',' << to_string(entity.type) << ',' << entity.count << ','
        << (entity.hidden ? "true" : "false") << ',' << csv_cell(join_variants(entity)) << "\r\n";
  }
}

void render_co_occurring_csv(std::ostream& out, const CoOccurrenceList& list) {
  const auto digits = out.precision(9);
  out << "name,type,together,count,significance,hidden,variants\r\n";
  for (const CoOccurring& shown : list.entities) {
    const ListedEntity& entity = shown.entity;
    out << csv_cell(entity.name) << ',' << to_string(entity.type) << ',' << shown.together << ','
        << entity.count << ',' << round_score(shown.significance) << ','
        << (entity.hidden ? "true" : "false") << ',' << csv_cell(join_variants(entity)) << "\r\n";
  }
  out.precision(digits);
}

void render_look_alikes_csv(std::ostream& out, const LookAlikeList& list) {
  out << "kind,name,type,count,other_name,other_type,other_count,correction\r\n";
  for (const LookAlikePair& pair : list.pairs) {
    out << to_string(pair.kind);
    for (const ListedEntity* const entity : {&pair.larger, &pair.smaller}) {
      out << ',' << csv_cell(entity->name) << ',' << to_string(entity->type) << ','
          << entity->count;
    }
    out << ',' << csv_cell(pair.correction) << "\r\n";
  }
}

}  // namespace dateline

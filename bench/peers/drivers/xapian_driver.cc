// A document has a line for each field that is stored, the convention of Omega.
#include "bench/peers/drivers/xapian_driver.h"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

namespace dateline {

namespace {

/// What stands behind "name=" in the data of a document, which has a line for each field, as Omega
/// has it.
std::string field_of(const std::string& stored, const std::string& name) {
  const std::string key = name + '=';
  for (std::size_t line = 0; line < stored.size();) {
    const std::size_t end = std::min(stored.find('\n', line), stored.size());
    if (stored.compare(line, key.size(), key) == 0) {
      return stored.substr(line + key.size(), end - line - key.size());
    }
    line = end + 1;
  }
  return {};
}

/// Counts people, who stand in one slot with bars between.
class PeopleSpy final : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double /*weight*/) override {
    const std::string value = document.get_value(people_slot);
    for (std::size_t at = 0; at < value.size();) {
      const std::size_t end = std::min(value.find('|', at), value.size());
      ++counts_[value.substr(at, end - at)];
      at = end + 1;
    }
  }

  std::size_t sum_of_most_frequent() const {
    std::vector<std::size_t> counts;
    counts.reserve(counts_.size());
    for (const auto& [name, count] : counts_) {
      counts.push_back(count);
    }
    const std::size_t shown = std::min(hits_shown, counts.size());
    std::ranges::partial_sort(counts, counts.begin() + static_cast<std::ptrdiff_t>(shown),
                              std::greater<>());
    std::size_t sum = 0;
    for (std::size_t i = 0; i < shown; ++i) {
      sum += counts[i];
    }
    return sum;
  }

 private:
  std::unordered_map<std::string, std::size_t> counts_;
};

std::string join_people(const PeerArticle& article) {
  std::string people;
  for (const std::string_view name : article.people) {
    people.append(people.empty() ? "" : "|").append(name);
  }
  return people;
}

Xapian::Document make_document(Xapian::TermGenerator& generator, const PeerArticle& article) {
  Xapian::Document document;
  generator.set_document(document);
  generator.index_text(std::string(article.title));
  generator.increase_termpos();
  generator.index_text(std::string(article.text));
  document.add_value(date_slot, std::string(article.date));
  document.add_value(people_slot, join_people(article));
  std::string stored("id=");
  stored.append(article.id).append("\ntitle=").append(article.title);
  stored.append("\ntext=").append(article.text);
  document.set_data(stored);
  return document;
}

/// What Xapian throws is no `std::exception`.
template <typename Work>
auto told(Work work) {
  try {
    return work();
  } catch (const Xapian::Error& error) {
    throw std::runtime_error(error.get_description());
  }
}

}  // namespace

std::string XapianDriver::version() const {
  return std::string("Xapian ") + Xapian::version_string();
}

std::string XapianDriver::settings() const {
  return "TermGenerator with Stem(\"english\") and STEM_SOME (stems, and words with positions), "
         "flush threshold and all else as it comes, one commit at the end; text in the document "
         "data; BM25Weight; people in one slot counted by a MatchSpy; MSet::snippet";
}

void XapianDriver::index(const std::filesystem::path& articles,
                         const std::filesystem::path& folder) {
  told([&] {
    Xapian::WritableDatabase database(database_in(folder).string(), Xapian::DB_CREATE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(stem_);
    generator.set_stemming_strategy(Xapian::TermGenerator::STEM_SOME);
    ArticleLines lines(articles);
    for (PeerArticle article; lines.next(article);) {
      database.add_document(make_document(generator, article));
    }
    database.commit();
    database.close();
  });
}

std::uint64_t XapianDriver::compacted_bytes(const std::filesystem::path& folder) {
  return told([&] {
    const std::filesystem::path small = folder / "compacted";
    Xapian::Database(database_in(folder).string()).compact(small.string());
    const std::uint64_t bytes = disk_bytes(small);
    std::filesystem::remove_all(small);
    return bytes;
  });
}

void XapianDriver::open(const std::filesystem::path& folder) {
  told([&] {
    database_ = Xapian::Database(database_in(folder).string());
    parser_.set_database(database_);
    parser_.set_stemmer(stem_);
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  });
}

PeerAnswer XapianDriver::ask(Question question, const PeerQuery& query) {
  return told([&] { return answer(question, query); });
}

std::size_t XapianDriver::count(const std::string& words) {
  return told([&] {
    Xapian::Enquire enquire(database_);
    enquire.set_query(parse(words, Xapian::Query::OP_OR));
    return enquire.get_mset(0, 0, database_.get_doccount()).get_matches_estimated();
  });
}

std::vector<std::string> XapianDriver::rank(const std::string& words, std::size_t limit) {
  return told([&] {
    Xapian::Enquire enquire(database_);
    enquire.set_query(parse(words, Xapian::Query::OP_OR));
    const Xapian::MSet hits = enquire.get_mset(0, static_cast<Xapian::doccount>(limit));
    std::vector<std::string> ids;
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
      ids.push_back(field_of(hit.get_document().get_data(), "id"));
    }
    return ids;
  });
}

Xapian::Query XapianDriver::parse(const std::string& words, Xapian::Query::op operation) {
  parser_.set_default_op(operation);
  return parser_.parse_query(words, Xapian::QueryParser::FLAG_PHRASE);
}

Xapian::Query XapianDriver::to_query(Question question, const PeerQuery& query) {
  switch (question) {
    case Question::And: return parse(query.words, Xapian::Query::OP_AND);
    case Question::Phrase: return parse('"' + query.phrase + '"', Xapian::Query::OP_AND);
    default: return parse(query.words, Xapian::Query::OP_OR);
  }
}

PeerAnswer XapianDriver::answer(Question question, const PeerQuery& query) {
  const bool counts_people = question == Question::Facet;
  PeopleSpy spy;
  Xapian::Enquire enquire(database_);
  enquire.set_query(to_query(question, query));
  if (counts_people) {
    enquire.add_matchspy(&spy);
  }
  const Xapian::MSet hits =
      enquire.get_mset(0, hits_shown, counts_people ? database_.get_doccount() : 0);
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
    const std::string stored = hit.get_document().get_data();
    field_of(stored, "id");
    field_of(stored, "title");
    if (question == Question::Snippets) {
      hits.snippet(field_of(stored, "text"), 200, stem_);
    }
  }
  return {hits.size(), counts_people ? spy.sum_of_most_frequent() : 0};
}

}  // namespace dateline

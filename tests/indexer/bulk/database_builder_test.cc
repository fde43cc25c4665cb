// What is built front to back is a database: Xapian reads it, checks it and writes on in it.
#include "indexer/bulk/database_builder.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/support/temp_folder.h"

namespace dateline {
namespace {

/// Numbers below a bound.
class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(engine_() % bound); }

 private:
  std::mt19937 engine_;
};

struct RandomTerm {
  std::string text;
  std::uint32_t wdf = 0;
  std::vector<std::uint32_t> positions;
};

struct RandomDocument {
  std::uint32_t number = 0;
  std::vector<RandomTerm> terms;
  std::vector<std::string> values;
  std::string data;
};

std::string random_text(Random& random, std::uint32_t max_bytes) {
  std::string text(random.below(max_bytes) + 1, ' ');
  const bool is_noise = random.below(2) == 0;
  for (char& c : text) {
    c = static_cast<char>(is_noise ? random.below(256) : 'a' + random.below(3));
  }
  return text;
}

/// Few terms come often and many once; some are long, some hold zero bytes; tags grow beyond a
/// block; some documents have nothing.
std::vector<RandomDocument> random_documents(Random& random, std::size_t count) {
  std::vector<std::string> stock;
  for (int i = 0; i < 40; ++i) {
    stock.push_back(random_text(random, i % 10 == 0 ? 120 : 12));
  }
  std::vector<RandomDocument> documents;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < count; ++i) {
    RandomDocument document;
    document.number = number += random.below(20) == 0 ? random.below(100'000) + 1 : 1;
    std::set<std::string> texts;
    for (auto terms = random.below(30); terms > 0; --terms) {
      texts.insert(random.below(5) == 0
                       ? random_text(random, 12)
                       : stock[random.below(static_cast<std::uint32_t>(stock.size()))]);
    }
    for (const std::string& text : texts) {
      RandomTerm term{text, random.below(4) == 0 ? 0U : random.below(300), {}};
      std::uint32_t position = 0;
      for (auto positions = random.below(6); positions > 0; --positions) {
        term.positions.push_back(position +=
                                 random.below(random.below(9) == 0 ? 1'000'000 : 9) + 1);
      }
      document.terms.push_back(term);
    }
    document.values.resize(4);
    for (std::string& value : document.values) {
      value = random.below(3) == 0 ? "" : random_text(random, 30);
    }
    document.data =
        random.below(7) == 0 ? "" : random_text(random, random.below(10) == 0 ? 40'000 : 500);
    documents.push_back(std::move(document));
  }
  return documents;
}

void build_in_bulk(const std::filesystem::path& folder,
                   const std::vector<RandomDocument>& documents, Random& random) {
  std::filesystem::create_directory(folder);
  BatchEncoder encoder;
  DatabaseBuilder builder(folder, random.below(2) == 0 ? 0 : std::size_t{1} << 30);
  for (const RandomDocument& document : documents) {
    TermList terms;
    for (const RandomTerm& term : document.terms) {
      terms.add(term.text, term.wdf, term.positions);
    }
    terms.sort();
    encoder.add(document.number, terms, document.data, document.values);
    if (random.below(50) == 0) {
      builder.add(encoder.finish());
    }
  }
  builder.add(encoder.finish());
  builder.finish(random.below(2) + 1);
}

Xapian::Document to_document(const RandomDocument& random_document) {
  Xapian::Document document;
  for (const RandomTerm& term : random_document.terms) {
    document.add_term(term.text, term.wdf);
    for (const std::uint32_t position : term.positions) {
      document.add_posting(term.text, position, 0);
    }
  }
  for (std::size_t slot = 0; slot < random_document.values.size(); ++slot) {
    document.add_value(static_cast<Xapian::valueno>(slot), random_document.values[slot]);
  }
  document.set_data(random_document.data);
  return document;
}

void build_by_xapian(const std::filesystem::path& folder,
                     const std::vector<RandomDocument>& documents) {
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE);
  for (const RandomDocument& document : documents) {
    database.replace_document(document.number, to_document(document));
  }
  database.commit();
}

/// Everything that the API tells, each table by itself.
std::string dump(const std::filesystem::path& folder) {
  const Xapian::Database database(folder.string());
  std::string text = std::to_string(database.get_doccount()) + " " +
                     std::to_string(database.get_lastdocid()) + " " +
                     std::to_string(database.get_total_length()) + " " +
                     std::to_string(database.get_doclength_lower_bound()) + " " +
                     std::to_string(database.get_doclength_upper_bound()) + "\n";
  const auto add = [&text](const std::string& bytes) { text += bytes + '\x1f'; };
  for (Xapian::valueno slot = 0; slot < 4; ++slot) {
    add(std::to_string(database.get_value_freq(slot)));
    add(database.get_value_lower_bound(slot));
    add(database.get_value_upper_bound(slot));
    for (auto it = database.valuestream_begin(slot); it != database.valuestream_end(slot); ++it) {
      add(std::to_string(it.get_docid()) + *it);
    }
  }
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    add(*term + std::to_string(database.get_termfreq(*term)) + " " +
        std::to_string(database.get_collection_freq(*term)) + " " +
        std::to_string(database.get_wdf_upper_bound(*term)));
    for (auto it = database.postlist_begin(*term); it != database.postlist_end(*term); ++it) {
      add(std::to_string(*it) + " " + std::to_string(it.get_wdf()) + " " +
          std::to_string(it.get_doclength()));
      for (auto at = it.positionlist_begin(); at != it.positionlist_end(); ++at) {
        add(std::to_string(*at));
      }
    }
  }
  for (auto it = database.postlist_begin({}); it != database.postlist_end({}); ++it) {
    const Xapian::Document document = database.get_document(*it);
    add(document.get_data());
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      add(*term + std::to_string(term.get_wdf()));
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      add(std::to_string(value.get_valueno()) + *value);
    }
  }
  return text;
}

/// Replaces, adds and removes the same in a database however it was made.
void change(const std::filesystem::path& folder, const std::vector<RandomDocument>& documents,
            Random random) {
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_OPEN);
  for (int i = 0; i < 60; ++i) {
    const std::uint32_t number =
        documents[random.below(static_cast<std::uint32_t>(documents.size()))].number;
    const RandomDocument& other =
        documents[random.below(static_cast<std::uint32_t>(documents.size()))];
    if (random.below(3) == 0) {
      try {
        database.delete_document(number);
      } catch (const Xapian::DocNotFoundError&) {
        database.add_document(to_document(other));
      }
    } else {
      database.replace_document(number, to_document(other));
    }
    if (i % 20 == 0) {
      database.commit();
    }
  }
  database.commit();
}

std::size_t errors_in(const std::filesystem::path& folder) {
  return Xapian::Database::check(folder.string(), 0, nullptr);
}

TEST_CASE("a database built in bulk is what Xapian would have written, and can be written on") {
  for (unsigned seed = 1; seed <= 6; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const test::TempFolder folder;
    const auto documents = random_documents(random, seed * seed * 20);
    const auto bulk = folder.path() / "bulk";
    const auto api = folder.path() / "api";
    build_in_bulk(bulk, documents, random);
    build_by_xapian(api, documents);
    // Xapian's checker takes positions without any weight for an error, whoever wrote them.
    CHECK(errors_in(bulk) == errors_in(api));
    CHECK((dump(bulk) == dump(api)));
    change(bulk, documents, random);
    change(api, documents, random);
    CHECK(errors_in(bulk) == errors_in(api));
    CHECK((dump(bulk) == dump(api)));
  }
}

TEST_CASE("one document without anything is a database too") {
  const test::TempFolder folder;
  BatchEncoder encoder;
  encoder.add(7, {}, {}, {});
  DatabaseBuilder builder(folder.path(), 0);
  builder.add(encoder.finish());
  builder.finish(1);
  const Xapian::Database database(folder.path().string());
  CHECK(database.get_doccount() == 1);
  CHECK(database.get_lastdocid() == 7);
  CHECK(database.get_document(7).get_data().empty());
  CHECK(errors_in(folder.path()) == 0);
}

}  // namespace
}  // namespace dateline

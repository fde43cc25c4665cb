// SQLite FTS5, through its own library.
#include <sqlite3.h>

#include <memory>
#include <unordered_map>

#include "bench/peers/driver.h"
#include "common/error.h"

namespace dateline {

namespace {

using Database = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;
using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

void check(sqlite3* database, int result) {
  if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW) {
    throw Error(std::string("SQLite: ") + sqlite3_errmsg(database));
  }
}

void execute(sqlite3* database, const char* sql) {
  check(database, sqlite3_exec(database, sql, nullptr, nullptr, nullptr));
}

/// With as large a cache as Lucene and Sphinx have a buffer; it is counted in units of 1024 bytes.
Database open_database(const std::filesystem::path& folder) {
  sqlite3* database = nullptr;
  const int result = sqlite3_open((folder / "news.sqlite").c_str(), &database);
  Database owned(database, sqlite3_close);
  check(database, result);
  execute(database, "PRAGMA cache_size = -262144");
  return owned;
}

Statement prepare_statement(sqlite3* database, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  check(database, sqlite3_prepare_v2(database, sql, -1, &statement, nullptr));
  return {statement, sqlite3_finalize};
}

/// The bytes stay with the caller until the statement is reset.
void bind_text(sqlite3_stmt* statement, int place, std::string_view text) {
  sqlite3_bind_text(statement, place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

std::string text_at(sqlite3_stmt* statement, int column) {
  const void* bytes = sqlite3_column_blob(statement, column);
  return bytes == nullptr
             ? std::string()
             : std::string(static_cast<const char*>(bytes),
                           static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
}

constexpr const char* schema =
    "BEGIN;"
    "CREATE VIRTUAL TABLE news USING fts5(title, text, id UNINDEXED, date UNINDEXED,"
    " tokenize = 'porter unicode61');"
    "CREATE TABLE person(person INTEGER PRIMARY KEY, name TEXT NOT NULL);"
    "CREATE TABLE article_person(article INTEGER, person INTEGER, PRIMARY KEY(article, person))"
    " WITHOUT ROWID;";

/// Fills the tables within the transaction that is open.
class TableWriter {
 public:
  explicit TableWriter(sqlite3* database)
      : database_(database),
        article_(prepare_statement(
            database, "INSERT INTO news(rowid, title, text, id, date) VALUES(?, ?, ?, ?, ?)")),
        person_(prepare_statement(database, "INSERT INTO person VALUES(?, ?)")),
        article_person_(prepare_statement(database, "INSERT INTO article_person VALUES(?, ?)")) {}

  void add(const PeerArticle& article) {
    ++articles_;
    sqlite3_bind_int64(article_.get(), 1, articles_);
    bind_text(article_.get(), 2, article.title);
    bind_text(article_.get(), 3, article.text);
    bind_text(article_.get(), 4, article.id);
    bind_text(article_.get(), 5, article.date);
    step(article_.get());
    for (const std::string_view name : article.people) {
      sqlite3_bind_int64(article_person_.get(), 1, articles_);
      sqlite3_bind_int64(article_person_.get(), 2, number_of(name));
      step(article_person_.get());
    }
  }

 private:
  void step(sqlite3_stmt* statement) {
    check(database_, sqlite3_step(statement));
    sqlite3_reset(statement);
  }

  sqlite3_int64 number_of(std::string_view name) {
    const auto next = static_cast<sqlite3_int64>(people_.size()) + 1;
    const auto [found, is_new] = people_.emplace(name, next);
    if (is_new) {
      sqlite3_bind_int64(person_.get(), 1, next);
      bind_text(person_.get(), 2, name);
      step(person_.get());
    }
    return found->second;
  }

  sqlite3* database_;
  Statement article_;
  Statement person_;
  Statement article_person_;
  sqlite3_int64 articles_ = 0;
  std::unordered_map<std::string, sqlite3_int64> people_;
};

/// In quotes no word is an operator.
std::string join_quoted(const std::string& words, const std::string& operation) {
  return '"' + join_words(words, "\" " + operation + " \"") + '"';
}

class SqliteDriver final : public PeerDriver {
 public:
  std::string version() const override { return std::string("SQLite ") + sqlite3_libversion(); }

  std::string settings() const override {
    return "FTS5, tokenize 'porter unicode61', title and text indexed and stored, people in a "
           "table of their own; all in one transaction; cache_size 256 MB, all other pragmas as "
           "they come; ranked by bm25()";
  }

  void index(const std::filesystem::path& articles, const std::filesystem::path& folder) override {
    const Database database = open_database(folder);
    execute(database.get(), schema);
    {
      TableWriter writer(database.get());
      ArticleLines lines(articles);
      for (PeerArticle article; lines.next(article);) {
        writer.add(article);
      }
    }
    execute(database.get(), "COMMIT");
  }

  void open(const std::filesystem::path& folder) override {
    database_ = open_database(folder);
    const auto prepared = [this](const char* sql) {
      return prepare_statement(database_.get(), sql);
    };
    top_ten_ = prepared("SELECT id, title FROM news WHERE news MATCH ? ORDER BY rank LIMIT ?");
    snippets_ = prepared(
        "SELECT id, title, snippet(news, 1, '<b>', '</b>', '...', 32) FROM news"
        " WHERE news MATCH ? ORDER BY rank LIMIT ?");
    facet_ = prepared(
        "SELECT name, uses FROM (SELECT person, count(*) AS uses FROM news JOIN article_person"
        " ON article = news.rowid WHERE news MATCH ? GROUP BY person ORDER BY uses DESC LIMIT ?)"
        " JOIN person USING (person) ORDER BY uses DESC");
    count_ = prepared("SELECT count(*) FROM news WHERE news MATCH ?");
  }

  PeerAnswer ask(Question question, const PeerQuery& query) override {
    const bool is_snippet = question == Question::Snippets;
    PeerAnswer answer;
    answer.hits =
        read_rows(is_snippet ? snippets_.get() : top_ten_.get(), to_match(question, query), 10)
            .size();
    if (question == Question::Facet) {
      answer.facet_counts = sum_facet(to_match(question, query));
    }
    return answer;
  }

  std::size_t count(const std::string& words) override {
    const std::string match = join_quoted(words, "OR");
    bind_text(count_.get(), 1, match);
    check(database_.get(), sqlite3_step(count_.get()));
    const auto articles = static_cast<std::size_t>(sqlite3_column_int64(count_.get(), 0));
    sqlite3_reset(count_.get());
    return articles;
  }

  std::vector<std::string> rank(const std::string& words, std::size_t limit) override {
    return read_rows(top_ten_.get(), join_quoted(words, "OR"), limit);
  }

 private:
  static std::string to_match(Question question, const PeerQuery& query) {
    switch (question) {
      case Question::And: return join_quoted(query.words, "AND");
      case Question::Phrase: return '"' + query.phrase + '"';
      default: return join_quoted(query.words, "OR");
    }
  }

  /// The first column of all rows; the others are read as well.
  std::vector<std::string> read_rows(sqlite3_stmt* statement, const std::string& match,
                                     std::size_t limit) {
    bind_text(statement, 1, match);
    sqlite3_bind_int64(statement, 2, static_cast<sqlite3_int64>(limit));
    std::vector<std::string> ids;
    int result = SQLITE_ROW;
    while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
      ids.push_back(text_at(statement, 0));
      for (int column = 1; column < sqlite3_column_count(statement); ++column) {
        text_at(statement, column);
      }
    }
    check(database_.get(), result);
    sqlite3_reset(statement);
    return ids;
  }

  std::size_t sum_facet(const std::string& match) {
    bind_text(facet_.get(), 1, match);
    sqlite3_bind_int64(facet_.get(), 2, hits_shown);
    std::size_t sum = 0;
    int result = SQLITE_ROW;
    while ((result = sqlite3_step(facet_.get())) == SQLITE_ROW) {
      text_at(facet_.get(), 0);
      sum += static_cast<std::size_t>(sqlite3_column_int64(facet_.get(), 1));
    }
    check(database_.get(), result);
    sqlite3_reset(facet_.get());
    return sum;
  }

  Database database_{nullptr, sqlite3_close};
  Statement top_ten_{nullptr, sqlite3_finalize};
  Statement snippets_{nullptr, sqlite3_finalize};
  Statement facet_{nullptr, sqlite3_finalize};
  Statement count_{nullptr, sqlite3_finalize};
};

}  // namespace

}  // namespace dateline

int main(int argc, char** argv) {
  dateline::SqliteDriver driver;
  return dateline::run_driver(driver, argc, argv);
}

// Sphinx: its programs `indexer` and `searchd`, asked in SphinxQL over a socket in the folder.
#include <mysql.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <memory>
#include <unordered_map>

#include "bench/peers/driver.h"
#include "bench/peers/drivers/server.h"
#include "common/error.h"

namespace dateline {

namespace {

using Connection = std::unique_ptr<MYSQL, decltype(&mysql_close)>;
using Rows = std::unique_ptr<MYSQL_RES, decltype(&mysql_free_result)>;

/// The programs are started in the folder. Sphinx asks for the whole name of a socket, and the
/// system for a short one: this is both, however deep the folder lies.
constexpr const char* socket_name = "/proc/self/cwd/searchd.sock";

constexpr const char* configuration =
    "source news {\n"
    "  type = tsvpipe\n"
    "  tsvpipe_command = cat ../sphinx.articles\n"
    "  tsvpipe_field_string = title\n"
    "  tsvpipe_field = text\n"
    "  tsvpipe_attr_string = article\n"
    "  tsvpipe_attr_string = published\n"
    "  tsvpipe_attr_multi = people\n"
    "}\n"
    "index news {\n"
    "  source = news\n"
    "  path = news\n"
    "  morphology = stem_en\n"
    "}\n"
    "indexer {\n"
    "  mem_limit = 256M\n"
    "}\n"
    "searchd {\n"
    "  listen = /proc/self/cwd/searchd.sock:mysql41\n"
    "  pid_file = searchd.pid\n"
    "  log = searchd.log\n"
    "  binlog_path =\n"
    "}\n";

/// The facet has numbers for values, so the names are kept beside, a line each.
void number_people(const std::filesystem::path& articles, const std::filesystem::path& numbered,
                   const std::filesystem::path& names) {
  std::unordered_map<std::string, std::size_t> numbers;
  std::ofstream out(numbered, std::ios::binary);
  std::ofstream names_out(names, std::ios::binary);
  ArticleLines lines(articles);
  std::size_t number = 0;
  for (PeerArticle article; lines.next(article);) {
    out << ++number << '\t' << article.title << '\t' << article.text << '\t' << article.id << '\t'
        << article.date << '\t';
    for (std::size_t i = 0; i < article.people.size(); ++i) {
      const auto [found, is_new] = numbers.emplace(article.people[i], numbers.size() + 1);
      if (is_new) {
        names_out << found->first << '\n';
      }
      out << (i == 0 ? "" : ",") << found->second;
    }
    out << '\n';
  }
  if (!out.flush() || !names_out.flush()) {
    throw Error("cannot write " + numbered.string());
  }
}

class SphinxDriver final : public PeerDriver {
 public:
  /// The programs begin whatever they say with "Sphinx " and the version.
  std::string version() const override {
    run_to_end({.command = {"searchd", "--help"}, .messages = "version"});
    std::string line;
    std::getline(std::ifstream("version"), line);
    return line.substr(0, line.find(" ("));
  }

  std::string settings() const override {
    return "indexer from a tsvpipe, morphology stem_en, dict keywords, mem_limit 256 MB; no "
           "stored text, titles and ids as attributes, people as a multi-valued attribute; searchd "
           "over a Unix socket, max_matches of the facet as many as there are people; "
           "topics by ranker bm25, all else by proximity_bm25, the default";
  }

  void prepare(const std::filesystem::path& articles,
               const std::filesystem::path& folder) override {
    number_people(articles, folder / "../sphinx.articles", folder / "people");
    std::ofstream(folder / "sphinx.conf") << configuration;
    enter(folder);
  }

  void index(const std::filesystem::path& /*articles*/,
             const std::filesystem::path& /*folder*/) override {
    run_to_end({.command = {"indexer", "--config", "sphinx.conf", "--quiet", "news"},
                .messages = "indexer.messages"});
    if (!std::filesystem::exists("news.sph")) {
      throw Error("indexer: " + last_messages("indexer.messages"));
    }
  }

  void finish() override {
    connection_.reset();
    server_.stop();
    std::filesystem::remove("../sphinx.articles");
  }

  void open(const std::filesystem::path& folder) override {
    enter(folder);
    read_names();
    server_.start({.command = {"searchd", "--config", "sphinx.conf", "--nodetach"},
                   .messages = "searchd.messages"},
                  [this] { return connect(); });
  }

  /// Snippets would need the text from elsewhere.
  bool can_answer(Question question) const override { return question != Question::Snippets; }

  PeerAnswer ask(Question question, const PeerQuery& query) override {
    const std::string match = to_match(question, query);
    PeerAnswer answer;
    const Rows hits =
        ask_rows("SELECT article, title FROM news WHERE MATCH('" + match + "') LIMIT 10");
    answer.hits = mysql_num_rows(hits.get());
    if (question == Question::Facet) {
      const Rows people = ask_rows(
          "SELECT GROUPBY() AS person, COUNT(*) AS uses FROM news WHERE MATCH('" + match +
          "') GROUP BY people ORDER BY uses DESC LIMIT 10 OPTION ranker=none, max_matches=" +
          std::to_string(names_.size() + 1));
      while (MYSQL_ROW row = mysql_fetch_row(people.get())) {
        answer.facet_counts += std::stoull(row[1]);
      }
    }
    return answer;
  }

  std::size_t count(const std::string& words) override {
    const Rows rows = ask_rows("SELECT COUNT(*) FROM news WHERE MATCH('" +
                               join_words(words, " | ") + "') OPTION ranker=none");
    MYSQL_ROW row = mysql_fetch_row(rows.get());
    return row == nullptr ? 0 : std::stoull(row[0]);
  }

  std::vector<std::string> rank(const std::string& words, std::size_t limit) override {
    const std::string most = std::to_string(limit);
    const Rows rows = ask_rows("SELECT article FROM news WHERE MATCH('" + join_words(words, " | ") +
                               "') LIMIT " + most + " OPTION ranker=bm25, max_matches=" + most);
    std::vector<std::string> ids;
    while (MYSQL_ROW row = mysql_fetch_row(rows.get())) {
      ids.emplace_back(row[0]);
    }
    return ids;
  }

 private:
  static std::string to_match(Question question, const PeerQuery& query) {
    switch (question) {
      case Question::And: return query.words;
      case Question::Phrase: return '"' + query.phrase + '"';
      default: return join_words(query.words, " | ");
    }
  }

  static void enter(const std::filesystem::path& folder) { std::filesystem::current_path(folder); }

  void read_names() {
    std::ifstream names("people");
    for (std::string name; std::getline(names, name);) {
      names_.push_back(name);
    }
  }

  bool connect() {
    connection_.reset(mysql_init(nullptr));
    return mysql_real_connect(connection_.get(), nullptr, nullptr, nullptr, nullptr, 0, socket_name,
                              0) != nullptr;
  }

  Rows ask_rows(const std::string& query) {
    if (mysql_real_query(connection_.get(), query.data(), query.size()) != 0) {
      throw Error(std::string("Sphinx: ") + mysql_error(connection_.get()) + ": " + query);
    }
    return {mysql_store_result(connection_.get()), mysql_free_result};
  }

  Server server_{SIGTERM};
  Connection connection_{nullptr, mysql_close};
  std::vector<std::string> names_;
};

}  // namespace

}  // namespace dateline

int main(int argc, char** argv) {
  dateline::SphinxDriver driver;
  return dateline::run_driver(driver, argc, argv);
}

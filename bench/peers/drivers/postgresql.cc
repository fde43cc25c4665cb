// PostgreSQL: a cluster of its own in the folder, a server of its own, full text in a generated
// column under a GIN index, as its manual shows it.
#include <libpq-fe.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <memory>
#include <optional>

#include "bench/peers/driver.h"
#include "bench/peers/drivers/server.h"
#include "common/error.h"

namespace dateline {

namespace {

using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

constexpr const char* schema =
    "CREATE TABLE articles(id text, published date, title text, body text, people text[],"
    " words tsvector GENERATED ALWAYS AS (to_tsvector('english', title || ' ' || body)) STORED)";

/// The folder of the newest server that Debian has installed, or empty where $PATH shall decide.
std::filesystem::path find_programs() {
  const std::filesystem::path all = "/usr/lib/postgresql";
  std::filesystem::path newest;
  int newest_version = 0;
  if (std::filesystem::is_directory(all)) {
    for (const auto& entry : std::filesystem::directory_iterator(all)) {
      const int version = std::atoi(entry.path().filename().c_str());
      if (version > newest_version && std::filesystem::exists(entry.path() / "bin/postgres")) {
        newest_version = version;
        newest = entry.path() / "bin";
      }
    }
  }
  return newest;
}

/// The server refuses to run as root, so root runs it as the user that its package made.
std::string server_user() {
  return ::geteuid() == 0 ? "postgres" : "";
}

std::string own_user() {
  const passwd* user = getpwuid(::geteuid());
  return user == nullptr ? "postgres" : user->pw_name;
}

/// A field of COPY in text format, where only a backslash says more than itself.
std::string escape_copy(std::string_view field) {
  std::string escaped;
  for (std::size_t at = 0; at < field.size();) {
    const std::size_t end = std::min(field.find('\\', at), field.size());
    escaped.append(field.substr(at, end - at)).append(end < field.size() ? "\\\\" : "");
    at = end + 1;
  }
  return escaped;
}

/// {"Ann","Bob"}
std::string to_array(const std::vector<std::string_view>& names) {
  std::string array = "{";
  for (const std::string_view name : names) {
    array += array.size() == 1 ? "\"" : ",\"";
    for (const char c : name) {
      if (c == '"' || c == '\\') {
        array += '\\';
      }
      array += c;
    }
    array += '"';
  }
  return array + '}';
}

std::string to_copy_line(const PeerArticle& article) {
  std::string line = escape_copy(article.id);
  line.append("\t").append(article.date.empty() ? "\\N" : article.date);
  line.append("\t").append(escape_copy(article.title));
  line.append("\t").append(escape_copy(article.text));
  line.append("\t").append(escape_copy(to_array(article.people))).append("\n");
  return line;
}

class PostgresqlDriver final : public PeerDriver {
 public:
  std::string version() const override {
    return "PostgreSQL " + std::to_string(server_version_ / 10000) + '.' +
           std::to_string(server_version_ % 10000);
  }

  std::string settings() const override {
    return "to_tsvector('english') of title and text in a stored generated column, COPY FREEZE, "
           "then a GIN index and ANALYZE; shared_buffers 1GB, maintenance_work_mem 512MB, "
           "wal_level "
           "minimal and max_wal_size 4GB as its manual has it for filling a database; no parallel "
           "queries; ts_rank, ts_headline; size is that of the table with its index";
  }

  void prepare(const std::filesystem::path& /*articles*/,
               const std::filesystem::path& folder) override {
    make_cluster(folder);
    start_server(folder);
  }

  void index(const std::filesystem::path& articles,
             const std::filesystem::path& /*folder*/) override {
    execute("BEGIN");
    execute(schema);
    copy(articles);
    execute("CREATE INDEX ON articles USING gin(words)");
    execute("COMMIT");
    execute("ANALYZE articles");
  }

  std::uint64_t index_bytes(const std::filesystem::path& /*folder*/) override {
    const Result result = ask_rows("SELECT pg_total_relation_size('articles')", std::nullopt);
    return std::stoull(PQgetvalue(result.get(), 0, 0));
  }

  void open(const std::filesystem::path& folder) override { start_server(folder); }

  void finish() override {
    connection_.reset();
    server_.stop();
  }

  PeerAnswer ask(Question question, const PeerQuery& query) override {
    const std::string text = to_query(question, query);
    const Result top = ask_rows(question == Question::Snippets ? snippets_sql : top_ten_sql, text);
    PeerAnswer answer{static_cast<std::size_t>(PQntuples(top.get())), 0};
    if (question == Question::Facet) {
      const Result people = ask_rows(facet_sql, text);
      for (int row = 0; row < PQntuples(people.get()); ++row) {
        answer.facet_counts += std::stoull(PQgetvalue(people.get(), row, 1));
      }
    }
    return answer;
  }

  std::size_t count(const std::string& words) override {
    const Result result =
        ask_rows("SELECT count(*) FROM articles WHERE words @@ to_tsquery('english', $1)",
                 join_words(words, " | "));
    return std::stoull(PQgetvalue(result.get(), 0, 0));
  }

  std::vector<std::string> rank(const std::string& words, std::size_t limit) override {
    const std::string sql =
        "SELECT id FROM articles, to_tsquery('english', $1) q WHERE words @@ q"
        " ORDER BY ts_rank(words, q) DESC LIMIT " +
        std::to_string(limit);
    const Result result = ask_rows(sql.c_str(), join_words(words, " | "));
    std::vector<std::string> ids;
    ids.reserve(static_cast<std::size_t>(PQntuples(result.get())));
    for (int row = 0; row < PQntuples(result.get()); ++row) {
      ids.emplace_back(PQgetvalue(result.get(), row, 0));
    }
    return ids;
  }

 private:
  static constexpr const char* top_ten_sql =
      "SELECT id, title FROM articles, to_tsquery('english', $1) q WHERE words @@ q"
      " ORDER BY ts_rank(words, q) DESC LIMIT 10";
  static constexpr const char* snippets_sql =
      "SELECT id, title, ts_headline('english', body, q) FROM (SELECT id, title, body, q"
      " FROM articles, to_tsquery('english', $1) q WHERE words @@ q"
      " ORDER BY ts_rank(words, q) DESC LIMIT 10) best";
  static constexpr const char* facet_sql =
      "SELECT person, count(*) FROM articles, unnest(people) person"
      " WHERE words @@ to_tsquery('english', $1) GROUP BY person ORDER BY 2 DESC LIMIT 10";

  static std::string to_query(Question question, const PeerQuery& query) {
    switch (question) {
      case Question::And: return join_words(query.words, " & ");
      case Question::Phrase: return join_words(query.phrase, " <-> ");
      default: return join_words(query.words, " | ");
    }
  }

  static std::string program(const char* name) { return (find_programs() / name).string(); }

  static void make_cluster(const std::filesystem::path& folder) {
    const std::filesystem::path cluster = folder / "cluster";
    std::filesystem::create_directory(cluster);
    if (const std::string user = server_user(); !user.empty()) {
      const passwd* entry = getpwnam(user.c_str());
      if (entry == nullptr || ::chown(cluster.c_str(), entry->pw_uid, entry->pw_gid) != 0) {
        throw Error("the folder of the server cannot be given to the user " + user);
      }
    }
    run_to_end(
        {.command = {program("initdb"), "--pgdata", cluster.string(), "--username", own_user(),
                     "--auth", "peer", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"},
         .messages = folder / "initdb.messages",
         .user = server_user()});
  }

  /// The socket has a name and no file, so the folder may be as deep as it likes.
  void start_server(const std::filesystem::path& folder) {
    const std::string socket = "@dateline-peer-" + std::to_string(::getpid());
    const ProgramStart start{
        .command = {program("postgres"), "-D", (folder / "cluster").string(), "-c",
                    "listen_addresses=", "-c", "unix_socket_directories=" + socket, "-c",
                    "shared_buffers=1GB", "-c", "maintenance_work_mem=512MB", "-c",
                    "wal_level=minimal", "-c", "max_wal_senders=0", "-c", "max_wal_size=4GB", "-c",
                    "max_parallel_workers_per_gather=0"},
        .messages = folder / "server.messages",
        .end_signal = SIGQUIT,
        .user = server_user()};
    server_.start(start, [&] { return connect(socket); });
  }

  bool connect(const std::string& socket) {
    const std::string where = "host=" + socket + " dbname=postgres user=" + own_user() +
                              " options='-c client_min_messages=error'";
    connection_.reset(PQconnectdb(where.c_str()));
    server_version_ = PQserverVersion(connection_.get());
    return PQstatus(connection_.get()) == CONNECTION_OK;
  }

  void throw_message() const {
    throw Error(std::string("PostgreSQL: ") + PQerrorMessage(connection_.get()));
  }

  void execute(const char* sql) {
    const Result result(PQexec(connection_.get(), sql), PQclear);
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) {
      throw_message();
    }
  }

  /// Without a parameter there is no $1 in the text.
  Result ask_rows(const char* sql, const std::optional<std::string>& parameter) {
    const char* value = parameter ? parameter->c_str() : nullptr;
    Result result(PQexecParams(connection_.get(), sql, parameter ? 1 : 0, nullptr, &value, nullptr,
                               nullptr, 0),
                  PQclear);
    if (PQresultStatus(result.get()) != PGRES_TUPLES_OK) {
      throw_message();
    }
    return result;
  }

  void copy(const std::filesystem::path& articles) {
    const Result begun(PQexec(connection_.get(),
                              "COPY articles(id, published, title, body, people) FROM STDIN"
                              " WITH (FREEZE)"),
                       PQclear);
    if (PQresultStatus(begun.get()) != PGRES_COPY_IN) {
      throw_message();
    }
    ArticleLines lines(articles);
    for (PeerArticle article; lines.next(article);) {
      const std::string line = to_copy_line(article);
      if (PQputCopyData(connection_.get(), line.data(), static_cast<int>(line.size())) != 1) {
        throw_message();
      }
    }
    PQputCopyEnd(connection_.get(), nullptr);
    const Result ended(PQgetResult(connection_.get()), PQclear);
    if (PQresultStatus(ended.get()) != PGRES_COMMAND_OK) {
      throw_message();
    }
    // The end of the command is a result of its own.
    const Result nothing(PQgetResult(connection_.get()), PQclear);
  }

  Server server_{SIGINT};
  Connection connection_{nullptr, PQfinish};
  int server_version_ = 0;
};

}  // namespace

}  // namespace dateline

int main(int argc, char** argv) {
  dateline::PostgresqlDriver driver;
  return dateline::run_driver(driver, argc, argv);
}

// Groonga, through its own library: columns are filled one by one, questions are its commands.
#include <groonga.h>

#include <exception>
#include <iostream>
#include <nlohmann/json.hpp>

#include "bench/peers/driver.h"
#include "common/error.h"

namespace dateline {

namespace {

using Json = nlohmann::json;

/// The library, and a database in it.
class Groonga {
 public:
  Groonga() {
    if (grn_init() != GRN_SUCCESS) {
      throw Error("Groonga cannot be started");
    }
    grn_ctx_init(&context_, 0);
  }
  ~Groonga() {
    close();
    grn_ctx_fin(&context_);
    grn_fin();
  }
  Groonga(const Groonga&) = delete;
  Groonga& operator=(const Groonga&) = delete;

  grn_ctx* context() { return &context_; }

  void create(const std::filesystem::path& file) {
    database_ = grn_db_create(&context_, file.c_str(), nullptr);
    check();
  }

  void open(const std::filesystem::path& file) {
    database_ = grn_db_open(&context_, file.c_str());
    check();
  }

  void close() {
    if (database_ != nullptr) {
      grn_obj_close(&context_, database_);
      database_ = nullptr;
    }
  }

  void check() const {
    if (context_.rc != GRN_SUCCESS) {
      throw Error(std::string("Groonga: ") + context_.errbuf);
    }
  }

  /// The answer to a command, in JSON.
  std::string send(const std::string& command) {
    grn_ctx_send(&context_, command.data(), static_cast<unsigned>(command.size()), 0);
    if (context_.rc != GRN_SUCCESS) {
      throw Error(std::string("Groonga: ") + context_.errbuf + ": " + command);
    }
    char* answer = nullptr;
    unsigned length = 0;
    int flags = 0;
    grn_ctx_recv(&context_, &answer, &length, &flags);
    check();
    return {answer, length};
  }

  grn_obj* find(const std::string& name) {
    grn_obj* object = grn_ctx_get(&context_, name.data(), static_cast<int>(name.size()));
    if (object == nullptr) {
      throw Error("Groonga has no " + name);
    }
    return object;
  }

 private:
  grn_ctx context_{};
  grn_obj* database_ = nullptr;
};

constexpr std::array tables = {
    "plugin_register token_filters/stem",
    "table_create People TABLE_HASH_KEY ShortText",
    "table_create Articles TABLE_HASH_KEY ShortText",
    "column_create Articles date COLUMN_SCALAR ShortText",
    "column_create Articles title COLUMN_SCALAR Text",
    "column_create Articles text COLUMN_SCALAR LongText",
    "column_create Articles people COLUMN_VECTOR People",
    "table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram"
    " --normalizer NormalizerAuto --token_filters TokenFilterStem",
};

constexpr const char* index_command =
    "column_create Terms articles COLUMN_INDEX|WITH_POSITION|WITH_SECTION Articles title,text";

/// Fills the columns of the table of articles.
class ColumnWriter {
 public:
  explicit ColumnWriter(Groonga& groonga)
      : groonga_(groonga),
        articles_(groonga.find("Articles")),
        date_(groonga.find("Articles.date")),
        title_(groonga.find("Articles.title")),
        text_(groonga.find("Articles.text")),
        people_column_(groonga.find("Articles.people")),
        people_(groonga.find("People")) {
    GRN_RECORD_INIT(&names_, GRN_OBJ_VECTOR, grn_obj_id(groonga.context(), people_));
  }
  ~ColumnWriter() { GRN_OBJ_FIN(groonga_.context(), &names_); }
  ColumnWriter(const ColumnWriter&) = delete;
  ColumnWriter& operator=(const ColumnWriter&) = delete;

  void add(const PeerArticle& article) {
    const grn_id id = add_key(articles_, article.id);
    set(date_, id, article.date, GRN_DB_SHORT_TEXT);
    set(title_, id, article.title, GRN_DB_TEXT);
    set(text_, id, article.text, GRN_DB_LONG_TEXT);
    GRN_BULK_REWIND(&names_);
    for (const std::string_view name : article.people) {
      GRN_RECORD_PUT(groonga_.context(), &names_, add_key(people_, name));
    }
    grn_obj_set_value(groonga_.context(), people_column_, id, &names_, GRN_OBJ_SET);
    groonga_.check();
  }

 private:
  grn_id add_key(grn_obj* table, std::string_view key) {
    return grn_table_add(groonga_.context(), table, key.data(), static_cast<unsigned>(key.size()),
                         nullptr);
  }

  void set(grn_obj* column, grn_id id, std::string_view text, grn_builtin_type type) {
    grn_obj value;
    GRN_VALUE_VAR_SIZE_INIT(&value, 0, type);
    grn_bulk_write(groonga_.context(), &value, text.data(), text.size());
    grn_obj_set_value(groonga_.context(), column, id, &value, GRN_OBJ_SET);
    GRN_OBJ_FIN(groonga_.context(), &value);
  }

  Groonga& groonga_;
  grn_obj* articles_;
  grn_obj* date_;
  grn_obj* title_;
  grn_obj* text_;
  grn_obj* people_column_;
  grn_obj* people_;
  grn_obj names_{};
};

std::string join_or(const std::string& words) {
  return join_words(words, " OR ");
}

class GroongaDriver final : public PeerDriver {
 public:
  std::string version() const override { return std::string("Groonga ") + grn_get_version(); }

  std::string settings() const override {
    return "TokenBigram (words of letters stay whole), NormalizerAuto, TokenFilterStem; title and "
           "text in one index with positions and sections, made after the columns were filled; "
           "scored by term frequency as it comes, topics by scorer_tf_idf; drilldown; snippet_html";
  }

  void index(const std::filesystem::path& articles, const std::filesystem::path& folder) override {
    Groonga groonga;
    groonga.create(folder / "news.grn");
    for (const char* command : tables) {
      groonga.send(command);
    }
    {
      ColumnWriter writer(groonga);
      ArticleLines lines(articles);
      for (PeerArticle article; lines.next(article);) {
        writer.add(article);
      }
    }
    groonga.send(index_command);
    groonga.close();
  }

  void open(const std::filesystem::path& folder) override { groonga_.open(folder / "news.grn"); }

  PeerAnswer ask(Question question, const PeerQuery& query) override {
    const bool has_snippets = question == Question::Snippets;
    std::string command = select(to_query(question, query)) + " --sort_keys -_score --limit 10" +
                          " --output_columns '_key,title" +
                          (has_snippets ? ",snippet_html(text)'" : "'");
    if (question == Question::Facet) {
      command += " --drilldown people --drilldown_sort_keys -_nsubrecs --drilldown_limit 10";
    }
    const Json answer = Json::parse(groonga_.send(command));
    PeerAnswer result;
    // The number of matches and the names of the columns stand before the rows.
    result.hits = answer.at(0).size() - 2;
    for (std::size_t row = 2; question == Question::Facet && row < answer.at(1).size(); ++row) {
      result.facet_counts += answer[1][row].at(1).get<std::size_t>();
    }
    return result;
  }

  std::size_t count(const std::string& words) override {
    const std::string command = select(join_or(words)) + " --limit 0 --output_columns _id";
    return Json::parse(groonga_.send(command)).at(0).at(0).at(0).get<std::size_t>();
  }

  std::vector<std::string> rank(const std::string& words, std::size_t limit) override {
    const std::string command =
        "select Articles --cache no --match_columns 'scorer_tf_idf(title)||scorer_tf_idf(text)'"
        " --query \"" +
        join_or(words) + "\" --sort_keys -_score --output_columns _key --limit " +
        std::to_string(limit);
    const Json answer = Json::parse(groonga_.send(command));
    std::vector<std::string> ids;
    for (std::size_t row = 2; row < answer.at(0).size(); ++row) {
      ids.push_back(answer[0][row].at(0).get<std::string>());
    }
    return ids;
  }

 private:
  static std::string select(const std::string& query) {
    return "select Articles --command_version 2 --cache no --match_columns title||text --query \"" +
           query + '"';
  }

  static std::string to_query(Question question, const PeerQuery& query) {
    switch (question) {
      case Question::And: return query.words;
      case Question::Phrase: return "\\\"" + query.phrase + "\\\"";
      default: return join_or(query.words);
    }
  }

  Groonga groonga_;
};

}  // namespace

}  // namespace dateline

int main(int argc, char** argv) {
  try {
    dateline::GroongaDriver driver;
    return dateline::run_driver(driver, argc, argv);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}

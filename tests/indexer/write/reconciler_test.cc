// Who is who: every rule of identity, on an archive of a few articles.
#include "indexer/write/reconciler.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/write/article_record.h"
#include "tests/support/temp_folder.h"

namespace dateline {
namespace {

/// A database in memory, filled as a writer fills it.
class SmallArchive {
 public:
  SmallArchive() : database_("", Xapian::DB_BACKEND_INMEMORY) {}

  void add(const Article& article) {
    AnalyzedArticle analyzed;
    analyzed.article = article;
    database_.add_document(to_document(to_record(analyzed, read_digest(article, "rules"))));
  }

  const Xapian::Database& database() const { return database_; }

 private:
  Xapian::WritableDatabase database_;
};

Article article_of(std::string_view id, const std::filesystem::path& path, std::string_view text,
                   std::string_view record = "") {
  Article article;
  article.id = id;
  article.origin = {path.string(), std::string(record)};
  article.text = text;
  article.language = "en";
  return article;
}

std::string to_string(const Decision& decision) {
  const char* const kinds[] = {"add", "update", "unchanged", "refuse"};
  return std::string(kinds[static_cast<int>(decision.kind)]) +
         (decision.document == 0 ? "" : " " + std::to_string(decision.document)) +
         (decision.conflict.empty() ? "" : " !");
}

std::vector<std::uint32_t> documents_of(const std::vector<Reconciler::Place>& places) {
  std::vector<std::uint32_t> documents;
  for (const Reconciler::Place& place : places) {
    documents.push_back(place.document);
  }
  return documents;
}

class Run {
 public:
  explicit Run(const SmallArchive& archive) : reconciler_(archive.database(), "rules") {}

  std::string decide(Article article) { return to_string(reconciler_.decide(article)); }
  Reconciler& reconciler() { return reconciler_; }

 private:
  Reconciler reconciler_;
};

TEST_CASE("an article is new, unchanged or changed by its content") {
  const test::TempFolder folder;
  const auto file = folder.write("a.txt", "");
  SmallArchive archive;
  archive.add(article_of("a", file, "old"));
  CHECK(Run(archive).decide(article_of("a", file, "old")) == "unchanged 1");
  CHECK(Run(archive).decide(article_of("a", file, "new")) == "update 1");
  CHECK(Run(archive).decide(article_of("b", folder.path() / "b.txt", "old")) == "add");
}

TEST_CASE("with another model every article has changed") {
  SmallArchive archive;
  archive.add(article_of("a", "/a", "old"));
  Reconciler reconciler(archive.database(), "another model");
  Article article = article_of("a", "/a", "old");
  CHECK(reconciler.decide(article).kind == Decision::Kind::Update);
}

TEST_CASE("a known origin keeps its id, whatever path it was reached by") {
  const test::TempFolder folder;
  const auto file = folder.write("march/a.txt", "");
  SmallArchive archive;
  archive.add(article_of("march/a", file, "old"));
  Reconciler reconciler(archive.database(), "rules");
  Article article = article_of("a", file, "old");
  CHECK(reconciler.decide(article).kind == Decision::Kind::Unchanged);
  CHECK(article.id == "march/a");
}

TEST_CASE("an id twice in one run stays with the first") {
  const SmallArchive archive;
  Run run(archive);
  CHECK(run.decide(article_of("a", "/one", "x")) == "add");
  CHECK(run.decide(article_of("a", "/two", "y")) == "refuse !");
  CHECK(run.decide(article_of("a", "/two", "y")) == "refuse !");
}

TEST_CASE("an id passes on when its file is gone") {
  const test::TempFolder folder;
  SmallArchive archive;
  archive.add(article_of("a", folder.path() / "gone.txt", "old"));
  CHECK(Run(archive).decide(article_of("a", folder.path() / "new.txt", "old")) == "update 1");
}

TEST_CASE("of two files that exist, the one first in the order of paths has the id") {
  const test::TempFolder folder;
  const auto middle = folder.write("m.txt", "");
  SmallArchive archive;
  archive.add(article_of("a", middle, "old"));
  CHECK(Run(archive).decide(article_of("a", folder.path() / "z.txt", "x")) == "refuse !");
  CHECK(Run(archive).decide(article_of("a", folder.path() / "b.txt", "x")) == "update 1 !");
  CHECK(Run(archive).decide(article_of("a", "-", "x")) == "refuse !");
}

TEST_CASE("an id passes on when its file was read to its end without it") {
  const test::TempFolder folder;
  const auto wire = folder.write("a.jsonl", "");
  SmallArchive archive;
  archive.add(article_of("w1", wire, "old", "w1"));
  const Article moved = article_of("w1", folder.path() / "b.jsonl", "old", "w1");
  {
    Run run(archive);
    run.reconciler().expect_file(wire.string());
    CHECK(run.decide(moved) == "refuse !");  // it could not be read to its end
  }
  Run run(archive);
  run.reconciler().expect_file(wire.string());
  run.reconciler().finish_file(wire.string());
  CHECK(run.decide(moved) == "update 1");
}

TEST_CASE("what came from standard input is always gone") {
  SmallArchive archive;
  archive.add(article_of("a", "-", "old", "a"));
  CHECK(Run(archive).decide(article_of("a", "/new.txt", "old")) == "update 1");
  CHECK(Run(archive).decide(article_of("a", "-", "new", "a")) == "update 1");
}

TEST_CASE("pruning takes what is gone from under a root, and nothing else") {
  const test::TempFolder folder;
  const auto kept = folder.write("news/kept.txt", "");
  const auto wire = folder.write("news/wire.jsonl", "");
  const auto broken = folder.write("news/broken.jsonl", "");
  SmallArchive archive;
  archive.add(article_of("kept", kept, ""));                                       // 1
  archive.add(article_of("gone", folder.path() / "news/gone.txt", ""));            // 2
  archive.add(article_of("elsewhere", folder.path() / "newspaper/gone.txt", ""));  // 3
  archive.add(article_of("w1", wire, "", "w1"));                                   // 4
  archive.add(article_of("w2", wire, "", "w2"));                                   // 5
  archive.add(article_of("b1", broken, "", "b1"));                                 // 6
  archive.add(article_of("stdin", "-", "", "stdin"));                              // 7
  Run run(archive);
  for (const auto& file : {kept, wire, broken}) {
    run.reconciler().expect_file(file.string());
  }
  run.decide(article_of("kept", kept, ""));
  run.decide(article_of("w2", wire, "", "w2"));
  run.reconciler().finish_file(wire.string());
  using Documents = std::vector<std::uint32_t>;
  CHECK(documents_of(run.reconciler().find_gone({(folder.path() / "news").string()})) ==
        Documents{2, 4});
  CHECK(documents_of(run.reconciler().find_gone({wire.string()})) == Documents{4});
  CHECK(run.reconciler().find_gone({}).empty());
}

}  // namespace
}  // namespace dateline

// Omega's scriptindex: a program to index with. What it makes is a Xapian database, and is asked as
// one.
#include <cstdio>
#include <fstream>
#include <memory>

#include "bench/peers/drivers/xapian_driver.h"
#include "bench/peers/run_program.h"
#include "common/error.h"

namespace dateline {

namespace {

constexpr const char* script =
    "id : boolean=Q field=id\n"
    "date : value=0\n"
    "people : value=1\n"
    "title : index field=title\n"
    "text : index field=text\n";

std::filesystem::path beside(const std::filesystem::path& folder, const char* ending) {
  return folder.string() + ending;
}

/// A line "name=value" for each field, an empty one after each article.
void write_records(const std::filesystem::path& articles, const std::filesystem::path& records) {
  std::ofstream out(records, std::ios::binary);
  ArticleLines lines(articles);
  for (PeerArticle article; lines.next(article);) {
    out << "id=" << article.id << "\ndate=" << article.date << "\npeople=";
    for (std::size_t i = 0; i < article.people.size(); ++i) {
      out << (i == 0 ? "" : "|") << article.people[i];
    }
    out << "\ntitle=" << article.title << "\ntext=" << article.text << "\n\n";
  }
  if (!out.flush()) {
    throw Error("cannot write " + records.string());
  }
}

class OmegaDriver final : public XapianDriver {
 public:
  std::string version() const override { return "Omega with " + XapianDriver::version(); }

  std::string settings() const override {
    return "scriptindex with its defaults (stemmer english); title and text indexed and stored, "
           "people in one slot";
  }

  void prepare(const std::filesystem::path& articles,
               const std::filesystem::path& folder) override {
    write_records(articles, beside(folder, ".records"));
    std::ofstream(beside(folder, ".script")) << script;
  }

  void index(const std::filesystem::path& /*articles*/,
             const std::filesystem::path& folder) override {
    run_to_end(
        {.command = {"scriptindex", database_in(folder).string(),
                     beside(folder, ".script").string(), beside(folder, ".records").string()},
         .messages = beside(folder, ".messages")});
  }
};

}  // namespace

}  // namespace dateline

int main(int argc, char** argv) {
  dateline::OmegaDriver driver;
  return dateline::run_driver(driver, argc, argv);
}

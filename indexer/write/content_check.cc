// One table after the other, so that it can be told which is damaged; what is derived from the
// stored text is added up on all threads, and compared with what the tables add up to.
#include "indexer/write/content_check.h"

#include <xapian.h>

#include <exception>
#include <memory>
#include <new>
#include <optional>
#include <utility>
#include <vector>

#include "common/archive/name_dictionary.h"
#include "common/error.h"
#include "common/ordered_work.h"
#include "indexer/entities/entity_tagger.h"
#include "indexer/write/article_record.h"
#include "indexer/write/derived_check.h"
#include "indexer/write/index_walk.h"

namespace dateline {

namespace {

constexpr const char* version_file = "xapian/iamglass";
constexpr const char* posting_table = "xapian/postlist.glass";
constexpr const char* text_table = "xapian/docdata.glass";
constexpr const char* term_table = "xapian/termlist.glass";
constexpr const char* position_table = "xapian/position.glass";
constexpr const char* names_file = "names.tsv";

class ContentCheck {
 public:
  ContentCheck(const Generation& generation, std::string_view model, unsigned threads,
               const ContentCheckHooks& hooks)
      : generation_(generation), model_(model), threads_(threads), hooks_(hooks) {}

  std::size_t run() {
    // The database before the names, as every reader does it: they are written before.
    if (!step(version_file,
              [this] { database_ = Xapian::Database(generation_.database().string()); })) {
      return 0;
    }
    step(names_file,
         [this] { names_ = NameDictionary::read(generation_.names(), generation_.entities()); });
    step(posting_table, [this] { documents_ = walk_documents(database_); });
    const bool is_derived = step(text_table, [this] { derive_documents(); });
    IndexSums there;
    const bool is_walked = step(posting_table, [&] {
      there = walk_postings(database_, hooks_.on_progress);
      for (std::uint32_t slot = 0; slot < value_slots; ++slot) {
        walk_values(database_, slot, there);
      }
    });
    // The sums tell nothing new of documents that are known to differ.
    if (is_derived && is_walked && !has_damage_) {
      compare(there);
    }
    return documents_.size();
  }

 private:
  struct Item {
    IndexedDocument document;
    DerivedCheck check;
  };

  void read(const char* file) {
    file_ = file;
    hooks_.on_file(file);
  }

  void find(Damage damage) {
    has_damage_ = true;
    hooks_.on_damage(std::move(damage));
  }

  /// False when it could not be done to its end.
  template <typename Call>
  bool step(const char* file, Call call) {
    read(file);
    try {
      call();
      return true;
    } catch (const Xapian::DatabaseModifiedError&) {
      throw;
    } catch (const Xapian::Error& error) {
      find({file_, error.get_msg()});
    } catch (const std::bad_alloc&) {
      find({file_, "reading it asks for more memory than there is"});
    } catch (const std::exception& error) {
      find({file_, error.what()});
    }
    return false;
  }

  void derive_documents() {
    // Enough that no thread is idle while this one reads.
    const std::size_t most = std::size_t{16} * threads_;
    const EntityTagger tagger;
    std::vector<std::unique_ptr<DocumentChecker>> checkers;
    for (unsigned i = 0; i < threads_; ++i) {
      checkers.push_back(std::make_unique<DocumentChecker>(model_, tagger, names_));
    }
    OrderedWork<Item> work(threads_, [&checkers](Item& item, unsigned worker) {
      item.check = checkers[worker]->check(item.document);
    });
    for (const Xapian::docid document : documents_) {
      work.put({read_document(document), {}});
      while (work.size() > most) {
        keep(work.take());
      }
    }
    while (work.size() > 0) {
      keep(work.take());
    }
  }

  IndexedDocument read_document(Xapian::docid number) {
    IndexedDocument read_one;
    read_one.number = number;
    read(text_table);
    const Xapian::Document document = database_.get_document(number);
    read_one.data = document.get_data();
    read(posting_table);
    for (std::uint32_t slot = 0; slot < value_slots; ++slot) {
      read_one.values.push_back(document.get_value(slot));
    }
    read(term_table);
    require_slots(document, read_one.values);
    std::uint64_t length = 0;
    const auto end = database_.termlist_end(number);
    for (auto term = database_.termlist_begin(number); term != end; ++term) {
      if (!read_one.terms.empty() && *term <= read_one.terms.back().first) {
        throw Disagreement("the terms of document " + std::to_string(number) +
                           " do not stand in order");
      }
      read_one.terms.emplace_back(*term, term.get_wdf());
      length += term.get_wdf();
    }
    if (length != database_.get_doclength(number)) {
      throw Disagreement("the length of document " + std::to_string(number) +
                         " is not that of its terms");
    }
    return read_one;
  }

  /// The slots a document says to have are those that hold something: by them it is removed.
  static void require_slots(const Xapian::Document& document,
                            const std::vector<std::string>& values) {
    std::vector<bool> is_told(values.size());
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      if (value.get_valueno() < is_told.size()) {
        is_told[value.get_valueno()] = true;
      }
    }
    for (std::size_t slot = 0; slot < values.size(); ++slot) {
      if (is_told[slot] == values[slot].empty()) {
        throw Disagreement("document " + std::to_string(document.get_docid()) +
                           " has other values than it says");
      }
    }
  }

  void keep(Item item) {
    for (Damage& damage : item.check.damage) {
      find(std::move(damage));
    }
    derived_.add(item.check.sums);
    hooks_.on_progress();
  }

  void compare(const IndexSums& there) {
    constexpr const char* differ = " are not what the stored text gives";
    if (there.postings != derived_.postings) {
      find({posting_table, std::string("the lists of terms") + differ});
    }
    if (there.values != derived_.values) {
      find({posting_table, "the lists of values are not the values of the documents"});
    }
    if (there.positions != derived_.positions) {
      find({position_table, std::string("the positions of words") + differ});
    }
  }

  const Generation& generation_;
  std::string model_;
  unsigned threads_;
  const ContentCheckHooks& hooks_;
  Xapian::Database database_;
  NameDictionary names_;
  std::vector<Xapian::docid> documents_;
  IndexSums derived_;
  const char* file_ = version_file;  // that is read
  bool has_damage_ = false;
};

}  // namespace

std::size_t check_contents(const Generation& generation, std::string_view model, unsigned threads,
                           const ContentCheckHooks& hooks) {
  return ContentCheck(generation, model, threads, hooks).run();
}

}  // namespace dateline

// The answers of a batch, kept in a file while it runs, so that one that was interrupted, by the
// user or by a failing machine, can go on where it stopped.
//
// The first line is an object of JSON that says what batch it is. Each answer follows as a line
// with its length and digest, and then its bytes:
//
//     {"dateline_batch":1,"program":"dateline-search 0.1.0, Xapian 1.4.22","day":"2023-02-06",…}
//     57 3f1c…
//     1 Q0 mosaic-en-0107 1 3.00721145 dateline
//     …
//
// An answer is written at once and as a whole. One that is torn, for the machine has stopped, is
// told by its digest, and it and all behind it count as not answered.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string_view>

#include "searcher/batch_identity.h"

namespace dateline {

/// Of one thread.
class KeptAnswers {
 public:
  /// Opens a file, or makes it, and keeps other batches from it. Counts the answers it has. Throws
  /// Error when it cannot be opened, when another batch is writing it, and when it holds anything
  /// else than answers.
  explicit KeptAnswers(const std::filesystem::path& file);
  /// Leaves the file for another time, but for one without answers.
  ~KeptAnswers();
  KeptAnswers(const KeptAnswers&) = delete;
  KeptAnswers& operator=(const KeptAnswers&) = delete;

  /// The batch that the answers are of; none in a new file.
  const std::optional<BatchIdentity>& batch() const { return batch_; }
  /// How many there are: those of the first topics.
  std::size_t size() const { return size_; }

  /// Begins anew, with the answers of this batch. Either this or `go_on` comes before `add`; each
  /// of them throws Error when the disk does not take what is written.
  void begin(const BatchIdentity& batch);
  /// Lets the answers of further topics follow those that there are.
  void go_on();
  void add(std::string_view answer);

  /// Writes all answers, without what is about them. Throws Error when the file has been damaged
  /// meanwhile.
  void copy_to(std::ostream& out) const;
  /// The answers are where they should be: takes the file away.
  void remove();

 private:
  void write(std::string_view bytes);
  void cut(std::uint64_t bytes);

  std::filesystem::path file_;
  int descriptor_ = -1;
  std::optional<BatchIdentity> batch_;
  std::size_t size_ = 0;
  std::uint64_t end_ = 0;  ///< of the last whole answer
};

}  // namespace dateline

// Where a command's data goes: standard output, or a file that appears whole or not at all.
#pragma once

#include <filesystem>
#include <memory>
#include <ostream>

namespace dateline {

/// Thrown when the reader of a pipe has left. No error: `run_program` ends the program quietly,
/// with success.
struct ClosedPipe {};

/// Buffered bytes to one place. Every failed write throws out of the `<<` that met it: `Error`, or
/// `ClosedPipe`.
class Output {
 public:
  /// Standard output when `file` is empty or "-". Else a new file beside `file`, which takes its
  /// place with `commit`; what is no regular file (a device, a FIFO) is written to directly, and a
  /// symbolic link stays one. Throws Error when it cannot be opened.
  explicit Output(const std::filesystem::path& file);
  /// Without `commit`, a file leaves no trace.
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  std::ostream& stream() { return stream_; }

  bool is_terminal() const;

  /// Everything written is where it should be when this returns. Once, at the end.
  void commit();

 private:
  class Buffer;
  std::filesystem::path file_;       ///< empty for standard output
  std::filesystem::path temporary_;  ///< empty when written to directly
  std::unique_ptr<Buffer> buffer_;
  std::ostream stream_;
};

}  // namespace dateline

// A crash while an archive is read is told as what it is: tables that are damaged. They have no
// checksums that Xapian would look at, so a flipped bit can lead it anywhere.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace dateline {

#if defined(__has_feature)
#define DATELINE_HAS_FEATURE(feature) __has_feature(feature)
#else
#define DATELINE_HAS_FEATURE(feature) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || \
    DATELINE_HAS_FEATURE(address_sanitizer) || DATELINE_HAS_FEATURE(thread_sanitizer)
/// Sanitizers tell of a crash themselves, and more than we could.
inline constexpr bool has_crash_guard = false;
#else
inline constexpr bool has_crash_guard = true;
#endif
#undef DATELINE_HAS_FEATURE

/// From here on, a crash of a thread that has a `CrashGuard` ends the program with a sentence and
/// ExitCode::Damaged; any other has the effect it had before. `program` is the name to begin the
/// sentence with. Does nothing where sanitizers watch. Once in a program is enough.
void catch_crashes(std::string_view program);

/// Says that this thread reads an archive, as long as it lives. On the stack only: one may live
/// within another.
class CrashGuard {
 public:
  explicit CrashGuard(const std::filesystem::path& archive_folder);
  ~CrashGuard();
  CrashGuard(const CrashGuard&) = delete;
  CrashGuard& operator=(const CrashGuard&) = delete;

  /// What is printed if it comes to that.
  const std::string& message() const { return message_; }

 private:
  std::string message_;
  const CrashGuard* outer_;
};

}  // namespace dateline

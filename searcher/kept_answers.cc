// Appends to a file that this batch alone holds, and believes of it what has its digest.
#include "searcher/kept_answers.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <ostream>
#include <system_error>
#include <utility>

#include "common/error.h"
#include "common/text/utf8.h"
#include "searcher/run_manifest.h"

namespace dateline {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view begin_of_file = R"({"dateline_batch":1,)";

/// A text, or the bytes of what is none: a name of a file need not be UTF-8.
Json to_json(const std::string& text) {
  return is_valid_utf8(text) ? Json(text)
                             : Json(std::vector<std::uint8_t>(text.begin(), text.end()));
}

Json to_json(const std::vector<std::string>& texts) {
  Json list = Json::array();
  for (const std::string& text : texts) {
    list.push_back(to_json(text));
  }
  return list;
}

std::vector<std::string> read_texts(const Json& list) {
  std::vector<std::string> texts;
  for (const Json& text : list.get_ref<const Json::array_t&>()) {
    if (text.is_array()) {
      const auto bytes = text.get<std::vector<std::uint8_t>>();
      texts.emplace_back(bytes.begin(), bytes.end());
    } else {
      texts.push_back(text.get<std::string>());
    }
  }
  return texts;
}

std::string to_line(const BatchIdentity& batch) {
  Json json;
  json["dateline_batch"] = 1;
  json["program"] = batch.program;
  json["day"] = batch.day;
  json["options"] = to_json(batch.options);
  json["topics"] = batch.topics;
  json["since"] = batch.since;
  json["archives"] = to_json(batch.archives);
  return json.dump() + "\n";
}

std::optional<BatchIdentity> parse_line(const std::string& line) {
  try {
    const Json json = Json::parse(line);
    return BatchIdentity{.program = json.at("program").get<std::string>(),
                         .day = json.at("day").get<std::string>(),
                         .options = read_texts(json.at("options")),
                         .topics = json.at("topics").get<std::string>(),
                         .since = json.at("since").get<std::string>(),
                         .archives = read_texts(json.at("archives"))};
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

/// Reads the first line; nothing when it is not that of a batch.
std::optional<BatchIdentity> read_batch(std::istream& in) {
  std::string begin(begin_of_file.size(), '\0');
  in.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  std::string rest;
  if (!in || begin != begin_of_file || !std::getline(in, rest) || in.eof()) {
    return std::nullopt;
  }
  return parse_line(begin + rest);
}

std::string frame_of(std::string_view answer) {
  return std::to_string(answer.size()) + ' ' + digest_of(answer) + '\n';
}

/// The length that the line above an answer tells; nothing when it is no such line.
std::optional<std::uint64_t> read_length(std::istream& in, std::string& frame) {
  std::array<char, 64> line{};
  if (!in.getline(line.data(), line.size()) || in.eof()) {
    return std::nullopt;
  }
  // Without the end of the line, and with any zero byte in it.
  frame.assign(line.data(), static_cast<std::size_t>(in.gcount()) - 1);
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(frame.data(), frame.data() + frame.size(), length);
  if (error != std::errc() || end == frame.data() + frame.size()) {
    return std::nullopt;
  }
  frame += '\n';
  return length;
}

/// Reads answers, from behind the first line to the first that is torn or to the end of the file.
/// Returns where the last whole one ends.
std::uint64_t read_answers(std::istream& in, std::uint64_t file_bytes,
                           const std::function<void(std::string_view)>& visit) {
  auto end = static_cast<std::uint64_t>(in.tellg());
  std::string frame;
  for (std::string answer;; visit(answer)) {
    const std::optional<std::uint64_t> length = read_length(in, frame);
    if (!length || *length > file_bytes) {
      return end;
    }
    answer.resize(*length);
    in.read(answer.data(), static_cast<std::streamsize>(*length));
    if (!in || frame != frame_of(answer)) {
      return end;
    }
    end += frame.size() + *length;
  }
}

[[noreturn]] void throw_cannot_write(const std::filesystem::path& file) {
  const int problem = errno;
  throw Error("cannot write " + file.string() + ": " + std::generic_category().message(problem),
              problem == ENOSPC || problem == EDQUOT
                  ? "make room on the disk, and go on with --resume"
                  : "choose another place with -o FILE");
}

[[noreturn]] void throw_no_answers(const std::filesystem::path& file) {
  throw Error(file.string() + " is there already, and holds no answers of a batch",
              "move it away, or choose another place with -o FILE");
}

/// Opens a file that no other batch has. One that has ended between opening and locking took the
/// file away: then there is a new one to open.
int open_alone(const std::filesystem::path& file) {
  while (true) {
    // A pipe or a device of that name is not waited for.
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0666);
    if (descriptor < 0) {
      throw_cannot_write(file);
    }
    struct stat opened {};
    if (::fstat(descriptor, &opened) != 0 || !S_ISREG(opened.st_mode)) {
      ::close(descriptor);
      throw_no_answers(file);
    }
    // Some network disks have no locks; there the user has to take care.
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
      ::close(descriptor);
      throw Error("another batch is writing " + file.string(),
                  "wait for it to end, or choose another place with -o FILE", ExitCode::Locked);
    }
    struct stat there {};
    if (::stat(file.c_str(), &there) == 0 && opened.st_ino == there.st_ino &&
        opened.st_dev == there.st_dev) {
      return descriptor;
    }
    ::close(descriptor);
  }
}

}  // namespace

KeptAnswers::KeptAnswers(const std::filesystem::path& file)
    : file_(file), descriptor_(open_alone(file)) {
  std::ifstream in(file, std::ios::binary);
  std::error_code failed;
  const std::uintmax_t bytes = std::filesystem::file_size(file, failed);
  if (bytes == 0 && !failed) {
    return;
  }
  batch_ = read_batch(in);
  if (!batch_) {
    ::close(descriptor_);
    throw_no_answers(file);
  }
  end_ = read_answers(in, bytes, [this](std::string_view) { ++size_; });
}

KeptAnswers::~KeptAnswers() {
  if (descriptor_ >= 0) {
    if (size_ == 0) {
      ::unlink(file_.c_str());
    }
    ::close(descriptor_);
  }
}

void KeptAnswers::begin(const BatchIdentity& batch) {
  batch_ = batch;
  size_ = 0;
  cut(0);
  write(to_line(batch));
}

void KeptAnswers::go_on() {
  cut(end_);
}

void KeptAnswers::add(std::string_view answer) {
  std::string bytes = frame_of(answer);
  bytes += answer;
  write(bytes);
  ++size_;
}

void KeptAnswers::copy_to(std::ostream& out) const {
  std::ifstream in(file_, std::ios::binary);
  std::size_t copied = 0;
  if (read_batch(in)) {
    read_answers(in, end_, [&](std::string_view answer) {
      out << answer;
      ++copied;
    });
  }
  if (copied != size_) {
    throw Error(file_.string() + " was damaged while the batch ran", "run the batch again");
  }
}

void KeptAnswers::remove() {
  ::unlink(file_.c_str());
  ::close(std::exchange(descriptor_, -1));
}

void KeptAnswers::write(std::string_view bytes) {
  std::uint64_t at = end_;
  while (!bytes.empty()) {
    const ssize_t written =
        ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(at));
    if (written < 0 && errno != EINTR) {
      throw_cannot_write(file_);
    }
    const auto done = static_cast<std::size_t>(std::max<ssize_t>(written, 0));
    bytes.remove_prefix(done);
    at += done;
  }
  end_ = at;
}

void KeptAnswers::cut(std::uint64_t bytes) {
  if (::ftruncate(descriptor_, static_cast<off_t>(bytes)) != 0) {
    throw_cannot_write(file_);
  }
  end_ = bytes;
}

}  // namespace dateline

// Runs a transcript: the lines after "$ " are given to a shell, and what it prints, errors too,
// must be the lines that follow. A line "? N" there says that the command exits with N; without one
// it exits with 0. "#" begins a comment, an empty line after output ends it.
//
// The commands run in an empty folder of their own, with the programs in $PATH, the source tree in
// $SOURCE, and the archive in the folder "archive". What differs from run to run or from one Debian
// to the next is masked: times, speeds, sizes on disk, the path of the folder ($HERE), the
// fingerprint of the analyzer.
//
// With DATELINE_UPDATE_GOLDEN=1 the transcript is written anew; read the diff.
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkdtemp and setenv are POSIX

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <regex>
#include <string>
#include <vector>

#include "tests/support/temp_folder.h"

namespace {

struct Step {
  std::string before;   // comments and empty lines
  std::string command;  // may have several lines, "> " before each further one
  std::string expected;
};

struct Transcript {
  std::vector<Step> steps;
  std::string after;
};

Transcript read_transcript(const std::string& file) {
  Transcript transcript;
  std::ifstream stream(file);
  std::string text;
  bool in_output = false;
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with("$ ")) {
      transcript.steps.push_back({text, line.substr(2), {}});
      text.clear();
      in_output = true;
    } else if (in_output && line.starts_with("> ")) {
      transcript.steps.back().command += "\n" + line.substr(2);
    } else if (in_output && !line.empty() && !line.starts_with("# ")) {
      transcript.steps.back().expected += line + "\n";
    } else {
      in_output = false;
      text += line + "\n";
    }
  }
  transcript.after = text;
  return transcript;
}

std::string mask(std::string output, const std::string& folder, const std::string& source) {
  for (const auto& [path, name] : {std::pair(folder, "$HERE"), std::pair(source, "$SOURCE")}) {
    for (std::size_t at = output.find(path); at != std::string::npos; at = output.find(path)) {
      output.replace(at, path.size(), name);
    }
  }
  static const std::array<std::pair<std::regex, const char*>, 7> masks = {{
      {std::regex(R"([0-9.]+ s \([0-9.]+ articles/s, [0-9.]+ MB/s\))"),
       "N s (N articles/s, N MB/s)"},
      {std::regex(R"((, )[0-9.]+ s\n)"), "$1N s\n"},
      {std::regex(R"re("seconds": ?[0-9.e+-]+)re"), "\"seconds\":N"},
      {std::regex(R"re("archive_bytes": [0-9]+)re"), "\"archive_bytes\": N"},
      {std::regex(R"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]+Z)"), "TIME"},
      {std::regex(R"(\([0-9a-f]{32}\))"), "(FINGERPRINT)"},
      {std::regex(R"((size on disk) +[0-9.]+ [a-zA-Z]+)"), "$1   N"},
  }};
  for (const auto& [pattern, replacement] : masks) {
    output = std::regex_replace(output, pattern, replacement);
  }
  // An empty line would end the output in the transcript.
  output = std::regex_replace(output, std::regex("\n(?=\n)"), "\n.");
  return output.starts_with('\n') ? "." + output : output;
}

std::string run(const std::string& command) {
  const std::string script = "exec 2>&1 </dev/null\n" + command;
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(
      popen(script.c_str(), "r"),  // NOLINT(cert-env33-c): running a shell is what this is for
      [](FILE* file) { return file == nullptr ? 0 : pclose(file); });
  std::string output;
  std::array<char, 4096> buffer{};
  FILE* const file = pipe.get();
  while (const std::size_t bytes = fread(buffer.data(), 1, buffer.size(), file)) {
    output.append(buffer.data(), bytes);
  }
  return output;
}

std::string run_step(const Step& step, const std::string& folder, const std::string& source) {
  // The exit code comes back in the output: it is one of the lines that must be as expected.
  std::string output =
      run("cd '" + folder + "'\n(\n" + step.command + "\n)\ncode=$?\nprintf '\\n%s' \"$code\"");
  const std::size_t end = output.rfind('\n');
  const std::string code = output.substr(end + 1);
  output.resize(end);
  output = mask(output, folder, source);
  if (!output.empty() && !output.ends_with('\n')) {
    output += '\n';
  }
  return code == "0" ? output : output + "? " + code + "\n";
}

void write_transcript(const std::string& file, const Transcript& transcript) {
  std::ofstream stream(file, std::ios::binary);
  for (const Step& step : transcript.steps) {
    stream << step.before << "$ " << std::regex_replace(step.command, std::regex("\n"), "\n> ")
           << '\n'
           << step.expected;
  }
  stream << transcript.after;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: transcript_runner FILE SOURCE PROGRAM_FOLDER...\n";
    return 2;
  }
  const std::string source = argv[2];
  std::string path = getenv("PATH");
  for (int i = 3; i < argc; ++i) {
    path = std::string(argv[i]) + ":" + path;
  }
  const dateline::test::TempFolder folder;
  const std::string here = folder.path().string();
  setenv("PATH", path.c_str(), 1);
  setenv("SOURCE", source.c_str(), 1);
  setenv("HERE", here.c_str(), 1);
  setenv("HOME", here.c_str(), 1);
  setenv("DATELINE_ARCHIVE", (here + "/archive").c_str(), 1);
  setenv("COLUMNS", "80", 1);
  setenv("LC_ALL", "C.UTF-8", 1);
  setenv("TZ", "UTC", 1);
  unsetenv("NO_COLOR");

  Transcript transcript = read_transcript(argv[1]);
  int failures = 0;
  for (Step& step : transcript.steps) {
    const std::string output = run_step(step, here, source);
    if (output != step.expected) {
      ++failures;
      std::cout << "$ " << step.command << "\n--- expected\n"
                << step.expected << "--- printed\n"
                << output << "---\n";
      step.expected = output;
    }
  }
  std::cout << transcript.steps.size() << " steps, " << failures << " not as expected\n";
  if (failures > 0 && getenv("DATELINE_UPDATE_GOLDEN") != nullptr) {
    write_transcript(argv[1], transcript);
    return 0;
  }
  return failures == 0 && !transcript.steps.empty() ? 0 : 1;
}

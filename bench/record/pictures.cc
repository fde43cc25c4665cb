// Scripts are a head, blocks of data and one plot command that names columns of them.
#include "bench/record/pictures.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <locale>
#include <sstream>
#include <string_view>

#include "bench/support/statistics.h"
#include "common/error.h"

namespace dateline {

namespace {

/// Numbers are written the same in every language.
std::ostringstream make_stream() {
  std::ostringstream stream;
  stream.imbue(std::locale::classic());
  return stream;
}

/// A cell of data: quotes and line ends would end it.
std::string quote(std::string_view text) {
  std::string cell = "\"";
  for (const char c : text) {
    const bool is_control = static_cast<unsigned char>(c) < ' ' || c == 0x7f;
    cell += c == '"' || c == '\\' || is_control ? ' ' : c;
  }
  return cell + '"';
}

constexpr std::string_view head = R"(set encoding utf8
set style line 1 lc rgb "#1b6ca8" lw 2 pt 7 ps 0.6
set style line 2 lc rgb "#d1495b" lw 2 pt 7 ps 0.6
set style line 3 lc rgb "#2e933c" lw 2 pt 7 ps 0.6
set style line 4 lc rgb "#edae49" lw 2 pt 7 ps 0.6
set style line 5 lc rgb "#66529f" lw 2 pt 7 ps 0.6
set style line 6 lc rgb "#00798c" lw 2 pt 7 ps 0.6
set style line 7 lc rgb "#8d6a47" lw 2 pt 7 ps 0.6
set style line 8 lc rgb "#777777" lw 2 pt 7 ps 0.6
set bmargin 4
set border 3 lc rgb "#555555"
set tics nomirror
set grid ytics lc rgb "#dddddd" lt 1
set key top left reverse Left
)";

const Figure* find_figure(const RecordRow& row, std::string_view key) {
  const auto figure = std::ranges::find(row.figures, key, &Figure::key);
  return figure != row.figures.end() && !figure->runs.empty() ? &*figure : nullptr;
}

/// A bar for each row that has the figure, with a line from the lowest run to the highest.
Picture draw_bars(const Record& record, std::string name, std::string_view key,
                  std::string_view label) {
  std::ostringstream script = make_stream();
  script << head << "$bars << END\n";
  int bars = 0;
  for (const RecordRow& row : record.rows) {
    if (const Figure* const figure = find_figure(row, key)) {
      const Spread spread = spread_of(figure->runs);
      script << quote(row.name) << ' ' << bars++ << ' ' << spread.median << ' ' << spread.min << ' '
             << spread.max << '\n';
    }
  }
  script << "END\nset key off\nset boxwidth 0.6\nset style fill solid 0.85\nset yrange [0:*]\n"
         << "set xtics rotate by -30\nset rmargin 8\nset bmargin 7\nset ylabel \"" << label
         << "\"\n"
         << "plot $bars using 2:3:4:5:(0.6):xtic(1) with boxerrorbars ls 1\n";
  return {std::move(name), bars > 0 ? script.str() : std::string()};
}

struct Curve {
  std::string_view key;
  std::string_view label;
};

/// The number that a row of a growing archive is named by; 0 for another name.
std::uint64_t articles_of(const RecordRow& row) {
  std::uint64_t articles = 0;
  const char* const end = row.name.data() + row.name.size();
  const auto [rest, error] = std::from_chars(row.name.data(), end, articles);
  return error == std::errc() && rest == end ? articles : 0;
}

/// The medians of a figure, by articles; returns how many there are.
std::size_t write_points(const Record& record, std::string_view key, std::ostream& script) {
  std::size_t points = 0;
  for (const RecordRow& row : record.rows) {
    const Figure* const figure = find_figure(row, key);
    if (figure != nullptr && articles_of(row) > 0) {
      script << articles_of(row) << ' ' << spread_of(figure->runs).median << '\n';
      ++points;
    }
  }
  return points;
}

/// Figures against the number of articles, which is drawn on a logarithmic scale.
Picture draw_curves(const Record& record, std::string name, const std::vector<Curve>& curves,
                    std::string_view settings) {
  std::ostringstream script = make_stream();
  script << head;
  std::ostringstream plot = make_stream();
  std::size_t points = 0;
  for (std::size_t i = 0; i < curves.size(); ++i) {
    script << "$curve" << i << " << END\n";
    points += write_points(record, curves[i].key, script);
    script << "END\n";
    plot << (i == 0 ? "plot " : ", ") << "$curve" << i << " with linespoints ls " << i + 1
         << " title \"" << curves[i].label << '"';
  }
  script << "set logscale x\nset xrange [*:*] noextend\nset format x \"%.0s%c\"\n"
         << "set rmargin 4\nset xlabel \"articles\"\n"
         << settings << plot.str() << '\n';
  return {std::move(name), points > 0 ? script.str() : std::string()};
}

/// What part of the queries was answered in so many milliseconds or less, for each row.
Picture draw_latencies(const Record& record) {
  constexpr double steps = 0.5;
  std::ostringstream script = make_stream();
  std::ostringstream plot = make_stream();
  script << head;
  std::size_t curves = 0;
  for (const RecordRow& row : record.rows) {
    if (!row.details.contains("latencies_ms")) {
      continue;
    }
    std::vector<double> latencies;
    for (const auto& run : row.details.at("latencies_ms")) {
      const auto of_run = run.get<std::vector<double>>();
      latencies.insert(latencies.end(), of_run.begin(), of_run.end());
    }
    script << "$curve" << curves << " << END\nms " << quote(row.name) << '\n';
    for (double percent = steps; percent <= 100; percent += steps) {
      script << percentile(latencies, percent) << ' ' << percent << '\n';
    }
    script << "END\n";
    plot << (curves == 0 ? "plot " : ", ") << "$curve" << curves << " using 1:2 with lines ls "
         << curves % 8 + 1 << " dt " << curves / 8 + 1 << " title columnheader(2)";
    ++curves;
  }
  script << "set logscale x\nset xlabel \"milliseconds\"\nset ylabel \"% of queries answered\"\n"
         << "set yrange [0:100]\nset key outside right\n"
         << plot.str() << '\n';
  return {"latencies", curves > 0 ? script.str() : std::string()};
}

std::vector<Picture> draw_growth(const Record& record) {
  return {draw_curves(record, "growth-indexing", {{"megabytes_per_second", "MB/s of text"}},
                      "set yrange [0:*]\nset ylabel \"MB/s\"\n"),
          draw_curves(record, "growth-latency",
                      {{"or_p50_ms", "ten best, p50"},
                       {"or_p99_ms", "ten best, p99"},
                       {"page_p50_ms", "page with facets and snippets, p50"},
                       {"page_p99_ms", "page with facets and snippets, p99"}},
                      "set logscale y\nset ylabel \"milliseconds\"\n"),
          draw_curves(record, "growth-memory",
                      {{"peak_megabytes", "indexer"}, {"query_peak_megabytes", "searcher"}},
                      "set yrange [0:*]\nset ylabel \"peak memory, MB\"\n")};
}

/// As gnuplot takes a text in which nothing is special.
std::string quote_path(const std::filesystem::path& path) {
  std::string quoted = "'";
  for (const char c : path.string()) {
    quoted += c == '\'' ? "''" : std::string(1, c);
  }
  return quoted + "'";
}

constexpr int not_there = 127;  // as of a shell

/// How it ended; `not_there` without gnuplot.
int run_gnuplot(const std::filesystem::path& script) {
  std::string program = "gnuplot";
  std::string argument = script.string();
  std::array<char*, 3> arguments{program.data(), argument.data(), nullptr};
  pid_t child = 0;
  if (::posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments.data(), environ) != 0) {
    return not_there;
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

}  // namespace

std::vector<Picture> pictures_of(const KeptRecord& kept) {
  const Record& record = kept.record;
  std::vector<Picture> pictures;
  if (record.bench == "index") {
    pictures = {draw_bars(record, "indexing", "megabytes_per_second", "MB/s of text")};
  } else if (record.bench == "growth") {
    pictures = draw_growth(record);
  } else if (record.bench == "query") {
    pictures = {draw_latencies(record)};
  } else if (record.bench == "peers") {
    pictures = {draw_bars(record, "peers-indexing", "megabytes_per_second", "MB/s of text"),
                draw_bars(record, "peers-size", "index_per_text", "index / text"),
                draw_bars(record, "peers-or", "or_mean_ms", "ms, ten best with any word")};
  }
  std::erase_if(pictures, [](const Picture& picture) { return picture.script.empty(); });
  return pictures;
}

std::filesystem::path draw(const Picture& picture, const std::filesystem::path& folder) {
  std::filesystem::path file = folder / (picture.name + ".svg");
  const std::filesystem::path script = folder / (picture.name + ".gnuplot");
  {
    std::ofstream out(script);
    out << "set terminal svg size 840,480 font \"sans-serif,13\" background rgb \"white\" "
           "noenhanced\nset output "
        << quote_path(file) << '\n'
        << picture.script;
    if (!out.flush()) {
      throw Error("cannot write " + script.string(), "name another folder");
    }
  }
  const int status = run_gnuplot(script);
  std::filesystem::remove(script);
  if (status == not_there) {
    throw Error("gnuplot, which draws the pictures, is not installed",
                "install it: scripts/install-dependencies bench");
  }
  if (status != 0) {
    throw Error("gnuplot could not draw " + file.string());
  }
  return file;
}

}  // namespace dateline

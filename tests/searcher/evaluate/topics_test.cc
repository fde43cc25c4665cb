#include "searcher/evaluate/topics.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {
namespace {

using namespace std::string_view_literals;

/// "id=text" for each topic, "line!message" for each problem.
std::string told(const Topics& topics) {
  std::string text;
  for (const Topic& topic : topics.topics) {
    text += topic.id + "=" + topic.text + "\n";
  }
  for (const FileProblem& problem : topics.problems.kept) {
    text += std::to_string(problem.line) + "!" + problem.message + "\n";
  }
  return text;
}

struct Case {
  std::string_view bytes;
  std::string_view told;
};

void check_all(TopicsFormat format, std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    TopicsOptions options;
    options.format = format;
    CHECK(told(read_topics(c.bytes, "file", options)) == c.told);
  }
}

TEST_CASE("a line of TSV is an id, a tab and a text") {
  check_all(TopicsFormat::Tsv, {
                                   {"", ""},
                                   {"1\toil price\n", "1=oil price\n"},
                                   {"1\toil price", "1=oil price\n"},
                                   {"\xEF\xBB\xBF"
                                    "1\toil\r\n2\tgas\r\n",
                                    "1=oil\n2=gas\n"},
                                   {" a b \t oil \tand gas\n", "a b=oil  and gas\n"},
                                   {"query-id\ttext\n1\toil\n", "1=oil\n"},
                                   {"id\tnumber of deaths\n", "id=number of deaths\n"},
                                   {"1\toil\nqid\ttext\n", "1=oil\nqid=text\n"},
                               });
}

TEST_CASE("a broken line is named, and the others are read") {
  check_all(
      TopicsFormat::Tsv,
      {
          {"1 oil\n2\tgas\n", "2=gas\n1!there is no tab between the topic's id and its text\n"},
          {"\n \t\n1\toil\n\n",
           "1=oil\n1!the line is empty\n2!the line is empty\n4!the line is empty\n"},
          {"\toil\n2\t\n3\t \xC2\xA0\n",
           "1!the topic has no id\n2!the query is empty\n3!the query is empty\n"},
          {"1\t\xFF\xFE\n2\tg\xC3\xA4s\n", "2=g\xC3\xA4s\n1!the topic is not UTF-8\n"},
          {"1\toil\n1\tgas\n", "1=oil\n2!the topic 1 stands on line 1 already\n"},
          {"1\toil\0gas\n2\0\tgas\n"sv, "1=oil\0gas\n2\0=gas\n"sv},
      });
}

TEST_CASE("a line of JSON is a topic of BEIR") {
  check_all(TopicsFormat::JsonLines,
            {
                {R"({"_id":"1","text":"oil \"price\"","metadata":{}})", "1=oil \"price\"\n"},
                {"{\"_id\":7,\"text\":\"oil\\nprice\"}\r\n", "7=oil price\n"},
                {R"({"id":"a","query":"gas"})", "a=gas\n"},
                {R"({"text":"gas"})", "1!the topic has no id\n"},
                {R"({"_id":"1","text":["gas"]})", "1!the query is empty\n"},
                {"{\"_id\":\"1\",\n[1]\n\n{\"_id\":\"2\",\"text\":\"gas\"}",
                 "2=gas\n1!the line is no JSON object\n2!the line is no JSON object\n3!the line is "
                 "empty\n"},
                {"{\"_id\":\"1\",\"text\":\"\xFF\"}", "1!the topic is not UTF-8\n"},
                {R"({"_id":"1","text":"\ud800"})", "1!the line is no JSON object\n"},
            });
}

TEST_CASE("the first cell of a row of CSV is a query, called by its line") {
  check_all(TopicsFormat::Csv,
            {
                {"Assimi Goïta\nMINUSMA\n", "1=Assimi Goïta\n2=MINUSMA\n"},
                {"name,role\r\nAssimi Goïta,president\r\n", "2=Assimi Goïta\n"},
                {"name\n", ""},
                {"a\nname\n", "1=a\n2=name\n"},
                {"\"Goïta, Assimi\",x\n\"say \"\"oil\"\"\"\n", "1=Goïta, Assimi\n2=say \"oil\"\n"},
                {"\"two\nlines\",x\nnext\n", "1=two lines\n3=next\n"},
                {"Goïta;\"a;b\"\nKeïta;c\n", "1=Goïta\n2=Keïta\n"},
                {"a,\"b\nc\"\nd\n", "1=a\n3=d\n"},
                {"oil 5\" pipe,x\n", "1=oil 5\" pipe\n"},
            });
}

TEST_CASE("a quote that is not closed costs its line alone") {
  check_all(
      TopicsFormat::Csv,
      {
          {"\"oil\ngas\n", "2=gas\n1!a quoted cell does not end as one must\n"},
          {"\"oil\n\"gas\",x\n", "2=gas\n1!a quoted cell does not end as one must\n"},
          {"\"oil\" price\ngas\n", "2=gas\n1!a quoted cell does not end as one must\n"},
          {"oil,\"x\ngas\n", "2=gas\n1!a quoted cell does not end as one must\n"},
          {",x\n\n\"\"\n", "1!the query is empty\n2!the query is empty\n3!the query is empty\n"},
          {"\xFF,x\ngas,\xFF\n", "2=gas\n1!the topic is not UTF-8\n"},
      });
}

TEST_CASE("a plain line is a query, called by its number") {
  check_all(
      TopicsFormat::Lines,
      {
          {"oil price\n\"gas\", and more\n", "1=oil price\n2=\"gas\", and more\n"},
          {"oil\noil\n", "1=oil\n2=oil\n"},
          {"oil\n\n\xFF\ngas", "1=oil\n4=gas\n2!the query is empty\n3!the topic is not UTF-8\n"},
      });
}

TEST_CASE("a TREC topic needs no closing tags, and its labels are no text") {
  check_all(
      TopicsFormat::Trec,
      {
          {"<top>\n<num> Number: 301\n<title> International\nOrganized Crime\n\n<desc> "
           "Description:\n"
           "Which?\n</top>\n",
           "301=International Organized Crime\n"},
          {"<top><num>C041</num><title>oil &amp; gas &#8211; &lt;b&gt; AT&T &x;</title></top>",
           "C041=oil & gas \u2013 <b> AT&T &x;\n"},
          {"<TOP>\r\n<NUM>Number : 1\r\n<TITLE>Topic: oil\r\n<TOP><num>2<title>gas",
           "1=oil\n2=gas\n"},
          {"<top>\n<head> x\n<num> Number: 051\n<dom> Domain: Economics\n<title> Topic: Airbus\n",
           "051=Airbus\n"},
          {"<num> 1 <title> a < b and <i>c</i>\n<num> 2 <title> d", "1=a < b and <i>c</i>\n2=d\n"},
          {"<?xml version=\"1.0\"?>\n<topics>\n<topic number=\"3\" "
           "type=\"x\">\n<query>oil</query>\n"
           "<description>d</description>\n</topic>\n</topics>",
           "3=oil\n"},
      });
}

TEST_CASE("a broken TREC topic is named by its first line, and the others are read") {
  check_all(
      TopicsFormat::Trec,
      {
          {"<top>\n<title> oil\n</top>\n<top>\n<num> 2\n<title> gas\n</top>",
           "2=gas\n1!the topic has no id\n"},
          {"<top>\n<num> 1\n<desc> oil\n</top>\n", "1!the query is empty\n"},
          {"<top>\n<num> 1\n<title> \xFF\n</top><top><num>2<title>gas",
           "2=gas\n1!the topic is not UTF-8\n"},
          {"<top><num>1<title>oil\n<desc>\xFF</top>", "1=oil\n"},
          {"\n<top><num>1<title>a</top>\n<top><num>1<title>b</top>",
           "1=a\n3!the topic 1 stands on line 2 already\n"},
          {"oil\n<top><num>1<title>a</top>\n\n gas\n<top>",
           "1=a\n1!there is text outside of the topics\n4!there is text outside of the topics\n"
           "5!the topic has no id\n"},
      });
}

TEST_CASE("the fields of a TREC topic that are asked for make its text, in the order asked for") {
  struct FieldCase {
    std::vector<TopicField> fields;
    std::string_view told;
  };
  constexpr auto bytes = "<top><num>1<title>t<desc>Description: d<narr> Narrative:\nn\n</top>"sv;
  using enum TopicField;
  for (const FieldCase& c : {FieldCase{{Title}, "1=t\n"}, FieldCase{{Description}, "1=d\n"},
                             FieldCase{{Title, Narrative}, "1=t n\n"},
                             FieldCase{{Narrative, Description, Title}, "1=n d t\n"}}) {
    TopicsOptions options;
    options.format = TopicsFormat::Trec;
    options.fields = c.fields;
    CHECK(told(read_topics(bytes, "file", options)) == c.told);
  }
}

TEST_CASE("the name of a file says its format, else most of its lines do") {
  struct FormatCase {
    std::string_view name;
    std::string_view bytes;
    std::string_view format;
  };
  constexpr auto cases = std::to_array<FormatCase>({
      {"a.tsv", "{}", "tsv"},
      {"a.CSV", "1\toil", "csv"},
      {"a.jsonl", "", "jsonl"},
      {"topics", "\n<TOP>\n<num> 1", "trec"},
      {"topics", "<?xml?>\n<topics>", "trec"},
      {"queries", "broken\n{\"_id\":1}\n{\"_id\":2}", "jsonl"},
      {"queries.txt", "1\toil\n2 gas\n3\tcoal\n", "tsv"},
      {"-", "oil\ngas and <top>\n", "lines"},
      {"-", "", "lines"},
  });
  for (const FormatCase& c : cases) {
    CAPTURE(c.name);
    CAPTURE(c.bytes);
    CHECK(to_string(recognize_topics_format(c.name, c.bytes)) == c.format);
  }
}

TEST_CASE("a file of UTF-16 is read, as spreadsheets save it") {
  const std::string_view bytes =
      "\xFF\xFE"
      "a\0\n\0\xEF\0"sv;
  CHECK(told(read_topics(bytes, "names", {})) == "1=a\n2=\u00EF\n");
}

TEST_CASE("of a thousand lines those that are broken are named, and all others read") {
  constexpr auto broken = std::to_array<std::string_view>({"", "no tab", "9\t\xC3", "7\t  ", "\t"});
  std::string bytes;
  for (int line = 1; line <= 1000; ++line) {
    const auto text = "q" + std::to_string(line) + "\tquery " + std::to_string(line);
    bytes +=
        line % 20 == 7 ? std::string(broken.at(static_cast<std::size_t>(line) / 20 % 5)) : text;
    bytes += '\n';
  }
  const Topics topics = read_topics(bytes, "file", {});
  CHECK(topics.format == TopicsFormat::Tsv);
  CHECK(topics.topics.size() == 950);
  REQUIRE(topics.problems.kept.size() == 50);
  for (std::size_t i = 0; i < 50; ++i) {
    CHECK(topics.problems.kept[i].line == 20 * i + 7);
  }
}

TEST_CASE("a line of a hundred megabytes does no harm") {
  const std::string endless(100'000'000, 'x');
  for (const TopicsFormat format : {TopicsFormat::Trec, TopicsFormat::Tsv, TopicsFormat::JsonLines,
                                    TopicsFormat::Csv, TopicsFormat::Lines}) {
    CAPTURE(to_string(format));
    TopicsOptions options;
    options.format = format;
    const Topics topics = read_topics(endless, "file", options);
    CHECK(topics.topics.size() + topics.problems.kept.size() == 1);
    CHECK((topics.topics.empty() || topics.topics.front().text.size() < 100'000));
  }
}

}  // namespace
}  // namespace dateline

// From the bytes of a JSON file to its records, one at a time.
//
// One object a line, one object, several objects, or an array of them, printed prettily or not: all
// are objects with white space, commas and square brackets between, and are read alike. A record
// runs from its `{` to the `}` that closes it; only strings and brackets are looked at.
//
// What is broken must not take its neighbours along. No JSON string holds a line end, so the end of
// a line ends an open string too. And a line that begins with `{`, indented no deeper than the line
// the open record began on, begins a record of its own: the open one is broken. (In a record
// printed over several lines without indentation, such a line may be a part of it, where JSON
// allows a value.)
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/read/byte_input.h"

namespace dateline {

struct JsonRecord {
  enum class State {
    Complete,  ///< balanced; whether it is JSON is for a parser to say
    Broken,    ///< does not end, or a string in it does not
    TooLong,   ///< longer than the limit; its bytes were dropped on the way
    NoObject,  ///< the rest of a line that is no object
  };

  State state = State::Complete;
  std::size_t line = 0;            ///< on which it begins, from 1
  std::size_t number_on_line = 1;  ///< counts the records that begin on one line
  std::string bytes;               ///< of a complete record
};

/// Holds one record of at most `max_bytes`, and a block of the input.
class JsonSplitter {
 public:
  JsonSplitter(ByteInput input, std::size_t max_bytes);

  /// The next record; false at the end of the input, and when it fails: a record cut short by a
  /// failure is not handed out.
  bool next(JsonRecord& record);

  const ByteInput& input() const { return input_; }

 private:
  /// A character that ends or interrupts a string, and where it stands next in the block.
  struct Mark {
    char character;
    std::size_t at = 0;
  };

  bool fill();
  bool find_begin(JsonRecord& record);
  void skip_line();
  void begin_record(JsonRecord& record);
  bool read_block(JsonRecord& record);
  bool take(char c);
  void take_string();
  std::size_t next_mark(Mark& mark) const;
  void end_line();
  bool line_begins_record() const;
  void store(std::string_view bytes, JsonRecord& record);

  ByteInput input_;
  std::size_t max_bytes_;
  std::string_view block_;  // what is left of the block at hand
  std::size_t at_ = 0;      // in block_
  Mark quotation_mark_{'"'};
  Mark backslash_{'\\'};
  Mark line_end_{'\n'};

  // Where in the file we are.
  std::size_t line_ = 1;
  std::size_t indent_ = 0;       // bytes before the first of the line that says something
  bool has_bracket_ = false;     // on this line, of the array that the records stand in
  bool line_is_blank_ = true;    // so far
  std::size_t last_line_ = 0;    // on which the last record began
  std::size_t last_number_ = 0;  // of it on that line

  // Of the open record.
  std::size_t depth_ = 0;
  std::size_t record_indent_ = 0;  // of the line it begins on
  bool is_flat_ = false;           // printed over several lines without indentation, so far
  bool in_string_ = false;
  bool escaped_ = false;  // the byte before was a backslash in a string
  char last_ = '{';       // the last byte that is no white space
};

}  // namespace dateline

// Prints texts with their names marked inside, so that cases are rows of a table.
#pragma once

#include <string>
#include <string_view>

#include "common/error.h"
#include "indexer/train/gold_text.h"

namespace dateline {

/// "President [P Awa Diallo] left": the text with its names.
inline std::string with_marks(const GoldText& gold) {
  std::string marked;
  std::size_t at = 0;
  for (const GoldName& name : gold.names) {
    marked += gold.text.substr(at, name.begin - at) + "[" + "POLM"[name.type] + " " +
              gold.text.substr(name.begin, name.end - name.begin) + "]";
    at = name.end;
  }
  return marked + gold.text.substr(at);
}

/// What an Error thrown by a function says; empty when none is.
template <typename Function>
std::string error_of(Function function) {
  try {
    function();
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace dateline

// Rows of text and its folded form.
#include "common/text/fold.h"

#include <doctest/doctest.h>

namespace dateline {
namespace {

struct Case {
  const char* text;
  const char* folded;
};

TEST_CASE("case and accents are folded, letters without a decomposition are spelt out") {
  const Case cases[] = {
      {"Goïta", "goita"},
      {"TOURÉ", "toure"},
      {"Toure\u0301", "toure"},
      {"Straße", "strasse"},
      {"Ægir, Łódź, Ørsted, Đorđe", "aegir, lodz, orsted, dorde"},
      {"ﬁnance", "finance"},
      {"Ｗａｇｎｅｒ", "wagner"},
      {"ΑΘΉΝΑ", "αθηνα"},
      {"Российский", "российский"},  // й is a letter, not an accented и
      {"Ёлка", "елка"},
      {"अधिकारों", "अधिकारों"},  // vowel signs are no accents
      {"مُحَمَّد", "محمد"},
      {"İstanbul", "istanbul"},
      {"ılgaz", "ilgaz"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(fold(c.text) == c.folded);
  }
}

TEST_CASE("folding is done once: what is folded stays") {
  for (const char* text : {"Goïta", "Straße", "Российский", "अधिकारों", "İstanbul"}) {
    CAPTURE(text);
    CHECK(fold(fold(text)) == fold(text));
  }
}

TEST_CASE("a folded name is its words") {
  const Case cases[] = {
      {"Guillaume Ngefa-Atondoko Andali", "guillaume ngefa atondoko andali"},
      {"U.N.", "un"},
      {"Côte d’Ivoire", "cote divoire"},
      {"AT&T", "at t"},
      {" Keïta,  Ibrahim ", "keita ibrahim"},
      {"—", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(fold_name(c.text) == c.folded);
  }
}

}  // namespace
}  // namespace dateline

// Items come out in order, whoever worked on them.
#include "common/ordered_work.h"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <string>

namespace dateline {
namespace {

TEST_CASE("items come out worked on, in the order they went in, on any number of threads") {
  for (const unsigned workers : {1U, 2U, 5U}) {
    CAPTURE(workers);
    OrderedWork<int> work(workers, [](int& item, unsigned /*worker*/) { item *= 2; });
    int next = 0;
    for (int i = 0; i < 1000; ++i) {
      work.put(i);
      if (work.size() > 7) {
        CHECK(work.take() == 2 * next++);
      }
    }
    while (work.size() > 0) {
      CHECK(work.take() == 2 * next++);
    }
    CHECK(next == 1000);
  }
}

TEST_CASE("a worker works on one item at a time") {
  constexpr unsigned workers = 4;
  std::vector<std::atomic<int>> busy(workers);
  std::atomic<bool> is_shared = false;
  OrderedWork<int> work(workers, [&](int& /*item*/, unsigned worker) {
    is_shared = is_shared || ++busy[worker] > 1;
    --busy[worker];
  });
  for (int i = 0; i < 2000; ++i) {
    work.put(i);
  }
  while (work.size() > 0) {
    work.take();
  }
  CHECK(!is_shared);
}

TEST_CASE("what work throws is thrown where its item is taken, and the others go on") {
  OrderedWork<int> work(3, [](int& item, unsigned /*worker*/) {
    if (item == 1) {
      throw std::runtime_error("one");
    }
  });
  for (int i = 0; i < 3; ++i) {
    work.put(i);
  }
  CHECK(work.take() == 0);
  CHECK_THROWS_WITH(work.take(), "one");
  CHECK(work.take() == 2);
}

TEST_CASE("items that nobody takes are dropped with the queue") {
  OrderedWork<std::string> work(2, [](std::string& item, unsigned /*worker*/) { item += "."; });
  for (int i = 0; i < 100; ++i) {
    work.put("item");
  }
}

}  // namespace
}  // namespace dateline

// Work that several threads do and that comes out in the order it went in.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace dateline {

/// A queue of items that are worked on between going in and coming out. The thread that owns it
/// puts and takes, and lends a hand while it waits: so one thread in all is enough, and the objects
/// it keeps for itself, such as Xapian's, never meet another.
template <typename Item>
class OrderedWork {
 public:
  /// What is done with an item by one of the workers, numbered from 0; that is the owner. Each
  /// works on one item at a time.
  using Work = std::function<void(Item&, unsigned worker)>;

  OrderedWork(unsigned workers, Work work) : work_(std::move(work)) {
    for (unsigned worker = 1; worker < workers; ++worker) {
      threads_.emplace_back([this, worker](const std::stop_token& stop) { serve(worker, stop); });
    }
  }

  std::size_t size() const { return slots_.size(); }

  void put(Item item) {
    auto slot = std::make_unique<Slot>();
    slot->item = std::move(item);
    const std::lock_guard lock(mutex_);
    waiting_.push_back(slot.get());
    slots_.push_back(std::move(slot));
    changed_.notify_all();
  }

  /// The item that went in first. There must be one. Throws what its work threw.
  Item take() {
    Slot& first = *slots_.front();
    std::unique_lock lock(mutex_);
    while (!first.is_done) {
      if (!waiting_.empty()) {
        work_on_next(lock, 0);
      } else {
        changed_.wait(lock, [&] { return first.is_done; });
      }
    }
    const std::unique_ptr<Slot> taken = std::move(slots_.front());
    slots_.pop_front();
    if (taken->failure) {
      std::rethrow_exception(taken->failure);
    }
    return std::move(taken->item);
  }

 private:
  struct Slot {
    Item item;
    bool is_done = false;
    std::exception_ptr failure;
  };

  void serve(unsigned worker, const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [this] { return !waiting_.empty(); })) {
      if (stop.stop_requested()) {
        return;
      }
      work_on_next(lock, worker);
    }
  }

  void work_on_next(std::unique_lock<std::mutex>& lock, unsigned worker) {
    Slot& slot = *waiting_.front();
    waiting_.pop_front();
    lock.unlock();
    try {
      work_(slot.item, worker);
    } catch (...) {
      slot.failure = std::current_exception();
    }
    lock.lock();
    slot.is_done = true;
    changed_.notify_all();
  }

  Work work_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<std::unique_ptr<Slot>> slots_;  // of the owner alone, in order
  std::deque<Slot*> waiting_;                // for a worker
  std::vector<std::jthread> threads_;        // last: they end before what they use
};

}  // namespace dateline

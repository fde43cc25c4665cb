// A database server that a driver starts for itself, and ends.
#pragma once

#include <sys/types.h>

#include <functional>

#include "bench/peers/run_program.h"

namespace dateline {

/// Runs from `start` to `stop`, at the longest as long as this object and this process.
class Server {
 public:
  explicit Server(int stop_signal) : stop_signal_(stop_signal) {}
  ~Server() { stop(); }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Starts it and waits until `answers` returns true. Throws Error with its last messages when it
  /// ends instead, or when half a minute has passed.
  void start(const ProgramStart& program, const std::function<bool()>& answers);

  /// Ends it and waits for that.
  void stop();

 private:
  int stop_signal_;
  pid_t process_ = 0;
};

}  // namespace dateline

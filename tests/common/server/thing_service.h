#ifndef MUDIRIYA_TESTS_COMMON_SERVER_THING_SERVICE_H_
#define MUDIRIYA_TESTS_COMMON_SERVER_THING_SERVICE_H_

#include <condition_variable>
#include <mutex>

#include "common/server/rpc.h"

namespace mudiriya::test {

// Through which a test holds GetThing: while the gate is closed, the handler waits in it.
class Gate {
 public:
  void Close();
  void Open();
  void Pass();

  // Waits until so many handlers stand before the closed gate.
  void WaitFor(int waiting);

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool closed_ = false;
  int waiting_ = 0;
};

// How long WatchThings asks to wait between its polls.
struct WatchPace {
  absl::Duration wait = absl::Milliseconds(1);
};

// The contract mudiriya.test.v1.ThingService. Its handlers want a Gate and a WatchPace.
server::Contract ThingContract();

// The contracts of faulty_service.proto, by the name of the service.
std::string FaultyContract(absl::string_view service);

}  // namespace mudiriya::test

#endif  // MUDIRIYA_TESTS_COMMON_SERVER_THING_SERVICE_H_

#ifndef MUDIRIYA_COMMON_SERVER_STREAM_SET_H_
#define MUDIRIYA_COMMON_SERVER_STREAM_SET_H_

#include <atomic>
#include <mutex>

#include "absl/container/flat_hash_set.h"

namespace mudiriya::server {

class StreamCall;

// The streams that are open, so that a server which stops can wake those that wait. Thread-safe.
class StreamSet {
 public:
  void Add(StreamCall* stream);
  void Remove(StreamCall* stream);

  // Wakes every stream; from now on each ends when it would wait.
  void EndAll();
  bool ended() const { return ended_; }

 private:
  std::mutex mutex_;
  absl::flat_hash_set<StreamCall*> streams_;
  std::atomic<bool> ended_ = false;  // asked by streams that hold their own lock
};

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_STREAM_SET_H_

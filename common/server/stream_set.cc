#include "common/server/stream_set.h"

#include "common/server/stream_call.h"

namespace mudiriya::server {

void StreamSet::Add(StreamCall* stream) {
  const std::lock_guard<std::mutex> lock(mutex_);
  streams_.insert(stream);
}

void StreamSet::Remove(StreamCall* stream) {
  const std::lock_guard<std::mutex> lock(mutex_);
  streams_.erase(stream);
}

void StreamSet::EndAll() {
  const std::lock_guard<std::mutex> lock(mutex_);
  ended_ = true;
  // A stream leaves the set before it is deleted, which waits for this lock.
  for (StreamCall* stream : streams_) stream->Wake();
}

}  // namespace mudiriya::server

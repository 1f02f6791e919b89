#include "common/server/stream_call.h"

#include <algorithm>
#include <chrono>

#include "common/server/dispatcher.h"
#include "common/status/errors.h"

namespace mudiriya::server {
namespace {

// One poll is a short question to the database, whatever the deadline of the stream.
constexpr absl::Duration kLongestPoll = absl::Seconds(30);
// A stream gives way to calls when the queue is full.
constexpr absl::Duration kBusyWait = absl::Seconds(1);

}  // namespace

StreamCall::StreamCall(Dispatcher& dispatcher, const grpc::CallbackServerContext& context,
                       const google::protobuf::Message& request)
    : record_(dispatcher, context), request_(request) {
  dispatcher.streams().Add(this);
}

void StreamCall::Start() {
  end_ = record_.dispatcher().parts().clock->Now() + kLongestStream;
  if (absl::Status admitted = record_.Admit(request_); !admitted.ok()) return End(admitted);
  // The caller's own deadline reaches us as a cancellation.
  record_.info().deadline = absl::InfiniteFuture();
  Queue();
}

void StreamCall::Run(db::Connection* connection, absl::Duration queued) {
  record_.AddQueued(queued);
  record_.info().deadline = record_.info().clock->Now() + kLongestPoll;
  Call call(record_.info(), connection, *record_.dispatcher().parts().services);
  absl::StatusOr<Polled> polled = Poll(call);
  record_.info().deadline = absl::InfiniteFuture();
  if (!polled.ok()) return End(polled.status());
  polled_ = *polled;
  Continue();
}

void StreamCall::Expire(absl::Duration queued) {
  record_.AddQueued(queued);
  End(Error(Reason::CANCELLED));
}

void StreamCall::Sent(bool ok) {
  if (!ok) return End(Error(Reason::CANCELLED));
  Continue();
}

// Sends what the last poll brought, then asks again.
void StreamCall::Continue() {
  if (SendNext()) return;
  if (polled_.done) return End(absl::OkStatus());
  if (record_.dispatcher().streams().ended() || record_.info().clock->Now() >= end_) {
    return End(ShuttingDown());
  }
  if (polled_.wait > absl::ZeroDuration()) return Wait(polled_.wait);
  Queue();
}

void StreamCall::Queue() {
  switch (record_.dispatcher().parts().executor->Submit(this)) {
    case Executor::Submitted::kAccepted:
      return;
    case Executor::Submitted::kFull:
      return Wait(kBusyWait);
    case Executor::Submitted::kDraining:
      return End(ShuttingDown());
  }
}

void StreamCall::Wait(absl::Duration duration) {
  const auto until = std::chrono::system_clock::now() + absl::ToChronoMicroseconds(duration);
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (!cancelled() && !record_.dispatcher().streams().ended()) {
      // A new alarm each time: the last one may still be returning from its callback.
      alarm_ = std::make_unique<grpc::Alarm>();
      alarm_->Set(until, [this](bool) { Waited(); });
      return;
    }
  }
  Waited();
}

void StreamCall::Waited() {
  // Lets Wait leave first: what follows may delete this.
  { const std::lock_guard<std::mutex> lock(mutex_); }
  if (cancelled()) return End(Error(Reason::CANCELLED));
  if (record_.dispatcher().streams().ended()) return End(ShuttingDown());
  Queue();
}

void StreamCall::Wake() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (alarm_ != nullptr) alarm_->Cancel();
}

void StreamCall::Cancelled() {
  const std::lock_guard<std::mutex> lock(mutex_);
  record_.info().cancelled = true;
  if (alarm_ != nullptr) alarm_->Cancel();
}

// This may be deleted as soon as the stream is finished.
void StreamCall::End(const absl::Status& status) {
  record_.dispatcher().streams().Remove(this);
  FinishStream(record_.Conclude(status));
}

}  // namespace mudiriya::server

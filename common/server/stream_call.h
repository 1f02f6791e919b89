#ifndef MUDIRIYA_COMMON_SERVER_STREAM_CALL_H_
#define MUDIRIYA_COMMON_SERVER_STREAM_CALL_H_

#include <grpcpp/alarm.h>
#include <grpcpp/support/server_callback.h>

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "common/call/call.h"
#include "common/call/stream_step.h"
#include "common/server/call_record.h"
#include "common/server/executor.h"
#include "common/server/stream_set.h"
#include "google/protobuf/message.h"

namespace mudiriya::server {

class Dispatcher;

// A server stream goes round: a worker polls the handler, the messages are sent, an alarm waits.
// It holds a worker during the poll only. A stream ends after an hour with UNAVAILABLE: callers
// resume where they were, and are authenticated anew.
class StreamCall : public Task {
 public:
  static constexpr absl::Duration kLongestStream = absl::Hours(1);

  void Start();

  // Task
  absl::Time deadline() const override { return record_.info().deadline; }
  bool cancelled() const override { return record_.info().cancelled; }
  void Run(db::Connection* connection, absl::Duration queued) override;
  void Expire(absl::Duration queued) override;

  // Ends the waiting before its time; called by StreamSet.
  void Wake();

 protected:
  StreamCall(Dispatcher& dispatcher, const grpc::CallbackServerContext& context,
             const google::protobuf::Message& request);
  ~StreamCall() override = default;

  // How the poll's messages, of a type that is not known here, are made and sent.
  struct Polled {
    bool done;
    absl::Duration wait;
  };
  virtual absl::StatusOr<Polled> Poll(Call& call) = 0;
  virtual bool SendNext() = 0;  // false if nothing is left to send
  virtual void FinishStream(const grpc::Status& status) = 0;

  void Sent(bool ok);
  void Cancelled();

 private:
  void Continue();
  void Queue();
  void Wait(absl::Duration duration);
  void Waited();
  void End(const absl::Status& status);

  CallRecord record_;
  const google::protobuf::Message& request_;
  absl::Time end_;
  Polled polled_ = {false, absl::ZeroDuration()};
  std::mutex mutex_;  // guards alarm_, and the flag of cancellation against it
  std::unique_ptr<grpc::Alarm> alarm_;
};

// The part of a stream that knows its types.
template <typename Request, typename Response>
class TypedStream final : public grpc::ServerWriteReactor<Response>, public StreamCall {
 public:
  using Handler = absl::StatusOr<StreamStep<Response>> (*)(Call&, const Request&, std::string&);

  TypedStream(Dispatcher& dispatcher, const grpc::CallbackServerContext& context,
              const Request& request, Handler handler)
      : StreamCall(dispatcher, context, request), request_(request), handler_(handler) {}

  void OnWriteDone(bool ok) override { Sent(ok); }
  void OnCancel() override { Cancelled(); }
  void OnDone() override { delete this; }

 private:
  absl::StatusOr<Polled> Poll(Call& call) override {
    absl::StatusOr<StreamStep<Response>> step = handler_(call, request_, cursor_);
    if (!step.ok()) return std::move(step).status();
    step_ = *std::move(step);
    next_ = 0;
    return Polled{step_.done, step_.wait};
  }

  bool SendNext() override {
    if (next_ == step_.messages.size()) return false;
    this->StartWrite(&step_.messages[next_++]);
    return true;
  }

  void FinishStream(const grpc::Status& status) override { this->Finish(status); }

  const Request& request_;
  const Handler handler_;
  std::string cursor_;
  StreamStep<Response> step_;
  size_t next_ = 0;
};

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_STREAM_CALL_H_

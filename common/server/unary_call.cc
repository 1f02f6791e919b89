#include "common/server/unary_call.h"

#include "common/server/call_record.h"
#include "common/server/dispatcher.h"
#include "common/server/executor.h"
#include "common/status/errors.h"

namespace mudiriya::server {
namespace {

using google::protobuf::Message;

// Owned by gRPC, which says by OnDone that the call is over; that comes after Finish only, so the
// request and the response stay for as long as a worker may use them.
class UnaryCall final : public grpc::ServerUnaryReactor, public Task {
 public:
  UnaryCall(Dispatcher& dispatcher, const grpc::CallbackServerContext& context,
            const Message& request, Message& response, ErasedHandler handler, UnaryInvoker invoke)
      : record_(dispatcher, context),
        request_(request),
        response_(response),
        handler_(handler),
        invoke_(invoke) {}

  void Start() {
    absl::Status admitted = record_.Admit(request_);
    if (!admitted.ok()) return End(admitted);
    switch (record_.dispatcher().parts().executor->Submit(this)) {
      case Executor::Submitted::kAccepted:
        return;
      case Executor::Submitted::kFull:
        return End(QueueFull());
      case Executor::Submitted::kDraining:
        return End(ShuttingDown());
    }
  }

  // Task
  absl::Time deadline() const override { return record_.info().deadline; }
  bool cancelled() const override { return record_.info().cancelled; }

  void Run(db::Connection* connection, absl::Duration queued) override {
    record_.AddQueued(queued);
    Call call(record_.info(), connection, *record_.dispatcher().parts().services);
    End(invoke_(handler_, call, request_, response_));
  }

  void Expire(absl::Duration queued) override {
    record_.AddQueued(queued);
    // gRPC cancels a call whose deadline has passed, so the deadline is asked first.
    const bool late = record_.info().clock->Now() >= deadline();
    End(Error(late ? Reason::DEADLINE_EXCEEDED : Reason::CANCELLED));
  }

  // grpc::ServerUnaryReactor
  void OnCancel() override { record_.info().cancelled = true; }
  void OnDone() override { delete this; }

 private:
  // This may be deleted as soon as Finish is called.
  void End(const absl::Status& status) { Finish(record_.Conclude(status)); }

  CallRecord record_;
  const Message& request_;
  Message& response_;
  const ErasedHandler handler_;
  const UnaryInvoker invoke_;
};

}  // namespace

grpc::ServerUnaryReactor* StartUnary(Dispatcher* dispatcher,
                                     const grpc::CallbackServerContext* context,
                                     const Message& request, Message& response,
                                     ErasedHandler handler, UnaryInvoker invoke) {
  auto* call = new UnaryCall(*dispatcher, *context, request, response, handler, invoke);
  call->Start();
  return call;
}

}  // namespace mudiriya::server

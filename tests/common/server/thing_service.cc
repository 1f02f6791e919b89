#include "tests/common/server/thing_service.h"

#include <string>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "common/status/errors.h"
#include "faulty_service.pb.h"
#include "things_service.grpc.pb.h"

namespace mudiriya::test {

void Gate::Close() {
  const std::lock_guard<std::mutex> lock(mutex_);
  closed_ = true;
}

void Gate::Open() {
  const std::lock_guard<std::mutex> lock(mutex_);
  closed_ = false;
  changed_.notify_all();
}

void Gate::Pass() {
  std::unique_lock<std::mutex> lock(mutex_);
  ++waiting_;
  changed_.notify_all();
  changed_.wait(lock, [this] { return !closed_; });
  --waiting_;
}

void Gate::WaitFor(int waiting) {
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait(lock, [&] { return waiting_ >= waiting; });
}

absl::StatusOr<v1::Thing> GetThing(Call& call, const v1::GetThingRequest& request) {
  call.service<Gate>().Pass();
  v1::Thing thing;
  thing.set_name(request.name());
  thing.set_title(absl::StrCat(call.caller().subject(), "/", LanguageTag(call.language())));
  return thing;
}

absl::StatusOr<v1::ListThingsResponse> ListThings(Call& call, const v1::ListThingsRequest&) {
  v1::ListThingsResponse response;
  const DirectorateScope scope = call.readable();
  if (scope.all) response.add_things()->set_name("all");
  for (const std::string& id : scope.ids) response.add_things()->set_name(id);
  return response;
}

absl::StatusOr<v1::Thing> CreateThing(Call&, const v1::CreateThingRequest& request) {
  return request.thing();
}

absl::StatusOr<v1::Thing> UpdateThing(Call&, const v1::UpdateThingRequest& request) {
  return request.thing();
}

absl::StatusOr<v1::ListThingsResponse> BatchGetThings(Call&,
                                                      const v1::BatchGetThingsRequest& request) {
  v1::ListThingsResponse response;
  for (const std::string& name : request.names()) response.add_things()->set_name(name);
  return response;
}

absl::StatusOr<v1::Thing> FailThing(Call&, const v1::FailThingRequest& request) {
  if (request.code() == 0) return NotFound(request.name());
  return absl::Status(static_cast<absl::StatusCode>(request.code()), request.text());
}

absl::StatusOr<StreamStep<v1::WatchThingsResponse>> WatchThings(
    Call& call, const v1::WatchThingsRequest& request, std::string& cursor) {
  int number = 0;
  static_cast<void>(absl::SimpleAtoi(cursor, &number));
  if (request.fail_after() > 0 && number == request.fail_after()) return NotFound(request.parent());
  StreamStep<v1::WatchThingsResponse> step;
  step.messages.emplace_back().set_number(++number);
  step.done = number == request.last();
  step.wait = call.service<WatchPace>().wait;
  cursor = absl::StrCat(number);
  return step;
}

namespace {

namespace handlers = ::mudiriya::test;

class ThingServiceImpl final : public server::Rpc<v1::ThingService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(GetThing)
  UNARY_RPC(ListThings)
  UNARY_RPC(CreateThing)
  UNARY_RPC(UpdateThing)
  UNARY_RPC(BatchGetThings)
  UNARY_RPC(FailThing)
  STREAM_RPC(WatchThings)
};

}  // namespace

server::Contract ThingContract() { return server::ServedBy<ThingServiceImpl>(); }

std::string FaultyContract(absl::string_view service) {
  return absl::StrCat(v1::Faulty::descriptor()->file()->package(), ".", service);
}

}  // namespace mudiriya::test

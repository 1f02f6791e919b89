#ifndef MUDIRIYA_COMMON_SERVER_RPC_H_
#define MUDIRIYA_COMMON_SERVER_RPC_H_

#include <grpcpp/impl/service_type.h>

#include <memory>

#include "common/call/call.h"
#include "common/call/stream_step.h"
#include "common/server/dispatcher.h"

// The wire side of a service, one line per RPC. A service file reads in full:
//
//   namespace mudiriya::registry {
//   namespace handlers = ::mudiriya::registry;
//   namespace {
//
//   class FacilityServiceImpl final : public server::Rpc<v1::FacilityService> {
//    public:
//     using Rpc::Rpc;
//     UNARY_RPC(GetFacility)
//     UNARY_RPC(ListFacilities)
//     STREAM_RPC(WatchChanges)
//   };
//
//   }  // namespace
//
//   server::Contract FacilityContract() { return server::ServedBy<FacilityServiceImpl>(); }
//
//   }  // namespace mudiriya::registry
//
// where `handlers` names the namespace of the free functions that answer:
//
//   absl::StatusOr<v1::Facility> GetFacility(Call& call, const v1::GetFacilityRequest& request);
//   absl::StatusOr<StreamStep<v1::WatchChangesResponse>> WatchChanges(
//       Call& call, const v1::WatchChangesRequest& request, std::string& cursor);
//
// A method without its line answers UNIMPLEMENTED.

namespace mudiriya::server {

// Base of a service's wire side; `Definition` is the generated class, e.g. v1::FacilityService.
template <typename Definition>
class Rpc : public Definition::CallbackService {
 public:
  using Generated = Definition;
  explicit Rpc(Dispatcher& dispatcher) : dispatcher_(dispatcher) {}

 protected:
  Dispatcher& dispatcher_;
};

// A proto service and what answers it.
struct Contract {
  const char* name;  // "mudiriya.registry.v1.FacilityService"
  std::unique_ptr<grpc::Service> (*make)(Dispatcher&);
};

template <typename Implementation>
Contract ServedBy() {
  return {Implementation::Generated::service_full_name(),
          [](Dispatcher& dispatcher) -> std::unique_ptr<grpc::Service> {
            return std::make_unique<Implementation>(dispatcher);
          }};
}

// The message types of a handler, so that the macros need its name only.
template <typename Handler>
struct HandlerTypes;

template <typename Req, typename Res>
struct HandlerTypes<absl::StatusOr<Res> (*)(Call&, const Req&)> {
  using Request = Req;
  using Response = Res;
};

template <typename Req, typename Res>
struct HandlerTypes<absl::StatusOr<StreamStep<Res>> (*)(Call&, const Req&, std::string&)> {
  using Request = Req;
  using Response = Res;
};

}  // namespace mudiriya::server

#define UNARY_RPC(Method)                                                                         \
  ::grpc::ServerUnaryReactor* Method(                                                             \
      ::grpc::CallbackServerContext* context,                                                     \
      const typename ::mudiriya::server::HandlerTypes<decltype(&handlers::Method)>::Request*      \
          request,                                                                                \
      typename ::mudiriya::server::HandlerTypes<decltype(&handlers::Method)>::Response* response) \
      override {                                                                                  \
    return dispatcher_.Unary(context, request, response, &handlers::Method);                      \
  }

#define STREAM_RPC(Method)                                                                      \
  ::grpc::ServerWriteReactor<                                                                   \
      typename ::mudiriya::server::HandlerTypes<decltype(&handlers::Method)>::Response>*        \
  Method(::grpc::CallbackServerContext* context,                                                \
         const typename ::mudiriya::server::HandlerTypes<decltype(&handlers::Method)>::Request* \
             request) override {                                                                \
    return dispatcher_.Stream(context, request, &handlers::Method);                             \
  }

#endif  // MUDIRIYA_COMMON_SERVER_RPC_H_

#ifndef MUDIRIYA_COMMON_CLIENT_CONTEXT_H_
#define MUDIRIYA_COMMON_CLIENT_CONTEXT_H_

#include <grpcpp/client_context.h>

#include "common/call/call.h"

namespace mudiriya::client {

// Prepares a call to another service on behalf of `call`: the same deadline, trace, request id,
// language and caller (their token goes along, so the other service decides by their rights).
//
//   grpc::ClientContext context;
//   client::Prepare(call, &context);
//   v1::Facility facility;
//   RETURN_IF_ERROR(FromGrpc(call.service<Facilities>().stub->GetFacility(&context, request,
//                                                                         &facility)));
//
// In a periodic task the caller is the service itself.
void Prepare(const Call& call, grpc::ClientContext* context);

}  // namespace mudiriya::client

#endif  // MUDIRIYA_COMMON_CLIENT_CONTEXT_H_

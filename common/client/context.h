#ifndef MUDIRIYA_COMMON_CLIENT_CONTEXT_H_
#define MUDIRIYA_COMMON_CLIENT_CONTEXT_H_

#include <grpcpp/client_context.h>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "common/call/call.h"
#include "common/status/language.h"

namespace mudiriya::client {

// Prepares a call to another service on behalf of `call`: the same deadline, trace, request id,
// language and caller (their token goes along, so the other service decides by their rights). In a
// periodic task the caller is the service itself.
//
//   grpc::ClientContext context;
//   client::Prepare(call, &context);
//   v1::Facility facility;
//   RETURN_IF_ERROR(FromGrpcStatus(call.service<Facilities>().GetFacility(&context, request,
//                                                                         &facility)));
void Prepare(const Call& call, grpc::ClientContext* context);

// The same in the name of the service itself, for what it needs whatever its caller may read.
// Returns the error of fetching a token.
absl::Status PrepareAsService(const Call& call, grpc::ClientContext* context);

// Prepares a call of a program that is no service, such as the command line.
void Prepare(absl::string_view token, Language language, grpc::ClientContext* context);

}  // namespace mudiriya::client

#endif  // MUDIRIYA_COMMON_CLIENT_CONTEXT_H_

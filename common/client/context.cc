#include "common/client/context.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "common/client/service_identity.h"
#include "common/status/macros.h"

namespace mudiriya::client {
namespace {

void PrepareAs(const std::string& authorization, const Call& call, grpc::ClientContext* context) {
  if (call.deadline() < absl::InfiniteFuture()) {
    context->set_deadline(absl::ToChronoTime(call.deadline()));
  }
  context->AddMetadata("authorization", authorization);
  context->AddMetadata("traceparent", call.trace().Header());
  context->AddMetadata("x-request-id", call.request_id());
  context->AddMetadata("accept-language", std::string(LanguageTag(call.language())));
}

}  // namespace

void Prepare(const Call& call, grpc::ClientContext* context) {
  PrepareAs(call.authorization(), call, context);
}

absl::Status PrepareAsService(const Call& call, grpc::ClientContext* context) {
  ASSIGN_OR_RETURN(const std::string authorization,
                   call.service<ServiceIdentity>().Authorization(call.now()));
  PrepareAs(authorization, call, context);
  return absl::OkStatus();
}

void Prepare(absl::string_view token, Language language, grpc::ClientContext* context) {
  context->AddMetadata("authorization", absl::StrCat("Bearer ", token));
  context->AddMetadata("accept-language", std::string(LanguageTag(language)));
}

}  // namespace mudiriya::client

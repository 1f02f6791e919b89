#include "common/status/grpc_status.h"

#include <map>
#include <string>
#include <utility>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "common/status/payload.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

namespace mudiriya {
namespace {

// absl visits payloads in an order of its own choosing; sorted, the same error is the same bytes.
google::rpc::Status Pack(const absl::Status& status) {
  std::map<std::string, std::string> details;
  status.ForEachPayload([&](absl::string_view url, const absl::Cord& payload) {
    if (!IsInternalPayload(url)) details.emplace(std::string(url), std::string(payload));
  });
  google::rpc::Status packed;
  packed.set_code(static_cast<int>(status.code()));
  packed.set_message(std::string(status.message()));
  for (auto& [url, value] : details) {
    auto* detail = packed.add_details();
    detail->set_type_url(url);
    detail->set_value(std::move(value));
  }
  return packed;
}

// The error with as many of its violations, from the first, as fit in `size` bytes.
absl::Status KeepViolations(const absl::Status& status, size_t size) {
  google::rpc::BadRequest all;
  google::rpc::ErrorInfo info;
  if (!GetPayload(status, all) || !GetPayload(status, info)) return status;
  google::rpc::BadRequest kept;
  for (const auto& violation : all.field_violations()) {
    *kept.add_field_violations() = violation;
    if (kept.ByteSizeLong() <= size) continue;
    kept.mutable_field_violations()->RemoveLast();
    break;
  }
  const int omitted = all.field_violations_size() - kept.field_violations_size();
  (*info.mutable_metadata())["omitted_violations"] = absl::StrCat(omitted);
  absl::Status shorter = status;
  SetPayload(shorter, kept);
  SetPayload(shorter, info);
  return shorter;
}

std::string Details(const absl::Status& status) {
  const google::rpc::Status packed = Pack(status);
  if (packed.ByteSizeLong() <= kMaxDetailBytes) return packed.SerializeAsString();
  google::rpc::BadRequest violations;
  GetPayload(status, violations);
  const size_t rest = packed.ByteSizeLong() - violations.ByteSizeLong();
  const size_t room = rest < kMaxDetailBytes ? kMaxDetailBytes - rest : 0;
  return Pack(KeepViolations(status, room)).SerializeAsString();
}

}  // namespace

grpc::Status ToGrpcStatus(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  return grpc::Status(static_cast<grpc::StatusCode>(status.code()), std::string(status.message()),
                      Details(status));
}

absl::Status FromGrpcStatus(const grpc::Status& status) {
  absl::Status result(static_cast<absl::StatusCode>(status.error_code()), status.error_message());
  google::rpc::Status packed;
  if (!packed.ParseFromString(status.error_details())) return result;
  for (const auto& detail : packed.details()) {
    // What is internal to a peer is not ours to believe.
    if (IsInternalPayload(detail.type_url())) continue;
    result.SetPayload(detail.type_url(), absl::Cord(detail.value()));
  }
  return result;
}

}  // namespace mudiriya

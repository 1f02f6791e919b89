#ifndef MUDIRIYA_COMMON_STATUS_PAYLOAD_H_
#define MUDIRIYA_COMMON_STATUS_PAYLOAD_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/cord.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace mudiriya {

// A payload under this prefix is for use inside a process: the converter to grpc::Status drops it.
inline constexpr absl::string_view kInternalPayload = "internal.mudiriya.health/";

inline bool IsInternalPayload(absl::string_view url) {
  return absl::StartsWith(url, kInternalPayload);
}

// The URL under which a message type travels in google.rpc.Status.details.
template <typename Message>
std::string PayloadUrl() {
  return absl::StrCat("type.googleapis.com/", Message::descriptor()->full_name());
}

// Attaches a message to an error, in place of one of the same URL. No effect on OK.
template <typename Message>
void SetPayload(absl::Status& status, const Message& message,
                absl::string_view url = PayloadUrl<Message>()) {
  status.SetPayload(url, absl::Cord(message.SerializeAsString()));
}

// Reads an attached message into `message`. False if there is none or it does not parse.
template <typename Message>
bool GetPayload(const absl::Status& status, Message& message,
                absl::string_view url = PayloadUrl<Message>()) {
  const auto payload = status.GetPayload(url);
  return payload.has_value() && message.ParseFromString(std::string(*payload));
}

}  // namespace mudiriya

#endif  // MUDIRIYA_COMMON_STATUS_PAYLOAD_H_

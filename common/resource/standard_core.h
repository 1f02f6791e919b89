#ifndef MUDIRIYA_COMMON_RESOURCE_STANDARD_CORE_H_
#define MUDIRIYA_COMMON_RESOURCE_STANDARD_CORE_H_

#include "absl/status/status.h"
#include "common/call/call.h"
#include "common/resource/hooks.h"
#include "common/resource/list_query.h"
#include "common/resource/table_core.h"
#include "google/protobuf/message.h"

// The standard methods over any message; standard.h gives them their types and says what they do.
namespace mudiriya::resource::standard::core {

using google::protobuf::Message;

absl::Status Get(Call& call, const TableCore& table, const Message& request, Message& row);
absl::Status List(Call& call, const TableCore& table, const Message& request,
                  const Condition& condition, Message& response);
absl::Status Create(Call& call, const TableCore& table, const Message& request,
                    const MessageHooks& hooks, Message& row);
absl::Status Update(Call& call, const TableCore& table, const Message& request,
                    const MessageHooks& hooks, Message& row);
absl::Status Delete(Call& call, const TableCore& table, const Message& request,
                    const MessageHooks& hooks, Message& response);
absl::Status Undelete(Call& call, const TableCore& table, const Message& request,
                      const MessageHooks& hooks, Message& row);

}  // namespace mudiriya::resource::standard::core

#endif  // MUDIRIYA_COMMON_RESOURCE_STANDARD_CORE_H_

#include "common/call/call.h"

#include "common/db/connection.h"

namespace mudiriya {

Call::Call(const CallInfo& info, db::Connection* connection, const Services& services)
    : info_(info), connection_(connection), services_(services) {
  if (connection_ != nullptr) connection_->set_deadline(info_.deadline);
}

bool Call::cancelled() const {
  return info_.cancelled.load(std::memory_order_relaxed) || now() >= info_.deadline;
}

}  // namespace mudiriya

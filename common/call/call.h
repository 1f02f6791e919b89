#ifndef MUDIRIYA_COMMON_CALL_CALL_H_
#define MUDIRIYA_COMMON_CALL_CALL_H_

#include <atomic>
#include <memory>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "common/call/caller.h"
#include "common/call/clock.h"
#include "common/call/services.h"
#include "common/call/trace.h"
#include "common/status/language.h"

namespace mudiriya {

namespace db {
class Connection;
}  // namespace db

// What the dispatcher learnt about a call before it queued it.
struct CallInfo {
  absl::string_view method;      // "mudiriya.registry.v1.FacilityService.GetFacility"; outlives us
  absl::string_view permission;  // the method's own, "registry.facilities.read"; outlives us
  std::shared_ptr<const Caller> caller;
  absl::Time deadline = absl::InfiniteFuture();
  Language language = Language::kEnglish;
  std::string request_id;  // `x-request-id` of the caller, or one of our own; for logs
  Trace trace;
  std::string authorization;  // the caller's header, passed on to the services that we call
  const Clock* clock = &Clock::System();
  std::atomic<bool> cancelled = false;
};

// What a handler knows about the call that it answers, and the database session that is its own
// while it does. It holds no gRPC type, so that rules build and test without gRPC. Used by one
// thread at a time.
class Call {
 public:
  // `connection` may be null for a service that stores nothing; otherwise it is given the call's
  // deadline. All three must outlive the call.
  Call(const CallInfo& info, db::Connection* connection, const Services& services);

  const Caller& caller() const { return *info_.caller; }
  absl::string_view method() const { return info_.method; }
  absl::string_view permission() const { return info_.permission; }
  absl::Time deadline() const { return info_.deadline; }
  Language language() const { return info_.language; }
  const std::string& request_id() const { return info_.request_id; }
  const Trace& trace() const { return info_.trace; }
  const std::string& authorization() const { return info_.authorization; }

  // The time now. Ask once and use the answer throughout, so that a response agrees with itself.
  absl::Time now() const { return info_.clock->Now(); }
  const Clock& clock() const { return *info_.clock; }

  // Whether nobody waits for the answer any more: the caller has gone, or the deadline is over.
  // Long computations ask now and then, and return CANCELLED.
  bool cancelled() const;

  // The worker's database session. Must not be asked for in a service without a database.
  db::Connection& db() const { return *connection_; }

  // A dependency that the service declared at start (see Services).
  template <typename T>
  T& service() const {
    return services_.Get<T>();
  }

  // Where the caller holds the permission, or this method's own: what `directorates/-` reads.
  DirectorateScope readable(absl::string_view permission) const {
    return caller().Scope(permission);
  }
  DirectorateScope readable() const { return readable(permission()); }

 private:
  const CallInfo& info_;
  db::Connection* const connection_;
  const Services& services_;
};

}  // namespace mudiriya

#endif  // MUDIRIYA_COMMON_CALL_CALL_H_

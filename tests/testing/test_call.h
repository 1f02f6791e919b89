#ifndef MUDIRIYA_TESTS_TESTING_TEST_CALL_H_
#define MUDIRIYA_TESTS_TESTING_TEST_CALL_H_

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "common/call/call.h"
#include "common/db/connection.h"

namespace mudiriya::testing {

// A call as a handler receives it, for tests of handlers without a server:
//
//   TestCall call(&database.connection(), {"homs:planner"});
//   EXPECT_THAT(GetFacility(*call, request), IsOk());
//
// `method` and `permission` must outlive it: give literals.
class TestCall {
 public:
  explicit TestCall(db::Connection* connection,
                    const std::vector<std::string>& roles = {"*:administrator"},
                    absl::string_view permission = "test.things.read",
                    absl::string_view method = "mudiriya.test.v1.TestService.Test",
                    const Clock* clock = &Clock::System(), std::string subject = "tester")
      : info_(std::make_unique<CallInfo>()), services_(std::make_unique<Services>()) {
    std::vector<Grant> grants;
    for (const std::string& role : roles) grants.push_back(ParseGrant(role).value());
    info_->method = method;
    info_->permission = permission;
    info_->caller = std::make_shared<const Caller>(std::move(subject), std::move(grants));
    info_->clock = clock;
    info_->trace = ContinueTrace("");
    info_->request_id = "test-request";
    call_ = std::make_unique<Call>(*info_, connection, *services_);
  }

  Call& operator*() { return *call_; }
  Call* operator->() { return call_.get(); }

  // What the dispatcher would have learnt; to be changed before the call is used.
  CallInfo& info() { return *info_; }
  Services& services() { return *services_; }

 private:
  std::unique_ptr<CallInfo> info_;
  std::unique_ptr<Services> services_;  // where the call looks for them, also after a move
  std::unique_ptr<Call> call_;
};

}  // namespace mudiriya::testing

#endif  // MUDIRIYA_TESTS_TESTING_TEST_CALL_H_

#include "common/call/call.h"

#include <memory>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/fake_clock.h"
#include "tests/testing/test_call.h"

namespace mudiriya {
namespace {

using ::mudiriya::testing::FakeClock;
using ::mudiriya::testing::TestCall;
using ::testing::ElementsAre;

struct Cipher {
  std::string key;
};
struct Absent {};

TEST(CallTest, ReadableIsWhereTheMethodsOwnPermissionIsHeld) {
  TestCall call(nullptr, {"homs:viewer", "assiut:partner"}, "registry.areas.read");
  EXPECT_THAT(call->readable().ids, ElementsAre("homs"));
  EXPECT_TRUE(call->readable("staffing.staff_members.read").empty());
}

TEST(CallTest, GivesTheServicesDependencies) {
  TestCall call(nullptr);
  call.services().Add(std::make_shared<Cipher>(Cipher{"k"}));
  EXPECT_EQ(call->service<Cipher>().key, "k");
}

TEST(CallDeathTest, StopsTheProcessOverADependencyThatWasNeverAdded) {
  TestCall call(nullptr);
  EXPECT_DEATH(call->service<Absent>(), "its service never added");
}

TEST(CallTest, IsCancelledByTheCallerOrByTheDeadline) {
  FakeClock clock;
  TestCall call(nullptr, {}, "a.b.read", "m", &clock);
  call.info().deadline = clock.Now() + absl::Seconds(1);
  EXPECT_FALSE(call->cancelled());
  clock.Advance(absl::Seconds(1));
  EXPECT_TRUE(call->cancelled());
  call.info().deadline = absl::InfiniteFuture();
  EXPECT_FALSE(call->cancelled());
  call.info().cancelled = true;
  EXPECT_TRUE(call->cancelled());
}

TEST(CallTest, GivesTheDatabaseSessionItsDeadline) {
  db::Connection connection({});
  CallInfo info;
  info.caller = std::make_shared<const Caller>();
  info.deadline = absl::FromUnixSeconds(1'770'624'000);
  const Services services;
  const Call call(info, &connection, services);
  EXPECT_EQ(connection.deadline(), info.deadline);
  EXPECT_EQ(&call.db(), &connection);
}

}  // namespace
}  // namespace mudiriya

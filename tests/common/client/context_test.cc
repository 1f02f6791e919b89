#include "common/client/context.h"

#include <grpcpp/test/client_context_test_peer.h>

#include <map>
#include <memory>
#include <string>

#include "common/client/service_identity.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/fake_clock.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/test_call.h"

namespace mudiriya::client {
namespace {

using ::mudiriya::testing::FakeClock;
using ::mudiriya::testing::StatusIs;
using ::mudiriya::testing::TestCall;
using ::testing::Contains;
using ::testing::Pair;

using Metadata = std::multimap<std::string, std::string>;

Metadata Sent(grpc::ClientContext* context) {
  return grpc::testing::ClientContextTestPeer(context).GetSendInitialMetadata();
}

class ContextTest : public ::testing::Test {
 protected:
  ContextTest() {
    CallInfo& info = call_.info();
    info.authorization = "Bearer callers";
    info.language = Language::kArabic;
    info.trace = ContinueTrace("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    info.request_id = "r-1";
    info.deadline = clock_.Now() + absl::Seconds(5);
  }

  FakeClock clock_;
  TestCall call_{nullptr, {}, "a.b.read", "m", &clock_};
  grpc::ClientContext context_;
};

TEST_F(ContextTest, PassesOnWhoAsksAndUntilWhen) {
  Prepare(*call_, &context_);
  const Metadata metadata = Sent(&context_);
  EXPECT_THAT(metadata, Contains(Pair("authorization", "Bearer callers")));
  EXPECT_THAT(metadata, Contains(Pair("accept-language", "ar")));
  EXPECT_THAT(metadata, Contains(Pair("x-request-id", "r-1")));
  EXPECT_THAT(metadata, Contains(Pair("traceparent", call_->trace().Header())));
  EXPECT_EQ(absl::FromChrono(context_.deadline()), call_->deadline());
}

TEST_F(ContextTest, AsksInItsOwnNameWhenToldTo) {
  call_.services().Add(
      std::make_shared<ServiceIdentity>([](absl::Time) { return std::string("own"); }));
  ASSERT_OK(PrepareAsService(*call_, &context_));
  EXPECT_THAT(Sent(&context_), Contains(Pair("authorization", "Bearer own")));
}

TEST_F(ContextTest, AProgramGivesItsTokenAndLanguage) {
  Prepare("mine", Language::kFrench, &context_);
  EXPECT_THAT(Sent(&context_), Contains(Pair("authorization", "Bearer mine")));
  EXPECT_THAT(Sent(&context_), Contains(Pair("accept-language", "fr")));
}

TEST(ServiceIdentityTest, RenewsItsToken) {
  FakeClock clock;
  int fetched = 0;
  ServiceIdentity identity([&](absl::Time) { return std::to_string(++fetched); });
  ASSERT_OK_AND_ASSIGN(const std::string first, identity.Authorization(clock.Now()));
  EXPECT_EQ(first, "Bearer 1");
  EXPECT_EQ(identity.Authorization(clock.Now()).value(), "Bearer 1");
  clock.Advance(ServiceIdentity::kRenewAfter);
  EXPECT_EQ(identity.Authorization(clock.Now()).value(), "Bearer 2");
}

TEST(ServiceIdentityTest, TellsThatNoTokenCanBeFetched) {
  ServiceIdentity identity([](absl::Time) { return absl::NotFoundError("no file"); });
  EXPECT_THAT(identity.Authorization(absl::UnixEpoch()), StatusIs(absl::StatusCode::kNotFound));
}

}  // namespace
}  // namespace mudiriya::client

// Calls between the door and the worker: full queue, late, cancelled, draining, health.

#include <future>
#include <memory>
#include <string>
#include <thread>

#include "common/status/errors.h"
#include "common/status/payload.h"
#include "gmock/gmock.h"
#include "google/rpc/error_details.pb.h"
#include "gtest/gtest.h"
#include "tests/common/server/thing_server.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::test {
namespace {

using ::mudiriya::testing::HasError;

constexpr char kViewer[] = "u1 homs:viewer";
constexpr char kName[] = "directorates/homs/things/a";

// A call that is on its way on a thread of its own.
std::future<absl::Status> Begin(ThingServer& server) {
  return std::async(std::launch::async, [&server] { return server.Get(kViewer, kName).status(); });
}

void WaitForQueue(ThingServer& server, size_t length) {
  while (server.executor().queue_length() < length) std::this_thread::yield();
}

// Holds the only worker, so that further calls wait.
class QueueTest : public ::testing::Test {
 protected:
  QueueTest() : server_(/*workers=*/1, /*queue=*/1) {
    server_.gate().Close();
    held_ = Begin(server_);
    server_.gate().WaitFor(1);
  }

  ThingServer server_;
  std::future<absl::Status> held_;
};

TEST_F(QueueTest, AFullQueueAsksTheCallerToComeAgain) {
  auto queued = Begin(server_);
  WaitForQueue(server_, 1);
  const absl::Status status = server_.Get(kViewer, kName).status();
  EXPECT_THAT(status, HasError(Reason::QUEUE_FULL));
  google::rpc::RetryInfo retry;
  ASSERT_TRUE(GetPayload(status, retry));
  EXPECT_GE(retry.retry_delay().seconds(), 1);
  server_.gate().Open();
  EXPECT_OK(held_.get());
  EXPECT_OK(queued.get());
}

TEST_F(QueueTest, HealthDoesNotWaitBehindWork) {
  auto queued = Begin(server_);
  WaitForQueue(server_, 1);
  EXPECT_TRUE(IsServing(*server_.channel(), ""));
  server_.gate().Open();
}

TEST_F(QueueTest, ALateCallIsDroppedWithoutItsHandler) {
  ThingServer::Context context(kViewer);
  context->set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(20));
  v1::GetThingRequest request;
  request.set_name(kName);
  v1::Thing thing;
  EXPECT_EQ(server_.stub().GetThing(context.get(), request, &thing).error_code(),
            grpc::StatusCode::DEADLINE_EXCEEDED);
  server_.gate().Open();
  EXPECT_OK(held_.get());
  server_.executor().Drain();
  EXPECT_THAT(server_.metrics().Text(), ::testing::HasSubstr("code=\"DEADLINE_EXCEEDED\""));
}

TEST_F(QueueTest, ACancelledCallIsDroppedWithoutItsHandler) {
  auto context = std::make_shared<ThingServer::Context>(kViewer);
  auto call = std::async(std::launch::async, [&] {
    v1::GetThingRequest request;
    request.set_name(kName);
    v1::Thing thing;
    return server_.stub().GetThing(context->get(), request, &thing).error_code();
  });
  WaitForQueue(server_, 1);
  context->get()->TryCancel();
  EXPECT_EQ(call.get(), grpc::StatusCode::CANCELLED);
  server_.gate().Open();
  EXPECT_OK(held_.get());
}

TEST_F(QueueTest, DrainingFinishesWhatWasAcceptedAndRefusesTheRest) {
  auto queued = Begin(server_);
  WaitForQueue(server_, 1);
  std::thread drain([&] { server_.executor().Drain(); });
  absl::Status refused;
  // Until draining begins the queue is full.
  do {
    refused = server_.Get(kViewer, kName).status();
  } while (HasReason(refused, Reason::QUEUE_FULL));
  EXPECT_THAT(refused, HasError(Reason::SHUTTING_DOWN));
  server_.gate().Open();
  drain.join();
  EXPECT_OK(held_.get());
  EXPECT_OK(queued.get());
}

}  // namespace
}  // namespace mudiriya::test

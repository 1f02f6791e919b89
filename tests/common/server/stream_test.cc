#include <future>
#include <string>
#include <thread>
#include <vector>

#include "common/status/errors.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/common/server/thing_server.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::test {
namespace {

using ::mudiriya::testing::HasError;
using ::mudiriya::testing::IsOk;
using ::testing::ElementsAre;

constexpr char kViewer[] = "u1 homs:viewer";

v1::WatchThingsRequest Watch(int last, int fail_after = 0) {
  v1::WatchThingsRequest request;
  request.set_parent("directorates/homs");
  request.set_last(last);
  request.set_fail_after(fail_after);
  return request;
}

// Reads a stream to its end.
absl::Status ReadAll(ThingServer& server, const v1::WatchThingsRequest& request,
                     std::vector<int>* numbers, absl::string_view token = kViewer) {
  ThingServer::Context context(token);
  auto reader = server.stub().WatchThings(context.get(), request);
  v1::WatchThingsResponse response;
  while (reader->Read(&response)) numbers->push_back(response.number());
  return FromGrpcStatus(reader->Finish());
}

TEST(StreamTest, SendsWhatEachPollBrings) {
  ThingServer server;
  std::vector<int> numbers;
  EXPECT_THAT(ReadAll(server, Watch(5), &numbers), IsOk());
  EXPECT_THAT(numbers, ElementsAre(1, 2, 3, 4, 5));
}

TEST(StreamTest, ThePollThatFailsEndsTheStream) {
  ThingServer server;
  std::vector<int> numbers;
  EXPECT_THAT(ReadAll(server, Watch(0, 2), &numbers), HasError(Reason::NOT_FOUND));
  EXPECT_THAT(numbers, ElementsAre(1, 2));
}

TEST(StreamTest, IsAuthorizedAsACallIs) {
  ThingServer server;
  std::vector<int> numbers;
  EXPECT_THAT(ReadAll(server, Watch(1), &numbers, "u1 assiut:viewer"), HasError(Reason::NOT_FOUND));
  EXPECT_THAT(ReadAll(server, Watch(1), &numbers, "u1 homs:partner"),
              HasError(Reason::PERMISSION_DENIED));
  EXPECT_THAT(numbers, ::testing::IsEmpty());
}

// One worker, and a stream that waits for an hour between two polls: calls get through.
TEST(StreamTest, AWaitingStreamHoldsNoWorker) {
  ThingServer server(/*workers=*/1, /*queue=*/4, /*watch_wait=*/absl::Hours(1));
  ThingServer::Context context(kViewer);
  auto reader = server.stub().WatchThings(context.get(), Watch(0));
  v1::WatchThingsResponse response;
  ASSERT_TRUE(reader->Read(&response));
  EXPECT_OK(server.Get(kViewer, "directorates/homs/things/a"));
  context->TryCancel();
  EXPECT_EQ(reader->Finish().error_code(), grpc::StatusCode::CANCELLED);
}

TEST(StreamTest, AStoppingServerEndsWaitingStreamsSoThatCallersResumeElsewhere) {
  ThingServer server(/*workers=*/1, /*queue=*/4, /*watch_wait=*/absl::Hours(1));
  ThingServer::Context context(kViewer);
  auto reader = server.stub().WatchThings(context.get(), Watch(0));
  v1::WatchThingsResponse response;
  ASSERT_TRUE(reader->Read(&response));
  server.dispatcher().EndStreams();
  EXPECT_FALSE(reader->Read(&response));
  EXPECT_THAT(FromGrpcStatus(reader->Finish()), HasError(Reason::SHUTTING_DOWN));
}

TEST(StreamTest, ManyStreamsShareOneWorker) {
  ThingServer server(/*workers=*/1, /*queue=*/64);
  std::vector<std::future<std::vector<int>>> streams;
  for (int i = 0; i < 16; ++i) {
    streams.push_back(std::async(std::launch::async, [&server] {
      std::vector<int> numbers;
      EXPECT_OK(ReadAll(server, Watch(20), &numbers));
      return numbers;
    }));
  }
  for (auto& stream : streams) EXPECT_EQ(stream.get().size(), 20u);
}

TEST(StreamTest, StreamsGiveWayWhenTheQueueIsFull) {
  ThingServer server(/*workers=*/1, /*queue=*/1);
  server.gate().Close();
  auto held = std::async(std::launch::async, [&] {
    return server.Get(kViewer, "directorates/homs/things/a").status();
  });
  server.gate().WaitFor(1);
  auto queued = std::async(std::launch::async, [&] {
    return server.Get(kViewer, "directorates/homs/things/b").status();
  });
  while (server.executor().queue_length() < 1) std::this_thread::yield();
  std::vector<int> numbers;
  auto stream = std::async(std::launch::async, [&] { return ReadAll(server, Watch(1), &numbers); });
  server.gate().Open();
  EXPECT_OK(held.get());
  EXPECT_OK(queued.get());
  EXPECT_OK(stream.get());
  EXPECT_THAT(numbers, ElementsAre(1));
}

}  // namespace
}  // namespace mudiriya::test

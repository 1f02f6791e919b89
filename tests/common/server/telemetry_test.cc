// What an operator sees of a call, and what nobody sees.

#include "common/server/telemetry.h"

#include <spdlog/sinks/ostream_sink.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "common/server/json_line.h"
#include "common/server/log.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/common/server/thing_server.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::test {
namespace {

using ::mudiriya::testing::StatusIs;
using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

class TelemetryTest : public ::testing::Test {
 protected:
  TelemetryTest() {
    EXPECT_OK(server::InitLog(
        "info", std::make_shared<spdlog::sinks::ostream_sink_mt>(out_, /*force_flush=*/true)));
    server_ = std::make_unique<ThingServer>();
  }
  ~TelemetryTest() override { spdlog::set_default_logger(before_); }

  // The log so far; every line is an object.
  json Line() {
    server_->executor().Drain();
    return json::parse(out_.str(), nullptr, /*allow_exceptions=*/false);
  }

  const std::shared_ptr<spdlog::logger> before_ = spdlog::default_logger();
  std::ostringstream out_;
  std::unique_ptr<ThingServer> server_;
};

TEST_F(TelemetryTest, ACallLeavesOneLine) {
  ASSERT_OK(server_->Get("u1 homs:viewer", "directorates/homs/things/a"));
  const json line = Line();
  ASSERT_TRUE(line.is_object()) << out_.str();
  EXPECT_EQ(line["event"], "call");
  EXPECT_EQ(line["level"], "info");
  EXPECT_EQ(line["method"], "mudiriya.test.v1.ThingService.GetThing");
  EXPECT_EQ(line["code"], "OK");
  EXPECT_EQ(line["directorate"], "homs");
  EXPECT_EQ(line["caller"], server::CallerHash("u1"));
  EXPECT_EQ(line["trace"].get<std::string>().size(), 32u);
  EXPECT_GE(line["ms"].get<double>(), line["queue_ms"].get<double>());
}

TEST_F(TelemetryTest, ARefusedTokenIsExplainedToTheOperatorOnly) {
  EXPECT_THAT(server_->Get("broken", "directorates/homs/things/a"),
              StatusIs(absl::StatusCode::kUnauthenticated, Not(HasSubstr("signature"))));
  const json line = Line();
  EXPECT_EQ(line["refusal"], "token's signature is wrong");
  EXPECT_FALSE(line.contains("caller"));
}

TEST_F(TelemetryTest, TheCallersTraceAndRequestIdGoOn) {
  ThingServer::Context context("u1 homs:viewer");
  context->AddMetadata("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  context->AddMetadata("x-request-id", "r-42");
  v1::GetThingRequest request;
  request.set_name("directorates/homs/things/a");
  v1::Thing thing;
  ASSERT_TRUE(server_->stub().GetThing(context.get(), request, &thing).ok());
  const json line = Line();
  EXPECT_EQ(line["trace"], "4bf92f3577b34da6a3ce929d0e0e4736");
  EXPECT_EQ(line["request"], "r-42");
}

// Each value a caller can send is marked; none may reach the log.
TEST_F(TelemetryTest, NoFieldOfARequestAndNoNameOfACallerIsLogged) {
  ThingServer::Context context("MARKED-subject homs:administrator");
  context->AddMetadata("x-request-id", "MARKED request id");
  context->AddMetadata("traceparent", "MARKED");
  context->AddMetadata("x-other", "MARKED");
  v1::CreateThingRequest request;
  request.set_parent("directorates/homs");
  request.mutable_thing()->set_name("directorates/homs/things/MARKED");
  request.mutable_thing()->set_title("MARKED title");
  v1::Thing thing;
  EXPECT_FALSE(server_->stub().CreateThing(context.get(), request, &thing).ok());
  EXPECT_FALSE(server_->Get("MARKED-2 homs:viewer", "directorates/MARKED/things/x").ok());
  EXPECT_FALSE(server_->Get("MARKED-2 homs:viewer", "directorates/marked'; --/things/x").ok());
  server_->executor().Drain();
  EXPECT_THAT(out_.str(), HasSubstr("\"event\":\"call\""));
  EXPECT_THAT(out_.str(), Not(HasSubstr("MARKED")));
  EXPECT_THAT(out_.str(), Not(HasSubstr("marked")));
}

TEST_F(TelemetryTest, CountsCallsByMethodAndCode) {
  ASSERT_OK(server_->Get("u1 homs:viewer", "directorates/homs/things/a"));
  EXPECT_FALSE(server_->Get("u1 homs:viewer", "directorates/assiut/things/a").ok());
  server_->executor().Drain();
  const std::string text = server_->metrics().Text();
  const std::string method = "method=\"mudiriya.test.v1.ThingService.GetThing\"";
  EXPECT_THAT(text, HasSubstr("mudiriya_calls_total{code=\"OK\"," + method));
  EXPECT_THAT(text, HasSubstr("mudiriya_calls_total{code=\"NOT_FOUND\"," + method));
  EXPECT_THAT(text, HasSubstr("mudiriya_call_seconds_count{" + method + ",service=\"test\"} 2"));
}

TEST(MetricsTest, ReadsTheQueueWhenAsked) {
  server::Executor executor({.workers = 1});
  server::Metrics metrics;
  metrics.Watch("registry", executor);
  EXPECT_THAT(metrics.Text(), HasSubstr("mudiriya_queue_length{service=\"registry\"} 0"));
}

TEST(LogTest, RefusesAnUnknownLevel) {
  EXPECT_THAT(server::InitLog("loud"), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST(LogTest, CallersAreToldApartByAHash) {
  EXPECT_EQ(server::CallerHash("a"), server::CallerHash("a"));
  EXPECT_NE(server::CallerHash("a"), server::CallerHash("b"));
  EXPECT_EQ(server::CallerHash("a").size(), 16u);
}

TEST(JsonLineTest, EscapesWhatJsonDoesNotAllow) {
  server::JsonLine line;
  line.Text("a", "\"\\\n\x01 مديرية").Number("b", 1.5);
  const std::string text = line.Finish();
  EXPECT_EQ(text, "{\"a\":\"\\\"\\\\\\u000a\\u0001 مديرية\",\"b\":1.500}");
  EXPECT_FALSE(json::parse(text, nullptr, false).is_discarded());
}

}  // namespace
}  // namespace mudiriya::test

// Who may call what: authentication, permissions, directorates.

#include <string>
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

class AccessTest : public ::testing::Test {
 protected:
  absl::Status Create(absl::string_view token, const std::string& parent) {
    ThingServer::Context context(token);
    v1::CreateThingRequest request;
    request.set_parent(parent);
    request.mutable_thing()->set_title("ok");
    v1::Thing thing;
    return FromGrpcStatus(server_.stub().CreateThing(context.get(), request, &thing));
  }

  absl::Status Update(absl::string_view token, const std::string& name) {
    ThingServer::Context context(token);
    v1::UpdateThingRequest request;
    request.mutable_thing()->set_name(name);
    request.mutable_thing()->set_title("ok");
    v1::Thing thing;
    return FromGrpcStatus(server_.stub().UpdateThing(context.get(), request, &thing));
  }

  absl::Status BatchGet(absl::string_view token, const std::string& parent,
                        const std::vector<std::string>& names) {
    ThingServer::Context context(token);
    v1::BatchGetThingsRequest request;
    request.set_parent(parent);
    for (const std::string& name : names) request.add_names(name);
    v1::ListThingsResponse response;
    return FromGrpcStatus(server_.stub().BatchGetThings(context.get(), request, &response));
  }

  absl::StatusOr<std::vector<std::string>> List(absl::string_view token,
                                                const std::string& parent) {
    ThingServer::Context context(token);
    v1::ListThingsRequest request;
    request.set_parent(parent);
    v1::ListThingsResponse response;
    const absl::Status status =
        FromGrpcStatus(server_.stub().ListThings(context.get(), request, &response));
    if (!status.ok()) return status;
    std::vector<std::string> names;
    for (const v1::Thing& thing : response.things()) names.push_back(thing.name());
    return names;
  }

  ThingServer server_;
};

TEST_F(AccessTest, LetsInWhoHoldsThePermission) {
  ASSERT_OK_AND_ASSIGN(const v1::Thing thing, server_.Get(kViewer, "directorates/homs/things/a"));
  EXPECT_EQ(thing.title(), "u1/en");
  EXPECT_THAT(Create("u1 homs:administrator", "directorates/homs"), IsOk());
  EXPECT_THAT(Update("u1 homs:administrator", "directorates/homs/things/a"), IsOk());
}

// Whatever is wrong with a token, the caller hears the same, down to the last byte.
TEST_F(AccessTest, RefusesEveryBadTokenAlike) {
  std::vector<std::string> bodies;
  for (const char* authorization : {"", "Bearer", "Bearer broken", "Basic dTpw", "junk"}) {
    grpc::ClientContext context;
    if (*authorization != '\0') context.AddMetadata("authorization", authorization);
    v1::GetThingRequest request;
    v1::Thing thing;
    const grpc::Status status = server_.stub().GetThing(&context, request, &thing);
    EXPECT_EQ(status.error_code(), grpc::StatusCode::UNAUTHENTICATED) << authorization;
    EXPECT_THAT(FromGrpcStatus(status), HasError(Reason::UNAUTHENTICATED));
    bodies.push_back(status.error_message() + status.error_details());
  }
  EXPECT_THAT(bodies, ::testing::Each(bodies.front()));
}

TEST_F(AccessTest, DeniesAMissingPermissionByItsName) {
  const absl::Status status = Create(kViewer, "directorates/homs");
  EXPECT_THAT(status, HasError(Reason::PERMISSION_DENIED));
  EXPECT_EQ(ArgumentOf(status, "permission"), "registry.facilities.write");
  EXPECT_THAT(Update(kViewer, "directorates/homs/things/a"), HasError(Reason::PERMISSION_DENIED));
}

// A caller cannot tell a directorate of others from one that does not exist, nor either from a
// thing that a handler did not find.
TEST_F(AccessTest, HidesWhichDirectoratesExist) {
  const std::string hidden = "directorates/assiut/things/a";
  const absl::Status refused = server_.Get(kViewer, hidden).status();
  EXPECT_THAT(refused, HasError(Reason::NOT_FOUND));
  ThingServer::Context context("u1 *:administrator");
  v1::FailThingRequest request;
  request.set_name(hidden);
  v1::Thing thing;
  const absl::Status missing =
      FromGrpcStatus(server_.stub().FailThing(context.get(), request, &thing));
  EXPECT_EQ(ToGrpcStatus(refused).error_details(), ToGrpcStatus(missing).error_details());
  EXPECT_EQ(refused.message(), missing.message());
  EXPECT_THAT(Create(kViewer, "directorates/assiut"), HasError(Reason::NOT_FOUND));
  EXPECT_THAT(Update(kViewer, hidden), HasError(Reason::NOT_FOUND));
}

TEST_F(AccessTest, JudgesEveryNameOfABatch) {
  EXPECT_THAT(BatchGet(kViewer, "directorates/homs",
                       {"directorates/homs/things/a", "directorates/homs/things/b"}),
              IsOk());
  EXPECT_THAT(BatchGet(kViewer, "directorates/homs",
                       {"directorates/homs/things/a", "directorates/assiut/things/b"}),
              HasError(Reason::NOT_FOUND));
}

TEST_F(AccessTest, ReadsAcrossWhatTheCallerMaySee) {
  EXPECT_THAT(List("u1 homs:viewer assiut:partner libya:auditor", "directorates/-").value(),
              ElementsAre("homs", "libya"));
  EXPECT_THAT(List("u1 *:auditor", "directorates/-").value(), ElementsAre("all"));
  EXPECT_THAT(List("u1 homs:partner", "directorates/-"), HasError(Reason::PERMISSION_DENIED));
}

TEST_F(AccessTest, WritesNothingAcross) {
  EXPECT_THAT(Create("u1 *:administrator", "directorates/-"), HasError(Reason::NOT_FOUND));
}

TEST_F(AccessTest, RefusesANameInWhichNoDirectorateCanBeRead) {
  for (const char* name : {"", "homs", "directorates/", "directorates/HOMS/things/a",
                           "directorates/ho ms/things/a", "things/a"}) {
    EXPECT_EQ(server_.Get("u1 *:administrator", name).status().code(),
              absl::StatusCode::kInvalidArgument)
        << name;
    EXPECT_EQ(BatchGet("u1 *:administrator", name, {}).code(), absl::StatusCode::kInvalidArgument)
        << name;
  }
}

}  // namespace
}  // namespace mudiriya::test

#include "common/server/method_policy.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/common/server/thing_service.h"
#include "tests/testing/status_matchers.h"
#include "things_service.pb.h"

namespace mudiriya::server {
namespace {

using ::mudiriya::testing::StatusIs;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> NamesOf(const google::protobuf::Message& request) {
  std::vector<std::string> texts;
  for (const FieldPath& path : DirectorateNames(*request.GetDescriptor())) {
    texts.push_back(PathText(path));
  }
  return texts;
}

TEST(DirectorateNamesTest, FindsWhereARequestNamesIt) {
  EXPECT_THAT(NamesOf(test::v1::GetThingRequest()), ElementsAre("name"));
  EXPECT_THAT(NamesOf(test::v1::ListThingsRequest()), ElementsAre("parent"));
  EXPECT_THAT(NamesOf(test::v1::CreateThingRequest()), ElementsAre("parent"));
  EXPECT_THAT(NamesOf(test::v1::UpdateThingRequest()), ElementsAre("thing.name"));
  EXPECT_THAT(NamesOf(test::v1::BatchGetThingsRequest()), ElementsAre("parent", "names"));
}

TEST(PolicyTableTest, ReadsThePolicyOfEachMethod) {
  test::ThingContract();
  ASSERT_OK_AND_ASSIGN(const PolicyTable table,
                       PolicyTable::Read({"mudiriya.test.v1.ThingService"}));
  EXPECT_EQ(table.all().size(), 7u);
  const MethodPolicy* get = table.Find(test::v1::GetThingRequest());
  ASSERT_NE(get, nullptr);
  EXPECT_EQ(get->method, "mudiriya.test.v1.ThingService.GetThing");
  EXPECT_EQ(get->permission, "registry.facilities.read");
  EXPECT_TRUE(get->reads);
  EXPECT_FALSE(table.Find(test::v1::CreateThingRequest())->reads);
  EXPECT_EQ(table.Find(test::v1::Thing()), nullptr);
}

struct Fault {
  const char* service;
  const char* method;
  const char* complaint;
};

class FaultyContractTest : public ::testing::TestWithParam<Fault> {};

TEST_P(FaultyContractTest, IsRefusedByTheNameOfTheMethod) {
  const Fault& fault = GetParam();
  EXPECT_THAT(PolicyTable::Read({test::FaultyContract(fault.service)}),
              StatusIs(absl::StatusCode::kFailedPrecondition,
                       AllOf(HasSubstr(fault.method), HasSubstr(fault.complaint))));
}

INSTANTIATE_TEST_SUITE_P(
    Faults, FaultyContractTest,
    ::testing::Values(
        Fault{"NoPermissionService", "NoPermissionService.GetOpen", "declares no permission"},
        Fault{"MalformedPermissionService", "GetMalformed", "not service.resource.verb"},
        Fault{"SharedRequestService", "FindShared", "taken by another method"},
        Fault{"NamelessWriteService", "WriteNameless", "names no directorate"},
        Fault{"MisfitRuleService", "GetMisfit", "number"},
        Fault{"ClientStreamService", "SendStream", "streams of requests"}),
    [](const auto& info) { return info.param.service; });

TEST(PolicyTableTest, KnowsItsContracts) {
  EXPECT_THAT(PolicyTable::Read({"mudiriya.test.v1.Nothing"}),
              StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("Nothing")));
}

TEST(PolicyTableTest, OneRequestMayNotServeTwoContracts) {
  test::ThingContract();
  EXPECT_THAT(
      PolicyTable::Read({"mudiriya.test.v1.ThingService", "mudiriya.test.v1.ThingService"}),
      StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("taken by another method")));
}

}  // namespace
}  // namespace mudiriya::server

#include "services/registry/changes.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/registry/areas.h"
#include "services/registry/facility_status.h"
#include "tests/services/registry/registry_fixture.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::registry {
namespace {

using ::testing::ElementsAre;
using testing::HasViolation;
using ::testing::IsEmpty;
using type::v1::Change;

class ChangesTest : public RegistryTest {
 protected:
  void SetUp() override {
    ASSERT_OK(AddArea({"gov"}));
    ASSERT_OK(AddFacility({"hospital", "gov"}));
  }

  static v1::ListChangesRequest All() {
    v1::ListChangesRequest request;
    request.set_parent("directorates/homs");
    return request;
  }
};

TEST_F(ChangesTest, ListsEveryWriteInOrder) {
  const auto response = ListChanges(call(), All());
  ASSERT_OK(response);
  ASSERT_EQ(response->changes_size(), 3);
  EXPECT_EQ(response->changes(0).resource(), "directorates/homs");
  EXPECT_EQ(response->changes(1).resource(), AreaName("gov"));
  const Change& last = response->changes(2);
  EXPECT_EQ(last.resource(), FacilityName("hospital"));
  EXPECT_EQ(last.resource_type(), "registry.mudiriya.health/Facility");
  EXPECT_EQ(last.kind(), Change::CREATED);
  EXPECT_EQ(last.caller(), "deputy.curative@homs");
  EXPECT_EQ(last.sequence(), 3);
}

TEST_F(ChangesTest, NamesTheFieldThatAVerbChanged) {
  v1::ChangeFacilityStatusRequest change;
  change.set_name(FacilityName("hospital"));
  change.set_operational_status(v1::Facility::PARTIAL);
  change.set_request_id("abc");
  ASSERT_OK(ChangeFacilityStatus(call(), change));
  v1::ListChangesRequest request = All();
  request.set_after_sequence(3);
  const auto response = ListChanges(call(), request);
  ASSERT_OK(response);
  ASSERT_EQ(response->changes_size(), 1);
  EXPECT_EQ(response->changes(0).kind(), Change::UPDATED);
  EXPECT_THAT(response->changes(0).changed_paths(), ElementsAre("operational_status"));
  EXPECT_EQ(response->changes(0).request_id(), "abc");
}

TEST_F(ChangesTest, KeepsToOneResourceOrType) {
  v1::ListChangesRequest request = All();
  request.set_resource(AreaName("gov"));
  EXPECT_EQ(ListChanges(call(), request)->changes_size(), 1);
  request = All();
  request.set_resource_type("registry.mudiriya.health/Facility");
  EXPECT_EQ(ListChanges(call(), request)->changes_size(), 1);
}

TEST_F(ChangesTest, Pages) {
  v1::ListChangesRequest request = All();
  request.set_page_size(2);
  const auto first = ListChanges(call(), request);
  ASSERT_OK(first);
  EXPECT_EQ(first->changes_size(), 2);
  request.set_page_token(first->next_page_token());
  const auto second = ListChanges(call(), request);
  ASSERT_OK(second);
  EXPECT_EQ(second->changes_size(), 1);
  EXPECT_THAT(second->next_page_token(), IsEmpty());
  request.set_after_sequence(1);
  EXPECT_THAT(ListChanges(call(), request), HasViolation("page_token", Reason::FOREIGN_PAGE_TOKEN));
}

TEST_F(ChangesTest, AStreamGoesOnWhereItWas) {
  v1::WatchChangesRequest request;
  request.set_parent("directorates/homs");
  request.set_after_sequence(1);
  std::string cursor;
  const auto first = WatchChanges(call(), request, cursor);
  ASSERT_OK(first);
  ASSERT_EQ(first->messages.size(), 1);
  EXPECT_EQ(first->messages[0].changes_size(), 2);
  const auto nothing = WatchChanges(call(), request, cursor);
  ASSERT_OK(nothing);
  EXPECT_THAT(nothing->messages, IsEmpty());
  EXPECT_GT(nothing->wait, absl::ZeroDuration());
  ASSERT_OK(AddArea({"more"}));
  const auto next = WatchChanges(call(), request, cursor);
  ASSERT_OK(next);
  ASSERT_EQ(next->messages.size(), 1);
  EXPECT_EQ(next->messages[0].changes(0).resource(), AreaName("more"));
}

TEST_F(ChangesTest, SealingGivesEachEntryItsPlaceOnce) {
  ASSERT_OK(SealChanges(call()));
  ASSERT_OK(SealChanges(call()));
  EXPECT_EQ(database().Scalar("SELECT COUNT(*) FROM change_log WHERE sequence IS NULL"), "0");
  EXPECT_EQ(database().Scalar("SELECT MAX(sequence) FROM change_log"), "3");
}

TEST_F(ChangesTest, ARefusedWriteLeavesNoEntry) {
  ASSERT_FALSE(AddFacility({"x", "nowhere"}).ok());
  EXPECT_EQ(ListChanges(call(), All())->changes_size(), 3);
}

}  // namespace
}  // namespace mudiriya::registry

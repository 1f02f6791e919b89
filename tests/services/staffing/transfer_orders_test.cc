#include "services/staffing/transfer_orders.h"

#include <string>

#include "services/staffing/row_id.h"
#include "services/staffing/staff_members.h"
#include "tests/services/staffing/plan_fixture.h"

namespace mudiriya::staffing {
namespace {

using Plan = v1::AllocationPlan;
using testing::HasError;
using ::testing::HasSubstr;
using ::testing::Not;

class TransferOrdersTest : public PlanTest {
 protected:
  TransferOrdersTest() { AddSurplusAndShortage(); }

  static v1::PrintTransferOrdersRequest Request(absl::string_view language = "") {
    v1::PrintTransferOrdersRequest request;
    request.set_name(PlanName("winter"));
    request.set_language_code(std::string(language));
    return request;
  }

  std::string Print(absl::string_view language = "") {
    const auto response = PrintTransferOrders(call(), Request(language));
    EXPECT_OK(response);
    return response.ok() ? response->html() : "";
  }
};

TEST_F(TransferOrdersTest, NamePersonPlacesAndDatesInArabic) {
  MakePlan("winter", Plan::APPROVED);
  v1::UpdateStaffMemberRequest request;
  request.mutable_staff_member()->set_name(Moves("winter")[0].staff_member());
  request.mutable_staff_member()->mutable_display_name()->set_ar("ليلى <الحسن>");
  request.mutable_update_mask()->add_paths("display_name.ar");
  ASSERT_OK(UpdateStaffMember(call(), request));
  ASSERT_OK(Order("winter"));
  const std::string html = Print();
  EXPECT_THAT(html, HasSubstr("dir=\"rtl\""));
  EXPECT_THAT(html, HasSubstr("مديرية صحة حمص"));
  EXPECT_THAT(html, HasSubstr("winter/0001"));
  EXPECT_THAT(html, HasSubstr("winter/0002"));
  EXPECT_THAT(html, HasSubstr("<bdi>ليلى &lt;الحسن&gt;</bdi>"));
  EXPECT_THAT(html, HasSubstr("من <bdi>منشأة big</bdi> إلى <bdi>منشأة small</bdi>"));
  EXPECT_THAT(html, HasSubstr("٩ شباط ٢٠٢٦"));
  EXPECT_THAT(html, HasSubstr("١ آذار ٢٠٢٦"));
}

TEST_F(TransferOrdersTest, SpeakTheLanguageAskedFor) {
  MakePlan("winter", Plan::EFFECTIVE);
  EXPECT_THAT(Print("en"), HasSubstr("<bdi>somebody</bdi>, of the cadre <bdi>nurse</bdi>"));
  EXPECT_THAT(Print("fr"), HasSubstr("Ordre de mutation"));
}

TEST_F(TransferOrdersTest, ExistOnlyOnceTheyAreIssued) {
  MakePlan("winter", Plan::APPROVED);
  EXPECT_THAT(PrintTransferOrders(call(), Request()), HasError(Reason::WRONG_STATE));
  ASSERT_OK(Cancel("winter"));
  EXPECT_THAT(PrintTransferOrders(call(), Request()), HasError(Reason::WRONG_STATE));
}

TEST_F(TransferOrdersTest, AreNotForThoseWhoMayNotReadStaffMembers) {
  MakePlan("winter", Plan::ORDERED);
  const auto viewer = CallWith({"homs:viewer"}, database().connection());
  EXPECT_THAT(PrintTransferOrders(**viewer, Request()), HasError(Reason::PERMISSION_DENIED));
}

TEST_F(TransferOrdersTest, OfAnUnknownPlanAreNotFound) {
  EXPECT_THAT(PrintTransferOrders(call(), Request()), HasError(Reason::NOT_FOUND));
}

}  // namespace
}  // namespace mudiriya::staffing

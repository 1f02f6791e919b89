#include "common/resource/validate.h"

#include <cmath>
#include <limits>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "import_rows.pb.h"
#include "tests/common/resource/widgets.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::resource {
namespace {

using test::v1::CreateWidgetRequest;
using test::v1::UpdateWidgetRequest;
using test::v1::Widget;
using ::testing::HasSubstr;
using testing::HasViolation;
using testing::StatusIs;

template <typename M>
absl::Status Checked(const M& message) {
  static const MethodRules rules = MethodRules::Compile(M::descriptor()).value();
  return Validate(message, rules).ToStatus();
}

CreateWidgetRequest Good() {
  CreateWidgetRequest request;
  request.set_parent("directorates/homs");
  *request.mutable_widget() = testing::MakeWidget(1);
  return request;
}

TEST(ValidateTest, GoodRequestPasses) { EXPECT_OK(Checked(Good())); }

TEST(ValidateTest, AllViolationsComeTogether) {
  CreateWidgetRequest request = Good();
  request.clear_parent();
  request.mutable_widget()->set_code("lower");
  request.mutable_widget()->set_beds(-1);
  request.mutable_widget()->mutable_display_name()->set_fr(std::string(201, 'x'));
  const absl::Status status = Checked(request);
  EXPECT_THAT(status, HasViolation("parent", Reason::REQUIRED));
  EXPECT_THAT(status, HasViolation("widget.code", Reason::PATTERN));
  EXPECT_THAT(status, HasViolation("widget.beds", Reason::OUT_OF_RANGE));
  EXPECT_THAT(status, HasViolation("widget.display_name.fr", Reason::TOO_LONG));
  EXPECT_EQ(Violations::FromStatus(status).size(), 4u);
}

TEST(ValidateTest, RequiredMeansThatSomethingIsThere) {
  CreateWidgetRequest request = Good();
  request.mutable_widget()->mutable_display_name()->Clear();
  request.mutable_widget()->clear_colour();
  EXPECT_THAT(Checked(request), HasViolation("widget.display_name", Reason::REQUIRED));
  EXPECT_THAT(Checked(request), HasViolation("widget.colour", Reason::REQUIRED));
  request.clear_widget();
  EXPECT_THAT(Checked(request), HasViolation("widget", Reason::REQUIRED));
}

TEST(ValidateTest, LengthCountsCharacters) {
  CreateWidgetRequest request = Good();
  std::string arabic;
  for (int i = 0; i < 200; ++i) arabic += "م";
  request.mutable_widget()->mutable_display_name()->set_ar(arabic);
  EXPECT_OK(Checked(request));
  request.mutable_widget()->mutable_display_name()->set_ar(arabic + "م");
  EXPECT_THAT(Checked(request), HasViolation("widget.display_name.ar", Reason::TOO_LONG));
  request = Good();
  request.mutable_widget()->set_maker(std::string(1001, 'x'));
  EXPECT_THAT(Checked(request), HasViolation("widget.maker", Reason::TOO_LONG));
}

TEST(ValidateTest, TextsHoldNoHiddenCharacters) {
  CreateWidgetRequest request = Good();
  request.mutable_widget()->set_maker("a\x01z");
  EXPECT_THAT(Checked(request), HasViolation("widget.maker", Reason::CONTROL_CHARACTER));
  request.mutable_widget()->set_maker("a\u202Ez");
  EXPECT_THAT(Checked(request), HasViolation("widget.maker", Reason::DIRECTION_CHARACTER));
  request.mutable_widget()->set_maker("O'Neil \"x\"");
  EXPECT_OK(Checked(request));
  request.mutable_widget()->set_maker("two\nlines");
  EXPECT_THAT(Checked(request), HasViolation("widget.maker", Reason::CONTROL_CHARACTER));
  request.mutable_widget()->set_maker("");
  request.mutable_widget()->set_remark("two\nlines");
  EXPECT_OK(Checked(request));
}

TEST(ValidateTest, NumbersKeepToTheirBounds) {
  test::v1::CreatePartRequest request;
  request.set_parent("directorates/homs/widgets/w1");
  *request.mutable_part() = testing::MakePart(1);
  EXPECT_OK(Checked(request));
  request.mutable_part()->set_quantity(0);
  EXPECT_THAT(Checked(request), HasViolation("part.quantity", Reason::NOT_GREATER));
  request.mutable_part()->set_quantity(100);
  EXPECT_THAT(Checked(request), HasViolation("part.quantity", Reason::NOT_LESS));
  request.mutable_part()->set_title("x");
  EXPECT_THAT(Checked(request), HasViolation("part.title", Reason::TOO_SHORT));
  CreateWidgetRequest widget = Good();
  widget.mutable_widget()->set_weight(-0.5);
  EXPECT_THAT(Checked(widget), HasViolation("widget.weight", Reason::BELOW_MINIMUM));
  widget.mutable_widget()->set_weight(std::nan(""));
  EXPECT_THAT(Checked(widget), HasViolation("widget.weight", Reason::NOT_A_NUMBER));
}

TEST(ValidateTest, EnumsAreKnown) {
  CreateWidgetRequest request = Good();
  request.mutable_widget()->set_colour(static_cast<Widget::Colour>(77));
  EXPECT_THAT(Checked(request), HasViolation("widget.colour", Reason::UNKNOWN_VALUE));
  request = Good();
  request.mutable_widget()->add_colours(Widget::BLUE);
  request.mutable_widget()->add_colours(static_cast<Widget::Colour>(77));
  EXPECT_THAT(Checked(request), HasViolation("widget.colours[1]", Reason::UNKNOWN_VALUE));
}

TEST(ValidateTest, RepeatedFieldsAreLimitedAndLookedInto) {
  CreateWidgetRequest request = Good();
  for (int i = 0; i < 6; ++i) request.mutable_widget()->add_services("x");
  EXPECT_THAT(Checked(request), HasViolation("widget.services", Reason::TOO_MANY_ITEMS));
  request = Good();
  request.mutable_widget()->add_services("fine");
  request.mutable_widget()->add_services("b\x02");
  EXPECT_THAT(Checked(request), HasViolation("widget.services[1]", Reason::CONTROL_CHARACTER));
  request = Good();
  (*request.mutable_widget()->mutable_labels())["k"] = "\u202E";
  EXPECT_THAT(Checked(request), HasViolation("widget.labels", Reason::DIRECTION_CHARACTER));
}

TEST(ValidateTest, DatesTimesAndPlacesExist) {
  CreateWidgetRequest request = Good();
  request.mutable_widget()->mutable_opened()->set_year(2026);
  EXPECT_THAT(Checked(request), HasViolation("widget.opened", Reason::INVALID_DATE));
  request.mutable_widget()->mutable_opened()->set_month(2);
  request.mutable_widget()->mutable_opened()->set_day(30);
  EXPECT_THAT(Checked(request), HasViolation("widget.opened", Reason::INVALID_DATE));
  request.mutable_widget()->mutable_opened()->set_day(28);
  EXPECT_OK(Checked(request));
  request.mutable_widget()->mutable_location()->set_latitude(91);
  EXPECT_THAT(Checked(request), HasViolation("widget.location", Reason::OUT_OF_RANGE));
  request.mutable_widget()->mutable_location()->set_latitude(
      std::numeric_limits<double>::quiet_NaN());
  EXPECT_FALSE(Checked(request).ok());
  request = Good();
  request.mutable_widget()->mutable_checked_time()->set_seconds(1LL << 60);
  EXPECT_THAT(Checked(request), HasViolation("widget.checked_time", Reason::INVALID_DATE));
}

TEST(ValidateTest, ReferencesAreNamesOfTheirType) {
  CreateWidgetRequest request = Good();
  request.set_parent("directorates/-");
  EXPECT_THAT(Checked(request), HasViolation("parent", Reason::INVALID_NAME));
  request = Good();
  request.mutable_widget()->set_parent_widget("directorates/homs/parts/p");
  EXPECT_THAT(Checked(request), HasViolation("widget.parent_widget", Reason::INVALID_NAME));
  test::v1::ListWidgetsRequest list;
  list.set_parent("directorates/-");
  EXPECT_OK(Checked(list));
  list.set_parent("directorates/homs/widgets/w1");
  EXPECT_THAT(Checked(list), HasViolation("parent", Reason::INVALID_NAME));
}

TEST(ValidateTest, OutputOnlyFieldsAreNotJudgedAndAreCleared) {
  CreateWidgetRequest request = Good();
  request.mutable_widget()->set_label("\x01");
  request.mutable_widget()->mutable_create_time()->set_seconds(1);
  request.mutable_widget()->set_name("kept");
  request.mutable_widget()->set_etag("kept");
  EXPECT_OK(Checked(request));
  ClearOutputOnly(request, MethodRules::Compile(CreateWidgetRequest::descriptor()).value());
  EXPECT_EQ(request.widget().label(), "");
  EXPECT_FALSE(request.widget().has_create_time());
  EXPECT_EQ(request.widget().name(), "kept");
  EXPECT_EQ(request.widget().etag(), "kept");
}

TEST(ValidateTest, UpdateIsJudgedByItsMask) {
  UpdateWidgetRequest request;
  request.mutable_widget()->set_name("directorates/homs/widgets/w1");
  request.mutable_widget()->set_code("lower");
  request.mutable_update_mask()->add_paths("remark");
  EXPECT_OK(Checked(request));
  request.mutable_update_mask()->add_paths("code");
  EXPECT_THAT(Checked(request), HasViolation("widget.code", Reason::PATTERN));
  request.mutable_widget()->set_code("FINE");
  request.mutable_update_mask()->add_paths("display_name");
  EXPECT_THAT(Checked(request), HasViolation("widget.display_name", Reason::REQUIRED));
  request.clear_update_mask();
  EXPECT_OK(Checked(request));
  request.mutable_update_mask()->add_paths("*");
  EXPECT_THAT(Checked(request), HasViolation("widget.display_name", Reason::REQUIRED));
}

TEST(ValidateTest, UpdateNeedsTheName) {
  UpdateWidgetRequest request;
  EXPECT_THAT(Checked(request), HasViolation("widget", Reason::REQUIRED));
  request.mutable_widget()->set_remark("x");
  EXPECT_THAT(Checked(request), HasViolation("widget.name", Reason::REQUIRED));
  request.mutable_widget()->set_name("widgets/w1");
  EXPECT_THAT(Checked(request), HasViolation("widget.name", Reason::INVALID_NAME));
}

TEST(ValidateTest, MessagesMayHoldThemselves) {
  test::v1::Tree tree;
  tree.add_branches()->add_branches()->set_label("four");
  EXPECT_THAT(Checked(tree), HasViolation("branches[0].branches[0].label", Reason::TOO_LONG));
}

TEST(ValidateTest, RulesThatDoNotFitAreRefusedAtOnce) {
  EXPECT_THAT(MethodRules::Compile(test::v1::PatternOnNumber::descriptor()).status(),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("PatternOnNumber.count")));
  EXPECT_FALSE(MethodRules::Compile(test::v1::BoundOnText::descriptor()).ok());
  EXPECT_FALSE(MethodRules::Compile(test::v1::BrokenPattern::descriptor()).ok());
  EXPECT_FALSE(MethodRules::Compile(test::v1::EmptyRange::descriptor()).ok());
}

}  // namespace
}  // namespace mudiriya::resource

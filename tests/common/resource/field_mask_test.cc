#include "common/resource/field_mask.h"

#include "gtest/gtest.h"
#include "tests/common/resource/widgets.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::resource {
namespace {

using google::protobuf::FieldMask;
using test::v1::Widget;
using testing::HasViolation;

FieldMask Mask(const std::vector<std::string>& paths) {
  FieldMask mask;
  for (const std::string& path : paths) mask.add_paths(path);
  return mask;
}

Widget Stored() {
  Widget widget = testing::MakeWidget(1);
  widget.set_name("directorates/homs/widgets/w1");
  widget.set_etag("3");
  widget.set_label("computed");
  widget.set_remark("old");
  widget.mutable_location()->set_latitude(34.7);
  widget.mutable_location()->set_longitude(36.7);
  widget.add_services("x-ray");
  return widget;
}

absl::StatusOr<Widget> Applied(const Widget& given, const std::vector<std::string>& paths) {
  auto plan = PlanUpdate(given, Mask(paths));
  if (!plan.ok()) return plan.status();
  Widget row = Stored();
  const absl::Status status = ApplyUpdate(testing::Widgets().shape(), *plan, given, "widget.", row);
  if (!status.ok()) return status;
  return row;
}

TEST(FieldMaskTest, NamedPathsAloneChange) {
  Widget given;
  given.mutable_display_name()->set_en("New");
  given.set_remark("not named");
  ASSERT_OK_AND_ASSIGN(const Widget row, Applied(given, {"display_name.en", "beds"}));
  EXPECT_EQ(row.display_name().en(), "New");
  EXPECT_EQ(row.display_name().ar(), Stored().display_name().ar());
  EXPECT_EQ(row.remark(), "old");
  EXPECT_FALSE(row.has_beds());
}

TEST(FieldMaskTest, WholeMessageIsReplaced) {
  Widget given;
  given.mutable_display_name()->set_en("New");
  ASSERT_OK_AND_ASSIGN(const Widget row, Applied(given, {"display_name", "location", "services"}));
  EXPECT_EQ(row.display_name().ar(), "");
  EXPECT_FALSE(row.has_location());
  EXPECT_EQ(row.services_size(), 0);
}

TEST(FieldMaskTest, UnsetMessageClearsItsField) {
  ASSERT_OK_AND_ASSIGN(const Widget row, Applied(Widget(), {"location.latitude", "contact.phone"}));
  EXPECT_EQ(row.location().latitude(), 0);
  EXPECT_EQ(row.location().longitude(), 36.7);
  EXPECT_FALSE(row.has_contact());
}

TEST(FieldMaskTest, WithoutMaskWhatIsSetIsTaken) {
  Widget given;
  given.set_remark("new");
  given.add_services("lab");
  given.set_label("not ours to set");
  ASSERT_OK_AND_ASSIGN(const Widget row, Applied(given, {}));
  EXPECT_EQ(row.remark(), "new");
  EXPECT_EQ(row.services(0), "lab");
  EXPECT_EQ(row.services_size(), 1);
  EXPECT_EQ(row.code(), "W1");
  EXPECT_EQ(row.label(), "computed");
}

TEST(FieldMaskTest, StarReplacesAllThatMayChange) {
  Widget given;
  given.set_remark("new");
  ASSERT_OK_AND_ASSIGN(const Widget row, Applied(given, {"*"}));
  EXPECT_EQ(row.remark(), "new");
  EXPECT_EQ(row.code(), "");
  EXPECT_FALSE(row.has_display_name());
  EXPECT_EQ(row.maker(), "Acme");
  EXPECT_EQ(row.label(), "computed");
  EXPECT_EQ(row.etag(), "3");
  EXPECT_EQ(row.name(), Stored().name());
}

TEST(FieldMaskTest, BadPathsAreAllReported) {
  const auto plan =
      PlanUpdate(Widget(), Mask({"nothing", "label", "remark", "services.0", "labels.a", "*"}));
  ASSERT_FALSE(plan.ok());
  const Violations violations = Violations::FromStatus(plan.status());
  EXPECT_EQ(violations.size(), 5u);
  for (const Violation& violation : violations.entries()) {
    EXPECT_EQ(violation.field, "update_mask");
    EXPECT_EQ(violation.reason, Reason::INVALID_UPDATE_MASK);
  }
}

TEST(FieldMaskTest, ImmutableMayBeRepeatedButNotChanged) {
  Widget given;
  given.set_maker("Acme");
  EXPECT_OK(Applied(given, {"maker"}));
  EXPECT_OK(Applied(given, {}));
  given.set_maker("Other");
  EXPECT_THAT(Applied(given, {"maker"}), HasViolation("widget.maker", Reason::IMMUTABLE_FIELD));
  EXPECT_THAT(Applied(given, {}), HasViolation("widget.maker", Reason::IMMUTABLE_FIELD));
  EXPECT_THAT(Applied(given, {"*"}), HasViolation("widget.maker", Reason::IMMUTABLE_FIELD));
  EXPECT_THAT(Applied(Widget(), {"maker"}), HasViolation("widget.maker", Reason::IMMUTABLE_FIELD));
}

}  // namespace
}  // namespace mudiriya::resource

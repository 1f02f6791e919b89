#include "common/resource/json_value.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/common/resource/widgets.h"

namespace mudiriya::resource {
namespace {

using test::v1::Widget;

const google::protobuf::FieldDescriptor& Field(const char* name) {
  return *Widget::descriptor()->FindFieldByName(name);
}

// The text for a field, having checked that it reads back.
std::string RoundTrip(const Widget& widget, const char* name) {
  const std::string json = FieldToJson(widget, Field(name));
  Widget back;
  EXPECT_TRUE(FieldFromJson(json, back, Field(name))) << json;
  EXPECT_EQ(FieldToJson(back, Field(name)), json);
  return json;
}

TEST(JsonValueTest, Texts) {
  Widget widget;
  EXPECT_EQ(RoundTrip(widget, "services"), "[]");
  widget.add_services("x-ray");
  widget.add_services("طوارئ \"1\" \\ \n");
  EXPECT_EQ(RoundTrip(widget, "services"), "[\"x-ray\",\"طوارئ \\\"1\\\" \\\\ \\u000a\"]");
}

TEST(JsonValueTest, Enums) {
  Widget widget;
  widget.add_colours(Widget::BLUE);
  widget.add_colours(Widget::GREEN);
  EXPECT_EQ(RoundTrip(widget, "colours"), "[\"BLUE\",\"GREEN\"]");
}

TEST(JsonValueTest, Messages) {
  Widget widget;
  widget.mutable_contact()->set_phone("031");
  widget.mutable_contact()->set_floor(2);
  EXPECT_EQ(RoundTrip(widget, "contact"), "{\"phone\":\"031\",\"floor\":2}");
}

TEST(JsonValueTest, MapsInOneOrder) {
  Widget widget;
  for (const char* key : {"z", "a", "m", "ب"}) (*widget.mutable_labels())[key] = "1";
  EXPECT_EQ(RoundTrip(widget, "labels"), "{\"a\":\"1\",\"m\":\"1\",\"z\":\"1\",\"ب\":\"1\"}");
}

TEST(JsonValueTest, OtherTextLeavesTheFieldAlone) {
  Widget widget;
  widget.add_services("kept");
  for (const char* json : {"", "{", "[1", "5", "\"}"}) {
    EXPECT_FALSE(FieldFromJson(json, widget, Field("contact"))) << json;
  }
  EXPECT_FALSE(FieldFromJson("{\"a\":1}", widget, Field("services")));
  EXPECT_EQ(widget.services_size(), 1);
}

TEST(JsonValueTest, UnknownNamesArePassedOver) {
  Widget widget;
  EXPECT_TRUE(FieldFromJson("{\"phone\":\"1\",\"fax\":\"2\"}", widget, Field("contact")));
  EXPECT_EQ(widget.contact().phone(), "1");
}

}  // namespace
}  // namespace mudiriya::resource

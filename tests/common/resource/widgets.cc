#include "tests/common/resource/widgets.h"

#include "absl/strings/str_cat.h"
#include "common/resource/common_schema.h"
#include "common/resource/standard.h"

namespace mudiriya::testing {

// Written by the build from schema/.
const db::MigrationFiles& WidgetSchema();

namespace {

namespace standard = resource::standard;

// The label follows from other fields, as output-only fields of services do.
resource::Hooks<v1::Widget> WidgetHooks() {
  resource::Hooks<v1::Widget> hooks;
  hooks.before_write = [](db::Transaction&, const v1::Widget*, v1::Widget& next) {
    next.set_label(absl::StrCat(next.code(), " ", next.display_name().en()));
    return absl::OkStatus();
  };
  return hooks;
}

}  // namespace

const resource::Table<v1::Widget>& Widgets() {
  using namespace resource;  // The column functions read as a list.
  static const Table<v1::Widget> table("widget",
                                       {
                                           Text("code").EmptyIsNull().Filterable().Sortable(),
                                           Text("display_name.ar").Filterable().Sortable(),
                                           Text("display_name.en").Filterable().Sortable(),
                                           Text("display_name.fr"),
                                           Search("display_name").Filterable().Sortable(),
                                           EnumName("colour").Filterable().Sortable(),
                                           Text("maker").Filterable(),
                                           Integer("beds").Filterable().Sortable(),
                                           Number("weight").Filterable().Sortable(),
                                           Bool("referral").Filterable(),
                                           Number("location.latitude"),
                                           Number("location.longitude"),
                                           DateColumn("opened").Filterable().Sortable(),
                                           Timestamp("checked_time").Filterable().Sortable(),
                                           Json("services").Filterable(),
                                           Json("colours").Filterable(),
                                           Json("contact"),
                                           Json("labels"),
                                           Reference("parent_widget").Filterable(),
                                           Reference("main_part"),
                                           Text("remark"),
                                           Text("label"),
                                       });
  return table;
}

const resource::Table<v1::Part>& Parts() {
  using namespace resource;  // The column functions read as a list.
  static const Table<v1::Part> table("part", {
                                                 Text("title").Filterable().Sortable(),
                                                 Integer("quantity").Filterable().Sortable(),
                                             });
  return table;
}

std::vector<db::MigrationSet> WidgetMigrations() {
  return {{"common", resource::CommonSchema()}, {"widget", WidgetSchema()}};
}

v1::Widget MakeWidget(int i) {
  v1::Widget widget;
  widget.set_code(absl::StrCat("W", i));
  widget.mutable_display_name()->set_ar(absl::StrCat("قطعة ", i));
  widget.mutable_display_name()->set_en(absl::StrCat("Widget ", i));
  widget.set_colour(i % 2 == 0 ? v1::Widget::BLUE : v1::Widget::GREEN);
  widget.set_maker("Acme");
  widget.set_beds(i);
  widget.set_weight(i * 0.5);
  return widget;
}

v1::Part MakePart(int i) {
  v1::Part part;
  part.set_title(absl::StrCat("Part ", i));
  part.set_quantity(i % 99 + 1);
  return part;
}

absl::StatusOr<v1::Widget> CreateWidget(Call& call, const v1::CreateWidgetRequest& request) {
  return standard::Create(call, Widgets(), request, WidgetHooks());
}

absl::StatusOr<v1::Widget> GetWidget(Call& call, const v1::GetWidgetRequest& request) {
  return standard::Get(call, Widgets(), request);
}

absl::StatusOr<v1::ListWidgetsResponse> ListWidgets(Call& call,
                                                    const v1::ListWidgetsRequest& request) {
  return standard::List<v1::ListWidgetsResponse>(call, Widgets(), request);
}

absl::StatusOr<v1::Widget> UpdateWidget(Call& call, const v1::UpdateWidgetRequest& request) {
  return standard::Update(call, Widgets(), request, WidgetHooks());
}

absl::StatusOr<v1::Widget> DeleteWidget(Call& call, const v1::DeleteWidgetRequest& request) {
  return standard::Delete<v1::Widget>(call, Widgets(), request);
}

absl::StatusOr<v1::Widget> UndeleteWidget(Call& call, const v1::UndeleteWidgetRequest& request) {
  return standard::Undelete(call, Widgets(), request);
}

absl::StatusOr<v1::Part> CreatePart(Call& call, const v1::CreatePartRequest& request) {
  return standard::Create(call, Parts(), request);
}

absl::StatusOr<v1::Part> GetPart(Call& call, const v1::GetPartRequest& request) {
  return standard::Get(call, Parts(), request);
}

absl::StatusOr<v1::ListPartsResponse> ListParts(Call& call, const v1::ListPartsRequest& request) {
  return standard::List<v1::ListPartsResponse>(call, Parts(), request);
}

absl::StatusOr<v1::Part> UpdatePart(Call& call, const v1::UpdatePartRequest& request) {
  return standard::Update(call, Parts(), request);
}

absl::StatusOr<google::protobuf::Empty> DeletePart(Call& call,
                                                   const v1::DeletePartRequest& request) {
  return standard::Delete<google::protobuf::Empty>(call, Parts(), request);
}

}  // namespace mudiriya::testing

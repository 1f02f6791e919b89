#include "tests/common/resource/widgets.h"
#include "tests/contract/contract_rules.h"

namespace mudiriya::testing {
namespace {

struct WidgetContract {
  using Resource = v1::Widget;
  using CreateRequest = v1::CreateWidgetRequest;
  using GetRequest = v1::GetWidgetRequest;
  using ListRequest = v1::ListWidgetsRequest;
  using UpdateRequest = v1::UpdateWidgetRequest;
  using DeleteRequest = v1::DeleteWidgetRequest;
  using UndeleteRequest = v1::UndeleteWidgetRequest;
  static constexpr bool kSoftDelete = true;
  static constexpr absl::string_view kPermission = "test.widgets.read";
  static constexpr absl::string_view kChangedPath = "display_name";
  static constexpr absl::string_view kSortField = "display_name";

  static std::vector<db::MigrationSet> Migrations() { return WidgetMigrations(); }
  static void Prepare(TestDatabase&, absl::string_view) {}
  static std::string Parent(absl::string_view directorate) {
    return absl::StrCat("directorates/", directorate);
  }
  static v1::Widget Make(int i) { return MakeWidget(i); }
  static std::string Id(int i) { return absl::StrCat("w", i); }
  static void Change(v1::Widget& widget) { widget.mutable_display_name()->set_en("Another"); }
  static std::string Filter(int i) { return absl::StrCat("code = W", i); }

  static auto Create(Call& call, const CreateRequest& r) { return CreateWidget(call, r); }
  static auto Get(Call& call, const GetRequest& r) { return GetWidget(call, r); }
  static auto List(Call& call, const ListRequest& r) { return ListWidgets(call, r); }
  static auto Update(Call& call, const UpdateRequest& r) { return UpdateWidget(call, r); }
  static auto Delete(Call& call, const DeleteRequest& r) { return DeleteWidget(call, r); }
  static auto Undelete(Call& call, const UndeleteRequest& r) { return UndeleteWidget(call, r); }
};
MUDIRIYA_RESOURCE_CONTRACT(Widget, WidgetContract);

// Lies two levels deep, and is removed when deleted.
struct PartContract {
  using Resource = v1::Part;
  using CreateRequest = v1::CreatePartRequest;
  using GetRequest = v1::GetPartRequest;
  using ListRequest = v1::ListPartsRequest;
  using UpdateRequest = v1::UpdatePartRequest;
  using DeleteRequest = v1::DeletePartRequest;
  static constexpr bool kSoftDelete = false;
  static constexpr absl::string_view kPermission = "test.parts.read";
  static constexpr absl::string_view kChangedPath = "title";
  static constexpr absl::string_view kSortField = "title";

  static std::vector<db::MigrationSet> Migrations() { return WidgetMigrations(); }
  static void Prepare(TestDatabase&, absl::string_view) {}
  static std::string Parent(absl::string_view directorate) {
    return absl::StrCat("directorates/", directorate, "/widgets/w1");
  }
  static v1::Part Make(int i) { return MakePart(i); }
  static std::string Id(int i) { return absl::StrCat("p", i); }
  static void Change(v1::Part& part) { part.set_title("Another"); }
  static std::string Filter(int i) { return absl::StrCat("quantity = ", i + 1); }

  static auto Create(Call& call, const CreateRequest& r) { return CreatePart(call, r); }
  static auto Get(Call& call, const GetRequest& r) { return GetPart(call, r); }
  static auto List(Call& call, const ListRequest& r) { return ListParts(call, r); }
  static auto Update(Call& call, const UpdateRequest& r) { return UpdatePart(call, r); }
  static auto Delete(Call& call, const DeleteRequest& r) { return DeletePart(call, r); }
};
MUDIRIYA_RESOURCE_CONTRACT(Part, PartContract);

}  // namespace
}  // namespace mudiriya::testing

#ifndef MUDIRIYA_TESTS_COMMON_RESOURCE_WIDGETS_H_
#define MUDIRIYA_TESTS_COMMON_RESOURCE_WIDGETS_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/call/call.h"
#include "common/db/migrations.h"
#include "common/resource/table.h"
#include "google/protobuf/empty.pb.h"
#include "widget.pb.h"

// The handlers of a service that has nothing but standard methods.
namespace mudiriya::testing {

namespace v1 = ::mudiriya::test::v1;

const resource::Table<v1::Widget>& Widgets();
const resource::Table<v1::Part>& Parts();

// The common tables and those of widgets.
std::vector<db::MigrationSet> WidgetMigrations();

// `Widget 7`: valid, and unlike the others.
v1::Widget MakeWidget(int i);
v1::Part MakePart(int i);

absl::StatusOr<v1::Widget> CreateWidget(Call& call, const v1::CreateWidgetRequest& request);
absl::StatusOr<v1::Widget> GetWidget(Call& call, const v1::GetWidgetRequest& request);
absl::StatusOr<v1::ListWidgetsResponse> ListWidgets(Call& call,
                                                    const v1::ListWidgetsRequest& request);
absl::StatusOr<v1::Widget> UpdateWidget(Call& call, const v1::UpdateWidgetRequest& request);
absl::StatusOr<v1::Widget> DeleteWidget(Call& call, const v1::DeleteWidgetRequest& request);
absl::StatusOr<v1::Widget> UndeleteWidget(Call& call, const v1::UndeleteWidgetRequest& request);

absl::StatusOr<v1::Part> CreatePart(Call& call, const v1::CreatePartRequest& request);
absl::StatusOr<v1::Part> GetPart(Call& call, const v1::GetPartRequest& request);
absl::StatusOr<v1::ListPartsResponse> ListParts(Call& call, const v1::ListPartsRequest& request);
absl::StatusOr<v1::Part> UpdatePart(Call& call, const v1::UpdatePartRequest& request);
absl::StatusOr<google::protobuf::Empty> DeletePart(Call& call,
                                                   const v1::DeletePartRequest& request);

}  // namespace mudiriya::testing

#endif  // MUDIRIYA_TESTS_COMMON_RESOURCE_WIDGETS_H_

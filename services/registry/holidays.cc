#include "services/registry/holidays.h"

#include "absl/status/status.h"
#include "common/resource/standard.h"
#include "common/status/macros.h"
#include "services/registry/references.h"

namespace mudiriya::registry {
namespace {

namespace standard = resource::standard;

absl::Status BeforeWrite(db::Transaction& tx, const v1::Holiday* old, v1::Holiday& next) {
  if (old != nullptr) return absl::OkStatus();
  ASSIGN_OR_RETURN(const resource::ResourceName name, Holidays().NameOf(next));
  return RequireDirectorate(tx, name.directorate());
}

}  // namespace

const resource::Table<v1::Holiday>& Holidays() {
  using namespace resource;  // The column functions read as a list.
  static const Table<v1::Holiday> table("holiday",
                                        {
                                            Text("display_name.ar").Filterable().Sortable(),
                                            Text("display_name.en").Filterable().Sortable(),
                                            Text("display_name.fr").Filterable().Sortable(),
                                            Search("display_name").Filterable().Sortable(),
                                            DateColumn("date").Filterable().Sortable(),
                                            Text("source").Filterable(),
                                        });
  return table;
}

resource::Hooks<v1::Holiday> HolidayHooks() {
  resource::Hooks<v1::Holiday> hooks;
  hooks.before_write = &BeforeWrite;
  return hooks;
}

absl::StatusOr<v1::Holiday> CreateHoliday(Call& call, const v1::CreateHolidayRequest& request) {
  return standard::Create(call, Holidays(), request, HolidayHooks());
}

absl::StatusOr<v1::Holiday> GetHoliday(Call& call, const v1::GetHolidayRequest& request) {
  return standard::Get(call, Holidays(), request);
}

absl::StatusOr<v1::ListHolidaysResponse> ListHolidays(Call& call,
                                                      const v1::ListHolidaysRequest& request) {
  return standard::List<v1::ListHolidaysResponse>(call, Holidays(), request);
}

absl::StatusOr<v1::Holiday> UpdateHoliday(Call& call, const v1::UpdateHolidayRequest& request) {
  return standard::Update(call, Holidays(), request, HolidayHooks());
}

absl::StatusOr<google::protobuf::Empty> DeleteHoliday(Call& call,
                                                      const v1::DeleteHolidayRequest& request) {
  return standard::Delete<google::protobuf::Empty>(call, Holidays(), request, HolidayHooks());
}

}  // namespace mudiriya::registry

#include "services/registry/directorates.h"

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "common/resource/standard.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/registry/checks.h"
#include "services/registry/references.h"

namespace mudiriya::registry {
namespace {

using resource::Hooks;
using resource::Table;
namespace standard = resource::standard;

void FillDefaults(v1::Directorate& directorate) {
  if (directorate.languages().empty()) directorate.add_languages("ar");
  if (!directorate.weekend_days().empty()) return;
  directorate.add_weekend_days(google::type::FRIDAY);
  directorate.add_weekend_days(google::type::SATURDAY);
}

absl::Status CheckDirectorate(const v1::Directorate& directorate) {
  Violations violations;
  absl::TimeZone zone;
  if (!absl::LoadTimeZone(directorate.time_zone(), &zone)) {
    violations.Add("directorate.time_zone", Reason::UNKNOWN_TIME_ZONE);
  }
  CheckDistinct(directorate.languages(), "directorate.languages", violations);
  CheckWeekend(directorate.weekend_days(), "directorate.weekend_days", violations);
  return violations.ToStatus();
}

// A directorate is in use while a place in it is.
absl::Status CheckUnused(db::Transaction& tx, const v1::Directorate& old) {
  ASSIGN_OR_RETURN(const resource::ResourceName name, Directorates().NameOf(old));
  const db::Value id = name.directorate();
  RETURN_IF_ERROR(RefuseIfUsed(tx, old.name(), "areas",
                               "SELECT area_id FROM area "
                               "WHERE directorate_id = ? AND delete_time IS NULL LIMIT 1",
                               {id}));
  return RefuseIfUsed(tx, old.name(), "facilities",
                      "SELECT facility_id FROM facility "
                      "WHERE directorate_id = ? AND delete_time IS NULL LIMIT 1",
                      {id});
}

}  // namespace

const Table<v1::Directorate>& Directorates() {
  using namespace resource;  // The column functions read as a list.
  static const Table<v1::Directorate> table("directorate",
                                            {
                                                Text("display_name.ar").Filterable().Sortable(),
                                                Text("display_name.en").Filterable().Sortable(),
                                                Text("display_name.fr").Filterable().Sortable(),
                                                Search("display_name").Filterable().Sortable(),
                                                Text("country").Filterable().Sortable(),
                                                Text("time_zone").Filterable(),
                                                Json("languages"),
                                                Json("weekend_days"),
                                                Bool("synthetic").Filterable(),
                                            });
  return table;
}

Hooks<v1::Directorate> DirectorateHooks() {
  Hooks<v1::Directorate> hooks;
  hooks.before_write = [](db::Transaction&, const v1::Directorate*, v1::Directorate& next) {
    FillDefaults(next);
    return CheckDirectorate(next);
  };
  hooks.before_delete = &CheckUnused;
  return hooks;
}

absl::StatusOr<v1::Directorate> CreateDirectorate(Call& call,
                                                  const v1::CreateDirectorateRequest& request) {
  return standard::Create(call, Directorates(), request, DirectorateHooks());
}

absl::StatusOr<v1::Directorate> GetDirectorate(Call& call,
                                               const v1::GetDirectorateRequest& request) {
  return standard::Get(call, Directorates(), request);
}

absl::StatusOr<v1::ListDirectoratesResponse> ListDirectorates(
    Call& call, const v1::ListDirectoratesRequest& request) {
  return standard::List<v1::ListDirectoratesResponse>(call, Directorates(), request);
}

absl::StatusOr<v1::Directorate> UpdateDirectorate(Call& call,
                                                  const v1::UpdateDirectorateRequest& request) {
  return standard::Update(call, Directorates(), request, DirectorateHooks());
}

absl::StatusOr<v1::Directorate> DeleteDirectorate(Call& call,
                                                  const v1::DeleteDirectorateRequest& request) {
  return standard::Delete<v1::Directorate>(call, Directorates(), request, DirectorateHooks());
}

absl::StatusOr<v1::Directorate> UndeleteDirectorate(Call& call,
                                                    const v1::UndeleteDirectorateRequest& request) {
  return standard::Undelete(call, Directorates(), request, DirectorateHooks());
}

}  // namespace mudiriya::registry

#include "services/staffing/workloads.h"

#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "common/resource/name.h"
#include "common/resource/standard.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/levels.h"
#include "services/staffing/place_table.h"
#include "services/staffing/row_id.h"
#include "services/staffing/write_scope.h"

namespace mudiriya::staffing {
namespace {

using google::protobuf::FieldMask;
using resource::Hooks;
namespace standard = resource::standard;

// `el-fath--antenatal-visit-nurse--2025`.
std::string IdFor(const v1::Workload& row) {
  return RowId({IdOf(row.facility()), IdOf(row.activity_standard()), absl::StrCat(row.year())});
}

// What a workload needs to know of its activity standard.
struct Standard {
  std::string cadre;          // id
  std::string facility_type;  // name of the enum value
};

// Returns INVALID_ARGUMENT (REFERENCE_NOT_FOUND) if there is none; keeps others from deleting it.
absl::StatusOr<Standard> FindStandard(db::Transaction& tx, const v1::Workload& row) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query("SELECT cadre_id, facility_type FROM activity_standard"
                            " WHERE directorate_id = ? AND activity_standard_id = ?"
                            " LOCK IN SHARE MODE",
                            {{std::string(resource::DirectorateOf(row.name())),
                              std::string(IdOf(row.activity_standard()))}}));
  const bool elsewhere =
      resource::DirectorateOf(row.activity_standard()) != resource::DirectorateOf(row.name());
  if (rows.empty() || elsewhere) {
    return InvalidField("workload.activity_standard", Reason::REFERENCE_NOT_FOUND,
                        {{"name", row.activity_standard()}});
  }
  return Standard{rows.front().Text(0), rows.front().Text(1)};
}

// Returns INVALID_ARGUMENT (MISMATCH) if the standard is for another type of facility.
absl::Status CheckFacilityType(db::Transaction& tx, const v1::Workload& row,
                               const Standard& standard) {
  using registry::v1::Facility;
  if (standard.facility_type == Facility::Type_Name(Facility::TYPE_UNSPECIFIED)) {
    return absl::OkStatus();
  }
  ASSIGN_OR_RETURN(
      const std::vector<Place> places,
      FindPlaces(tx, resource::DirectorateOf(row.name()), {std::string(IdOf(row.facility()))}));
  if (places.empty() || Facility::Type_Name(places[0].type) == standard.facility_type) {
    return absl::OkStatus();
  }
  return InvalidField("workload.activity_standard", Reason::MISMATCH,
                      {{"expected", Facility::Type_Name(places[0].type)}});
}

// The rules of a write; `row` and `mask` are those of the request.
Hooks<v1::Workload> RulesOf(absl::string_view name, const v1::Workload& row,
                            const FieldMask& mask) {
  const std::shared_ptr<WriteScope> scope = ScopeOf(name);
  const auto cadre = std::make_shared<std::string>();
  if (Writes(mask, "facility")) scope->references.Add("workload.facility", row.facility());
  Hooks<v1::Workload> hooks;
  hooks.before_transaction = Prepare(scope);
  hooks.before_write = [cadre](db::Transaction& tx, const v1::Workload*,
                               v1::Workload& next) -> absl::Status {
    RETURN_IF_ERROR(CheckRowId("workload.name", IdOf(next.name()), IdFor(next)));
    ASSIGN_OR_RETURN(const Standard standard, FindStandard(tx, next));
    *cadre = standard.cadre;
    return CheckFacilityType(tx, next, standard);
  };
  hooks.before_delete = [cadre](db::Transaction& tx, const v1::Workload& old) -> absl::Status {
    ASSIGN_OR_RETURN(const Standard standard, FindStandard(tx, old));
    *cadre = standard.cadre;
    return absl::OkStatus();
  };
  hooks.after_write = [scope, cadre](db::Transaction& tx, const v1::Workload* old,
                                     const v1::Workload* next) {
    const v1::Workload& row = next != nullptr ? *next : *old;
    const LevelKey key{std::string(IdOf(row.facility())), *cadre};
    return RefreshLevels(tx, scope->directorate, {key}, scope->today);
  };
  return hooks;
}

}  // namespace

const resource::Table<v1::Workload>& Workloads() {
  using namespace resource;  // NOLINT: the column kinds read as a list
  static const Table<v1::Workload> table("workload",
                                         {
                                             Reference("facility").Filterable().Sortable(),
                                             Reference("activity_standard").Filterable().Sortable(),
                                             Integer("year").Filterable().Sortable(),
                                             Number("annual_volume").Filterable().Sortable(),
                                             Text("source").Filterable(),
                                         });
  return table;
}

absl::StatusOr<v1::Workload> GetWorkload(Call& call, const v1::GetWorkloadRequest& request) {
  return standard::Get(call, Workloads(), request);
}

absl::StatusOr<v1::ListWorkloadsResponse> ListWorkloads(Call& call,
                                                        const v1::ListWorkloadsRequest& request) {
  return standard::List<v1::ListWorkloadsResponse>(call, Workloads(), request);
}

absl::StatusOr<v1::Workload> CreateWorkload(Call& call, const v1::CreateWorkloadRequest& request) {
  v1::CreateWorkloadRequest named = request;
  if (named.workload_id().empty()) named.set_workload_id(IdFor(request.workload()));
  return standard::Create(call, Workloads(), named,
                          RulesOf(request.parent(), request.workload(), AllFields()));
}

absl::StatusOr<v1::Workload> UpdateWorkload(Call& call, const v1::UpdateWorkloadRequest& request) {
  const v1::Workload& row = request.workload();
  return standard::Update(call, Workloads(), request,
                          RulesOf(row.name(), row, request.update_mask()));
}

absl::StatusOr<google::protobuf::Empty> DeleteWorkload(Call& call,
                                                       const v1::DeleteWorkloadRequest& request) {
  return standard::Delete<google::protobuf::Empty>(call, Workloads(), request,
                                                   RulesOf(request.name(), {}, AllFields()));
}

}  // namespace mudiriya::staffing

#include "services/staffing/workloads.h"

#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/resource/standard.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/common_rules.h"
#include "services/staffing/id_list.h"
#include "services/staffing/place_table.h"

namespace mudiriya::staffing {
namespace {

namespace standard = resource::standard;

using google::protobuf::FieldMask;

// `el-fath--antenatal-visit-nurse--2025`.
std::string IdFor(const v1::Workload& row) {
  return RowId({IdOf(row.facility()), IdOf(row.activity_standard()), absl::StrCat(row.year())});
}

// What a workload needs to know of its activity standard.
struct Standard {
  std::string cadre;          // id
  std::string facility_type;  // name of the enum value
};
using StandardsById = std::map<std::string, Standard>;

// The standards of these ids that exist; nobody deletes them until the transaction ends.
absl::StatusOr<StandardsById> FindStandards(db::Transaction& tx, const std::string& directorate,
                                            absl::Span<const std::string> standards) {
  StandardsById found;
  RETURN_IF_ERROR(ForEachChunk(standards, [&](const IdChunk& ids) -> absl::Status {
    std::vector<db::Value> params = {directorate};
    params.insert(params.end(), ids.values.begin(), ids.values.end());
    ASSIGN_OR_RETURN(const db::ResultSet rows,
                     tx.Query(absl::StrCat("SELECT activity_standard_id, cadre_id, facility_type"
                                           " FROM activity_standard WHERE directorate_id = ?"
                                           " AND activity_standard_id IN (",
                                           ids.marks, ") LOCK IN SHARE MODE"),
                              params));
    for (const db::Row row : rows) found[row.Text(0)] = {row.Text(1), row.Text(2)};
    return absl::OkStatus();
  }));
  return found;
}

// The types of these facilities, as names of the enum value.
absl::StatusOr<std::map<std::string, std::string>> FindTypes(db::Transaction& tx,
                                                             const std::string& directorate,
                                                             absl::Span<const std::string> ids) {
  ASSIGN_OR_RETURN(const std::vector<Place> places, FindPlaces(tx, directorate, ids));
  std::map<std::string, std::string> types;
  for (const Place& place : places) {
    types[place.facility] = registry::v1::Facility::Type_Name(place.type);
  }
  return types;
}

// Whether a standard is for facilities of this type.
absl::Status CheckType(const Standard& standard, const std::string& type) {
  using registry::v1::Facility;
  const bool any = standard.facility_type == Facility::Type_Name(Facility::TYPE_UNSPECIFIED);
  if (any || type.empty() || standard.facility_type == type) return absl::OkStatus();
  return InvalidField("workload.activity_standard", Reason::MISMATCH, {{"expected", type}});
}

absl::Status CheckStandards(db::Transaction& tx, const WriteScope& scope,
                            absl::Span<RowWrite<v1::Workload>> batch) {
  std::vector<std::string> standards;
  std::vector<std::string> facilities;
  for (const RowWrite<v1::Workload>& row : batch) {
    standards.emplace_back(IdOf(row.next->activity_standard()));
    facilities.emplace_back(IdOf(row.next->facility()));
  }
  ASSIGN_OR_RETURN(const StandardsById found, FindStandards(tx, scope.directorate, standards));
  ASSIGN_OR_RETURN(auto types, FindTypes(tx, scope.directorate, facilities));
  for (size_t i = 0; i < batch.size(); ++i) {
    if (batch[i].refused()) continue;
    const auto standard = found.find(standards[i]);
    batch[i].refusal =
        standard == found.end()
            ? UnknownReference("workload.activity_standard", batch[i].next->activity_standard())
            : CheckType(standard->second, types[facilities[i]]);
  }
  return absl::OkStatus();
}

// The level is that of the standard's cadre. What a workload is of never changes.
absl::Status TouchLevels(db::Transaction& tx, const WriteScope& scope,
                         absl::Span<const RowChange<v1::Workload>> changes, Touched& touched) {
  std::vector<std::string> standards;
  for (const RowChange<v1::Workload>& change : changes) {
    standards.emplace_back(IdOf(change.either().activity_standard()));
  }
  ASSIGN_OR_RETURN(StandardsById found, FindStandards(tx, scope.directorate, standards));
  for (size_t i = 0; i < changes.size(); ++i) {
    touched.keys.push_back(
        {std::string(IdOf(changes[i].either().facility())), found[standards[i]].cadre});
  }
  return absl::OkStatus();
}

RecordRules<v1::Workload> MakeRules() {
  RecordRules<v1::Workload> rules;
  rules.field = "workload";
  rules.id_of = &IdFor;
  rules.places = [](const v1::Workload& row, const FieldMask& mask, PlaceReferences& references) {
    if (Writes(mask, "facility")) references.Add("workload.facility", row.facility());
  };
  rules.check_stored = &CheckStandards;
  rules.touch = &TouchLevels;
  return rules;
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

const RecordRules<v1::Workload>& WorkloadRules() {
  static const RecordRules<v1::Workload> rules = MakeRules();
  return rules;
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
                          HooksOf(WorkloadRules(), request.parent(), request.workload()));
}

absl::StatusOr<v1::Workload> UpdateWorkload(Call& call, const v1::UpdateWorkloadRequest& request) {
  const v1::Workload& row = request.workload();
  return standard::Update(call, Workloads(), request,
                          HooksOf(WorkloadRules(), row.name(), row, request.update_mask()));
}

absl::StatusOr<google::protobuf::Empty> DeleteWorkload(Call& call,
                                                       const v1::DeleteWorkloadRequest& request) {
  return standard::Delete<google::protobuf::Empty>(call, Workloads(), request,
                                                   HooksOf(WorkloadRules(), request.name()));
}

}  // namespace mudiriya::staffing

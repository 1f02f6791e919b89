#include "services/staffing/requirement_inputs.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/resource/list_query.h"
#include "common/resource/table.h"
#include "common/status/macros.h"
#include "services/staffing/activity_standards.h"
#include "services/staffing/additional_activities.h"
#include "services/staffing/establishments.h"
#include "services/staffing/id_list.h"
#include "services/staffing/row_id.h"
#include "services/staffing/staffing_norms.h"
#include "services/staffing/support_activities.h"
#include "services/staffing/working_times.h"

namespace mudiriya::staffing {
namespace {

// Every row of the table whose `column` is among the ids, in order of their names.
template <typename M, typename Take>
absl::Status EachRow(db::Transaction& tx, const resource::Table<M>& table,
                     absl::string_view directorate, absl::string_view column,
                     absl::Span<const std::string> ids, Take take) {
  return ForEachChunk(ids, [&](const IdChunk& chunk) -> absl::Status {
    resource::ListQuery query;
    query.parent = table.pattern().Parent().Make({std::string(directorate)});
    query.page_size = resource::kMaxPageSize;
    query.condition = {absl::StrCat(column, " IN (", chunk.marks, ")"), chunk.values};
    do {
      std::string next;
      ASSIGN_OR_RETURN(std::vector<M> rows, table.List(tx, query, &next));
      for (M& row : rows) take(std::move(row));
      query.page_token = std::move(next);
    } while (!query.page_token.empty());
    return absl::OkStatus();
  });
}

LevelKey KeyOf(absl::string_view facility, absl::string_view cadre) {
  return {std::string(IdOf(facility)), std::string(IdOf(cadre))};
}

// Keeps the volumes of the latest year alone; rows come by rising year.
void TakeVolume(const db::Row& row, FacilityRecordsByKey& records) {
  FacilityRecords& of = records[{row.Text(0), row.Text(1)}];
  const auto year = static_cast<int32_t>(row.Int64(3));
  if (year > of.year) {
    of.volumes.clear();
    of.year = year;
  }
  of.volumes.emplace_back(row.Text(2), row.Double(4));
}

absl::Status LoadVolumes(db::Transaction& tx, absl::string_view directorate,
                         absl::Span<const std::string> facilities, FacilityRecordsByKey& records) {
  return ForEachChunk(facilities, [&](const IdChunk& ids) -> absl::Status {
    std::vector<db::Value> params = {std::string(directorate)};
    params.insert(params.end(), ids.values.begin(), ids.values.end());
    ASSIGN_OR_RETURN(
        const db::ResultSet rows,
        tx.Query(
            absl::StrCat("SELECT w.facility_id, s.cadre_id, w.activity_standard_id, w.year,"
                         " w.annual_volume FROM workload w JOIN activity_standard s"
                         " ON s.directorate_id = w.directorate_id"
                         " AND s.activity_standard_id = w.activity_standard_id"
                         " WHERE w.directorate_id = ? AND w.facility_id IN (",
                         ids.marks, ") ORDER BY w.facility_id, w.year, w.activity_standard_id"),
            params));
    for (const db::Row row : rows) TakeVolume(row, records);
    return absl::OkStatus();
  });
}

}  // namespace

absl::StatusOr<CadreRecordsById> LoadCadreRecords(db::Transaction& tx,
                                                  absl::string_view directorate,
                                                  absl::Span<const std::string> cadres) {
  CadreRecordsById records;
  for (const std::string& cadre : cadres) records[cadre];
  const auto of = [&](const std::string& cadre) -> CadreRecords& {
    return records[std::string(IdOf(cadre))];
  };
  RETURN_IF_ERROR(EachRow(tx, WorkingTimes(), directorate, "cadre_id", cadres,
                          [&](v1::WorkingTime row) { of(row.cadre()).working_time = row; }));
  RETURN_IF_ERROR(
      EachRow(tx, SupportActivities(), directorate, "cadre_id", cadres,
              [&](v1::SupportActivity row) { of(row.cadre()).support_activities.push_back(row); }));
  RETURN_IF_ERROR(
      EachRow(tx, StaffingNorms(), directorate, "cadre_id", cadres,
              [&](v1::StaffingNorm row) { of(row.cadre()).norms[row.facility_type()] = row; }));
  RETURN_IF_ERROR(EachRow(tx, ActivityStandards(), directorate, "cadre_id", cadres,
                          [&](v1::ActivityStandard row) {
                            of(row.cadre()).standards[std::string(IdOf(row.name()))] = row;
                          }));
  return records;
}

absl::StatusOr<FacilityRecordsByKey> LoadFacilityRecords(db::Transaction& tx,
                                                         absl::string_view directorate,
                                                         absl::Span<const std::string> facilities) {
  FacilityRecordsByKey records;
  RETURN_IF_ERROR(LoadVolumes(tx, directorate, facilities, records));
  RETURN_IF_ERROR(
      EachRow(tx, AdditionalActivities(), directorate, "facility_id", facilities,
              [&](v1::AdditionalActivity row) {
                records[KeyOf(row.facility(), row.cadre())].additional_activities.push_back(row);
              }));
  RETURN_IF_ERROR(EachRow(tx, Establishments(), directorate, "facility_id", facilities,
                          [&](v1::Establishment row) {
                            records[KeyOf(row.facility(), row.cadre())].establishment = row;
                          }));
  return records;
}

}  // namespace mudiriya::staffing

#include "services/staffing/level_rows.h"

#include <iterator>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/status/macros.h"
#include "services/staffing/id_list.h"
#include "services/staffing/insert_rows.h"
#include "services/staffing/row_id.h"

namespace mudiriya::staffing {
namespace {

constexpr absl::string_view kColumns =
    "gap_id, facility_id, cadre_id, facility_type, area_id, required_fte, current_fte, difference,"
    " ratio, band, full_time_count, requirement_source, established_posts, vacant_posts,"
    " density_rank, remoteness_rank, critical_service, urgency";
constexpr size_t kColumnCount = 18;

constexpr absl::string_view kStoreOver =
    "ON DUPLICATE KEY UPDATE facility_type = VALUES(facility_type), area_id = VALUES(area_id),"
    " required_fte = VALUES(required_fte), current_fte = VALUES(current_fte),"
    " difference = VALUES(difference), ratio = VALUES(ratio), band = VALUES(band),"
    " full_time_count = VALUES(full_time_count),"
    " requirement_source = VALUES(requirement_source),"
    " established_posts = VALUES(established_posts), vacant_posts = VALUES(vacant_posts),"
    " density_rank = VALUES(density_rank), remoteness_rank = VALUES(remoteness_rank),"
    " critical_service = VALUES(critical_service), urgency = VALUES(urgency)";

template <typename T>
db::Value ValueOf(const std::optional<T>& value) {
  return value ? db::Value(*value) : db::Value(nullptr);
}

std::optional<double> MaybeDouble(const db::Row& row, size_t column) {
  return row.IsNull(column) ? std::nullopt : std::optional<double>(row.Double(column));
}

Level ReadLevel(const db::Row& row) {
  Level level;
  level.key = {row.Text(1), row.Text(2)};
  level.facility_type = row.Text(3);
  if (!row.IsNull(4)) level.area = row.Text(4);
  level.required = row.Double(5);
  level.current = row.Double(6);
  level.difference = row.Double(7);
  level.ratio = MaybeDouble(row, 8);
  level.band = row.Text(9);
  level.full_time_count = row.Double(10);
  level.source = row.Text(11);
  level.established_posts = MaybeDouble(row, 12);
  level.vacant_posts = MaybeDouble(row, 13);
  level.density_rank = row.Double(14);
  level.remoteness_rank = row.Double(15);
  level.critical_service = row.Bool(16);
  level.urgency = row.Double(17);
  return level;
}

void AppendLevel(absl::string_view directorate, const Level& level,
                 std::vector<db::Value>& values) {
  const db::Value row[] = {std::string(directorate),
                           GapId(level.key),
                           level.key.facility,
                           level.key.cadre,
                           level.facility_type,
                           level.area.empty() ? db::Value(nullptr) : db::Value(level.area),
                           level.required,
                           level.current,
                           level.difference,
                           ValueOf(level.ratio),
                           level.band,
                           level.full_time_count,
                           level.source,
                           ValueOf(level.established_posts),
                           ValueOf(level.vacant_posts),
                           level.density_rank,
                           level.remoteness_rank,
                           level.critical_service,
                           level.urgency};
  values.insert(values.end(), std::begin(row), std::end(row));
}

std::vector<std::string> GapIds(absl::Span<const LevelKey> keys) {
  std::vector<std::string> ids;
  for (const LevelKey& key : keys) ids.push_back(GapId(key));
  return ids;
}

// Adds the levels of one statement; `where` follows the directorate's condition.
absl::Status AddLevels(db::Transaction& tx, absl::string_view where, db::Params params,
                       LevelsByKey& levels) {
  ASSIGN_OR_RETURN(
      const db::ResultSet rows,
      tx.Query(absl::StrCat("SELECT ", kColumns,
                            " FROM staffing_level WHERE directorate_id = ? AND ", where),
               params));
  for (const db::Row row : rows) {
    Level level = ReadLevel(row);
    levels.emplace(level.key, std::move(level));
  }
  return absl::OkStatus();
}

std::vector<db::Value> ParamsOf(absl::string_view directorate, const IdChunk& ids) {
  std::vector<db::Value> params = {std::string(directorate)};
  params.insert(params.end(), ids.values.begin(), ids.values.end());
  return params;
}

std::string InsertHead(absl::string_view verb) {
  return absl::StrCat(verb, " INTO staffing_level (directorate_id, ", kColumns, ")");
}

}  // namespace

std::string GapId(const LevelKey& key) { return RowId({key.facility, key.cadre}); }

absl::StatusOr<LevelsByKey> LockLevels(db::Transaction& tx, absl::string_view directorate,
                                       absl::Span<const LevelKey> keys) {
  LevelsByKey levels;
  RETURN_IF_ERROR(ForEachChunk(GapIds(keys), [&](const IdChunk& ids) {
    return AddLevels(tx, absl::StrCat("gap_id IN (", ids.marks, ") ORDER BY gap_id FOR UPDATE"),
                     ParamsOf(directorate, ids), levels);
  }));
  return levels;
}

absl::StatusOr<LevelsByKey> LevelsOfFacilities(db::Transaction& tx, absl::string_view directorate,
                                               absl::Span<const std::string> facilities,
                                               absl::string_view cadre) {
  LevelsByKey levels;
  RETURN_IF_ERROR(ForEachChunk(facilities, [&](const IdChunk& ids) {
    std::vector<db::Value> params = ParamsOf(directorate, ids);
    std::string where = absl::StrCat("facility_id IN (", ids.marks, ")");
    if (!cadre.empty()) {
      absl::StrAppend(&where, " AND cadre_id = ?");
      params.emplace_back(std::string(cadre));
    }
    return AddLevels(tx, where, params, levels);
  }));
  return levels;
}

absl::StatusOr<int64_t> MakeEmptyLevels(db::Transaction& tx, absl::string_view directorate,
                                        absl::Span<const LevelKey> keys) {
  std::vector<db::Value> values;
  for (const LevelKey& key : keys) {
    Level empty;
    empty.key = key;
    AppendLevel(directorate, empty, values);
  }
  return InsertRows(tx, InsertHead("INSERT IGNORE"), kColumnCount + 1, "", values);
}

absl::Status StoreLevels(db::Transaction& tx, absl::string_view directorate,
                         absl::Span<const Level> levels) {
  std::vector<db::Value> values;
  for (const Level& level : levels) AppendLevel(directorate, level, values);
  return InsertRows(tx, InsertHead("INSERT"), kColumnCount + 1, kStoreOver, values).status();
}

absl::Status RemoveLevels(db::Transaction& tx, absl::string_view directorate,
                          absl::Span<const LevelKey> keys) {
  return ForEachChunk(GapIds(keys), [&](const IdChunk& ids) {
    return tx
        .Execute(absl::StrCat("DELETE FROM staffing_level WHERE directorate_id = ?"
                              " AND gap_id IN (",
                              ids.marks, ")"),
                 ParamsOf(directorate, ids))
        .status();
  });
}

}  // namespace mudiriya::staffing

#include "services/staffing/level_sums.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/status/macros.h"
#include "services/staffing/id_list.h"
#include "services/staffing/insert_rows.h"

namespace mudiriya::staffing {
namespace {

constexpr absl::string_view kFigures =
    "required_fte, current_fte, shortage, surplus, gap_count, short_count";
constexpr size_t kFigureCount = 6;
constexpr size_t kKeyCount = 4;  // directorate and three more, in both tables
constexpr absl::string_view kSummedFigures =
    "SUM(required_fte), SUM(current_fte), SUM(shortage), SUM(surplus), SUM(gap_count),"
    " SUM(short_count)";

// dimension, cadre, group: the order of the primary key, so that rows are locked in one order.
using StoredKey = std::tuple<absl::string_view, std::string, std::string>;

constexpr absl::string_view DimensionName(SumDimension dimension) {
  return dimension == SumDimension::kArea ? "AREA" : "TYPE";
}

void AppendFigures(const LevelSum& sum, std::vector<db::Value>& values) {
  const db::Value figures[] = {sum.required, sum.current,   sum.shortage,
                               sum.surplus,  sum.gap_count, sum.short_count};
  values.insert(values.end(), std::begin(figures), std::end(figures));
}

LevelSum ReadFigures(const db::Row& row, size_t first) {
  return {.required = row.Double(first),
          .current = row.Double(first + 1),
          .shortage = row.Double(first + 2),
          .surplus = row.Double(first + 3),
          .gap_count = row.Int64(first + 4),
          .short_count = row.Int64(first + 5)};
}

// Adding and taking off fractions leaves crumbs such as 3e-16, which are no staff.
double WithoutCrumbs(double value) { return std::abs(value) < 1e-9 ? 0 : value; }

LevelSum WithoutCrumbs(LevelSum sum) {
  for (double* value : {&sum.required, &sum.current, &sum.shortage, &sum.surplus}) {
    *value = WithoutCrumbs(*value);
  }
  return sum;
}

// The differences that were recorded and can be seen, with their ids.
struct Recorded {
  std::vector<std::string> ids;
  SumsByKey sums;
};

absl::StatusOr<Recorded> ReadRecorded(db::Transaction& tx, const std::string& directorate,
                                      int64_t limit) {
  ASSIGN_OR_RETURN(
      const db::ResultSet rows,
      tx.Query(absl::StrCat("SELECT delta_id, facility_type, area_id, cadre_id, ", kFigures,
                            " FROM level_sum_delta WHERE directorate_id = ?"
                            " ORDER BY delta_id LIMIT ?"),
               {{directorate, limit}}));
  Recorded recorded;
  for (const db::Row row : rows) {
    recorded.ids.push_back(absl::StrCat(row.Int64(0)));
    recorded.sums[{row.Text(1), row.Text(2), row.Text(3)}] += ReadFigures(row, 4);
  }
  return recorded;
}

// Returns how many were still there.
absl::StatusOr<int64_t> RemoveRecorded(db::Transaction& tx, const std::string& directorate,
                                       const std::vector<std::string>& ids) {
  int64_t removed = 0;
  RETURN_IF_ERROR(ForEachChunk(ids, [&](const IdChunk& chunk) -> absl::Status {
    std::vector<db::Value> params = {directorate};
    params.insert(params.end(), chunk.values.begin(), chunk.values.end());
    ASSIGN_OR_RETURN(const int64_t gone,
                     tx.Execute(absl::StrCat("DELETE FROM level_sum_delta WHERE directorate_id = ?"
                                             " AND delta_id IN (",
                                             chunk.marks, ")"),
                                params));
    removed += gone;
    return absl::OkStatus();
  }));
  return removed;
}

// Adds the rows of a statement that selects cadre, group and the figures.
absl::Status AddGroups(db::Transaction& tx, const std::string& sql, db::Params params,
                       std::map<std::pair<std::string, std::string>, LevelSum>& groups) {
  ASSIGN_OR_RETURN(const db::ResultSet rows, tx.Query(sql, params));
  for (const db::Row row : rows) groups[{row.Text(0), row.Text(1)}] += ReadFigures(row, 2);
  return absl::OkStatus();
}

}  // namespace

LevelSum& LevelSum::operator+=(const LevelSum& other) {
  required += other.required;
  current += other.current;
  shortage += other.shortage;
  surplus += other.surplus;
  gap_count += other.gap_count;
  short_count += other.short_count;
  return *this;
}

void LevelSum::Add(const Level& level, int sign) {
  required += sign * level.required;
  current += sign * level.current;
  shortage += sign * std::max(0.0, level.required - level.current);
  surplus += sign * std::max(0.0, level.current - level.required);
  gap_count += sign;
  if (level.current < level.required) short_count += sign;
}

absl::Status AppendSums(db::Transaction& tx, absl::string_view directorate, const SumsByKey& sums) {
  std::vector<db::Value> values;
  for (const auto& [key, sum] : sums) {
    values.insert(values.end(), {std::string(directorate), key.facility_type, key.area, key.cadre});
    AppendFigures(sum, values);
  }
  return InsertRows(tx,
                    absl::StrCat("INSERT INTO level_sum_delta"
                                 " (directorate_id, facility_type, area_id, cadre_id, ",
                                 kFigures, ")"),
                    kKeyCount + kFigureCount, "", values)
      .status();
}

absl::Status AddToSums(db::Transaction& tx, absl::string_view directorate, const SumsByKey& sums) {
  std::map<StoredKey, LevelSum> stored;
  for (const auto& [key, sum] : sums) {
    for (const std::string& cadre : {std::string(), key.cadre}) {
      stored[{DimensionName(SumDimension::kArea), cadre, key.area}] += sum;
      stored[{DimensionName(SumDimension::kFacilityType), cadre, key.facility_type}] += sum;
    }
  }
  std::vector<db::Value> values;
  for (const auto& [key, sum] : stored) {
    values.insert(values.end(), {std::string(directorate), std::string(std::get<0>(key)),
                                 std::get<1>(key), std::get<2>(key)});
    AppendFigures(sum, values);
  }
  return InsertRows(
             tx,
             absl::StrCat("INSERT INTO level_sum (directorate_id, dimension, cadre_id, group_id, ",
                          kFigures, ")"),
             kKeyCount + kFigureCount,
             "ON DUPLICATE KEY UPDATE required_fte = required_fte + VALUES(required_fte),"
             " current_fte = current_fte + VALUES(current_fte),"
             " shortage = shortage + VALUES(shortage), surplus = surplus + VALUES(surplus),"
             " gap_count = gap_count + VALUES(gap_count),"
             " short_count = short_count + VALUES(short_count)",
             values)
      .status();
}

absl::StatusOr<int64_t> FoldSums(db::Transaction& tx, absl::string_view directorate,
                                 int64_t limit) {
  const std::string id(directorate);
  ASSIGN_OR_RETURN(const Recorded recorded, ReadRecorded(tx, id, limit));
  if (recorded.ids.empty()) return 0;
  ASSIGN_OR_RETURN(const int64_t removed, RemoveRecorded(tx, id, recorded.ids));
  if (removed < static_cast<int64_t>(recorded.ids.size())) {
    tx.RollbackOnly();
    return 0;
  }
  RETURN_IF_ERROR(AddToSums(tx, directorate, recorded.sums));
  return removed;
}

absl::StatusOr<std::vector<GroupSum>> ReadSums(db::Transaction& tx, absl::string_view directorate,
                                               SumDimension dimension, bool by_cadre) {
  const std::string id(directorate);
  const absl::string_view group = dimension == SumDimension::kArea ? "area_id" : "facility_type";
  std::map<std::pair<std::string, std::string>, LevelSum> groups;
  RETURN_IF_ERROR(AddGroups(tx,
                            absl::StrCat("SELECT cadre_id, group_id, ", kFigures,
                                         " FROM level_sum WHERE directorate_id = ?"
                                         " AND dimension = ? AND cadre_id ",
                                         by_cadre ? "> ''" : "= ''"),
                            {{id, std::string(DimensionName(dimension))}}, groups));
  RETURN_IF_ERROR(AddGroups(
      tx,
      absl::StrCat("SELECT ", by_cadre ? "cadre_id" : "''", ", ", group, ", ", kSummedFigures,
                   " FROM level_sum_delta WHERE directorate_id = ? GROUP BY ",
                   by_cadre ? "cadre_id, " : "", group),
      {{id}}, groups));
  std::vector<GroupSum> sums;
  for (const auto& [key, sum] : groups) {
    if (sum.gap_count != 0) sums.push_back({key.second, key.first, WithoutCrumbs(sum)});
  }
  return sums;
}

}  // namespace mudiriya::staffing

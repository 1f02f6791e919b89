#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/db/connection.h"
#include "common/resource/filter.h"
#include "common/resource/name.h"
#include "common/status/macros.h"
#include "services/staffing/gap_table.h"
#include "services/staffing/gaps.h"
#include "services/staffing/level_names.h"
#include "services/staffing/level_rules.h"
#include "services/staffing/level_sums.h"
#include "services/staffing/place_areas.h"
#include "services/staffing/row_id.h"

namespace mudiriya::staffing {
namespace {

using v1::SummarizeGapsRequest;

// Districts, in most directorates.
constexpr int kDefaultDepth = 1;

bool ByCadre(const SummarizeGapsRequest& request) {
  return request.by_cadre() || request.group_by() == v1::CADRE;
}

bool ByArea(const SummarizeGapsRequest& request) { return request.group_by() == v1::AREA; }

// Whether the stored sums answer: they are by area or by type, and know nothing of a filter.
bool IsStored(const SummarizeGapsRequest& request) {
  const bool types_of_an_area = request.group_by() == v1::FACILITY_TYPE && !request.area().empty();
  return request.filter().empty() && !types_of_an_area;
}

// Sums by the areas that facilities name, and not yet by those asked for.
absl::StatusOr<std::vector<GroupSum>> StoredSums(db::Transaction& tx,
                                                 const std::string& directorate,
                                                 const SummarizeGapsRequest& request,
                                                 const AreasById& areas) {
  const bool by_area = ByArea(request) || !request.area().empty();
  ASSIGN_OR_RETURN(
      std::vector<GroupSum> sums,
      ReadSums(tx, directorate, by_area ? SumDimension::kArea : SumDimension::kFacilityType,
               ByCadre(request)));
  if (request.area().empty()) return sums;
  const PlaceArea& top = areas.at(std::string(IdOf(request.area())));
  const auto outside = [&](const GroupSum& sum) {
    const auto area = areas.find(sum.group);
    return area == areas.end() || !IsInside(area->second, top);
  };
  sums.erase(std::remove_if(sums.begin(), sums.end(), outside), sums.end());
  return sums;
}

// The same from the levels that match the filter.
absl::StatusOr<std::vector<GroupSum>> ComputedSums(db::Transaction& tx,
                                                   const resource::ListQuery& query,
                                                   const SummarizeGapsRequest& request) {
  const absl::string_view group = ByArea(request)                           ? "area_id"
                                  : request.group_by() == v1::FACILITY_TYPE ? "facility_type"
                                                                            : "''";
  const absl::string_view cadre = ByCadre(request) ? "cadre_id" : "''";
  ASSIGN_OR_RETURN(const resource::Condition filter,
                   resource::CompileFilter(Gaps().shape(), query.filter));
  std::string sql = absl::StrCat(
      "SELECT COALESCE(", group, ", ''), ", cadre,
      ", SUM(required_fte), SUM(current_fte), SUM(GREATEST(0, required_fte - current_fte)),"
      " SUM(GREATEST(0, current_fte - required_fte)), COUNT(*),"
      " SUM(CASE WHEN current_fte < required_fte THEN 1 ELSE 0 END) FROM ",
      query.source.sql.empty() ? "staffing_level" : query.source.sql, " WHERE directorate_id = ?");
  std::vector<db::Value> params = query.source.params;
  params.emplace_back(query.parent.directorate());
  for (const resource::Condition* part : {&filter, &query.condition}) {
    if (part->sql.empty()) continue;
    absl::StrAppend(&sql, " AND (", part->sql, ")");
    params.insert(params.end(), part->params.begin(), part->params.end());
  }
  absl::StrAppend(&sql, " GROUP BY 1, 2");
  ASSIGN_OR_RETURN(const db::ResultSet rows, tx.Query(sql, params));
  std::vector<GroupSum> sums;
  for (const db::Row row : rows) {
    sums.push_back({row.Text(0),
                    row.Text(1),
                    {.required = row.Double(2),
                     .current = row.Double(3),
                     .shortage = row.Double(4),
                     .surplus = row.Double(5),
                     .gap_count = row.Int64(6),
                     .short_count = row.Int64(7)}});
  }
  return sums;
}

// The id of what a sum counts for in the answer.
std::string GroupOf(const SummarizeGapsRequest& request, const AreasById& areas,
                    const GroupSum& sum) {
  if (request.group_by() == v1::CADRE) return sum.cadre;
  const auto area = areas.find(sum.group);
  if (!ByArea(request) || area == areas.end()) return sum.group;
  return AncestorAt(area->second, request.has_area_depth() ? request.area_depth() : kDefaultDepth);
}

v1::GapSummary SummaryOf(const LevelSum& sum, const BandLimits& bands) {
  v1::GapSummary summary;
  summary.set_required(sum.required);
  summary.set_current(sum.current);
  summary.set_difference(sum.current - sum.required);
  if (const auto ratio = RatioOf(sum.required, sum.current)) summary.set_ratio(*ratio);
  summary.set_band(GapBandOf(sum.required, sum.current, bands));
  summary.set_shortage(sum.shortage);
  summary.set_surplus(sum.surplus);
  summary.set_gap_count(sum.gap_count);
  summary.set_short_count(sum.short_count);
  return summary;
}

// Names of what rows stand for.
struct Names {
  std::string directorate;
  AreasById areas = {};
  NamesById cadres = {};

  std::string Cadre(const std::string& id) const {
    return absl::StrCat("directorates/", directorate, "/cadres/", id);
  }

  void Set(const SummarizeGapsRequest& request, const std::string& group,
           v1::GapSummary& summary) const {
    if (request.group_by() == v1::FACILITY_TYPE) {
      summary.set_key(group);
      *summary.mutable_display_name() = FacilityTypeName(group);
    } else if (request.group_by() == v1::CADRE) {
      summary.set_key(Cadre(group));
      const auto cadre = cadres.find(group);
      if (cadre != cadres.end()) *summary.mutable_display_name() = cadre->second;
    } else if (!group.empty()) {
      summary.set_key(absl::StrCat("directorates/", directorate, "/areas/", group));
      const auto area = areas.find(group);
      if (area != areas.end()) *summary.mutable_display_name() = area->second.display_name;
    }
  }
};

v1::SummarizeGapsResponse Answer(const SummarizeGapsRequest& request, const Names& names,
                                 const std::vector<GroupSum>& sums, const BandLimits& bands) {
  const bool cadres_within = request.by_cadre() && request.group_by() != v1::CADRE;
  std::map<std::pair<std::string, std::string>, LevelSum> groups;
  LevelSum total;
  for (const GroupSum& sum : sums) {
    groups[{GroupOf(request, names.areas, sum), cadres_within ? sum.cadre : ""}] += sum.sum;
    total += sum.sum;
  }
  v1::SummarizeGapsResponse response;
  for (const auto& [key, sum] : groups) {
    v1::GapSummary& summary = *response.add_summaries() = SummaryOf(sum, bands);
    names.Set(request, key.first, summary);
    if (cadres_within) summary.set_cadre(names.Cadre(key.second));
  }
  std::stable_sort(
      response.mutable_summaries()->begin(), response.mutable_summaries()->end(),
      [](const v1::GapSummary& a, const v1::GapSummary& b) { return a.shortage() > b.shortage(); });
  *response.mutable_total() = SummaryOf(total, bands);
  return response;
}

}  // namespace

absl::StatusOr<v1::SummarizeGapsResponse> SummarizeGaps(Call& call,
                                                        const SummarizeGapsRequest& request) {
  const GapQuestion question = {
      .parent = request.parent(), .area = request.area(), .filter = request.filter()};
  ASSIGN_OR_RETURN(const resource::ListQuery query, QueryOf(call, question, ""));
  RETURN_IF_ERROR(FreshenFor(call, query));
  const std::string& directorate = query.parent.directorate();
  return call.db().Read([&](db::Transaction& tx) -> absl::StatusOr<v1::SummarizeGapsResponse> {
    RETURN_IF_ERROR(CheckArea(tx, question.area));
    ASSIGN_OR_RETURN(const LevelRules rules, LoadLevelRules(tx, directorate));
    Names names{.directorate = directorate};
    ASSIGN_OR_RETURN(names.areas, LoadAreas(tx, directorate));
    ASSIGN_OR_RETURN(names.cadres, CadreNames(tx, directorate));
    ASSIGN_OR_RETURN(const std::vector<GroupSum> sums,
                     IsStored(request) ? StoredSums(tx, directorate, request, names.areas)
                                       : ComputedSums(tx, query, request));
    return Answer(request, names, sums, rules.bands);
  });
}

}  // namespace mudiriya::staffing

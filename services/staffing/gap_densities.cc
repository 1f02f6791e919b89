#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/db/connection.h"
#include "common/resource/name.h"
#include "common/status/macros.h"
#include "services/staffing/gap_table.h"
#include "services/staffing/gaps.h"
#include "services/staffing/level_sums.h"
#include "services/staffing/level_upkeep.h"
#include "services/staffing/place_areas.h"
#include "services/staffing/staffing_settings.h"

namespace mudiriya::staffing {
namespace {

constexpr double kInhabitants = 10'000;
// Districts, in most directorates.
constexpr int kDefaultDepth = 1;

absl::StatusOr<std::set<std::string>> SkilledCadres(db::Transaction& tx,
                                                    const std::string& directorate) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query("SELECT cadre_id FROM cadre WHERE directorate_id = ?"
                            " AND counts_as_skilled AND delete_time IS NULL",
                            {{directorate}}));
  std::set<std::string> cadres;
  for (const db::Row row : rows) cadres.insert(row.Text(0));
  return cadres;
}

// Skilled staff of the subtree of each area at the depth.
absl::StatusOr<std::map<std::string, double>> SkilledStaff(db::Transaction& tx,
                                                           const std::string& directorate,
                                                           const AreasById& areas, int depth) {
  ASSIGN_OR_RETURN(const std::set<std::string> skilled, SkilledCadres(tx, directorate));
  ASSIGN_OR_RETURN(const std::vector<GroupSum> sums,
                   ReadSums(tx, directorate, SumDimension::kArea, /*by_cadre=*/true));
  std::map<std::string, double> staff;
  for (const GroupSum& sum : sums) {
    const auto area = areas.find(sum.group);
    if (area == areas.end() || skilled.count(sum.cadre) == 0) continue;
    staff[AncestorAt(area->second, depth)] += sum.sum.current;
  }
  return staff;
}

v1::StaffDensity DensityOf(const std::string& directorate, const PlaceArea& area, double staff,
                           double threshold) {
  v1::StaffDensity density;
  density.set_area(absl::StrCat("directorates/", directorate, "/areas/", area.id));
  *density.mutable_display_name() = area.display_name;
  density.set_skilled_staff(staff);
  density.set_threshold(threshold);
  if (!area.population.has_value()) return density;
  density.set_population(*area.population);
  if (*area.population == 0) return density;
  const double tens_of_thousands = static_cast<double>(*area.population) / kInhabitants;
  density.set_per_10000(staff / tens_of_thousands);
  density.set_missing(std::max(0.0, threshold * tens_of_thousands - staff));
  return density;
}

// The least first, unknown ones last.
bool ComesBefore(const v1::StaffDensity& a, const v1::StaffDensity& b) {
  if (a.has_per_10000() != b.has_per_10000()) return a.has_per_10000();
  if (a.per_10000() != b.per_10000()) return a.per_10000() < b.per_10000();
  return a.area() < b.area();
}

absl::StatusOr<v1::ListStaffDensitiesResponse> Densities(db::Transaction& tx,
                                                         const std::string& directorate,
                                                         int depth) {
  ASSIGN_OR_RETURN(const AreasById areas, LoadAreas(tx, directorate));
  ASSIGN_OR_RETURN(const auto staff, SkilledStaff(tx, directorate, areas, depth));
  ASSIGN_OR_RETURN(const v1::StaffingSettings settings, EffectiveSettings(tx, directorate));
  v1::ListStaffDensitiesResponse response;
  for (const auto& [id, area] : areas) {
    if (area.depth != depth) continue;
    const auto found = staff.find(id);
    *response.add_staff_densities() = DensityOf(
        directorate, area, found == staff.end() ? 0 : found->second, settings.density_threshold());
  }
  std::sort(response.mutable_staff_densities()->begin(), response.mutable_staff_densities()->end(),
            &ComesBefore);
  return response;
}

}  // namespace

absl::StatusOr<v1::ListStaffDensitiesResponse> ListStaffDensities(
    Call& call, const v1::ListStaffDensitiesRequest& request) {
  ASSIGN_OR_RETURN(const resource::ResourceName parent,
                   Gaps().pattern().Parent().ParseName(request.parent(), "parent"));
  RETURN_IF_ERROR(FreshenLevels(call, parent.directorate()).status());
  const int depth = request.has_area_depth() ? request.area_depth() : kDefaultDepth;
  return call.db().Read(
      [&](db::Transaction& tx) { return Densities(tx, parent.directorate(), depth); });
}

}  // namespace mudiriya::staffing

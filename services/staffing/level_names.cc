#include "services/staffing/level_names.h"

#include "common/status/macros.h"

namespace mudiriya::staffing {
namespace {

struct TypeName {
  absl::string_view type;
  const char* ar;
  const char* en;
  const char* fr;
};

constexpr TypeName kTypeNames[] = {
    {"HOSPITAL", "مستشفى", "Hospital", "Hôpital"},
    {"SPECIALISED_CENTRE", "مركز تخصصي", "Specialised centre", "Centre spécialisé"},
    {"HEALTH_CENTRE", "مركز صحي", "Health centre", "Centre de santé"},
    {"CLINIC", "عيادة", "Clinic", "Clinique"},
    {"MOBILE_CLINIC", "عيادة متنقلة", "Mobile clinic", "Clinique mobile"},
    {"LABORATORY", "مختبر", "Laboratory", "Laboratoire"},
    {"WAREHOUSE", "مستودع", "Warehouse", "Entrepôt"},
    {"REHABILITATION_CENTRE", "مركز تأهيل", "Rehabilitation centre", "Centre de réadaptation"},
    {"ADMINISTRATIVE_OFFICE", "مكتب إداري", "Administrative office", "Bureau administratif"},
};

}  // namespace

absl::StatusOr<NamesById> CadreNames(db::Transaction& tx, absl::string_view directorate) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query("SELECT cadre_id, display_name_ar, display_name_en, display_name_fr"
                            " FROM cadre WHERE directorate_id = ?",
                            {{std::string(directorate)}}));
  NamesById names;
  for (const db::Row row : rows) {
    type::v1::LocalizedText& name = names[row.Text(0)];
    if (!row.IsNull(1)) name.set_ar(row.Text(1));
    if (!row.IsNull(2)) name.set_en(row.Text(2));
    if (!row.IsNull(3)) name.set_fr(row.Text(3));
  }
  return names;
}

type::v1::LocalizedText FacilityTypeName(absl::string_view type) {
  type::v1::LocalizedText name;
  for (const TypeName& known : kTypeNames) {
    if (known.type != type) continue;
    name.set_ar(known.ar);
    name.set_en(known.en);
    name.set_fr(known.fr);
  }
  return name;
}

absl::StatusOr<LevelsAsOf> FindLevelsAsOf(db::Transaction& tx, absl::string_view directorate) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query("SELECT as_of_date, density_weight, remoteness_weight, critical_weight"
                            " FROM level_state WHERE directorate_id = ?",
                            {{std::string(directorate)}}));
  LevelsAsOf as_of;
  if (rows.empty()) return as_of;
  const db::Row row = rows.front();
  if (!absl::ParseCivilTime(row.Text(0), &as_of.day)) {
    return absl::InternalError("the day of stored levels is no date");
  }
  as_of.weights = {
      .density = row.Double(1), .remoteness = row.Double(2), .critical = row.Double(3)};
  return as_of;
}

}  // namespace mudiriya::staffing

#include "services/staffing/staffing_settings.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "common/db/connection.h"
#include "common/resource/change_log.h"
#include "common/resource/copy_field.h"
#include "common/resource/etag.h"
#include "common/resource/field_mask.h"
#include "common/resource/name.h"
#include "common/resource/write.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "google/protobuf/util/json_util.h"
#include "google/protobuf/util/time_util.h"
#include "services/staffing/levels.h"
#include "services/staffing/staffing_settings_rules.h"
#include "services/staffing/write_scope.h"

namespace mudiriya::staffing {
namespace {

using v1::StaffingSettings;

constexpr absl::string_view kType = "staffing.mudiriya.health/StaffingSettings";
constexpr absl::string_view kSuffix = "/staffingSettings";

std::string NameOf(absl::string_view directorate) {
  return absl::StrCat("directorates/", directorate, kSuffix);
}

// The directorate of such a name. Returns INVALID_ARGUMENT if it is none.
absl::StatusOr<std::string> DirectorateOf(absl::string_view field, absl::string_view name) {
  const std::string directorate(resource::DirectorateOf(name));
  if (resource::IsValidId(directorate) && name == NameOf(directorate)) return directorate;
  return InvalidField(field, Reason::INVALID_NAME,
                      {{"pattern", "directorates/{directorate}/staffingSettings"}});
}

// Settings that were never written are at version 0, which writes like any other.
struct Stored {
  StaffingSettings settings;
  int64_t version = 0;
};

absl::StatusOr<Stored> Load(db::Transaction& tx, const std::string& directorate,
                            absl::string_view lock) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query(absl::StrCat("SELECT settings, row_version, update_time"
                                         " FROM staffing_settings WHERE directorate_id = ?",
                                         lock),
                            {{directorate}}));
  Stored stored;
  if (!rows.empty()) {
    const db::Row row = rows.front();
    if (!google::protobuf::util::JsonStringToMessage(row.Text(0), &stored.settings).ok()) {
      return absl::InternalError("stored staffing settings are damaged");
    }
    stored.version = row.Int64(1);
    google::protobuf::util::TimeUtil::FromString(
        absl::StrCat(row.Text(2).substr(0, 10), "T", row.Text(2).substr(11), "Z"),
        stored.settings.mutable_update_time());
  }
  stored.settings.set_name(NameOf(directorate));
  stored.settings.set_etag(resource::MakeEtag(stored.version));
  return stored;
}

// What is kept as JSON: all but what has a column of its own.
absl::StatusOr<std::string> JsonOf(StaffingSettings settings) {
  settings.clear_name();
  settings.clear_etag();
  settings.clear_update_time();
  google::protobuf::util::JsonPrintOptions options;
  options.preserve_proto_field_names = true;
  std::string json;
  if (!google::protobuf::util::MessageToJsonString(settings, &json, options).ok()) {
    return absl::InternalError("staffing settings cannot be written as JSON");
  }
  return json;
}

// Stores the settings over version `next.version`, which the caller has locked if it exists.
// Returns ABORTED if somebody else wrote the first version in the meantime.
absl::Status Save(db::Transaction& tx, const std::string& directorate, absl::Time now,
                  Stored& next) {
  ASSIGN_OR_RETURN(const std::string json, JsonOf(next.settings));
  const std::string time = absl::FormatTime("%Y-%m-%d %H:%M:%E6S", now, absl::UTCTimeZone());
  const absl::Status written =
      next.version == 0
          ? tx.Execute(
                  "INSERT INTO staffing_settings"
                  " (settings, update_time, row_version, directorate_id) VALUES (?, ?, 1, ?)",
                  {{json, time, directorate}})
                .status()
          : tx.Execute(
                  "UPDATE staffing_settings SET settings = ?, update_time = ?,"
                  " row_version = row_version + 1 WHERE directorate_id = ?",
                  {{json, time, directorate}})
                .status();
  if (absl::IsAlreadyExists(written)) return Stale(next.settings.name());
  RETURN_IF_ERROR(written);
  *next.settings.mutable_update_time() =
      google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(absl::ToUnixMicros(now));
  next.settings.set_etag(resource::MakeEtag(++next.version));
  return absl::OkStatus();
}

std::vector<std::string> PathTexts(const resource::UpdatePlan& plan) {
  std::vector<std::string> texts;
  for (const resource::FieldPath& path : plan.paths) {
    texts.push_back(absl::StrJoin(
        path, ".", [](std::string* out, const auto* step) { out->append(step->name()); }));
  }
  return texts;
}

absl::StatusOr<StaffingSettings> Write(Call& call, db::Transaction& tx, const WriteScope& scope,
                                       const v1::UpdateStaffingSettingsRequest& request,
                                       const resource::UpdatePlan& plan) {
  const StaffingSettings& given = request.staffing_settings();
  ASSIGN_OR_RETURN(Stored next, Load(tx, scope.directorate, " FOR UPDATE"));
  if (!given.etag().empty() && given.etag() != next.settings.etag()) return Stale(given.name());
  const std::string before = next.settings.SerializeAsString();
  for (const resource::FieldPath& path : plan.paths) {
    resource::CopyField(path, given, next.settings);
  }
  RETURN_IF_ERROR(CheckSettings(next.settings));
  if (next.settings.SerializeAsString() == before) return next.settings;
  RETURN_IF_ERROR(Save(tx, scope.directorate, call.now(), next));
  RETURN_IF_ERROR(resource::AppendChange(tx, resource::OriginOf(call, request.request_id()),
                                         given.name(), kType, type::v1::Change::UPDATED,
                                         PathTexts(plan)));
  RETURN_IF_ERROR(RefreshAllLevels(tx, scope.directorate, scope.today));
  return next.settings;
}

}  // namespace

absl::StatusOr<StaffingSettings> EffectiveSettings(db::Transaction& tx,
                                                   absl::string_view directorate) {
  ASSIGN_OR_RETURN(Stored stored, Load(tx, std::string(directorate), ""));
  FillDefaults(stored.settings);
  return std::move(stored.settings);
}

absl::StatusOr<StaffingSettings> GetStaffingSettings(
    Call& call, const v1::GetStaffingSettingsRequest& request) {
  ASSIGN_OR_RETURN(const std::string directorate, DirectorateOf("name", request.name()));
  RETURN_IF_ERROR(OpenScope(call, directorate).status());
  return call.db().ReadOne([&](db::Transaction& tx) -> absl::StatusOr<StaffingSettings> {
    ASSIGN_OR_RETURN(Stored stored, Load(tx, directorate, ""));
    return std::move(stored.settings);
  });
}

absl::StatusOr<StaffingSettings> UpdateStaffingSettings(
    Call& call, const v1::UpdateStaffingSettingsRequest& request) {
  const std::string& name = request.staffing_settings().name();
  ASSIGN_OR_RETURN(const std::string directorate, DirectorateOf("staffing_settings.name", name));
  ASSIGN_OR_RETURN(const resource::UpdatePlan plan,
                   resource::PlanUpdate(request.staffing_settings(), request.update_mask()));
  WriteScope scope;
  return resource::RunWrite<StaffingSettings>(
      call, request, [&](db::Transaction& tx) { return Write(call, tx, scope, request, plan); },
      [&](Call& before) -> absl::Status {
        ASSIGN_OR_RETURN(scope, OpenScope(before, directorate));
        return absl::OkStatus();
      });
}

}  // namespace mudiriya::staffing

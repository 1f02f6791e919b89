#include "services/registry/checks.h"

#include <set>

#include "absl/strings/str_cat.h"
#include "google/type/dayofweek.pb.h"

namespace mudiriya::registry {
namespace {

void CheckDegrees(double degrees, double limit, const std::string& field, Violations& violations) {
  // Written so that NaN fails too.
  if (degrees >= -limit && degrees <= limit) return;
  violations.Add(field, Reason::OUT_OF_RANGE, {{"min", -limit}, {"max", limit}});
}

}  // namespace

void CheckPoint(const google::type::LatLng& point, absl::string_view field,
                Violations& violations) {
  CheckDegrees(point.latitude(), 90, absl::StrCat(field, ".latitude"), violations);
  CheckDegrees(point.longitude(), 180, absl::StrCat(field, ".longitude"), violations);
}

void CheckDistinct(const google::protobuf::RepeatedPtrField<std::string>& texts,
                   absl::string_view field, Violations& violations) {
  std::set<std::string> seen;
  for (const std::string& text : texts) {
    if (!seen.insert(text).second) {
      violations.Add(field, Reason::DUPLICATE_ITEM, {{"item", text}});
    }
  }
}

void CheckWeekend(const google::protobuf::RepeatedField<int>& days, absl::string_view field,
                  Violations& violations) {
  std::set<int> seen;
  for (const int day : days) {
    if (day == google::type::DAY_OF_WEEK_UNSPECIFIED || !google::type::DayOfWeek_IsValid(day)) {
      violations.Add(field, Reason::UNKNOWN_VALUE, {{"allowed", "MONDAY … SUNDAY"}});
    } else if (!seen.insert(day).second) {
      violations.Add(field, Reason::DUPLICATE_ITEM, {{"item", google::type::DayOfWeek_Name(day)}});
    }
  }
}

std::optional<absl::CivilDay> ToCivilDay(const google::type::Date& date) {
  const absl::CivilDay day(date.year(), date.month(), date.day());
  // CivilDay carries what is too much over: 30 February becomes 2 March.
  const bool exact =
      day.year() == date.year() && day.month() == date.month() && day.day() == date.day();
  if (!exact || date.year() < 1) return std::nullopt;
  return day;
}

google::type::Date ToDate(absl::CivilDay day) {
  google::type::Date date;
  date.set_year(static_cast<int>(day.year()));
  date.set_month(day.month());
  date.set_day(day.day());
  return date;
}

std::optional<absl::CivilDay> CheckDate(const google::type::Date& date, absl::string_view field,
                                        Violations& violations) {
  std::optional<absl::CivilDay> day = ToCivilDay(date);
  if (!day.has_value()) violations.Add(field, Reason::INVALID_DATE);
  return day;
}

}  // namespace mudiriya::registry

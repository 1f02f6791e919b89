#include "services/registry/checks.h"

#include <set>

#include "google/type/dayofweek.pb.h"

namespace mudiriya::registry {

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

absl::CivilDay ToCivilDay(const google::type::Date& date) {
  return absl::CivilDay(date.year(), date.month(), date.day());
}

google::type::Date ToDate(absl::CivilDay day) {
  google::type::Date date;
  date.set_year(static_cast<int>(day.year()));
  date.set_month(day.month());
  date.set_day(day.day());
  return date;
}

}  // namespace mudiriya::registry

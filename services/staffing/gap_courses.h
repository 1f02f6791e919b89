#ifndef MUDIRIYA_SERVICES_STAFFING_GAP_COURSES_H_
#define MUDIRIYA_SERVICES_STAFFING_GAP_COURSES_H_

#include <map>
#include <utility>
#include <vector>

#include "absl/time/civil_time.h"
#include "services/staffing/levels.h"

namespace mudiriya::staffing {

// How staff and requirement of one facility and cadre went. Months in any order.
struct GapCourse {
  // The requirement from a month on, until the next.
  std::vector<std::pair<absl::CivilMonth, double>> required;
  // Counted from a month on, until the next: returns.
  std::vector<std::pair<absl::CivilMonth, double>> counted;
  // Came (above 0) or went (below) by the end of a month: assignments.
  std::vector<std::pair<absl::CivilMonth, double>> moved;
};
using GapCourses = std::map<LevelKey, GapCourse>;

// Sums over pairs as they stood at the end of a month. Full-time equivalents.
struct MonthSum {
  double required = 0;
  double current = 0;
  double shortage = 0;  // Σ max(0, required − current)

  void Add(double pair_required, double pair_current);
};

// One for each month from `first` to `last`. Pure.
std::vector<MonthSum> SumMonths(const GapCourses& courses, absl::CivilMonth first,
                                absl::CivilMonth last);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_GAP_COURSES_H_

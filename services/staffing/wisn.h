#ifndef MUDIRIYA_SERVICES_STAFFING_WISN_H_
#define MUDIRIYA_SERVICES_STAFFING_WISN_H_

#include <optional>
#include <vector>

#include "absl/status/statusor.h"

namespace mudiriya::staffing {

// Workload Indicators of Staffing Need (WHO, "Workload indicators of staffing need: user's manual",
// 2010): how many staff of one cadre the workload of one facility takes. Everything here is a pure
// function of one cadre's figures, so no allowance of a cadre can reach another.

// When a member of the cadre is at work. Days are whole or partial working days a year.
struct WorkingTime {
  double weeks_per_year = 52;
  double days_per_week = 5;
  double hours_per_day = 8;
  double public_holidays = 0;
  double annual_leave = 0;
  double sick_leave = 0;
  double other_absence = 0;
};

// A health service activity: how often a year, and the hours one takes.
struct Activity {
  double annual_volume = 0;
  double unit_hours = 0;
};

// Work that ALL members of the cadre do besides, in hours each per period (records, meetings, …).
struct CategorySupport {
  enum class Period { kDay, kWeek, kMonth, kYear };
  double hours = 0;
  Period period = Period::kYear;
};

// Work that SOME members do besides: how many of them, hours a year each.
struct IndividualSupport {
  double staff = 0;
  double hours_per_year = 0;
};

struct WisnInput {
  WorkingTime time;
  std::vector<Activity> activities;
  std::vector<CategorySupport> category_support;
  std::vector<IndividualSupport> individual_support;
};

// Every term, so that the figure can be explained. What a zero denominator leaves undefined is
// empty, and so is everything computed from it.
struct WisnRequirement {
  double available_hours = 0;                             // AWT, hours a year
  std::vector<std::optional<double>> standard_workloads;  // SW, a year, one per activity
  std::optional<double> service_need;                     // staff
  std::optional<double> category_share;                   // sum of CAS, share of working time
  std::optional<double> category_factor;                  // CAF >= 1
  std::optional<double> individual_factor;                // IAF, staff
  std::optional<double> required;                         // staff, full precision
};

// The hours a year that one member of the cadre works: (W·D - absences)·H, at least 0.
double AvailableHours(const WorkingTime& time);

// REQUIRED = Σ volume/SW · CAF + IAF with all its terms.
// Returns INVALID_ARGUMENT if a figure is negative or not finite, or if ΣCAS >= 1: the cadre would
// have no time left for patients.
absl::StatusOr<WisnRequirement> ComputeWisn(const WisnInput& input);

// current - required; empty when nothing is required by any figure.
std::optional<double> Difference(double current, std::optional<double> required);

// current / required, the WISN ratio; empty when `required` is empty or 0.
std::optional<double> Ratio(double current, std::optional<double> required);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_WISN_H_

#include "services/staffing/wisn.h"

#include <algorithm>
#include <cmath>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace mudiriya::staffing {
namespace {

constexpr double kMonthsPerYear = 12;

absl::Status CheckFigure(absl::string_view name, double value) {
  if (std::isfinite(value) && value >= 0) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(name, " must be a number of at least 0"));
}

absl::Status ValidateInput(const WisnInput& input) {
  absl::Status status;
  const auto check = [&status](absl::string_view name, double value) {
    status.Update(CheckFigure(name, value));
  };
  check("weeks per year", input.time.weeks_per_year);
  check("days per week", input.time.days_per_week);
  check("hours per day", input.time.hours_per_day);
  check("public holidays", input.time.public_holidays);
  check("annual leave", input.time.annual_leave);
  check("sick leave", input.time.sick_leave);
  check("other absence", input.time.other_absence);
  for (const Activity& activity : input.activities) {
    check("annual volume", activity.annual_volume);
    check("unit time", activity.unit_hours);
  }
  for (const CategorySupport& support : input.category_support) {
    check("hours of category support", support.hours);
  }
  for (const IndividualSupport& support : input.individual_support) {
    check("staff of individual support", support.staff);
    check("hours of individual support", support.hours_per_year);
  }
  return status;
}

std::optional<double> Quotient(double numerator, double denominator) {
  if (denominator == 0) return std::nullopt;
  return numerator / denominator;
}

// The share of the working time that one category support activity takes (CAS).
std::optional<double> CategoryShare(const CategorySupport& support, const WorkingTime& time,
                                    double available_hours) {
  switch (support.period) {
    case CategorySupport::Period::kDay:
      return Quotient(support.hours, time.hours_per_day);
    case CategorySupport::Period::kWeek:
      return Quotient(support.hours, time.days_per_week * time.hours_per_day);
    case CategorySupport::Period::kMonth:
      return Quotient(support.hours * kMonthsPerYear, available_hours);
    case CategorySupport::Period::kYear:
      return Quotient(support.hours, available_hours);
  }
  return std::nullopt;
}

std::optional<double> SumOfShares(const WisnInput& input, double available_hours) {
  double sum = 0;
  for (const CategorySupport& support : input.category_support) {
    const std::optional<double> share = CategoryShare(support, input.time, available_hours);
    if (!share.has_value()) return std::nullopt;
    sum += *share;
  }
  return sum;
}

// Σ volume / SW. An activity without a standard workload leaves the whole need unknown.
std::optional<double> ServiceNeed(const WisnInput& input,
                                  const std::vector<std::optional<double>>& standard_workloads) {
  double need = 0;
  for (size_t i = 0; i < input.activities.size(); ++i) {
    const std::optional<double>& standard = standard_workloads[i];
    if (!standard.has_value() || *standard == 0) return std::nullopt;
    need += input.activities[i].annual_volume / *standard;
  }
  return need;
}

}  // namespace

double AvailableHours(const WorkingTime& time) {
  const double absent =
      time.public_holidays + time.annual_leave + time.sick_leave + time.other_absence;
  const double days = time.weeks_per_year * time.days_per_week - absent;
  return std::max(0.0, days) * time.hours_per_day;
}

absl::StatusOr<WisnRequirement> ComputeWisn(const WisnInput& input) {
  if (absl::Status valid = ValidateInput(input); !valid.ok()) return valid;
  WisnRequirement result;
  result.available_hours = AvailableHours(input.time);
  for (const Activity& activity : input.activities) {
    result.standard_workloads.push_back(Quotient(result.available_hours, activity.unit_hours));
  }
  result.service_need = ServiceNeed(input, result.standard_workloads);
  result.category_share = SumOfShares(input, result.available_hours);
  if (result.category_share.value_or(0) >= 1) {
    return absl::InvalidArgumentError("category support takes the whole working time or more");
  }
  if (result.category_share.has_value()) {
    result.category_factor = 1 / (1 - *result.category_share);
  }
  double individual_hours = 0;
  for (const IndividualSupport& support : input.individual_support) {
    individual_hours += support.staff * support.hours_per_year;
  }
  result.individual_factor = Quotient(individual_hours, result.available_hours);
  if (result.service_need && result.category_factor && result.individual_factor) {
    result.required = *result.service_need * *result.category_factor + *result.individual_factor;
  }
  return result;
}

std::optional<double> Difference(double current, std::optional<double> required) {
  if (!required.has_value()) return std::nullopt;
  return current - *required;
}

std::optional<double> Ratio(double current, std::optional<double> required) {
  if (!required.has_value()) return std::nullopt;
  return Quotient(current, *required);
}

}  // namespace mudiriya::staffing

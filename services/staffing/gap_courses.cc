#include "services/staffing/gap_courses.h"

#include <algorithm>

namespace mudiriya::staffing {
namespace {

using Steps = std::vector<std::pair<absl::CivilMonth, double>>;

// Walks along steps month by month.
class Walk {
 public:
  explicit Walk(Steps steps) : steps_(std::move(steps)) { std::sort(steps_.begin(), steps_.end()); }

  // Takes the steps up to and including a month: their sum, and the last of them.
  void To(absl::CivilMonth month) {
    for (; next_ < steps_.size() && steps_[next_].first <= month; ++next_) {
      sum += steps_[next_].second;
      last = steps_[next_].second;
    }
  }

  double sum = 0;
  double last = 0;

 private:
  Steps steps_;
  size_t next_ = 0;
};

}  // namespace

void MonthSum::Add(double pair_required, double pair_current) {
  required += pair_required;
  current += pair_current;
  shortage += std::max(0.0, pair_required - pair_current);
}

std::vector<MonthSum> SumMonths(const GapCourses& courses, absl::CivilMonth first,
                                absl::CivilMonth last) {
  std::vector<MonthSum> sums(last - first + 1);
  for (const auto& [key, course] : courses) {
    Walk required(course.required);
    Walk counted(course.counted);
    Walk moved(course.moved);
    for (size_t i = 0; i < sums.size(); ++i) {
      const absl::CivilMonth month = first + static_cast<absl::civil_diff_t>(i);
      required.To(month);
      counted.To(month);
      moved.To(month);
      sums[i].Add(required.last, counted.last + moved.sum);
    }
  }
  return sums;
}

}  // namespace mudiriya::staffing

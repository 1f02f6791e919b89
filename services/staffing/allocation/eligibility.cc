#include "services/staffing/allocation/eligibility.h"

namespace mudiriya::staffing::allocation {

Obstacle ObstacleTo(const Person& person, const Parameters& parameters) {
  if (!person.full_time) return Obstacle::kPartTime;
  if (!person.permanent) return Obstacle::kNotPermanent;
  if (person.on_leave) return Obstacle::kOnLeave;
  if (person.days_at_post < parameters.min_days_at_post) return Obstacle::kShortTenure;
  return Obstacle::kNone;
}

}  // namespace mudiriya::staffing::allocation

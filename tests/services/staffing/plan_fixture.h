#ifndef MUDIRIYA_TESTS_SERVICES_STAFFING_PLAN_FIXTURE_H_
#define MUDIRIYA_TESTS_SERVICES_STAFFING_PLAN_FIXTURE_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "mudiriya/staffing/v1/allocation_plan.pb.h"
#include "mudiriya/staffing/v1/allocation_plan_service.pb.h"
#include "tests/services/staffing/levels_fixture.h"

namespace mudiriya::staffing {

// Names in `homs` from ids.
std::string PlanName(absl::string_view id);
std::string NameOf(absl::string_view collection, absl::string_view id);

// Plans over real levels and a database of their own. The caller of steps is `planner`; the deputy
// who decides is somebody else. There are the facilities `big` and, 25 km away, `small`, without
// staff and posts; homs is in Syria.
class PlanTest : public LevelsTest {
 protected:
  using State = v1::AllocationPlan::State;
  using Result = absl::StatusOr<v1::AllocationPlan>;

  PlanTest();

  Call& deputy() { return **deputy_; }

  // Gives a facility coordinates, or takes it out of service.
  void Locate(absl::string_view facility, double latitude, double longitude);
  void Close(absl::string_view facility);

  // So many people of the cadre, full time since long ago; returns their assignments.
  std::vector<v1::Assignment> Hire(absl::string_view facility, absl::string_view cadre, int count,
                                   absl::string_view start = "2025-01-01");

  // Eight nurses at `big`, which requires four, and one at `small`, which requires three: two move.
  void AddSurplusAndShortage();

  absl::StatusOr<v1::ComputeAllocationResponse> WhatIf(
      const v1::AllocationParameters& parameters = {});
  Result Create(absl::string_view id, const v1::AllocationParameters& parameters = {});
  v1::AllocationPlan GetPlan(absl::string_view id);
  std::vector<v1::AllocationMove> Moves(absl::string_view id);

  // The steps, by whom it is for to take them.
  Result Propose(absl::string_view id);
  Result Approve(absl::string_view id);
  Result Reject(absl::string_view id);
  Result Cancel(absl::string_view id);
  Result Order(absl::string_view id, absl::string_view effective = "2026-03-01");
  Result Apply(absl::string_view id);
  Result Delete(absl::string_view id);

  // A new plan, taken to a state.
  void MakePlan(absl::string_view id, State state);

  // What a statement of the test's own counts.
  int Count(const std::string& sql);

 private:
  std::unique_ptr<testing::TestCall> deputy_;
};

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_TESTS_SERVICES_STAFFING_PLAN_FIXTURE_H_

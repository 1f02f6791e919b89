#include "services/staffing/plan_report.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"

namespace mudiriya::staffing {
namespace {

// Writes the moves of one plan out in the contract's terms.
class Report {
 public:
  Report(absl::string_view directorate, const PlanInstance& instance, const allocation::Plan& plan)
      : parent_(absl::StrCat("directorates/", directorate)), instance_(instance) {
    for (const allocation::Outcome& outcome : plan.outcomes) {
      const allocation::FacilityCadre& position = instance.request.positions[outcome.position];
      outcomes_[{position.facility, position.cadre}] = &outcome;
    }
  }

  v1::AllocationMove Describe(const allocation::Move& move) const {
    v1::AllocationMove out;
    out.set_from_facility(FacilityName(move.from));
    out.set_to_facility(FacilityName(move.to));
    out.set_cadre(CadreName(move.from_cadre));
    out.set_needed_cadre(CadreName(move.to_cadre));
    if (move.person) SetPerson(*move.person, out);
    out.set_head_count(move.heads);
    if (move.km) out.set_distance_km(*move.km);
    out.set_preferred_destination(move.preferred);
    const allocation::Gain& gain = move.gain;
    out.set_shortage_relief(gain.relief);
    out.set_donor_loss(gain.loss);
    out.set_move_cost(gain.base + gain.distance - gain.preference + gain.substitution);
    *out.mutable_donor() = BalanceOf(move.from, move.from_cadre);
    *out.mutable_receiver() = BalanceOf(move.to, move.to_cadre);
    *out.mutable_receiver_priority() = instance_.priorities[move.to];
    return out;
  }

 private:
  std::string FacilityName(int32_t index) const {
    return absl::StrCat(parent_, "/facilities/", instance_.request.facilities[index].id);
  }
  std::string CadreName(int32_t index) const {
    return absl::StrCat(parent_, "/cadres/", instance_.request.cadres[index].id);
  }

  void SetPerson(int32_t index, v1::AllocationMove& out) const {
    const HeldPost& post = instance_.posts[index];
    out.set_staff_member(
        absl::StrCat(parent_, "/staffMembers/", instance_.request.persons[index].id));
    out.set_assignment(absl::StrCat(out.staff_member(), "/assignments/", post.assignment));
    out.set_assignment_etag(post.etag);
  }

  v1::FacilityBalance BalanceOf(int32_t facility, int32_t cadre) const {
    const allocation::Outcome& outcome = *outcomes_.at({facility, cadre});
    v1::FacilityBalance balance;
    balance.set_required(instance_.request.positions[outcome.position].required);
    balance.set_before(outcome.before);
    balance.set_after(outcome.after);
    return balance;
  }

  const std::string parent_;
  const PlanInstance& instance_;
  std::map<std::pair<int32_t, int32_t>, const allocation::Outcome*> outcomes_;
};

}  // namespace

std::vector<v1::AllocationMove> MovesOf(absl::string_view directorate, const PlanInstance& instance,
                                        const allocation::Plan& plan) {
  std::vector<size_t> order(plan.moves.size());
  std::iota(order.begin(), order.end(), size_t{0});
  const auto relief = [&plan](size_t i) { return plan.moves[i].gain.relief / plan.moves[i].heads; };
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return relief(a) > relief(b); });
  const Report report(directorate, instance, plan);
  std::vector<v1::AllocationMove> moves;
  moves.reserve(order.size());
  for (const size_t i : order) moves.push_back(report.Describe(plan.moves[i]));
  return moves;
}

v1::AllocationObjective ObjectiveOf(const allocation::Objective& objective) {
  v1::AllocationObjective out;
  out.set_shortage(objective.shortage);
  out.set_base_move(objective.base);
  out.set_distance(objective.distance);
  out.set_preference(objective.preference);
  out.set_substitution(objective.substitution);
  out.set_total(objective.total());
  return out;
}

}  // namespace mudiriya::staffing

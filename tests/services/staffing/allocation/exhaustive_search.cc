#include "tests/services/staffing/allocation/exhaustive_search.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace mudiriya::staffing::allocation {
namespace {

// Someone who may be moved, and what each destination (a position) would cost.
struct Unit {
  size_t position = 0;
  std::vector<std::pair<size_t, double>> destinations;
};

class Search {
 public:
  explicit Search(const Request& request)
      : request_(request),
        in_(request.positions.size(), 0),
        out_(request.positions.size(), 0),
        moves_left_(request.parameters.max_moves.value_or(1000)) {
    for (size_t position = 0; position < request.positions.size(); ++position) {
      AddUnits(position);
    }
  }

  double Best() {
    Try(0, 0);
    return best_;
  }

 private:
  void AddUnits(size_t position);
  void AddUnit(size_t position, const Person* person);
  void Try(size_t unit, double cost);
  bool MayGive(size_t position) const;
  bool MayReceive(size_t position) const;
  double Shortage() const;

  const Request& request_;
  std::vector<Unit> units_;
  std::vector<int> in_;
  std::vector<int> out_;
  int64_t moves_left_;
  double best_ = std::numeric_limits<double>::infinity();
};

bool Has(const std::vector<int32_t>& list, int32_t value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

void Search::AddUnits(size_t position) {
  const FacilityCadre& at = request_.positions[position];
  for (int32_t i = 0; i < at.transferable.value_or(0); ++i) AddUnit(position, nullptr);
  for (const Person& person : request_.persons) {
    if (person.facility != at.facility || person.cadre != at.cadre) continue;
    if (!person.full_time || !person.permanent || person.on_leave) continue;
    if (person.days_at_post < request_.parameters.min_days_at_post) continue;
    AddUnit(position, &person);
  }
}

void Search::AddUnit(size_t position, const Person* person) {
  const Parameters& parameters = request_.parameters;
  const FacilityCadre& from = request_.positions[position];
  Unit unit{position, {}};
  for (size_t i = 0; i < request_.positions.size(); ++i) {
    const FacilityCadre& to = request_.positions[i];
    if (to.facility == from.facility) continue;
    double cost = parameters.base_move_cost;
    if (to.cadre != from.cadre) {
      auto pair = std::find_if(request_.substitutions.begin(), request_.substitutions.end(),
                               [&](const Substitution& candidate) {
                                 return candidate.from == from.cadre && candidate.to == to.cadre;
                               });
      if (pair == request_.substitutions.end()) continue;
      cost += pair->penalty;
    }
    const auto& a = request_.facilities[from.facility].location;
    const auto& b = request_.facilities[to.facility].location;
    const double km = a && b ? geo::GreatCircleKm(*a, *b) : parameters.unknown_km;
    if (parameters.max_km.has_value() && (!a || !b || km > *parameters.max_km)) continue;
    cost += parameters.cost_per_km * km;
    if (person != nullptr && Has(person->restricted, to.facility)) continue;
    if (person != nullptr && Has(person->preferred, to.facility)) {
      cost -= parameters.preference_credit;
    }
    unit.destinations.push_back({i, cost});
  }
  units_.push_back(unit);
}

bool Search::MayGive(size_t position) const {
  const FacilityCadre& at = request_.positions[position];
  const int keep = std::max<int>(request_.parameters.min_staff,
                                 std::ceil(request_.parameters.keep_share * at.required));
  return in_[position] == 0 && at.heads - out_[position] - 1 >= keep;
}

bool Search::MayReceive(size_t position) const {
  const FacilityCadre& at = request_.positions[position];
  return out_[position] == 0 && at.heads + in_[position] + 1 <= std::ceil(at.required);
}

double Search::Shortage() const {
  double total = 0;
  for (size_t i = 0; i < request_.positions.size(); ++i) {
    const FacilityCadre& at = request_.positions[i];
    if (at.required == 0) continue;
    const double share = 1 - (at.heads - out_[i] + in_[i]) / at.required;
    if (share > 0) total += request_.facilities[at.facility].priority * at.required * share * share;
  }
  return total;
}

void Search::Try(size_t index, double cost) {
  if (index == units_.size()) {
    best_ = std::min(best_, cost + Shortage());
    return;
  }
  Try(index + 1, cost);
  const Unit& unit = units_[index];
  if (moves_left_ == 0 || !MayGive(unit.position)) return;
  ++out_[unit.position];
  --moves_left_;
  for (const auto& [destination, move_cost] : unit.destinations) {
    if (!MayReceive(destination)) continue;
    ++in_[destination];
    Try(index + 1, cost + move_cost);
    --in_[destination];
  }
  ++moves_left_;
  --out_[unit.position];
}

}  // namespace

double ExhaustiveOptimum(const Request& request) { return Search(request).Best(); }

}  // namespace mudiriya::staffing::allocation

#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOCATION_MODEL_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOCATION_MODEL_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "common/geo/great_circle.h"

namespace mudiriya::staffing::allocation {

// The question put to the allocation. Lists refer to one another by index; ids decide the order in
// which everything is treated, so that the order of the lists does not matter.

struct Facility {
  std::string id;
  std::optional<geo::Point> location;
  double priority = 1;  // p_f > 0
};

struct Cadre {
  std::string id;
};

// One cadre at one facility.
struct FacilityCadre {
  int32_t facility = 0;
  int32_t cadre = 0;
  double required = 0;  // R, staff
  int32_t heads = 0;    // C, full-time staff now
  // How many of them may be moved, where only counts are returned. Empty: the persons listed
  // decide.
  std::optional<int32_t> transferable;
};

struct Person {
  std::string id;
  int32_t facility = 0;
  int32_t cadre = 0;
  int32_t days_at_post = 0;
  bool full_time = true;
  bool permanent = true;
  bool on_leave = false;
  std::vector<int32_t> preferred;   // facilities
  std::vector<int32_t> restricted;  // facilities the person cannot be sent to; wins over preferred
};

// A member of `from` may fill a place of `to` (one way) at a penalty >= 0 for each move.
struct Substitution {
  int32_t from = 0;
  int32_t to = 0;
  double penalty = 0;
};

struct Parameters {
  double base_move_cost = 0.05;      // β
  double cost_per_km = 0.002;        // α
  double preference_credit = 0.05;   // γ
  double keep_share = 1.0;           // φ: a donor keeps at least ceil(φ·R) …
  int32_t min_staff = 0;             // … and at least this many
  int32_t min_days_at_post = 0;      // a person with fewer is not moved
  std::optional<double> max_km;      // no longer move; where the distance is unknown, no move
  std::optional<int64_t> max_moves;  // over all cadres
  double unknown_km = 50;            // charged where a facility has no location
};

struct Request {
  std::vector<Facility> facilities;
  std::vector<Cadre> cadres;
  std::vector<FacilityCadre> positions;
  std::vector<Person> persons;
  std::vector<Substitution> substitutions;
  Parameters parameters;
};

// How to compute, which never changes the objective reached.
struct SolverOptions {
  int threads = 2;
  int neighbours = 30;    // nearest pairs that a network starts with, for each of its nodes
  bool all_arcs = false;  // every permitted pair at once: for comparison
  absl::Time deadline = absl::InfiniteFuture();
};

// The terms of the objective, each as a positive amount.
struct Objective {
  double shortage = 0;      // Σ p·R·s²
  double base = 0;          // Σ β
  double distance = 0;      // Σ α·km
  double preference = 0;    // Σ γ, subtracted
  double substitution = 0;  // Σ penalties
  double total() const { return shortage + base + distance - preference + substitution; }
};

// Why a move is worth making. The relief of a place's k-th arrival, and the loss of a place's k-th
// leaver, are counted in the order of the plan, so that the gains of all moves add up to
// objective before - objective after.
struct Gain {
  double relief = 0;        // shortage cost taken from the destination
  double loss = 0;          // shortage cost added at the origin (only with φ < 1)
  double base = 0;          // β
  double distance = 0;      // α·km
  double preference = 0;    // γ or 0
  double substitution = 0;  // penalty or 0
  double total() const { return relief - loss - base - distance + preference - substitution; }
};

// One person, or `heads` unnamed ones, from one facility to another.
struct Move {
  int32_t from = 0;  // facilities
  int32_t to = 0;
  int32_t from_cadre = 0;
  int32_t to_cadre = 0;
  std::optional<int32_t> person;
  int32_t heads = 1;
  std::optional<double> km;  // empty where a facility has no location
  bool preferred = false;
  Gain gain;                  // of all heads together
  int32_t origin_before = 0;  // heads at the origin before and after this move, the
  int32_t origin_after = 0;   // moves before it in the plan already made
  int32_t destination_before = 0;
  int32_t destination_after = 0;
};

// What becomes of one entry of Request::positions.
struct Outcome {
  int32_t position = 0;
  int32_t before = 0;  // heads
  int32_t after = 0;
  double shortage_before = 0;  // p·R·s²
  double shortage_after = 0;
};

// What the optimality rests on.
struct Proof {
  bool optimal = false;        // no plan has a lower objective (in steps of 1e-6)
  int64_t scaled_change = 0;   // objective after - before, in units of 1e-6, as optimised
  int64_t arcs = 0;            // arcs between facilities in the networks
  int64_t arcs_priced_in = 0;  // of these, added by pricing after the nearest
  int64_t rounds = 0;          // networks solved
  int64_t networks = 0;        // groups of cadres that substitution joins
  absl::Duration elapsed;
};

struct Plan {
  std::vector<Move> moves;        // by origin, cadre, destination, cadre (ids), person
  std::vector<Outcome> outcomes;  // by facility id, cadre id
  Objective before;
  Objective after;
  Proof proof;
};

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOCATION_MODEL_H_

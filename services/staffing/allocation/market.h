#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOCATION_MARKET_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOCATION_MARKET_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "services/staffing/allocation/distance.h"
#include "services/staffing/allocation/model.h"

namespace mudiriya::staffing::allocation {

// A request put in order. Facilities and cadres are known by their rank by id from here on, so that
// nothing below depends on the order of the caller's lists.
struct Ordered {
  const Request* request = nullptr;
  std::vector<int32_t> facility_rank;                // by index
  std::vector<int32_t> facility_index;               // by rank
  std::vector<int32_t> cadre_rank;                   // by index
  std::vector<int32_t> positions;                    // indexes, by facility rank, then cadre rank
  std::vector<std::optional<UnitVector>> locations;  // by facility rank

  const FacilityCadre& position(int32_t place) const {
    return request->positions[positions[place]];
  }
  double priority(const FacilityCadre& position) const {
    return request->facilities[position.facility].priority;
  }
};

Ordered PutInOrder(const Request& request);

// The place of a facility and cadre (indexes) in Ordered::positions; -1 if there is none.
int32_t PlaceOf(const Ordered& ordered, int32_t facility, int32_t cadre);

// A position that has staff to give. `facility` and `cadre` are ranks, `place` points into
// Ordered::positions.
struct Donor {
  int32_t place = 0;
  int32_t facility = 0;
  int32_t cadre = 0;
  int32_t surplus = 0;  // >= 1, at most as many as may move
  int32_t first_group = 0;
  int32_t groups = 0;
  int32_t as_receiver = -1;  // the same position among the receivers (only with φ < 1)
};

// Staff of one donor who are alike in preferences and restrictions: one node of the network.
struct Group {
  int32_t donor = 0;
  int32_t size = 0;
  std::vector<int32_t> persons;     // indexes, in the order in which they are sent; empty: unnamed
  std::vector<int32_t> preferred;   // facility ranks, ascending, none of them restricted
  std::vector<int32_t> restricted;  // facility ranks, ascending
};

// A position with places to fill.
struct Receiver {
  int32_t place = 0;
  int32_t facility = 0;
  int32_t cadre = 0;
  int32_t vacancy = 0;  // >= 1
};

// A cadre that a donor's staff may serve in.
struct Target {
  int32_t cadre = 0;
  double penalty = 0;
};

// Cadres that substitution joins, with all who give and receive in them: solved on its own.
struct Market {
  std::vector<int32_t> cadres;               // ranks, ascending
  std::vector<Donor> donors;                 // by place
  std::vector<Group> groups;                 // by donor, then preferences, then restrictions
  std::vector<Receiver> receivers;           // by place
  std::vector<std::vector<Target>> targets;  // of each of `cadres`: itself first
};

// The markets in which a move is possible, by their lowest cadre.
std::vector<Market> BuildMarkets(const Ordered& ordered);

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOCATION_MARKET_H_

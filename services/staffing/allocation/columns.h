#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOCATION_COLUMNS_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOCATION_COLUMNS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "services/staffing/allocation/market.h"

namespace mudiriya::staffing::allocation {

// An arc between a group and a receiver: a kind of move that the network may use.
struct Column {
  int32_t group = 0;
  int32_t receiver = 0;
  int64_t cost = 0;  // of one move, in millionths
};

// What one move costs, with the parameters of the request. The same function prices the moves
// that are in a network and those that are not.
class MoveCost {
 public:
  explicit MoveCost(const Parameters& parameters) : parameters_(parameters) {}

  // β + α·km, in millionths and rounded; `penalty` of a substitution and γ are added apart, so that
  // each is rounded alone.
  int64_t OfKm(std::optional<double> km) const;
  int64_t OfPenalty(double penalty) const;
  int64_t OfPreference() const;

  // Whether a move may go that far.
  bool Within(std::optional<double> km) const;

  const Parameters& parameters() const { return parameters_; }

 private:
  const Parameters& parameters_;
};

// Whether anyone of the group may go there: another facility, and not a restricted one.
bool MayGo(const Market& market, const Group& group, const Receiver& receiver);

// The moves to preferred destinations, within the distance limit: always part of a network, for
// the search by distance does not know of the credit that they carry.
std::vector<Column> PreferredColumns(const Ordered& ordered, const Market& market);

// Every move that is permitted.
std::vector<Column> AllColumns(const Ordered& ordered, const Market& market);

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOCATION_COLUMNS_H_

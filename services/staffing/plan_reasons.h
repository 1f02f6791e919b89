#ifndef MUDIRIYA_SERVICES_STAFFING_PLAN_REASONS_H_
#define MUDIRIYA_SERVICES_STAFFING_PLAN_REASONS_H_

#include <string>

#include "common/text/number_text.h"
#include "mudiriya/staffing/v1/allocation_move.pb.h"

namespace mudiriya::staffing {

// Names that a reason is told with, in its language.
struct MoveNames {
  std::string from;
  std::string to;
  std::string cadre;
  std::string needed_cadre;
};

// Why the move is proposed, in one sentence: the receiver's shortage before and after the plan, the
// terms of its priority that count, substitution, what the donor keeps, distance. `style` settles
// language and digits. Pure.
std::string ReasonFor(const v1::AllocationMove& move, const MoveNames& names,
                      const text::NumberStyle& style);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_PLAN_REASONS_H_

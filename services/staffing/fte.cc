#include "services/staffing/fte.h"

#include <algorithm>
#include <cmath>

namespace mudiriya::staffing {
namespace {

constexpr double kSlack = 1e-9;

bool Covers(const Stint& stint, absl::CivilDay day) {
  return stint.first <= day && (!stint.last || *stint.last >= day);
}

double TotalOn(const std::vector<Stint>& stints, absl::CivilDay day) {
  double total = 0;
  for (const Stint& stint : stints) {
    if (Covers(stint, day)) total += stint.fte;
  }
  return total;
}

// To 1e-9, so that a message says 1.1 and not 1.1000000000000001.
double Rounded(double total) { return std::round(total * 1e9) / 1e9; }

}  // namespace

std::optional<FteExcess> FirstExcess(std::vector<Stint> stints) {
  // The sum rises on the first day of a stint only, so that no other day can be the first. A person
  // has a handful of stints: their square is cheaper than anything cleverer.
  std::sort(stints.begin(), stints.end(),
            [](const Stint& a, const Stint& b) { return a.first < b.first; });
  for (const Stint& stint : stints) {
    const double total = TotalOn(stints, stint.first);
    if (total > 1 + kSlack) return FteExcess{stint.first, Rounded(total)};
  }
  return std::nullopt;
}

}  // namespace mudiriya::staffing

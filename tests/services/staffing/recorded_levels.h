#ifndef MUDIRIYA_TESTS_SERVICES_STAFFING_RECORDED_LEVELS_H_
#define MUDIRIYA_TESTS_SERVICES_STAFFING_RECORDED_LEVELS_H_

#include <string>
#include <vector>

#include "services/staffing/levels.h"

namespace mudiriya::staffing {

// What the records asked to be refreshed, in place of the levels themselves.
struct RecordedLevels {
  std::vector<LevelKey> keys;
  std::vector<std::string> cadres;
  int all = 0;  // times that a whole directorate was refreshed
  absl::CivilDay today;
};

// Those of this process; tests clear it between writes.
RecordedLevels& Recorded();

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_TESTS_SERVICES_STAFFING_RECORDED_LEVELS_H_

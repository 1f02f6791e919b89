#ifndef MUDIRIYA_COMMON_DB_FAULTS_H_
#define MUDIRIYA_COMMON_DB_FAULTS_H_

#include <optional>

#include "absl/strings/string_view.h"

namespace mudiriya::db {

// Where a fault may strike. At kAfterCommit the server has committed, but the answer is lost.
enum class FaultPoint { kBeforeStatement, kBeforeCommit, kAfterCommit };

// What happens there: the statement fails with this number of the server (1213 deadlock, …), and
// the connection is gone if `kill_connection` (then 2013, whatever the number).
struct Fault {
  int sql_errno = 2013;
  bool kill_connection = false;
};

// A test's hook into sessions, set in DatabaseOptions. Called from the threads of all sessions
// that share it, so it locks what it counts.
class FaultInjector {
 public:
  virtual ~FaultInjector() = default;

  // The fault for this moment, or nothing to go on. `sql` is the statement's text; the statements
  // that begin and roll back transactions are asked about too.
  virtual std::optional<Fault> At(FaultPoint point, absl::string_view sql) = 0;
};

}  // namespace mudiriya::db

#endif  // MUDIRIYA_COMMON_DB_FAULTS_H_

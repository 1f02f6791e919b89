#ifndef MUDIRIYA_TESTS_TESTING_FAULTS_H_
#define MUDIRIYA_TESTS_TESTING_FAULTS_H_

#include <deque>
#include <optional>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "common/db/faults.h"

namespace mudiriya::testing {

// Faults that strike in the order given, each at the first moment that fits it; set as
// DatabaseOptions::faults. Thread-safe.
//
//   auto faults = std::make_shared<ScriptedFaults>();
//   options.faults = faults;
//   faults->FailNext("INSERT INTO facility", 1213);
//   faults->KillNext(db::FaultPoint::kAfterCommit);
class ScriptedFaults : public db::FaultInjector {
 public:
  // The next statement whose text contains `part` fails with this number.
  void FailNext(absl::string_view part, int sql_errno) {
    Add({db::FaultPoint::kBeforeStatement, std::string(part), {.sql_errno = sql_errno}});
  }

  // The connection is gone at the next such point, for a statement whose text contains `part`.
  void KillNext(db::FaultPoint point, absl::string_view part = "") {
    Add({point, std::string(part), {.sql_errno = 2013, .kill_connection = true}});
  }

  // Whether every fault has struck.
  bool done() const {
    absl::MutexLock lock(&mutex_);
    return script_.empty();
  }

  // How many statements were sent or were about to be.
  int statements() const {
    absl::MutexLock lock(&mutex_);
    return statements_;
  }

  std::optional<db::Fault> At(db::FaultPoint point, absl::string_view sql) override {
    absl::MutexLock lock(&mutex_);
    if (point == db::FaultPoint::kBeforeStatement) ++statements_;
    if (script_.empty()) return std::nullopt;
    const Step step = script_.front();
    if (step.point != point || !absl::StrContains(sql, step.part)) return std::nullopt;
    script_.pop_front();
    return step.fault;
  }

 private:
  struct Step {
    db::FaultPoint point;
    std::string part;
    db::Fault fault;
  };

  void Add(Step step) {
    absl::MutexLock lock(&mutex_);
    script_.push_back(std::move(step));
  }

  mutable absl::Mutex mutex_;
  std::deque<Step> script_ ABSL_GUARDED_BY(mutex_);
  int statements_ ABSL_GUARDED_BY(mutex_) = 0;
};

}  // namespace mudiriya::testing

#endif  // MUDIRIYA_TESTS_TESTING_FAULTS_H_

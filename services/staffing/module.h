#ifndef MUDIRIYA_SERVICES_STAFFING_MODULE_H_
#define MUDIRIYA_SERVICES_STAFFING_MODULE_H_

#include "common/server/rpc.h"
#include "common/server/service.h"

namespace mudiriya::staffing {

// What answers each contract of the records.
server::Contract CadreContract();
server::Contract StaffMemberContract();
server::Contract AssignmentContract();
server::Contract LeaveContract();
server::Contract StaffReturnContract();
server::Contract WorkingTimeContract();
server::Contract ActivityStandardContract();
server::Contract SupportActivityContract();
server::Contract AdditionalActivityContract();
server::Contract WorkloadContract();
server::Contract StaffingNormContract();
server::Contract EstablishmentContract();
server::Contract SubstitutionRuleContract();
server::Contract StaffingSettingsContract();
server::Contract RequirementContract();
server::Contract ChangeContract();
server::Contract ImportContract();
server::Contract ExportContract();

// And of what follows from them.
server::Contract GapContract();
server::Contract AllocationPlanContract();

// Staffing as a program describes it: its own main.cc, the suite, and tests.
server::Service Staffing();

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_MODULE_H_

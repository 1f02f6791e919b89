#ifndef MUDIRIYA_TESTS_SERVICES_STAFFING_CONTRACT_TRAITS_H_
#define MUDIRIYA_TESTS_SERVICES_STAFFING_CONTRACT_TRAITS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "common/db/migrations.h"
#include "google/protobuf/message.h"
#include "services/staffing/staffing_schema.h"
#include "tests/contract/contract_rules.h"
#include "tests/testing/test_call.h"

namespace mudiriya::staffing {

// What all staffing records share in the suite of AIP rules. Resources are made for `homs`; a
// creation elsewhere is given references of its own directorate.
struct ContractTraits {
  static constexpr bool kSoftDelete = false;
  static constexpr absl::string_view kPermission = "staffing.cadres.read";

  static std::vector<db::MigrationSet> Migrations();

  // A registry in which everything exists.
  static void Serve(testing::TestCall& call);

  // Cadres `nurse` and `c1` to `c9`, the person `s1` and the activity standard `visit`.
  static void Prepare(testing::TestDatabase& database, absl::string_view directorate);

  // The cadres alone, for what would otherwise find others of its kind.
  static void PrepareCadres(testing::TestDatabase& database, absl::string_view directorate);

  static std::string Parent(absl::string_view directorate) {
    return absl::StrCat("directorates/", directorate);
  }
};

// Puts the directorate of `parent` into the resource names that the message's fields hold.
void MoveReferences(absl::string_view parent, google::protobuf::Message& message);

// `request` with the references of its resource moved to its parent's directorate.
template <typename Request>
Request Moved(const Request& request) {
  Request moved = request;
  MoveReferences(request.parent(), moved);
  return moved;
}

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_TESTS_SERVICES_STAFFING_CONTRACT_TRAITS_H_

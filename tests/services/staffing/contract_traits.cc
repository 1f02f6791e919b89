#include "tests/services/staffing/contract_traits.h"

#include <memory>

#include "absl/strings/str_replace.h"
#include "common/resource/common_schema.h"
#include "common/resource/name.h"
#include "services/staffing/activity_standards.h"
#include "services/staffing/cadres.h"
#include "services/staffing/identity_cipher.h"
#include "services/staffing/places.h"
#include "services/staffing/staff_members.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::staffing {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// A registry in which every place and directorate exists.
class AllPlaces final : public Places {
 public:
  absl::StatusOr<std::vector<std::string>> FindMissing(Call&,
                                                       absl::Span<const std::string>) override {
    return std::vector<std::string>();
  }
  absl::StatusOr<absl::TimeZone> TimeZone(Call&, absl::string_view) override {
    return absl::UTCTimeZone();
  }
  absl::StatusOr<int> PublicHolidays(Call&, absl::string_view, int) override { return 0; }
};

void AddCadre(Call& call, const std::string& parent, const std::string& id) {
  v1::CreateCadreRequest request;
  request.set_parent(parent);
  request.set_cadre_id(id);
  request.mutable_cadre()->mutable_display_name()->set_en(id);
  request.mutable_cadre()->set_category(v1::Cadre::NURSING);
  EXPECT_OK(CreateCadre(call, request));
}

void AddPerson(Call& call, const std::string& parent) {
  v1::CreateStaffMemberRequest request;
  request.set_parent(parent);
  request.set_staff_member_id("s1");
  request.mutable_staff_member()->mutable_display_name()->set_ar("ليلى");
  request.mutable_staff_member()->set_cadre(parent + "/cadres/nurse");
  EXPECT_OK(CreateStaffMember(call, request));
}

void AddStandard(Call& call, const std::string& parent) {
  v1::CreateActivityStandardRequest request;
  request.set_parent(parent);
  request.set_activity_standard_id("visit");
  request.mutable_activity_standard()->set_cadre(parent + "/cadres/nurse");
  request.mutable_activity_standard()->mutable_display_name()->set_ar("زيارة");
  request.mutable_activity_standard()->set_unit_time_minutes(15);
  EXPECT_OK(CreateActivityStandard(call, request));
}

}  // namespace

std::vector<db::MigrationSet> ContractTraits::Migrations() {
  return {{"common", resource::CommonSchema()}, {"staffing", StaffingSchema()}};
}

void ContractTraits::Serve(testing::TestCall& call) {
  call.services().Add<Places>(std::make_shared<AllPlaces>());
  call.services().Add(std::make_shared<IdentityCipher>(
      IdentityCipher::FromKey("0123456789abcdef0123456789abcdef").value()));
}

void ContractTraits::PrepareCadres(testing::TestDatabase& database, absl::string_view directorate) {
  testing::TestCall call(&database.connection());
  Serve(call);
  const std::string parent = Parent(directorate);
  AddCadre(*call, parent, "nurse");
  for (int i = 1; i < 10; ++i) AddCadre(*call, parent, absl::StrCat("c", i));
}

void ContractTraits::Prepare(testing::TestDatabase& database, absl::string_view directorate) {
  PrepareCadres(database, directorate);
  testing::TestCall call(&database.connection());
  Serve(call);
  const std::string parent = Parent(directorate);
  AddPerson(*call, parent);
  AddStandard(*call, parent);
}

void MoveReferences(absl::string_view parent, Message& message) {
  const std::string home = absl::StrCat("directorates/", resource::DirectorateOf(parent), "/");
  const auto* reflection = message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection->ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    if (field->is_repeated()) continue;
    if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      MoveReferences(parent, *reflection->MutableMessage(&message, field));
    } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
      reflection->SetString(&message, field,
                            absl::StrReplaceAll(reflection->GetString(message, field),
                                                {{"directorates/homs/", home}}));
    }
  }
}

}  // namespace mudiriya::staffing

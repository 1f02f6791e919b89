#ifndef MUDIRIYA_TESTS_CONTRACT_TENANCY_RULES_H_
#define MUDIRIYA_TESTS_CONTRACT_TENANCY_RULES_H_

#include <string>

#include "absl/strings/str_replace.h"
#include "tests/contract/resource_contract.h"

// AIP-159, and that directorates see nothing of one another.
namespace mudiriya::testing {

template <typename Traits>
class ResourceTenancy : public ResourceContract<Traits> {
 protected:
  // `directorates/-`, with `-` for every id below it too.
  static std::string Everywhere() {
    std::string parent = Traits::Parent("-");
    size_t start = 0;
    std::string out;
    bool is_id = false;
    while (start <= parent.size()) {
      const size_t end = std::min(parent.find('/', start), parent.size());
      absl::StrAppend(&out, start == 0 ? "" : "/", is_id ? "-" : parent.substr(start, end - start));
      is_id = !is_id;
      start = end + 1;
    }
    return out;
  }
};
TYPED_TEST_SUITE_P(ResourceTenancy);

TYPED_TEST_P(ResourceTenancy, SameIdsLiveSideBySide) {
  const auto here = this->MustCreate(1, this->kHome);
  const auto there = this->MustCreate(1, this->kOther);
  EXPECT_NE(here.name(), there.name());
  EXPECT_THAT(this->Names(this->ListRequest(this->kHome)), ::testing::ElementsAre(here.name()));
  EXPECT_THAT(this->Names(this->ListRequest(this->kOther)), ::testing::ElementsAre(there.name()));
}

TYPED_TEST_P(ResourceTenancy, WritesTouchTheirOwnDirectorateOnly) {
  const auto here = this->MustCreate(1, this->kHome);
  const auto there = this->MustCreate(1, this->kOther);
  ASSERT_OK(this->Update(this->Changed(here), this->ChangedPaths()));
  ASSERT_OK(this->Delete(here.name()));
  ASSERT_OK_AND_ASSIGN(const auto untouched, this->Get(there.name()));
  EXPECT_EQ(untouched.DebugString(), there.DebugString());
}

TYPED_TEST_P(ResourceTenancy, DashReadsWhereTheCallerMay) {
  const auto here = this->MustCreate(1, this->kHome);
  const auto there = this->MustCreate(2, this->kOther);
  auto request = this->ListRequest();
  SetText(request, "parent", this->Everywhere());
  SetNumber(request, "page_size", 1);
  EXPECT_THAT(this->Names(request), ::testing::UnorderedElementsAre(here.name(), there.name()));
  EXPECT_THAT(this->Names(request, {"homs:administrator"}), ::testing::ElementsAre(here.name()));
  EXPECT_THAT(this->Names(request, {"homs:administrator", "assiut:administrator"}),
              ::testing::UnorderedElementsAre(here.name(), there.name()));
  EXPECT_THAT(this->Names(request, {"libya:administrator"}), ::testing::IsEmpty());
  EXPECT_THAT(this->Names(request, {}), ::testing::IsEmpty());
}

REGISTER_TYPED_TEST_SUITE_P(ResourceTenancy, SameIdsLiveSideBySide,
                            WritesTouchTheirOwnDirectorateOnly, DashReadsWhereTheCallerMay);

}  // namespace mudiriya::testing

#endif  // MUDIRIYA_TESTS_CONTRACT_TENANCY_RULES_H_

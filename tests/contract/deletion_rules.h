#ifndef MUDIRIYA_TESTS_CONTRACT_DELETION_RULES_H_
#define MUDIRIYA_TESTS_CONTRACT_DELETION_RULES_H_

#include <string>

#include "tests/contract/resource_contract.h"

// AIP-135 for every resource, AIP-164 for those that are soft-deleted.
namespace mudiriya::testing {

template <typename Traits>
class ResourceDeletion : public ResourceContract<Traits> {};
TYPED_TEST_SUITE_P(ResourceDeletion);

TYPED_TEST_P(ResourceDeletion, DeletedIsNotListed) {
  const auto kept = this->MustCreate(1);
  const auto deleted = this->MustCreate(2);
  ASSERT_OK(this->Delete(deleted.name()));
  EXPECT_THAT(this->Names(this->ListRequest()), ::testing::ElementsAre(kept.name()));
  const auto changes = this->ChangesOf(deleted.name());
  ASSERT_EQ(changes.size(), 2u);
  EXPECT_EQ(changes[1].kind(), resource::Change::DELETED);
}

TYPED_TEST_P(ResourceDeletion, DeletingTwiceIsNotFound) {
  const auto created = this->MustCreate(1);
  ASSERT_OK(this->Delete(created.name()));
  EXPECT_THAT(this->Delete(created.name()), HasError(Reason::NOT_FOUND));
  EXPECT_EQ(this->ChangesOf(created.name()).size(), 2u);
}

TYPED_TEST_P(ResourceDeletion, AllowMissingForgivesWhatIsGone) {
  const auto created = this->MustCreate(1);
  typename TypeParam::DeleteRequest request;
  if (!HasFieldNamed(request, "allow_missing")) return;  // a contract without it promises nothing
  SetText(request, "name", created.name() + "x");
  SetFlag(request, "allow_missing", true);
  TestCall call = this->Caller();
  EXPECT_OK(TypeParam::Delete(*call, request));
  SetText(request, "name", created.name());
  EXPECT_OK(TypeParam::Delete(*call, request));
  EXPECT_OK(TypeParam::Delete(*call, request));
}

TYPED_TEST_P(ResourceDeletion, StaleEtagKeepsIt) {
  const auto created = this->MustCreate(1);
  ASSERT_OK(this->Update(this->Changed(created), this->ChangedPaths()));
  typename TypeParam::DeleteRequest request;
  if (!HasFieldNamed(request, "etag")) return;  // a contract without it promises nothing
  SetText(request, "name", created.name());
  SetText(request, "etag", created.etag());
  TestCall call = this->Caller();
  EXPECT_THAT(TypeParam::Delete(*call, request), HasError(Reason::STALE_ETAG));
  EXPECT_OK(this->Get(created.name()));
}

TYPED_TEST_P(ResourceDeletion, RemovedIsGoneAndItsIdIsFree) {
  if constexpr (!TypeParam::kSoftDelete) {
    const auto created = this->MustCreate(1);
    ASSERT_OK(this->Delete(created.name()));
    EXPECT_THAT(this->Get(created.name()), HasError(Reason::NOT_FOUND));
    EXPECT_EQ(this->MustCreate(1).name(), created.name());
  }
}

TYPED_TEST_P(ResourceDeletion, SoftDeletedIsShownOnRequestAndKeepsItsId) {
  if constexpr (TypeParam::kSoftDelete) {
    const auto created = this->MustCreate(1);
    ASSERT_OK(this->Delete(created.name()));
    ASSERT_OK_AND_ASSIGN(const auto found, this->Get(created.name()));
    EXPECT_TRUE(found.has_delete_time());
    auto request = this->ListRequest();
    SetFlag(request, "show_deleted", true);
    EXPECT_THAT(this->Names(request), ::testing::ElementsAre(created.name()));
    EXPECT_THAT(this->Create(1), StatusIs(absl::StatusCode::kAlreadyExists));
    EXPECT_THAT(this->Update(this->Changed(found), this->ChangedPaths()),
                HasError(Reason::DELETED));
  }
}

TYPED_TEST_P(ResourceDeletion, SoftDeletedComesBack) {
  if constexpr (TypeParam::kSoftDelete) {
    const auto created = this->MustCreate(1);
    typename TypeParam::UndeleteRequest request;
    SetText(request, "name", created.name());
    TestCall call = this->Caller();
    EXPECT_THAT(TypeParam::Undelete(*call, request), HasError(Reason::NOT_DELETED));
    ASSERT_OK(this->Delete(created.name()));
    ASSERT_OK_AND_ASSIGN(const auto restored, TypeParam::Undelete(*call, request));
    EXPECT_FALSE(restored.has_delete_time());
    EXPECT_THAT(this->Names(this->ListRequest()), ::testing::ElementsAre(created.name()));
    const auto changes = this->ChangesOf(created.name());
    ASSERT_EQ(changes.size(), 3u);
    EXPECT_EQ(changes[2].kind(), resource::Change::UNDELETED);
    SetText(request, "name", created.name() + "x");
    EXPECT_THAT(TypeParam::Undelete(*call, request), HasError(Reason::NOT_FOUND));
  }
}

REGISTER_TYPED_TEST_SUITE_P(ResourceDeletion, DeletedIsNotListed, DeletingTwiceIsNotFound,
                            AllowMissingForgivesWhatIsGone, StaleEtagKeepsIt,
                            RemovedIsGoneAndItsIdIsFree, SoftDeletedIsShownOnRequestAndKeepsItsId,
                            SoftDeletedComesBack);

}  // namespace mudiriya::testing

#endif  // MUDIRIYA_TESTS_CONTRACT_DELETION_RULES_H_

#ifndef MUDIRIYA_TESTS_CONTRACT_WRITE_RULES_H_
#define MUDIRIYA_TESTS_CONTRACT_WRITE_RULES_H_

#include <string>

#include "tests/contract/resource_contract.h"

// AIP-133, 134, 154, and the change log: creating and updating.
namespace mudiriya::testing {

template <typename Traits>
class ResourceWrites : public ResourceContract<Traits> {};
TYPED_TEST_SUITE_P(ResourceWrites);

TYPED_TEST_P(ResourceWrites, CreateNamesAndLogs) {
  const auto created = this->MustCreate(1);
  EXPECT_EQ(created.name().find(TypeParam::Parent(this->kHome)), 0u) << created.name();
  EXPECT_FALSE(created.etag().empty());
  const auto changes = this->ChangesOf(created.name());
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_EQ(changes[0].kind(), resource::Change::CREATED);
  EXPECT_EQ(changes[0].caller(), "tester");
}

TYPED_TEST_P(ResourceWrites, CreateTwiceExists) {
  this->MustCreate(1);
  EXPECT_THAT(this->Create(1), StatusIs(absl::StatusCode::kAlreadyExists));
}

TYPED_TEST_P(ResourceWrites, CreateRefusesMalformedId) {
  const size_t before = this->Changes().size();
  auto request = this->CreateRequest(1);
  const std::string field = SetResource(request, TypeParam::Make(1)) + "_id";
  for (const std::string id : {"Upper", "-front", "back-", "with space", "a/b", "حمص"}) {
    SetText(request, field, id);
    TestCall call = this->Caller();
    EXPECT_THAT(TypeParam::Create(*call, request), StatusIs(absl::StatusCode::kInvalidArgument))
        << id;
  }
  EXPECT_EQ(this->Changes().size(), before);
}

TYPED_TEST_P(ResourceWrites, UpdateChangesWhatTheMaskNames) {
  const auto created = this->MustCreate(1);
  const auto wanted = this->Changed(created);
  this->clock_.Advance(absl::Seconds(5));
  ASSERT_OK_AND_ASSIGN(const auto updated, this->Update(wanted, this->ChangedPaths()));
  EXPECT_NE(updated.etag(), created.etag());
  ASSERT_OK_AND_ASSIGN(const auto found, this->Get(created.name()));
  EXPECT_EQ(found.DebugString(), updated.DebugString());
  EXPECT_NE(found.DebugString(), created.DebugString());
  const auto changes = this->ChangesOf(created.name());
  ASSERT_EQ(changes.size(), 2u);
  EXPECT_EQ(changes[1].kind(), resource::Change::UPDATED);
  EXPECT_FALSE(changes[1].changed_paths().empty());
}

TYPED_TEST_P(ResourceWrites, UpdateThatChangesNothingWritesNothing) {
  const auto created = this->MustCreate(1);
  ASSERT_OK_AND_ASSIGN(const auto updated, this->Update(created, this->ChangedPaths()));
  EXPECT_EQ(updated.etag(), created.etag());
  EXPECT_EQ(this->ChangesOf(created.name()).size(), 1u);
}

TYPED_TEST_P(ResourceWrites, UpdateRefusesBadMask) {
  const auto created = this->MustCreate(1);
  for (const std::string path : {"no_such_field", "name", "etag", "create_time", "name.x", ""}) {
    EXPECT_THAT(this->Update(this->Changed(created), {path}),
                HasViolation("update_mask", Reason::INVALID_UPDATE_MASK))
        << path;
  }
}

TYPED_TEST_P(ResourceWrites, UpdateOfMissingIsNotFound) {
  auto missing = this->MustCreate(1);
  missing.set_name(missing.name() + "x");
  missing.clear_etag();
  EXPECT_THAT(this->Update(this->Changed(missing), this->ChangedPaths()),
              HasError(Reason::NOT_FOUND));
}

TYPED_TEST_P(ResourceWrites, StaleEtagIsAborted) {
  const auto created = this->MustCreate(1);
  ASSERT_OK(this->Update(this->Changed(created), this->ChangedPaths()));
  EXPECT_THAT(this->Update(created, this->ChangedPaths()), HasError(Reason::STALE_ETAG));
  auto rubbish = created;
  rubbish.set_etag("rubbish");
  EXPECT_THAT(this->Update(rubbish, this->ChangedPaths()), HasError(Reason::STALE_ETAG));
  auto without = created;
  without.clear_etag();
  EXPECT_OK(this->Update(without, this->ChangedPaths()));
}

REGISTER_TYPED_TEST_SUITE_P(ResourceWrites, CreateNamesAndLogs, CreateTwiceExists,
                            CreateRefusesMalformedId, UpdateChangesWhatTheMaskNames,
                            UpdateThatChangesNothingWritesNothing, UpdateRefusesBadMask,
                            UpdateOfMissingIsNotFound, StaleEtagIsAborted);

}  // namespace mudiriya::testing

#endif  // MUDIRIYA_TESTS_CONTRACT_WRITE_RULES_H_

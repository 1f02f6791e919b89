#ifndef MUDIRIYA_TESTS_CONTRACT_REQUEST_RULES_H_
#define MUDIRIYA_TESTS_CONTRACT_REQUEST_RULES_H_

#include <string>

#include "tests/contract/resource_contract.h"

// AIP-155 and 163: the same request twice, and requests that only ask.
namespace mudiriya::testing {

template <typename Traits>
class ResourceRequests : public ResourceContract<Traits> {};
TYPED_TEST_SUITE_P(ResourceRequests);

TYPED_TEST_P(ResourceRequests, SameRequestIdIsAnsweredOnce) {
  auto request = this->CreateRequest(1);
  SetText(request, "request_id", "r-1");
  TestCall call = this->Caller();
  ASSERT_OK_AND_ASSIGN(const auto first, TypeParam::Create(*call, request));
  this->clock_.Advance(absl::Minutes(1));
  ASSERT_OK_AND_ASSIGN(const auto second, TypeParam::Create(*call, request));
  EXPECT_EQ(first.DebugString(), second.DebugString());
  EXPECT_EQ(this->ChangesOf(first.name()).size(), 1u);
}

TYPED_TEST_P(ResourceRequests, RequestIdIsRefusedForAnotherRequest) {
  auto request = this->CreateRequest(1);
  SetText(request, "request_id", "r-1");
  TestCall call = this->Caller();
  ASSERT_OK(TypeParam::Create(*call, request));
  auto other = this->CreateRequest(2);
  SetText(other, "request_id", "r-1");
  EXPECT_THAT(TypeParam::Create(*call, other),
              HasViolation("request_id", Reason::REQUEST_ID_REUSED));
}

TYPED_TEST_P(ResourceRequests, RequestIdIsTheCallersAndTheMethodsOwn) {
  auto request = this->CreateRequest(1);
  SetText(request, "request_id", "r-1");
  TestCall call = this->Caller();
  ASSERT_OK(TypeParam::Create(*call, request));
  TestCall other = this->Caller({"*:administrator"}, "mudiriya.test.v1.Contract.OtherMethod");
  EXPECT_THAT(TypeParam::Create(*other, request), StatusIs(absl::StatusCode::kAlreadyExists));
}

TYPED_TEST_P(ResourceRequests, FailedRequestMayBeRepeatedUnderItsId) {
  this->MustCreate(1);
  auto request = this->CreateRequest(1);
  SetText(request, "request_id", "r-1");
  TestCall call = this->Caller();
  EXPECT_THAT(TypeParam::Create(*call, request), StatusIs(absl::StatusCode::kAlreadyExists));
  EXPECT_THAT(TypeParam::Create(*call, request), StatusIs(absl::StatusCode::kAlreadyExists));
}

TYPED_TEST_P(ResourceRequests, RepeatedUpdateIsAnsweredThoughTheEtagIsStaleByNow) {
  const auto created = this->MustCreate(1);
  auto request = this->UpdateRequest(this->Changed(created), this->ChangedPaths());
  SetText(request, "request_id", "u-1");
  TestCall call = this->Caller();
  ASSERT_OK_AND_ASSIGN(const auto first, TypeParam::Update(*call, request));
  ASSERT_OK_AND_ASSIGN(const auto second, TypeParam::Update(*call, request));
  EXPECT_EQ(first.DebugString(), second.DebugString());
}

TYPED_TEST_P(ResourceRequests, ValidateOnlyWritesNothing) {
  const size_t before = this->Changes().size();
  auto request = this->CreateRequest(1);
  ASSERT_TRUE(HasFieldNamed(request, "validate_only"));
  SetFlag(request, "validate_only", true);
  SetText(request, "request_id", "v-1");
  TestCall call = this->Caller();
  ASSERT_OK_AND_ASSIGN(const auto promised, TypeParam::Create(*call, request));
  EXPECT_THAT(this->Get(promised.name()), HasError(Reason::NOT_FOUND));
  EXPECT_EQ(this->Changes().size(), before);
  // The id was not used up either.
  SetFlag(request, "validate_only", false);
  ASSERT_OK_AND_ASSIGN(const auto created, TypeParam::Create(*call, request));
  EXPECT_EQ(created.name(), promised.name());
}

TYPED_TEST_P(ResourceRequests, ValidateOnlyRefusesWhatTheWriteWould) {
  this->MustCreate(1);
  auto request = this->CreateRequest(1);
  ASSERT_TRUE(HasFieldNamed(request, "validate_only"));
  SetFlag(request, "validate_only", true);
  TestCall call = this->Caller();
  EXPECT_THAT(TypeParam::Create(*call, request), StatusIs(absl::StatusCode::kAlreadyExists));
}

REGISTER_TYPED_TEST_SUITE_P(ResourceRequests, SameRequestIdIsAnsweredOnce,
                            RequestIdIsRefusedForAnotherRequest,
                            RequestIdIsTheCallersAndTheMethodsOwn,
                            FailedRequestMayBeRepeatedUnderItsId,
                            RepeatedUpdateIsAnsweredThoughTheEtagIsStaleByNow,
                            ValidateOnlyWritesNothing, ValidateOnlyRefusesWhatTheWriteWould);

}  // namespace mudiriya::testing

#endif  // MUDIRIYA_TESTS_CONTRACT_REQUEST_RULES_H_

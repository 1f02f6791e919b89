#ifndef MUDIRIYA_TESTS_CONTRACT_READ_RULES_H_
#define MUDIRIYA_TESTS_CONTRACT_READ_RULES_H_

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/contract/resource_contract.h"

// AIP-131, 132, 158, 160: reading one and reading lists.
namespace mudiriya::testing {

template <typename Traits>
class ResourceReads : public ResourceContract<Traits> {};
TYPED_TEST_SUITE_P(ResourceReads);

TYPED_TEST_P(ResourceReads, GetsWhatWasCreated) {
  const auto created = this->MustCreate(1);
  ASSERT_OK_AND_ASSIGN(const auto found, this->Get(created.name()));
  EXPECT_EQ(found.DebugString(), created.DebugString());
}

TYPED_TEST_P(ResourceReads, MissingIsNotFound) {
  const auto created = this->MustCreate(1);
  EXPECT_THAT(this->Get(created.name() + "x"), HasError(Reason::NOT_FOUND));
}

TYPED_TEST_P(ResourceReads, MalformedNameIsInvalid) {
  for (const std::string name : {"", "nothing", "directorates/homs", "directorates/-/x/y",
                                 "directorates/Homs!/x/y", "directorates//x/y"}) {
    EXPECT_THAT(this->Get(name), HasViolation("name", Reason::INVALID_NAME)) << name;
  }
}

TYPED_TEST_P(ResourceReads, ListsAllInPagesOfAnySize) {
  std::vector<std::string> created;
  for (int i = 1; i <= 5; ++i) created.push_back(this->MustCreate(i).name());
  std::sort(created.begin(), created.end());
  for (const int size : {0, 1, 2, 3, 5, 6, 1000, 100000}) {
    auto request = this->ListRequest();
    SetNumber(request, "page_size", size);
    EXPECT_THAT(this->Names(request), ::testing::ElementsAreArray(created)) << size;
  }
}

TYPED_TEST_P(ResourceReads, NegativePageSizeIsInvalid) {
  auto request = this->ListRequest();
  SetNumber(request, "page_size", -1);
  EXPECT_THAT(this->ListResponse(request), HasViolation("page_size", Reason::BELOW_MINIMUM));
}

TYPED_TEST_P(ResourceReads, PageTokenIsRefusedWhenDamaged) {
  auto request = this->ListRequest();
  for (const std::string token : {"x", "????", "AAAAAAAAAAAAAAAAAAAAAAAA"}) {
    SetText(request, "page_token", token);
    EXPECT_THAT(this->ListResponse(request), HasViolation("page_token", Reason::INVALID_PAGE_TOKEN))
        << token;
  }
}

TYPED_TEST_P(ResourceReads, PageTokenIsRefusedInAnotherQuery) {
  for (int i = 1; i <= 2; ++i) this->MustCreate(i);
  auto request = this->ListRequest();
  SetNumber(request, "page_size", 1);
  ASSERT_OK_AND_ASSIGN(const auto page, this->ListResponse(request));
  SetText(request, "page_token", TextOf(page, "next_page_token"));
  ASSERT_OK(this->ListResponse(request));

  auto filtered = request;
  SetText(filtered, "filter", TypeParam::Filter(1));
  EXPECT_THAT(this->ListResponse(filtered), HasViolation("page_token", Reason::FOREIGN_PAGE_TOKEN));
  auto sorted = request;
  SetText(sorted, "order_by", "name desc");
  EXPECT_THAT(this->ListResponse(sorted), HasViolation("page_token", Reason::FOREIGN_PAGE_TOKEN));
  auto elsewhere = request;
  SetText(elsewhere, "parent", TypeParam::Parent(this->kOther));
  EXPECT_THAT(this->ListResponse(elsewhere),
              HasViolation("page_token", Reason::FOREIGN_PAGE_TOKEN));
}

TYPED_TEST_P(ResourceReads, SortsBothWaysAndPagesThroughTheOrder) {
  for (int i = 1; i <= 5; ++i) this->MustCreate(i);
  const std::string field(TypeParam::kSortField);
  auto request = this->ListRequest();
  SetNumber(request, "page_size", 2);
  SetText(request, "order_by", field);
  const std::vector<std::string> up = this->Names(request);
  SetText(request, "order_by", field + " desc, name desc");
  std::vector<std::string> down = this->Names(request);
  std::reverse(down.begin(), down.end());
  EXPECT_EQ(up.size(), 5u);
  EXPECT_EQ(up, down);
}

TYPED_TEST_P(ResourceReads, UnknownOrderNamesWhatIsAllowed) {
  auto request = this->ListRequest();
  SetText(request, "order_by", "no_such_field");
  const auto refused = this->ListResponse(request);
  EXPECT_THAT(refused, HasViolation("order_by", Reason::INVALID_ORDER_BY));
}

TYPED_TEST_P(ResourceReads, FilterChooses) {
  const auto first = this->MustCreate(1);
  const auto second = this->MustCreate(2);
  auto request = this->ListRequest();
  SetText(request, "filter", TypeParam::Filter(1));
  EXPECT_THAT(this->Names(request), ::testing::ElementsAre(first.name()));
  SetText(request, "filter", absl::StrCat("NOT (", TypeParam::Filter(1), ")"));
  EXPECT_THAT(this->Names(request), ::testing::ElementsAre(second.name()));
  SetText(request, "filter", absl::StrCat(TypeParam::Filter(1), " OR ", TypeParam::Filter(2)));
  EXPECT_THAT(this->Names(request), ::testing::SizeIs(2));
}

TYPED_TEST_P(ResourceReads, BadFilterIsInvalid) {
  auto request = this->ListRequest();
  SetText(request, "filter", "no_such_field = 1");
  EXPECT_THAT(this->ListResponse(request), HasViolation("filter", Reason::UNFILTERABLE_FIELD));
  SetText(request, "filter", "((");
  EXPECT_THAT(this->ListResponse(request), HasViolation("filter", Reason::INVALID_FILTER));
  SetText(request, "filter", std::string(10'000, 'x'));
  EXPECT_THAT(this->ListResponse(request), HasViolation("filter", Reason::TOO_LONG));
}

REGISTER_TYPED_TEST_SUITE_P(ResourceReads, GetsWhatWasCreated, MissingIsNotFound,
                            MalformedNameIsInvalid, ListsAllInPagesOfAnySize,
                            NegativePageSizeIsInvalid, PageTokenIsRefusedWhenDamaged,
                            PageTokenIsRefusedInAnotherQuery, SortsBothWaysAndPagesThroughTheOrder,
                            UnknownOrderNamesWhatIsAllowed, FilterChooses, BadFilterIsInvalid);

}  // namespace mudiriya::testing

#endif  // MUDIRIYA_TESTS_CONTRACT_READ_RULES_H_

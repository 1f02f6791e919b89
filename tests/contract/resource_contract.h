#ifndef MUDIRIYA_TESTS_CONTRACT_RESOURCE_CONTRACT_H_
#define MUDIRIYA_TESTS_CONTRACT_RESOURCE_CONTRACT_H_

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/resource/change_log.h"
#include "common/resource/name.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/contract/fields.h"
#include "tests/testing/database.h"
#include "tests/testing/fake_clock.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/test_call.h"

// The AIP rules that every resource keeps, as one suite. A resource adds its traits:
//
//   struct AreaContract {
//     using Resource = v1::Area;
//     using CreateRequest = v1::CreateAreaRequest;  // GetRequest, ListRequest, UpdateRequest,
//     …                                             // DeleteRequest, UndeleteRequest
//     static constexpr bool kSoftDelete = true;
//     static std::vector<db::MigrationSet> Migrations();
//     // What the resource needs before it can be created in a directorate ("homs").
//     static void Prepare(TestDatabase& database, absl::string_view directorate);
//     // Optional: adds what its handlers reach by call.service<T>().
//     static void Serve(TestCall& call);
//     static std::string Parent(absl::string_view directorate);  // "directorates/homs"
//     static v1::Area Make(int i);        // valid; different for each i; also where ids must
//     follow static std::string Id(int i);       // the id that Make(i) may be created under static
//     void Change(v1::Area& area); // gives `kChangedPath` another valid value static constexpr
//     absl::string_view kChangedPath = "display_name"; static constexpr absl::string_view
//     kSortField = "display_name";   // sortable, not unique static std::string Filter(int i);   //
//     a filter that Make(i) fits, and Make(i + 1) does not static auto Create(Call& call, const
//     CreateRequest& r) { return registry::CreateArea(call, r); } … // Get, List, Update, Delete,
//     Undelete
//   };
//   INSTANTIATE_TYPED_TEST_SUITE_P(Area, ResourceReads, AreaContract);
//   … ResourceWrites, ResourceRequests, ResourceTenancy, and ResourceDeletion.
//
// Requests lack some fields here and there (validate_only, order_by …): rules about a field that a
// request lacks are passed over, with a note in the test's output.
namespace mudiriya::testing {

template <typename Traits>
class ResourceContract : public ::testing::Test {
 public:
  using Resource = typename Traits::Resource;

 protected:
  static constexpr absl::string_view kHome = "homs";
  static constexpr absl::string_view kOther = "assiut";

  ResourceContract() : database_(Traits::Migrations(), Schema::kEmptied) {
    for (absl::string_view directorate : {kHome, kOther}) Traits::Prepare(database_, directorate);
  }

  // A call of someone who may do everything in these directorates.
  TestCall Caller(const std::vector<std::string>& roles = {"*:administrator"},
                  absl::string_view method = "mudiriya.test.v1.Contract.Method") {
    TestCall call(&database_.connection(), roles, Traits::kPermission, method, &clock_);
    if constexpr (requires { Traits::Serve(call); }) Traits::Serve(call);
    return call;
  }

  typename Traits::CreateRequest CreateRequest(int i, absl::string_view directorate = kHome) {
    typename Traits::CreateRequest request;
    if (HasFieldNamed(request, "parent")) SetText(request, "parent", Traits::Parent(directorate));
    const std::string field = SetResource(request, Traits::Make(i));
    if (HasFieldNamed(request, field + "_id")) SetText(request, field + "_id", Traits::Id(i));
    return request;
  }

  absl::StatusOr<Resource> Create(int i, absl::string_view directorate = kHome) {
    TestCall call = Caller();
    return Traits::Create(*call, CreateRequest(i, directorate));
  }

  Resource MustCreate(int i, absl::string_view directorate = kHome) {
    absl::StatusOr<Resource> created = Create(i, directorate);
    EXPECT_OK(created);
    return created.ok() ? *std::move(created) : Resource();
  }

  absl::StatusOr<Resource> Get(absl::string_view name) {
    typename Traits::GetRequest request;
    SetText(request, "name", name);
    TestCall call = Caller();
    return Traits::Get(*call, request);
  }

  typename Traits::ListRequest ListRequest(absl::string_view directorate = kHome) {
    typename Traits::ListRequest request;
    SetText(request, "parent", Traits::Parent(directorate));
    return request;
  }

  auto ListResponse(const typename Traits::ListRequest& request,
                    const std::vector<std::string>& roles = {"*:administrator"}) {
    TestCall call = Caller(roles);
    return Traits::List(*call, request);
  }

  // The names of a whole list, page after page.
  std::vector<std::string> Names(typename Traits::ListRequest request,
                                 const std::vector<std::string>& roles = {"*:administrator"}) {
    std::vector<std::string> names;
    for (;;) {
      auto page = ListResponse(request, roles);
      EXPECT_OK(page);
      if (!page.ok()) return names;
      for (const Resource& row : Listed<Resource>(*page)) names.push_back(row.name());
      const std::string token = TextOf(*page, "next_page_token");
      if (token.empty()) return names;
      SetText(request, "page_token", token);
    }
  }

  typename Traits::UpdateRequest UpdateRequest(const Resource& resource,
                                               const std::vector<std::string>& paths) {
    typename Traits::UpdateRequest request;
    SetResource(request, resource);
    SetMask(request, paths);
    return request;
  }

  absl::StatusOr<Resource> Update(const Resource& resource, const std::vector<std::string>& paths) {
    TestCall call = Caller();
    return Traits::Update(*call, UpdateRequest(resource, paths));
  }

  // The resource with its field changed.
  static Resource Changed(Resource resource) {
    Traits::Change(resource);
    return resource;
  }
  static std::vector<std::string> ChangedPaths() { return {std::string(Traits::kChangedPath)}; }

  auto Delete(absl::string_view name) {
    typename Traits::DeleteRequest request;
    SetText(request, "name", name);
    TestCall call = Caller();
    return Traits::Delete(*call, request);
  }

  std::vector<resource::Change> Changes(absl::string_view directorate = kHome) {
    auto page = resource::ListChanges(database_.connection(), directorate, 0, 0);
    EXPECT_OK(page);
    return page.ok() ? page->changes : std::vector<resource::Change>();
  }

  // The entries about one resource.
  std::vector<resource::Change> ChangesOf(absl::string_view name) {
    std::vector<resource::Change> own;
    for (const resource::Change& change : Changes(resource::DirectorateOf(name))) {
      if (change.resource() == name) own.push_back(change);
    }
    return own;
  }

  FakeClock clock_;
  TestDatabase database_;
};

}  // namespace mudiriya::testing

#endif  // MUDIRIYA_TESTS_CONTRACT_RESOURCE_CONTRACT_H_

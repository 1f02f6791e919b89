#include <memory>
#include <thread>
#include <vector>

#include "common/resource/write.h"
#include "tests/common/resource/widget_fixture.h"
#include "tests/testing/faults.h"

namespace mudiriya::testing {
namespace {

class IdempotencyTest : public WidgetTest {
 protected:
  IdempotencyTest() : faults_(std::make_shared<ScriptedFaults>()) {
    db::DatabaseOptions options = database_.options();
    options.faults = faults_;
    faulty_ = std::make_unique<db::Connection>(options);
  }

  v1::CreateWidgetRequest WithId(int i, const char* request_id) {
    v1::CreateWidgetRequest request = CreateRequest(i);
    request.set_request_id(request_id);
    return request;
  }

  std::shared_ptr<ScriptedFaults> faults_;
  std::unique_ptr<db::Connection> faulty_;
};

TEST_F(IdempotencyTest, LostCommitIsRepeatedSafelyUnderARequestId) {
  TestCall call(faulty_.get(), {"*:administrator"}, "p.q.r", "m", &clock_);
  const auto request = WithId(1, "r-1");
  faults_->KillNext(db::FaultPoint::kAfterCommit);
  EXPECT_THAT(CreateWidget(*call, request), HasError(Reason::RETRY_SAFE));
  EXPECT_TRUE(faults_->done());
  ASSERT_OK_AND_ASSIGN(const auto created, CreateWidget(*call, request));
  EXPECT_EQ(created.name(), NameOf(1).text());
  EXPECT_EQ(database_.Scalar("SELECT COUNT(*) FROM change_log"), "1");
}

TEST_F(IdempotencyTest, LostCommitThatNeverArrivedIsDoneByTheRepetition) {
  TestCall call(faulty_.get(), {"*:administrator"}, "p.q.r", "m", &clock_);
  const auto request = WithId(1, "r-1");
  faults_->KillNext(db::FaultPoint::kBeforeCommit);
  EXPECT_THAT(CreateWidget(*call, request), HasError(Reason::RETRY_SAFE));
  EXPECT_EQ(database_.Scalar("SELECT COUNT(*) FROM widget"), "0");
  EXPECT_OK(CreateWidget(*call, request));
  EXPECT_EQ(database_.Scalar("SELECT COUNT(*) FROM widget"), "1");
}

TEST_F(IdempotencyTest, LostCommitIsUnknownWithoutARequestId) {
  TestCall call(faulty_.get(), {"*:administrator"}, "p.q.r", "m", &clock_);
  faults_->KillNext(db::FaultPoint::kAfterCommit);
  EXPECT_THAT(CreateWidget(*call, CreateRequest(1)), HasError(Reason::COMMIT_UNKNOWN));
}

TEST_F(IdempotencyTest, DeadlockIsTriedAgainWithOneResult) {
  TestCall call(faulty_.get(), {"*:administrator"}, "p.q.r", "m", &clock_);
  faults_->FailNext("INSERT INTO widget", 1213);
  EXPECT_OK(CreateWidget(*call, WithId(1, "r-1")));
  EXPECT_TRUE(faults_->done());
  EXPECT_EQ(database_.Scalar("SELECT COUNT(*) FROM change_log"), "1");
}

TEST_F(IdempotencyTest, ManyAtOnceAreOneWrite) {
  constexpr int kCallers = 8;
  const auto request = WithId(1, "r-1");
  std::vector<absl::StatusOr<v1::Widget>> answers(kCallers, absl::UnknownError("not run"));
  std::vector<std::thread> threads;
  for (int i = 0; i < kCallers; ++i) {
    threads.emplace_back([&, i] {
      db::Connection connection(database_.options());
      TestCall call(&connection, {"*:administrator"}, "p.q.r", "m", &clock_);
      answers[i] = CreateWidget(*call, request);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& answer : answers) {
    ASSERT_OK(answer);
    EXPECT_EQ(answer->DebugString(), answers[0]->DebugString());
  }
  EXPECT_EQ(database_.Scalar("SELECT COUNT(*) FROM change_log"), "1");
}

TEST_F(IdempotencyTest, OutsideQuestionsAreNotAskedAgain) {
  int asked = 0;
  const auto write = [&] {
    return resource::RunWrite<v1::Widget>(
        *call_, WithId(1, "r-1"),
        [](db::Transaction&) -> absl::StatusOr<v1::Widget> { return MakeWidget(7); },
        [&](Call&) {
          ++asked;
          return absl::OkStatus();
        });
  };
  ASSERT_OK(write());
  ASSERT_OK_AND_ASSIGN(const auto again, write());
  EXPECT_EQ(again.code(), "W7");
  EXPECT_EQ(asked, 1);
}

TEST_F(IdempotencyTest, AnswersAreKeptApartByDirectorateAndCaller) {
  auto request = WithId(1, "r-1");
  ASSERT_OK(CreateWidget(*call_, request));
  request.set_parent("directorates/assiut");
  ASSERT_OK_AND_ASSIGN(const auto there, CreateWidget(*call_, request));
  EXPECT_EQ(there.name(), "directorates/assiut/widgets/w1");
  TestCall other(&connection(), {"*:administrator"}, "p.q.r", "mudiriya.test.v1.Test.Method",
                 &clock_, "someone else");
  EXPECT_THAT(CreateWidget(*other, request), HasError(Reason::ALREADY_EXISTS));
}

TEST_F(IdempotencyTest, AnswersOfAnySizeAndContentComeBack) {
  auto request = WithId(1, "r-1");
  request.mutable_widget()->set_remark(std::string("zero \0 byte", 11));
  ASSERT_OK_AND_ASSIGN(const auto first, CreateWidget(*call_, request));
  ASSERT_OK_AND_ASSIGN(const auto second, CreateWidget(*call_, request));
  EXPECT_EQ(first.SerializeAsString(), second.SerializeAsString());
}

TEST_F(IdempotencyTest, OldAnswersAreForgotten) {
  ASSERT_OK(CreateWidget(*call_, WithId(1, "r-1")));
  clock_.Advance(absl::Hours(2));
  ASSERT_OK(CreateWidget(*call_, WithId(2, "r-2")));
  EXPECT_THAT(resource::PruneIdempotency(connection(), "homs", clock_.Now() - absl::Hours(1)),
              IsOkAndHolds(1));
  EXPECT_THAT(resource::PruneIdempotency(connection(), "assiut", clock_.Now()), IsOkAndHolds(0));
  EXPECT_THAT(CreateWidget(*call_, WithId(1, "r-1")), HasError(Reason::ALREADY_EXISTS));
  EXPECT_OK(CreateWidget(*call_, WithId(2, "r-2")));
}

TEST_F(IdempotencyTest, EveryDirectoratesAnswersAreForgottenAfterADay) {
  auto request = WithId(1, "r-1");
  ASSERT_OK(CreateWidget(*call_, request));
  request.set_parent("directorates/assiut");
  ASSERT_OK(CreateWidget(*call_, request));
  clock_.Advance(resource::kAnswersKept - absl::Seconds(1));
  ASSERT_OK(resource::PruneAnswers(*call_));
  EXPECT_EQ(database_.Scalar("SELECT COUNT(*) FROM idempotency"), "2");
  clock_.Advance(absl::Seconds(2));
  ASSERT_OK(resource::PruneAnswers(*call_));
  EXPECT_EQ(database_.Scalar("SELECT COUNT(*) FROM idempotency"), "0");
}

}  // namespace
}  // namespace mudiriya::testing

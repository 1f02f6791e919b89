// What a resource read pays for token, permission, validation, metrics, log and resource layer: the
// registry's GetFacility through the whole server, against a bare callback server with as many
// workers that makes the same prepared read and fills the name alone. Both answer the same clients
// over loopback, in turns within one run.
#include <grpcpp/grpcpp.h>
#include <spdlog/sinks/basic_file_sink.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/clock.h"
#include "common/client/context.h"
#include "common/db/session.h"
#include "common/server/log.h"
#include "common/status/grpc_status.h"
#include "mudiriya/registry/v1/area_service.grpc.pb.h"
#include "mudiriya/registry/v1/directorate_service.grpc.pb.h"
#include "mudiriya/registry/v1/facility_service.grpc.pb.h"
#include "services/registry/module.h"
#include "tests/testing/database.h"
#include "tests/testing/service_fixture.h"

namespace mudiriya {
namespace {

using registry::v1::Facility;
using registry::v1::FacilityService;
using registry::v1::GetFacilityRequest;

constexpr int kWorkers = 4;
constexpr int kChannels = 4;
constexpr int kInFlight = 64;
constexpr int kRounds = 5;
constexpr absl::Duration kRound = absl::Seconds(2);
constexpr char kName[] = "directorates/homs/facilities/f1";
constexpr char kPromise[] = "promised: at least 0.80";

void Check(const absl::Status& status) {
  if (status.ok()) return;
  absl::FPrintF(stderr, "%s\n", status.ToString());
  std::exit(1);
}

// One call of the bare server.
class BareCall final : public grpc::ServerUnaryReactor {
 public:
  explicit BareCall(Facility* response) : response_(response) {}

  void Run(db::Session& session) {
    auto rows = session.Query("SELECT * FROM facility WHERE directorate_id = ? AND facility_id = ?",
                              {std::string("homs"), std::string("f1")});
    Check(rows.status());
    response_->set_name(absl::StrCat("directorates/", rows->front().Text(0)));
    Finish(grpc::Status::OK);
  }
  void OnDone() override { delete this; }

 private:
  Facility* const response_;
};

// Callback API and worker threads with a session each; nothing else.
class BareServer final : public FacilityService::CallbackService {
 public:
  explicit BareServer(const db::DatabaseOptions& database) {
    for (int i = 0; i < kWorkers; ++i) workers_.emplace_back([=, this] { Work(database); });
    grpc::ServerBuilder builder;
    builder.RegisterService(this);
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port_);
    server_ = builder.BuildAndStart();
  }

  ~BareServer() override {
    server_->Shutdown();
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      stopping_ = true;
    }
    ready_.notify_all();
    for (std::thread& worker : workers_) worker.join();
  }

  std::string address() const { return absl::StrCat("127.0.0.1:", port_); }

 private:
  grpc::ServerUnaryReactor* GetFacility(grpc::CallbackServerContext*, const GetFacilityRequest*,
                                        Facility* response) override {
    auto* call = new BareCall(response);
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      queue_.push_back(call);
    }
    ready_.notify_one();
    return call;
  }

  void Work(const db::DatabaseOptions& database) {
    auto session = db::Session::Open(database);
    Check(session.status());
    std::unique_lock<std::mutex> lock(mutex_);
    while (true) {
      ready_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
      if (queue_.empty()) return;
      BareCall* call = queue_.front();
      queue_.pop_front();
      lock.unlock();
      call->Run(**session);
      lock.lock();
    }
  }

  std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<BareCall*> queue_;
  bool stopping_ = false;
  std::vector<std::thread> workers_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

// Keeps kInFlight calls going until the time is over.
class Load {
 public:
  Load(const std::string& address, std::string token) : token_(std::move(token)) {
    for (int i = 0; i < kChannels; ++i) {
      grpc::ChannelArguments arguments;
      arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
      stubs_.push_back(FacilityService::NewStub(
          grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments)));
    }
  }

  // Answered calls per second.
  double Run() {
    answered_ = 0;
    end_ = absl::Now() + kRound;
    running_ = kInFlight;
    for (int i = 0; i < kInFlight; ++i) Next(*stubs_[i % kChannels]);
    std::unique_lock<std::mutex> lock(mutex_);
    done_.wait(lock, [this] { return running_ == 0; });
    return static_cast<double>(answered_) / absl::ToDoubleSeconds(kRound);
  }

 private:
  struct Exchange {
    grpc::ClientContext context;
    GetFacilityRequest request;
    Facility response;
  };

  void Next(FacilityService::Stub& stub) {
    auto exchange = std::make_shared<Exchange>();
    client::Prepare(token_, Language::kEnglish, &exchange->context);
    exchange->request.set_name(kName);
    stub.async()->GetFacility(&exchange->context, &exchange->request, &exchange->response,
                              [this, &stub, exchange](const grpc::Status& status) {
                                Check(FromGrpcStatus(status));
                                ++answered_;
                                if (absl::Now() < end_) return Next(stub);
                                const std::lock_guard<std::mutex> lock(mutex_);
                                if (--running_ == 0) done_.notify_one();
                              });
  }

  const std::string token_;
  std::vector<std::unique_ptr<FacilityService::Stub>> stubs_;
  std::atomic<int64_t> answered_ = 0;
  absl::Time end_;
  std::mutex mutex_;
  std::condition_variable done_;
  int running_ = 0;
};

void AddFacility(testing::ServiceFixture& fixture) {
  registry::v1::CreateDirectorateRequest directorate;
  directorate.set_directorate_id("homs");
  directorate.mutable_directorate()->mutable_display_name()->set_ar("حمص");
  directorate.mutable_directorate()->set_country("SY");
  directorate.mutable_directorate()->set_time_zone("Asia/Damascus");
  registry::v1::Directorate made_directorate;
  Check(FromGrpcStatus(
      registry::v1::DirectorateService::NewStub(fixture.channel())
          ->CreateDirectorate(fixture.Context().get(), directorate, &made_directorate)));
  registry::v1::CreateAreaRequest area;
  area.set_parent("directorates/homs");
  area.set_area_id("a1");
  area.mutable_area()->mutable_display_name()->set_ar("حمص");
  area.mutable_area()->set_level(registry::v1::Area::GOVERNORATE);
  registry::v1::Area made_area;
  Check(FromGrpcStatus(registry::v1::AreaService::NewStub(fixture.channel())
                           ->CreateArea(fixture.Context().get(), area, &made_area)));
  registry::v1::CreateFacilityRequest facility;
  facility.set_parent("directorates/homs");
  facility.set_facility_id("f1");
  facility.mutable_facility()->mutable_display_name()->set_ar("مستشفى الوليد");
  facility.mutable_facility()->set_type(registry::v1::Facility::HOSPITAL);
  facility.mutable_facility()->set_area("directorates/homs/areas/a1");
  Facility made;
  Check(FromGrpcStatus(FacilityService::NewStub(fixture.channel())
                           ->CreateFacility(fixture.Context().get(), facility, &made)));
}

double Median(std::vector<double> figures) {
  std::sort(figures.begin(), figures.end());
  return figures[figures.size() / 2];
}

int Main() {
  // Lines are formatted and written as in operation.
  Check(server::InitLog("info", std::make_shared<spdlog::sinks::basic_file_sink_mt>("/dev/null")));
  testing::ServiceFixture fixture({registry::Registry()}, kWorkers);
  AddFacility(fixture);
  db::DatabaseOptions database = testing::TestServer().options();
  database.schema = fixture.SchemaOf("mudiriya_registry");
  BareServer bare_server(database);
  Load bare(bare_server.address(), "none");
  Load whole(fixture.server().address(), fixture.Token({"homs:viewer"}));
  bare.Run();
  whole.Run();
  std::vector<double> bare_figures, whole_figures, ratios;
  for (int i = 0; i < kRounds; ++i) {
    bare_figures.push_back(bare.Run());
    whole_figures.push_back(whole.Run());
    ratios.push_back(whole_figures.back() / bare_figures.back());
  }
  absl::PrintF("bare callback server  %8.0f reads/s\nthrough everything    %8.0f reads/s\n",
               Median(bare_figures), Median(whole_figures));
  absl::PrintF("ratio                 %8.2f (%s)\n", Median(ratios), kPromise);
  return 0;
}

}  // namespace
}  // namespace mudiriya

int main() { return mudiriya::Main(); }

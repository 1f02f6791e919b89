#include <iostream>
#include <memory>
#include <string>

#include "common/server/service.h"
#include "common/status/macros.h"
#include "services/registry/module.h"
#include "services/staffing/module.h"
#include "services/suite/seed_loader.h"

namespace {

absl::Status Seed(std::shared_ptr<grpc::Channel> channel, const std::string& token) {
  ASSIGN_OR_RETURN(const std::string folder, mudiriya::suite::FindSeedsFolder());
  return mudiriya::suite::LoadSeeds(channel, token, folder, std::cerr).status();
}

}  // namespace

// Every service in one process, for a directorate with one machine.
int main(int argc, char** argv) {
  return mudiriya::server::RunServer(
      argc, argv,
      {.services = {mudiriya::registry::Registry(), mudiriya::staffing::Staffing()},
       .seed = &Seed});
}

#ifndef MUDIRIYA_TESTS_TESTING_TEST_SERVER_FOLDER_H_
#define MUDIRIYA_TESTS_TESTING_TEST_SERVER_FOLDER_H_

#include <string>

namespace mudiriya::testing {

// A folder for this process's private server, holding a copy of the template data directory. The
// template is made once a build tree; parallel test processes wait for the one that makes it. The
// folder is in memory (/dev/shm) where that has room, because creating tables waits for the disk
// most of the time; otherwise in the build tree. Removed at destruction; one that a killed process
// left is removed by the next.
class TestServerFolder {
 public:
  // Aborts the test program if the folder cannot be made.
  TestServerFolder();
  ~TestServerFolder();
  TestServerFolder(const TestServerFolder&) = delete;
  TestServerFolder& operator=(const TestServerFolder&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace mudiriya::testing

#endif  // MUDIRIYA_TESTS_TESTING_TEST_SERVER_FOLDER_H_

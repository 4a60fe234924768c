/// \file Reports stay where they are: one room can open connections, and only where the user names an address.
#include <gtest/gtest.h>

#include <regex>

#include "tests/support/files.h"

namespace modus::tests {
namespace {

namespace fs = std::filesystem;

/// Headers of sockets, name look-ups, transport encryption and of libraries made of them; and programs that fetch.
const std::regex& network() {
  static const std::regex pattern(
      R"re(#\s*include\s*[<"](sys/socket|sys/un|netinet/|arpa/|netdb|ifaddrs|poll\.h|sys/epoll|resolv|winsock|httplib|curl/|openssl/|gnutls/|asio|boost/(asio|beast)|nng/|zmq|uv\.h|event2/|libssh|nghttp|experimental/(net|socket|internet)))re"
      R"re(|"(curl|wget|nc|ssh|python3?) |\bpopen\s*\(|\bsystem\s*\(|\bexec[lv]p?e?\s*\(|\bdlopen\s*\()re");
  return pattern;
}

bool in_the_room(const fs::path& file) {
  const std::string inside = file.lexically_relative(source_folder()).generic_string();
  return inside.starts_with("modus/model_reader/");
}

TEST(Network, IsUsedByTheModelReaderAlone) {
  bool seen = false;
  for (const char* folder : {"modus", "apps"}) {
    for (const char* ending : {".h", ".cc"}) {
      for (const fs::path& file : files_below(source_folder() / folder, ending)) {
        const bool uses = std::regex_search(read_file(file), network());
        EXPECT_TRUE(!uses || in_the_room(file)) << file;
        seen = seen || (uses && in_the_room(file));
      }
    }
  }
  EXPECT_TRUE(seen) << "the search finds nothing where something is";
}

TEST(Network, IsOpenedInOneFileOfThatRoom) {
  for (const char* ending : {".h", ".cc"}) {
    for (const fs::path& file : files_below(source_folder() / "modus" / "model_reader", ending)) {
      const std::string name = file.filename().string();
      const bool for_tests = name.ends_with("_test.cc") || name.ends_with("_for_tests.h");
      EXPECT_TRUE(for_tests || name == "exchange.cc" || !std::regex_search(read_file(file), network())) << file;
    }
  }
}

TEST(Network, IsLinkedToThatRoomAlone) {
  const std::string text = read_file(source_folder() / "CMakeLists.txt");
  const std::regex row(R"(modus_room\((\w+)([^)]*)\))");
  for (std::sregex_iterator match(text.begin(), text.end(), row), end; match != end; ++match) {
    const bool links = (*match)[2].str().find("Httplib") != std::string::npos;
    EXPECT_EQ(links, (*match)[1] == "model_reader") << (*match)[1];
  }
}

TEST(Network, IsNotAskedForByThePages) {
  const std::regex request(R"(\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\s*\()");
  for (const char* ending : {".h", ".cc"}) {
    for (const fs::path& file : files_below(source_folder() / "modus" / "brief", ending))
      EXPECT_FALSE(std::regex_search(read_file(file), request)) << file;
  }
}

}  // namespace
}  // namespace modus::tests

#include "modus/model_reader/exchange.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <csignal>

#include "modus/model_reader/model_server_for_tests.h"

namespace modus::model_reader {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;

base::Result<Reply> ask(const std::string& url, milliseconds time, std::size_t most = 1000, const std::string& body = "{}") {
  return post_json(read_endpoint(url).value(), "", body, std::chrono::steady_clock::now() + time, most);
}

std::string fault_of(const base::Result<Reply>& reply) { return reply.ok() ? "none" : base::describe(reply.problems()[0]); }

TEST(Exchange, BringsTheReplyWhateverItsStatus) {
  ModelServer server([](const httplib::Request& request, httplib::Response& response) {
    response.status = 418;
    response.set_content("you said " + request.body, "text/plain");
  });
  const auto reply = ask(server.url(), milliseconds(20'000), 1000, "{\"a\": 1}");
  ASSERT_TRUE(reply.ok()) << fault_of(reply);
  EXPECT_EQ(reply.value().status, 418);
  EXPECT_EQ(reply.value().body, "you said {\"a\": 1}");
  EXPECT_EQ(reply.value().content_type, "text/plain");
}

TEST(Exchange, GivesUpOnASilentServer) {
  std::atomic<bool> over = false;
  ModelServer server([&](const auto&, auto&) {
    while (!over) std::this_thread::sleep_for(milliseconds(5));
  });
  EXPECT_THAT(fault_of(ask(server.url(), milliseconds(150))), HasSubstr("in time"));
  over = true;
}

TEST(Exchange, GivesUpOnAServerThatDrips) {
  ModelServer server([](const auto&, httplib::Response& response) {
    response.set_chunked_content_provider("application/json", [](std::size_t, httplib::DataSink& sink) {
      std::this_thread::sleep_for(milliseconds(10));
      return sink.write(" ", 1);
    });
  });
  EXPECT_THAT(fault_of(ask(server.url(), milliseconds(200), 1'000'000)), HasSubstr("in time"));
}

TEST(Exchange, GivesUpOnAHugeBody) {
  ModelServer server(
      [](const auto&, httplib::Response& response) { response.set_content(std::string(5'000'000, ' '), "application/json"); });
  EXPECT_THAT(fault_of(ask(server.url(), milliseconds(20'000), 4'000'000)), HasSubstr("longer than 4000000 bytes"));
}

/// A port of this machine, listened at by hand.
class Listener {
 public:
  Listener() : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    bound_ = bind(socket_, reinterpret_cast<sockaddr*>(&address), size) == 0 && listen(socket_, 1) == 0 &&
             getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    port_ = ntohs(address.sin_port);
  }
  ~Listener() { close(socket_); }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  [[nodiscard]] bool bound() const { return bound_; }
  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
  [[nodiscard]] int take() const { return accept(socket_, nullptr, nullptr); }

 private:
  int socket_;
  bool bound_ = false;
  int port_ = 0;
};

TEST(Exchange, OutlivesAServerThatHangsUpOnIt) {
  std::signal(SIGPIPE, SIG_DFL);  // would end this program
  const Listener listener;
  ASSERT_TRUE(listener.bound());
  std::thread rude([&] {
    const int peer = listener.take();
    char first = 0;
    EXPECT_EQ(recv(peer, &first, 1, 0), 1);
    const linger at_once{1, 0};
    setsockopt(peer, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
    close(peer);
  });
  EXPECT_THAT(fault_of(ask(listener.url(), milliseconds(20'000), 1000, std::string(20'000'000, ' '))), HasSubstr("broke off"));
  rude.join();
}

TEST(Exchange, SaysThatNobodyListens) {
  std::string url;
  {
    const Listener gone;
    ASSERT_TRUE(gone.bound());
    url = gone.url();
  }
  EXPECT_THAT(fault_of(ask(url, milliseconds(20'000))), HasSubstr("no connection to http://127.0.0.1:"));
}

}  // namespace
}  // namespace modus::model_reader

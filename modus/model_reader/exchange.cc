#include "modus/model_reader/exchange.h"

#include <httplib.h>
#include <pthread.h>

#include <algorithm>
#include <condition_variable>
#include <csignal>
#include <ctime>
#include <mutex>
#include <thread>

namespace modus::model_reader {
namespace {

/// A server that hangs up while it is written to must not end this program: the signal is held back in this thread and thrown
/// away.
class WithoutPipeSignal {
 public:
  WithoutPipeSignal() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    sigset_t pending;
    sigpending(&pending);
    was_pending_ = sigismember(&pending, SIGPIPE) == 1;
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~WithoutPipeSignal() {
    const timespec now{};
    if (!was_pending_) sigtimedwait(&pipe_, nullptr, &now);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  WithoutPipeSignal(const WithoutPipeSignal&) = delete;
  WithoutPipeSignal& operator=(const WithoutPipeSignal&) = delete;

 private:
  sigset_t pipe_{}, before_{};
  bool was_pending_ = false;
};

/// Cuts the connection at the deadline: the client's own time limits begin anew with every byte.
class Watch {
 public:
  Watch(httplib::Client& client, Deadline deadline) : thread_([this, &client, deadline] { wait(client, deadline); }) {}
  ~Watch() {
    {
      const std::lock_guard lock(mutex_);
      done_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

 private:
  void wait(httplib::Client& client, Deadline deadline) {
    std::unique_lock lock(mutex_);
    if (!changed_.wait_until(lock, deadline, [this] { return done_; })) client.stop();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool done_ = false;
  std::thread thread_;
};

/// The client's own limits come after the watch, which alone says what "in time" is.
constexpr std::chrono::seconds kBeyond(1);

httplib::Request request_of(const Endpoint& endpoint, const std::string& key, const std::string& json) {
  httplib::Request request;
  request.method = "POST";
  request.path = endpoint.path;
  request.body = json;
  request.headers = {{"Content-Type", "application/json"},
                     {"Accept", "application/json"},
                     {"Accept-Encoding", "identity"},
                     {"User-Agent", "modus"}};
  if (!key.empty()) request.headers.emplace("Authorization", "Bearer " + key);
  return request;
}

std::string describe_fault(httplib::Error error, const Endpoint& endpoint) {
  switch (error) {
    case httplib::Error::Connection:
    case httplib::Error::ConnectionTimeout:
      return "no connection to " + endpoint.origin();
    case httplib::Error::SSLConnection:
    case httplib::Error::SSLLoadingCerts:
    case httplib::Error::SSLServerVerification:
      return endpoint.origin() + " has no certificate that can be trusted";
    default:
      return "the connection to " + endpoint.origin() + " broke off";
  }
}

}  // namespace

base::Result<Reply> post_json(const Endpoint& endpoint, const std::string& key, const std::string& json, Deadline deadline,
                              std::size_t most_bytes) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  const base::Problem late{{}, "the model gave no whole answer in time", "allow more time, or name a faster model"};
  if (left.count() <= 0) return late;
  const WithoutPipeSignal quiet;
  httplib::Client client(endpoint.origin());
  client.set_connection_timeout(left + std::chrono::milliseconds(1));
  client.set_read_timeout(left + kBeyond);
  client.set_write_timeout(left + kBeyond);
  client.set_keep_alive(false);
  client.set_decompress(false);

  Reply reply;
  bool too_large = false;
  httplib::Request request = request_of(endpoint, key, json);
  request.content_receiver = [&](const char* data, std::size_t size, std::uint64_t, std::uint64_t) {
    too_large = size > most_bytes - reply.body.size();
    if (!too_large) reply.body.append(data, size);
    return !too_large;
  };
  httplib::Response response;
  httplib::Error error = httplib::Error::Success;
  bool answered = false;
  {
    const Watch watch(client, deadline);
    answered = client.send(request, response, error);
  }
  if (too_large)
    return base::Problem{{}, "the model's answer is longer than " + std::to_string(most_bytes) + " bytes", "name another model"};
  if (std::chrono::steady_clock::now() >= deadline) return late;
  if (!answered) return base::Problem{{}, describe_fault(error, endpoint), "see that the model runs and its address is right"};
  reply.status = response.status;
  reply.content_type = response.get_header_value("Content-Type");
  return reply;
}

}  // namespace modus::model_reader

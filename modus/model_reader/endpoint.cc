#include "modus/model_reader/endpoint.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace modus::model_reader {
namespace {

#ifdef CPPHTTPLIB_OPENSSL_SUPPORT
constexpr bool kCanEncrypt = true;
#else
constexpr bool kCanEncrypt = false;
#endif

constexpr std::string_view kAsked = "/chat/completions";
constexpr const char* kExample = "for example --model http://127.0.0.1:8080";

base::Problem fault(std::string what, std::string fix = kExample) {
  return {{}, "the model's address " + std::move(what), std::move(fix)};
}

bool is_host_letter(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return letter || c == '-' || c == '.' || c == '_';
}
bool is_ipv6_letter(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':' || c == '.';
}
bool is_path_letter(char c) {
  return is_host_letter(c) || std::string_view("/~%:@!$&'()*+,;=").find(c) != std::string_view::npos;
}

std::optional<int> read_port(std::string_view digits) {
  int port = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (error != std::errc() || end != digits.data() + digits.size() || port < 1 || port > 65535) return std::nullopt;
  return port;
}

/// "host", "host:80", "[::1]:80" into the endpoint; false where it is none of them.
bool read_host(std::string_view authority, Endpoint& endpoint) {
  const bool bracketed = authority.starts_with('[');
  const std::size_t close = bracketed ? authority.find(']') : 0;
  if (close == std::string_view::npos) return false;
  const std::size_t colon = authority.find(':', close);
  std::string_view host = authority.substr(0, colon);
  if (bracketed) {
    if (host.size() != close + 1) return false;
    host = host.substr(1, close - 1);
  }
  if (host.empty() || !std::all_of(host.begin(), host.end(), bracketed ? is_ipv6_letter : is_host_letter)) return false;
  endpoint.host = host;
  if (colon == std::string_view::npos) return true;
  const std::optional<int> port = read_port(authority.substr(colon + 1));
  endpoint.port = port.value_or(0);
  return port.has_value();
}

std::string asked_path(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  if (path.empty()) return "/v1" + std::string(kAsked);
  return path.ends_with(kAsked) ? std::string(path) : std::string(path) + std::string(kAsked);
}

}  // namespace

std::string Endpoint::origin() const {
  const std::string name = host.find(':') == std::string::npos ? host : "[" + host + "]";
  return (secure ? "https://" : "http://") + name + ":" + std::to_string(port);
}

bool Endpoint::is_local() const { return host == "localhost" || host == "::1" || host.starts_with("127."); }

base::Result<Endpoint> read_endpoint(std::string_view url) {
  Endpoint endpoint;
  endpoint.secure = url.starts_with("https://");
  if (!endpoint.secure && !url.starts_with("http://")) return fault("does not begin with http:// or https://");
  if (endpoint.secure && !kCanEncrypt)
    return fault("is an https:// one, and this build cannot encrypt",
                 "name an http:// address, such as one on this machine: http://127.0.0.1:8080");
  endpoint.port = endpoint.secure ? 443 : 80;
  url.remove_prefix(endpoint.secure ? 8 : 7);
  const std::size_t slash = std::min(url.find('/'), url.size());
  const std::string_view authority = url.substr(0, slash), path = url.substr(slash);
  if (authority.find('@') != std::string_view::npos)
    return fault("holds a user's name or password", "leave it out; a key goes into the environment variable MODUS_MODEL_KEY");
  if (url.find_first_of("?#") != std::string_view::npos)
    return fault("has a query or a fragment", "leave out everything from ? or # on");
  if (!read_host(authority, endpoint)) return fault("has no host and port that could be asked");
  if (!std::all_of(path.begin(), path.end(), is_path_letter)) return fault("has a path with letters that no address has");
  endpoint.path = asked_path(path);
  return endpoint;
}

}  // namespace modus::model_reader

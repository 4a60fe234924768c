#include "modus/formats/sealed.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <optional>

namespace modus::formats {
namespace {

using base::Problem;

constexpr std::string_view kMagic = "modus-sealed/1\n";
constexpr std::string_view kMagicOfAnyForm = "modus-sealed/";
constexpr std::size_t kCostBytes = 8, kLengthBytes = 8;
constexpr std::size_t kSaltBytes = crypto_pwhash_argon2id_SALTBYTES;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kHeaderBytes = kMagic.size() + kCostBytes + kLengthBytes + kSaltBytes + kNonceBytes;
static_assert(kHeaderBytes + kTagBytes == kSealedBytes);
static_assert(kSaltBytes == 16 && kNonceBytes == 24, "the form of the file says so");

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

bool is_ready() {
  static const bool ready = sodium_init() >= 0;
  return ready;
}

std::string low_first(std::uint64_t number, std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i, number >>= 8U) bytes += static_cast<char>(number & 0xFFU);
  return bytes;
}

std::uint64_t number_of(std::string_view bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) number = (number << 8U) | static_cast<unsigned char>(bytes[i]);
  return number;
}

std::string random_bytes(std::size_t size) {
  std::string bytes(size, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

bool is_allowed(const SealCost& cost) {
  return cost.passes >= crypto_pwhash_argon2id_OPSLIMIT_MIN && cost.passes <= SealCost::kMostPasses &&
         std::uint64_t{cost.kibibytes} * 1024 >= crypto_pwhash_argon2id_MEMLIMIT_MIN && cost.kibibytes <= SealCost::kMostKibibytes;
}

/// A key that is wiped when it goes.
class Key {
 public:
  Key() = default;
  Key(const Key&) = delete;
  Key& operator=(const Key&) = delete;
  ~Key() { sodium_memzero(bytes_.data(), bytes_.size()); }

  /// False where there is not enough memory.
  bool make(std::string_view passphrase, std::string_view salt, const SealCost& cost) {
    return crypto_pwhash_argon2id(bytes_.data(), bytes_.size(), passphrase.data(), passphrase.size(), bytes_of(salt), cost.passes,
                                  std::size_t{cost.kibibytes} * 1024, crypto_pwhash_argon2id_ALG_ARGON2ID13) == 0;
  }
  [[nodiscard]] const unsigned char* data() const { return bytes_.data(); }

 private:
  std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES> bytes_ = {};
};

Problem no_memory(const std::string& where, const SealCost& cost) {
  return {{where, 0, 0},
          "making the key takes " + std::to_string(cost.kibibytes / 1024) + " MiB of memory, which are not there",
          "close other programs and try again"};
}

std::optional<Problem> fault_of_header(std::string_view bytes, const std::string& file) {
  const base::Place where{file, 0, 0};
  if (!is_sealed(bytes)) return Problem{where, "this is no sealed file", "a sealed file starts with the line 'modus-sealed/1'"};
  const std::string_view given = bytes.substr(0, kMagic.size());
  if (given.size() < kMagic.size() && kMagic.starts_with(given))
    return Problem{where, "the sealed file is cut off", "take another copy of it"};
  if (given != kMagic)
    return Problem{where, "the sealed file is of another form than this program knows",
                   "open it with the version of Modus that sealed it, or a newer one"};
  const bool whole_header = bytes.size() >= kHeaderBytes + kTagBytes;
  const std::uint64_t length = whole_header ? number_of(bytes.substr(kMagic.size() + kCostBytes, kLengthBytes)) : 0;
  const std::size_t there = whole_header ? bytes.size() - kHeaderBytes - kTagBytes : 0;
  if (!whole_header || there < length) return Problem{where, "the sealed file is cut off", "take another copy of it"};
  if (there > length) return Problem{where, "the sealed file has more bytes than were sealed", "take another copy of it"};
  return std::nullopt;
}

}  // namespace

bool is_sealed(std::string_view bytes) { return bytes.starts_with(kMagicOfAnyForm); }

base::Result<std::string> seal(std::string_view text, std::string_view passphrase, const SealCost& cost) {
  const base::Place where{"the passphrase", 0, 0};
  if (!is_ready()) return Problem{where, "the system gives no random numbers", "try again later"};
  if (passphrase.empty()) return Problem{where, "is empty", "choose one of several words"};
  if (!is_allowed(cost))
    return Problem{where, "the cost of making the key is out of bounds", "between 8 KiB and 1 GiB of memory, and 1 to 16 passes"};
  std::string sealed =
      std::string(kMagic) + low_first(cost.kibibytes, 4) + low_first(cost.passes, 4) + low_first(text.size(), kLengthBytes);
  const std::string salt = random_bytes(kSaltBytes), nonce = random_bytes(kNonceBytes);
  sealed += salt + nonce;
  Key key;
  if (!key.make(passphrase, salt, cost)) return no_memory("the passphrase", cost);
  sealed.resize(kHeaderBytes + text.size() + kTagBytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(sealed) + kHeaderBytes, nullptr, bytes_of(text), text.size(),
                                             bytes_of(sealed), kHeaderBytes, nullptr, bytes_of(nonce), key.data());
  return sealed;
}

base::Result<std::string> unseal(std::string_view bytes, std::string_view passphrase, const std::string& file) {
  if (const auto fault = fault_of_header(bytes, file)) return *fault;
  if (!is_ready()) return Problem{{file, 0, 0}, "the system gives no random numbers", "try again later"};
  const std::string_view header = bytes.substr(0, kHeaderBytes), body = bytes.substr(kHeaderBytes);
  const SealCost cost{static_cast<std::uint32_t>(number_of(header.substr(kMagic.size(), 4))),
                      static_cast<std::uint32_t>(number_of(header.substr(kMagic.size() + 4, 4)))};
  if (!is_allowed(cost))
    return Problem{{file, 0, 0},
                   "the sealed file asks for more work or memory than is allowed: it is damaged or not to be trusted",
                   "take another copy of it"};
  Key key;
  if (!key.make(passphrase, header.substr(kMagic.size() + kCostBytes + kLengthBytes, kSaltBytes), cost))
    return no_memory(file, cost);
  std::string text(body.size() - kTagBytes, '\0');
  const int opened =
      crypto_aead_xchacha20poly1305_ietf_decrypt(bytes_of(text), nullptr, nullptr, bytes_of(body), body.size(), bytes_of(header),
                                                 header.size(), bytes_of(header.substr(kHeaderBytes - kNonceBytes)), key.data());
  if (opened == 0) return text;
  return Problem{{file, 0, 0},
                 "the passphrase is wrong, or the file was changed since it was sealed: the two cannot be told apart",
                 "check the passphrase; if it is right, take another copy of the file"};
}

void wipe(std::string& text) {
  text.resize(text.capacity());
  sodium_memzero(text.data(), text.size());
  text.clear();
}

}  // namespace modus::formats

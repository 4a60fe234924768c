#include "apps/cli/passphrase.h"

#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <optional>

#include "apps/cli/terminal.h"
#include "modus/brief/visible.h"

namespace modus::cli {
namespace {

using base::Problem;
using formats::SecretText;

constexpr std::size_t kLongest = 4096;  // bytes
constexpr const char* kVariable = "MODUS_PASSPHRASE";

/// Shows nothing of what is typed while it is there.
class Unseen {
 public:
  Unseen() : known_(::tcgetattr(STDIN_FILENO, &shown_) == 0) {
    termios unseen = shown_;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    if (known_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
  }
  ~Unseen() {
    if (known_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown_);
    write_to_stderr("\n");
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

 private:
  termios shown_ = {};
  bool known_;
};

/// Byte by byte, so that nothing stays in a buffer of the library. Nothing where the input ends, or on Ctrl-C.
std::optional<SecretText> typed_line(const std::string& prompt) {
  const Unseen unseen;
  write_to_stderr(prompt);
  std::string line;
  line.reserve(kLongest + 1);
  char c = 0;
  while (::read(STDIN_FILENO, &c, 1) == 1) {
    if (c == '\n') return SecretText(std::move(line));
    if (line.size() <= kLongest) line += c;
  }
  formats::wipe(line);
  return std::nullopt;
}

base::Result<SecretText> checked(SecretText passphrase, const std::string& where) {
  if (passphrase.empty()) return Problem{{where, 0, 0}, "holds no passphrase", "a passphrase is a line that is not empty"};
  if (passphrase.text().size() > kLongest)
    return Problem{{where, 0, 0}, "holds a passphrase of more than 4,096 bytes", "choose a shorter one"};
  return passphrase;
}

base::Result<SecretText> from_file(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string line;
  line.reserve(kLongest + 2);
  char c = 0;
  while (line.size() <= kLongest && stream.get(c) && c != '\n') line += c;
  if (line.empty() && !stream.good())
    return Problem{{file, 0, 0}, "no passphrase can be read from it", "name a file whose first line is the passphrase"};
  if (line.ends_with('\r')) line.pop_back();
  return checked(SecretText(std::move(line)), file);
}

base::Result<SecretText> from_terminal(const std::string& file, bool new_one) {
  const std::string shown = brief::make_visible(file);
  const Problem none{
      {file, 0, 0}, "no passphrase was given", "type it, name a file with --passphrase-file, or set MODUS_PASSPHRASE"};
  auto first = typed_line((new_one ? "New passphrase for " : "Passphrase for ") + shown + ": ");
  if (!first) return none;
  if (new_one) {
    const auto second = typed_line("The same again: ");
    if (!second) return none;
    if (second->text() != first->text())
      return Problem{{file, 0, 0}, "the two passphrases differ", "try again; nothing was written"};
  }
  return checked(std::move(*first), "the terminal");
}

}  // namespace

base::Result<SecretText> passphrase_for(const Command& command, const std::string& file, bool new_one) {
  const std::string& named = command.text(catalogue::OptionId::kPassphraseFile);
  if (!named.empty()) return from_file(named);
  if (const char* set = std::getenv(kVariable); set != nullptr) return checked(SecretText(std::string(set)), kVariable);
  if (::isatty(STDIN_FILENO) == 1) return from_terminal(file, new_one);
  return Problem{{file, 0, 0},
                 new_one ? "there is no passphrase to seal it with" : "is sealed, and there is no passphrase to open it with",
                 "name a file that holds it with --passphrase-file, set MODUS_PASSPHRASE, or run this in a terminal"};
}

}  // namespace modus::cli

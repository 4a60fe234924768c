#include "apps/cli/command_line.h"
#include "apps/cli/terminal.h"

int main(int argc, char** argv) {
  const auto asked = modus::cli::read_command_line(argc, argv);
  const auto* reply = std::get_if<modus::cli::Reply>(&asked);
  if (reply != nullptr) modus::cli::write_to_stderr(reply->text);
  return reply != nullptr ? reply->status : 2;
}

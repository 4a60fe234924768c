// Writes docs/commands.md to standard output, for tools/refresh-goldens.
#include <iostream>

#include "modus/catalogue/verbs.h"

int main() { std::cout << modus::catalogue::commands_page(); }

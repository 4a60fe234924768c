#include "modus/brief/chart_library.h"

// The assembler copies the two files into the program, so that a brief needs no file at run time. The build
// says where they are (MODUS_PAGES) and rebuilds this file when they change.
__asm__(
    ".section .rodata\n"
    "modus_chart_library: .incbin \"" MODUS_PAGES
    "/vega-bundle.js\"\n"
    "modus_chart_library_end:\n"
    "modus_chart_licences: .incbin \"" MODUS_PAGES
    "/THIRD-PARTY.txt\"\n"
    "modus_chart_licences_end: .byte 0\n"
    ".global modus_chart_library, modus_chart_library_end, modus_chart_licences, modus_chart_licences_end\n"
    ".previous\n");

extern "C" {
extern const char modus_chart_library[], modus_chart_library_end[];
extern const char modus_chart_licences[], modus_chart_licences_end[];
}

namespace modus::brief {
namespace {

std::string_view between(const char* from, const char* to) {
  return {from, static_cast<std::size_t>(to - from)};
}

}  // namespace

std::string_view chart_library() { return between(modus_chart_library, modus_chart_library_end); }

std::string_view chart_library_licences() { return between(modus_chart_licences, modus_chart_licences_end); }

}  // namespace modus::brief

# Flags for our own targets only; never exported.
add_library(modus_flags INTERFACE)
target_compile_options(modus_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                                             -Wsign-conversion -ffp-contract=off)
if(MODUS_DEVELOPER)
  target_compile_options(modus_flags INTERFACE -Werror)
endif()
if(NOT CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_definitions(modus_flags INTERFACE _GLIBCXX_ASSERTIONS)
endif()
if(MODUS_SANITIZE)
  # g++ 12 sees uninitialized values where its own sanitizers have rewritten std::regex.
  target_compile_options(modus_flags INTERFACE -Wno-maybe-uninitialized)
  add_compile_options(-fsanitize=${MODUS_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${MODUS_SANITIZE})
endif()

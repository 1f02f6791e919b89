# Compiler, warnings and build types. Debug is the type to develop and test with: it carries the
# address and undefined-behaviour sanitizers. Release is what `make run` starts.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Debug CACHE STRING "Debug (sanitized) or Release" FORCE)
endif()
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1 -fno-omit-frame-pointer")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1 -DNDEBUG")

set(MUDIRIYA_WARNINGS -Wall -Wextra -Werror)
# Another build folder may choose its own, e.g. -DMUDIRIYA_SANITIZERS=-fsanitize=thread.
if(NOT DEFINED MUDIRIYA_SANITIZERS)
  set(MUDIRIYA_SANITIZERS $<$<CONFIG:Debug>:-fsanitize=address,undefined>
                          $<$<CONFIG:Debug>:-fno-sanitize-recover=all>)
endif()
# Executables link the sanitizer runtime even when all they hold is unsanitized generated code.
add_link_options(${MUDIRIYA_SANITIZERS})

find_program(CCACHE ccache)
if(CCACHE)
  # Paths relative to the source tree, so that several build folders share what they compiled.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
endif()

# How a target of this project is declared, so that every folder reads the same.

function(_mudiriya_compile target)
  target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR})
  target_compile_options(${target} PRIVATE ${MUDIRIYA_WARNINGS} ${MUDIRIYA_SANITIZERS})
endfunction()

# A service's wiring is one line an RPC and otherwise gRPC's templates, which take longest to compile
# of all. There is nothing of ours in it to sanitize or optimise, so debug builds do neither: 17 s a
# file become 7 s.
function(_mudiriya_wiring)
  set(wiring ${ARGN})
  list(FILTER wiring INCLUDE REGEX "_service\\.cc$")
  set_source_files_properties(
    ${wiring} PROPERTIES COMPILE_OPTIONS "$<$<CONFIG:Debug>:-O0;-fno-sanitize=all>")
endfunction()

# mudiriya_library(NAME SOURCES a.cc … DEPS x y …): a static library; DEPS are public.
function(mudiriya_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  _mudiriya_wiring(${ARG_SOURCES})
  _mudiriya_compile(${name})
  target_link_libraries(${name} PUBLIC ${ARG_DEPS})
endfunction()

# What a user runs, without tests: the target that `make build` and `make run` build.
add_custom_target(programs)

# mudiriya_binary(NAME SOURCES … DEPS …): an executable in build/bin, part of `programs`.
function(mudiriya_binary name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  add_dependencies(programs ${name})
  _mudiriya_compile(${name})
  target_link_libraries(${name} PRIVATE ${ARG_DEPS})
endfunction()

# mudiriya_test(NAME SOURCES … DEPS … [LABELS …] [TIMEOUT s]): a GoogleTest binary, one ctest entry.
# LABELS: pure (no server), database (starts a private MariaDB), e2e (starts the binaries).
function(mudiriya_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;DEPS;LABELS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  _mudiriya_compile(${name})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_link_libraries(${name} PRIVATE ${ARG_DEPS} GTest::gmock GTest::gtest_main)
  add_test(NAME ${name} COMMAND ${name})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT})
endfunction()

# mudiriya_embed(NAME OUTPUT_FUNCTION FILES …): a library whose function returns the files' names and
# text, sorted by name; used for SQL migrations, so that a binary carries its own schema.
function(mudiriya_embed name symbol)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${name}.cc)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DSYMBOL=${symbol} "-DFILES=${ARGN}"
            -P ${CMAKE_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/cmake/embed.cmake
    VERBATIM)
  add_library(${name} STATIC ${out})
  _mudiriya_compile(${name})
endfunction()

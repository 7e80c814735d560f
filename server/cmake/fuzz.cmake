# SPDX-License-Identifier: Apache-2.0
# fuzz/<layer>_<what>.cpp becomes konbit_fuzz_<layer>_<what>, and ctest replays fuzz/corpus/<layer>_<what>/.
# For hunting, configure with KONBIT_SANITIZE=address,undefined,fuzzer-no-link and run it with a folder of its own.
file(GLOB fuzzers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/fuzz/*.cpp)
foreach(source ${fuzzers})
    get_filename_component(name ${source} NAME_WE)
    string(REGEX REPLACE "_.*" "" layer ${name})
    add_executable(konbit_fuzz_${name} ${source})
    target_link_libraries(konbit_fuzz_${name} PRIVATE konbit_${layer})
    target_link_options(konbit_fuzz_${name} PRIVATE -fsanitize=fuzzer)
    add_test(NAME fuzz_${name} COMMAND konbit_fuzz_${name} -runs=0 ${PROJECT_SOURCE_DIR}/fuzz/corpus/${name})
endforeach()

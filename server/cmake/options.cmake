# SPDX-License-Identifier: Apache-2.0
# Compiler options that every one of our targets shares.
add_library(konbit_options INTERFACE)
target_compile_options(konbit_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wno-missing-designated-field-initializers
    -Wnon-virtual-dtor -Werror)
target_compile_definitions(konbit_options INTERFACE FMT_ENFORCE_COMPILE_STRING=0)
target_include_directories(konbit_options INTERFACE ${PROJECT_SOURCE_DIR}/server/src)

set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1")
set(CMAKE_C_FLAGS_DEBUG "-O1 -g1")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DKONBIT_RELEASE")
set(CMAKE_C_FLAGS_RELEASE "-O2")
add_link_options(-fuse-ld=lld)

if(KONBIT_SANITIZE)
    # SQLite is compiled with them too: a race or overflow is often seen only on its side of the border.
    add_compile_options(-fsanitize=${KONBIT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${KONBIT_SANITIZE})
endif()

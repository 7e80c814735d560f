# SPDX-License-Identifier: Apache-2.0
# Libraries from Debian, and the SQLite amalgamation that tools/setup unpacks (ADR 0003).
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(CURL REQUIRED)
find_package(GTest REQUIRED)
find_package(benchmark REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(ZLIB REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(PostgreSQL REQUIRED)
find_package(Boost 1.81 REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(zip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(pugixml REQUIRED IMPORTED_TARGET pugixml)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)

set(SQLITE_DIR ${PROJECT_SOURCE_DIR}/.cache/sqlite)
if(NOT EXISTS ${SQLITE_DIR}/sqlite3.c)
    message(FATAL_ERROR "${SQLITE_DIR}/sqlite3.c is missing: run tools/setup first")
endif()
add_library(sqlite STATIC ${SQLITE_DIR}/sqlite3.c)
target_include_directories(sqlite SYSTEM PUBLIC ${SQLITE_DIR})
target_compile_definitions(sqlite PRIVATE SQLITE_ENABLE_FTS5 SQLITE_THREADSAFE=2 SQLITE_DQS=0
    SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_OMIT_DEPRECATED SQLITE_OMIT_SHARED_CACHE SQLITE_OMIT_LOAD_EXTENSION
    SQLITE_DEFAULT_FOREIGN_KEYS=1 SQLITE_USE_ALLOCA SQLITE_LIKE_DOESNT_MATCH_BLOBS)
target_compile_options(sqlite PRIVATE -w)

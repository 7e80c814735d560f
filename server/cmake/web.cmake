# SPDX-License-Identifier: Apache-2.0
# Puts the built web client (web/dist, made by tools/build-web) into the binary. `konbit_web` carries the bytes and
# the folder of assets.inc, the table of what they are; with KONBIT_EMPTY_WEB both are empty.
set(KONBIT_WEB_DIR ${CMAKE_CURRENT_BINARY_DIR}/web)
file(MAKE_DIRECTORY ${KONBIT_WEB_DIR})

if(KONBIT_EMPTY_WEB)
    file(CONFIGURE OUTPUT ${KONBIT_WEB_DIR}/assets.inc CONTENT "// KONBIT_EMPTY_WEB\n")
    add_library(konbit_web STATIC ${CMAKE_CURRENT_LIST_DIR}/empty.cpp)
else()
    set(dist ${PROJECT_SOURCE_DIR}/web/dist)
    if(NOT EXISTS ${dist}/app.html)
        message(FATAL_ERROR "web/dist is missing: run tools/build-web first, or configure with -DKONBIT_EMPTY_WEB=ON")
    endif()
    file(GLOB_RECURSE built CONFIGURE_DEPENDS ${dist}/*)
    add_custom_command(
        OUTPUT ${KONBIT_WEB_DIR}/assets.S ${KONBIT_WEB_DIR}/assets.inc
        COMMAND ${PROJECT_SOURCE_DIR}/.cache/node/bin/node ${PROJECT_SOURCE_DIR}/tools/embed-web.mjs ${dist} ${KONBIT_WEB_DIR}
        DEPENDS ${built} ${PROJECT_SOURCE_DIR}/tools/embed-web.mjs
        COMMENT "Embedding the web client"
        VERBATIM)
    add_library(konbit_web STATIC ${KONBIT_WEB_DIR}/assets.S ${CMAKE_CURRENT_LIST_DIR}/empty.cpp)
    # The bytes come in by .incbin, which no dependency scan sees: the assembler file is rewritten with them.
    set_source_files_properties(${KONBIT_WEB_DIR}/assets.S PROPERTIES OBJECT_DEPENDS ${KONBIT_WEB_DIR}/assets.inc)
    add_custom_target(konbit_web_table DEPENDS ${KONBIT_WEB_DIR}/assets.inc)
    add_dependencies(konbit_web konbit_web_table)
endif()
target_include_directories(konbit_web INTERFACE ${KONBIT_WEB_DIR})

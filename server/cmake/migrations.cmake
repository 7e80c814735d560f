# SPDX-License-Identifier: Apache-2.0
# The migrations are part of the binary: no file is needed beside it at run time.
file(GLOB migrations CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/migrations/*.sql)
set(embedded ${CMAKE_CURRENT_BINARY_DIR}/embedded_migrations.cpp)
add_custom_command(OUTPUT ${embedded}
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${CMAKE_CURRENT_SOURCE_DIR}/migrations -DOUTPUT=${embedded}
        -P ${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed_migrations.cmake
    DEPENDS ${migrations} ${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed_migrations.cmake)
target_sources(konbit_db PRIVATE ${embedded})

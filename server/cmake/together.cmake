# SPDX-License-Identifier: Apache-2.0
# Where everything is built at once (release and sanitizers), the files of a folder are compiled together, ten at a time: what
# they all include is read once, which nearly halves the time. The edit loop compiles each alone.
# Two files of a folder may then not give their unnamed namespaces the same name. Those that do stand here, and are compiled
# alone; a new one is told by the compiler ("redefinition", "ambiguous"): find a better name, or add it.
set(konbit_alone
    app/complaint.cpp
    app/entry_routes.cpp
    db/companion.cpp
    db/postgres/copy.cpp
    db/sqlite/writer.cpp
    features/accounts/password_rules_test.cpp
    features/accounts/recovery_routes.cpp
    features/analyses/patterns.cpp
    features/audit/ledger.cpp
    features/duplicates/register.cpp
    features/entries/other_hands_routes.cpp
    features/history/undo.cpp
    features/imports/cell_values_test.cpp
    features/imports/cell_words.cpp
    features/imports/row_reader.cpp
    features/links/link_store_test.cpp
    features/links/link_token_test.cpp
    features/links/paper_code_test.cpp
    features/mail/mail_page_test.cpp
    features/mail/message_test.cpp
    features/mail/smtp_test.cpp
    features/networks/joining.cpp
    features/pages/expert_parts.cpp
    features/pages/list_views.cpp
    features/permission/register_policies.cpp
    features/permission/role_policies.cpp
    features/reference/demo_profiles.cpp
    features/reports/group_parts.cpp
    features/reports/report_page.cpp
    features/surveys/wave_rules_test.cpp
    http/service_test.cpp
    http/tls_test.cpp
    http/wire/server.cpp
    http/wire/tls_context.cpp
)

function(konbit_compile_together target)
    if(CMAKE_BUILD_TYPE STREQUAL Debug AND NOT KONBIT_SANITIZE)
        return()
    endif()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    foreach(source ${ARGN})
        file(RELATIVE_PATH path ${CMAKE_CURRENT_SOURCE_DIR}/src ${source})
        get_source_file_property(definitions ${source} COMPILE_DEFINITIONS)
        if(path IN_LIST konbit_alone OR definitions)
            continue()
        endif()
        cmake_path(GET path PARENT_PATH folder)
        string(MAKE_C_IDENTIFIER ${folder} folder)
        math(EXPR count_${folder} "${count_${folder}} + 1")
        math(EXPR part "${count_${folder}} / 10")
        set_property(SOURCE ${source} PROPERTY UNITY_GROUP ${folder}_${part})
    endforeach()
endfunction()

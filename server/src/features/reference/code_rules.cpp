// SPDX-License-Identifier: Apache-2.0
#include "features/reference/code_rules.hpp"

#include "features/reference/reference_book.hpp"

namespace konbit {

void check_country(Findings& findings, std::string_view pointer, std::string_view code) {
    if (code.empty()) return findings.require(false, pointer, "required");
    findings.require(reference().country(code) != nullptr, pointer, "unknown_code");
}

void check_code(Findings& findings, std::string_view pointer, std::string_view list,
                const std::optional<std::string>& code) {
    findings.require(!code || reference().has(list, *code), pointer, "unknown_code");
}

void check_codes(Findings& findings, std::string_view pointer, std::string_view list,
                 const std::vector<std::string>& codes) {
    for (std::size_t i = 0; i < codes.size(); ++i)
        findings.require(reference().has(list, codes[i]), std::string(pointer) + "/" + std::to_string(i),
                         "unknown_code");
}

}  // namespace konbit

// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"
#include "features/processors/processor.hpp"

#include <algorithm>

namespace konbit::processors {

namespace {

void check_text(Findings& findings, std::string& text, std::string_view pointer, std::size_t longest) {
    text = text::trim(text);
    findings.require(!text.empty(), pointer, "required");
    findings.require(text::length(text) <= longest, pointer, "too_long", {{"max", std::to_string(longest)}});
}

bool is_territory(std::string_view code) {
    return code.size() == 2 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

Result<Processor> checked(Processor processor) {
    Findings findings;
    check_text(findings, processor.name, "/name", 120);
    check_text(findings, processor.data, "/data", 500);
    if (processor.agreement) check_text(findings, *processor.agreement, "/agreement", 500);
    findings.require(is_territory(processor.territory_code), "/territory_code", "not_allowed");
    findings.require(!processor.until_on || *processor.until_on >= processor.since_on, "/until_on",
                     "before_since");
    return std::move(findings).or_value(std::move(processor));
}

}  // namespace konbit::processors

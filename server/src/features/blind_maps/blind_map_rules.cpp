// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"
#include "features/blind_maps/blind_map_request.hpp"

namespace konbit::blind_maps {

namespace {

constexpr std::size_t longest_name = 120;
constexpr std::size_t longest_text = 500;

void check_text(Findings& findings, std::string_view pointer, std::string& text, std::size_t longest) {
    text = text::trim(text);
    findings.require(!text.empty(), pointer, "required");
    findings.require(text::length(text) <= longest, pointer, "too_long", {{"max", std::to_string(longest)}});
}

}  // namespace

Result<BlindMapRequest> checked(BlindMapRequest request) {
    Findings findings;
    check_text(findings, "/recipient", request.recipient, longest_name);
    check_text(findings, "/purpose", request.purpose, longest_text);
    return std::move(findings).or_value(std::move(request));
}

Result<std::string> checked_reason(std::string_view reason) {
    Findings findings;
    std::string text(reason);
    check_text(findings, "/reason", text, longest_text);
    return std::move(findings).or_value(std::move(text));
}

}  // namespace konbit::blind_maps

// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"
#include "features/externals/external.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

namespace konbit::externals {

namespace {

constexpr std::size_t longest_label = 60;

void check_label(Findings& findings, const std::string& label, bool is_new, const std::string& pointer) {
    findings.require(!label.empty(), pointer, "required");
    findings.require(text::length(label) <= longest_label, pointer, "too_long", {{"max", "60"}});
    findings.require(is_new, pointer, "repeated");
}

}  // namespace

Result<ExternalList> checked(ExternalList list) {
    Findings findings;
    findings.require(list.externals.size() <= most_externals, "/externals", "too_long",
                     {{"max", std::to_string(most_externals)}});
    std::set<std::string> seen;
    for (std::size_t i = 0; i < list.externals.size(); ++i) {
        auto& label = list.externals[i].label;
        label = text::trim(label);
        const bool is_new = label.empty() || seen.insert(text::fold(label)).second;
        check_label(findings, label, is_new, fmt::format("/externals/{}/label", i));
    }
    std::ranges::sort(list.externals, {},
                      [](const External& each) { return std::pair(each.kind, text::sort_key(each.label)); });
    return std::move(findings).or_value(std::move(list));
}

}  // namespace konbit::externals

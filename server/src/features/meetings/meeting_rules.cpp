// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"
#include "features/meetings/meeting.hpp"

#include <algorithm>

namespace konbit::meetings {

namespace {

constexpr std::size_t longest_title = 120;

}  // namespace

Result<Meeting> checked(Meeting meeting, Date today) {
    Findings findings;
    meeting.title = text::trim(meeting.title);
    std::ranges::sort(meeting.membership_ids);
    const auto repeated = std::ranges::unique(meeting.membership_ids);
    meeting.membership_ids.erase(repeated.begin(), repeated.end());
    findings.require(!meeting.title.empty(), "/title", "required");
    findings.require(text::length(meeting.title) <= longest_title, "/title", "too_long", {{"max", "120"}});
    findings.require(meeting.held_on <= today, "/held_on", "in_future");
    return std::move(findings).or_value(std::move(meeting));
}

}  // namespace konbit::meetings

// SPDX-License-Identifier: Apache-2.0
#include "features/reports/group_response.hpp"

#include "engine/survey/disclosure.hpp"

#include <algorithm>

namespace konbit::reports {

namespace {

/// Groups whose number is withheld, added up: their sum follows from the total.
struct Withheld {
    int asked = 0;
    int answered = 0;
};

Withheld sum_of(const std::vector<GroupResponse>& groups, const std::vector<bool>& hides) {
    Withheld sum;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (!hides[i]) continue;
        sum.asked += groups[i].asked;
        sum.answered += *groups[i].answered;
    }
    return sum;
}

/// How far apart the least and the most are that a withheld number can be.
int width_of(const GroupResponse& group, const Withheld& sum) {
    const int least = std::max(0, sum.answered - (sum.asked - group.asked));
    return std::min(group.asked, sum.answered) - least;
}

bool tells_of_single(const GroupResponse& group) {
    return group.asked < disclosure::least_people || *group.answered == 0 || *group.answered == group.asked;
}

bool is_safe(const std::vector<GroupResponse>& groups, const std::vector<bool>& hides) {
    const Withheld sum = sum_of(groups, hides);
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (hides[i] && width_of(groups[i], sum) < std::min(groups[i].asked, 2)) return false;
    return true;
}

/// The smallest that is still shown; the number of groups when none is.
std::size_t next_to_hide(const std::vector<GroupResponse>& groups, const std::vector<bool>& hides) {
    std::size_t best = groups.size();
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (!hides[i] && (best == groups.size() || groups[i].asked < groups[best].asked)) best = i;
    return best;
}

}  // namespace

std::vector<GroupResponse> protected_response(std::vector<GroupResponse> groups) {
    std::vector<bool> hides;
    for (const auto& group : groups) hides.push_back(tells_of_single(group));
    while (!is_safe(groups, hides)) {
        const auto next = next_to_hide(groups, hides);
        if (next == groups.size()) break;  // the total alone tells, and the total is shown anyway
        hides[next] = true;
    }
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (hides[i]) groups[i].answered.reset();
    return groups;
}

}  // namespace konbit::reports

// SPDX-License-Identifier: Apache-2.0
#include "features/meetings/co_attendance.hpp"

#include "engine/network/layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace konbit::meetings {

namespace {

using network::Edge;
using network::Point;
using Places = std::map<MembershipId, int>;

struct Met {
    int meetings = 0;
    double closeness = 0;
};
using Pairs = std::map<std::pair<int, int>, Met>;

/// The places of those present who are members still, ascending.
std::vector<int> present_at(const Meeting& meeting, const Places& places) {
    std::vector<int> present;
    for (const auto& member : meeting.membership_ids)
        if (const auto at = places.find(member); at != places.end()) present.push_back(at->second);
    std::ranges::sort(present);
    return present;
}

void add_meeting(Pairs& pairs, std::vector<Attender>& members, const std::vector<int>& present) {
    for (const int place : present) ++members[place].attended;
    for (std::size_t i = 0; i < present.size(); ++i)
        for (std::size_t j = i + 1; j < present.size(); ++j) {
            auto& met = pairs[{present[i], present[j]}];
            met.meetings += 1;
            met.closeness += 1.0 / static_cast<double>(present.size() - 1);
        }
}

/// Into [-1, 1] both ways, centered, without changing the shape.
void place_all(std::vector<Attender>& attenders, const std::vector<MetPair>& pairs) {
    Places places;
    for (const auto& each : attenders) places.emplace(each.membership_id, static_cast<int>(places.size()));
    std::vector<Edge> edges;
    for (const auto& pair : pairs) edges.push_back({places.at(pair.one_id), places.at(pair.other_id)});
    const auto points = network::layout(
        network::Graph(static_cast<int>(attenders.size()), edges, network::Direction::undirected));
    if (points.empty()) return;
    const auto [left, right] = std::ranges::minmax(points, {}, &Point::x);
    const auto [top, bottom] = std::ranges::minmax(points, {}, &Point::y);
    const double half = std::max({(right.x - left.x) / 2, (bottom.y - top.y) / 2, 1e-9});
    for (std::size_t i = 0; i < attenders.size(); ++i) {
        attenders[i].x = (points[i].x - (left.x + right.x) / 2) / half;
        attenders[i].y = (points[i].y - (top.y + bottom.y) / 2) / half;
    }
}

std::vector<MetPair> listed(const Pairs& pairs, std::vector<Attender>& members) {
    std::vector<MetPair> list;
    for (const auto& [pair, met] : pairs) {
        ++members[pair.first].met, ++members[pair.second].met;
        list.push_back({members[pair.first].membership_id, members[pair.second].membership_id, met.meetings,
                        met.closeness});
    }
    std::ranges::sort(list, {}, [](const MetPair& each) {
        return std::tuple(-each.meetings, -std::llround(each.closeness * 1e9), each.one_id, each.other_id);
    });
    return list;
}

void count(CoAttendance& network, const Meeting& meeting, bool has_list) {
    network.meetings += 1;
    if (!has_list) return;
    network.with_list += 1;
    network.first_on = std::min(network.first_on.value_or(meeting.held_on), meeting.held_on);
    network.last_on = std::max(network.last_on.value_or(meeting.held_on), meeting.held_on);
}

}  // namespace

CoAttendance co_attendance(std::vector<Attender> members, const std::vector<Meeting>& meetings) {
    CoAttendance network;
    Places places;
    for (const auto& member : members) places.emplace(member.membership_id, static_cast<int>(places.size()));
    Pairs pairs;
    for (const auto& meeting : meetings) {
        const auto present = present_at(meeting, places);
        count(network, meeting, !present.empty());
        add_meeting(pairs, members, present);
    }
    network.members = static_cast<int>(members.size());
    network.pairs = listed(pairs, members);
    std::erase_if(members, [](const Attender& each) { return each.attended == 0; });
    place_all(members, network.pairs);
    network.attenders = std::move(members);
    return network;
}

}  // namespace konbit::meetings

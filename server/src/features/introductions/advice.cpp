// SPDX-License-Identifier: Apache-2.0
#include "features/introductions/advice.hpp"

#include "engine/network/introductions.hpp"
#include "features/networks/observation.hpp"
#include "features/networks/response.hpp"

#include <algorithm>

namespace konbit::introductions {

namespace {

using disclosure::ReportLevel;
using networks::Actor;
using networks::WaveData;

int count_of(const std::map<MembershipId, int>& counts, const MembershipId& member) {
    const auto found = counts.find(member);
    return found == counts.end() ? 0 : found->second;
}

bool is_busy(const Circumstances& circumstances, const MembershipId& member) {
    return count_of(circumstances.under_way, member) >= most_under_way;
}

std::vector<int> facilitators(const WaveData& data) {
    std::vector<int> found;
    for (int place = 0; place < data.size(); ++place)
        if (data.actors[place].member.is_facilitator) found.push_back(place);
    return found;
}

bool may_take_part(const Actor& actor, const Circumstances& circumstances) {
    const auto& member = actor.member.membership_id;
    return member && !actor.is_unnamed() && !actor.member.is_facilitator &&
           circumstances.present.contains(*member) && !circumstances.refusing.contains(*member) &&
           !is_busy(circumstances, *member);
}

/// Countries where the cluster has several, else lines of business.
BridgeGroup group_kind_of(const std::vector<int>& countries) {
    return std::ranges::any_of(countries, [](int each) { return each > 0; }) ? BridgeGroup::country
                                                                             : BridgeGroup::subsector;
}

std::optional<IntroductionWithheld> withheld_from(const WaveData& data, ReportLevel level) {
    const auto* know = data.find(QuestionKey::know);
    const auto state = data.wave.state;
    if (state == WaveState::draft || state == WaveState::open) return IntroductionWithheld::open;
    if (!know || know->question.sensitivity != Sensitivity::open) return IntroductionWithheld::know_hidden;
    if (level == ReportLevel::interval_only) return IntroductionWithheld::response;
    if (level == ReportLevel::directional) return IntroductionWithheld::few_answers;
    return std::nullopt;
}

bool is_without_lists(std::optional<IntroductionWithheld> withheld) {
    return withheld && *withheld != IntroductionWithheld::few_answers;
}

int common_contacts(const network::Graph& ties, int one, int other) {
    int common = 0;
    for (const int contact : ties.out(one)) common += ties.has_edge(contact, other);
    return common;
}

/// One wave with everything that the lists need of it.
class Adviser {
  public:
    Adviser(const WaveData& data, const Circumstances& circumstances)
        : data_(data),
          circumstances_(circumstances),
          network_(networks::open_network(data)),
          ties_(network::undirected(network::isolating(network_.reported(), facilitators(data)))),
          countries_(networks::countries(data)),
          subsectors_(networks::subsectors(data)),
          is_willing_(data.actors.size()) {
        for (int place = 0; place < data.size(); ++place)
            is_willing_[place] =
                network_.has_answered(place) && may_take_part(data.actors[place], circumstances);
    }

    IntroductionAdvice advice() const {
        const auto response = networks::response_of(data_);
        IntroductionAdvice advice;
        advice.wave_id = data_.wave.id;
        advice.wave_title = data_.wave.title;
        advice.closed_at = data_.wave.closed_at;
        advice.asked = response.asked;
        advice.answered = network_.answers();
        advice.questions = questions();
        advice.considered = static_cast<int>(std::ranges::count(is_willing_, true));
        advice.refusing = static_cast<int>(circumstances_.refusing.size());
        advice.busy = static_cast<int>(std::ranges::count_if(
            circumstances_.present, [&](const auto& each) { return is_busy(circumstances_, each); }));
        advice.group_kind = group_kind_of(countries_);
        advice.withheld = withheld_from(data_, response.level);
        if (!is_without_lists(advice.withheld)) advice.proposals = proposals(advice);
        return advice;
    }

  private:
    std::vector<QuestionKey> questions() const {
        std::vector<QuestionKey> keys;
        for (const auto& each : data_.questions)
            if (each.question.sensitivity == Sensitivity::open && each.question.may_be_named())
                keys.push_back(each.question.key);
        return keys;
    }

    std::vector<IntroductionProposal> proposals(const IntroductionAdvice& advice) const {
        const auto taken_up = pairs_taken_up();
        const auto lists = network::introductions({.ties = ties_,
                                                   .is_willing = is_willing_,
                                                   .group_of = groups(advice.group_kind),
                                                   .sector_of = subsectors_,
                                                   .left_out = taken_up,
                                                   .most_per_introducer = most_introducing,
                                                   .already_introducing = introducing()});
        std::vector<IntroductionProposal> all;
        append(all, IntroductionKind::close_triangle, lists.close_triangle, advice);
        if (!advice.withheld) append(all, IntroductionKind::bridge_groups, lists.bridge_groups, advice);
        append(all, IntroductionKind::bring_in_isolate, lists.bring_in_isolate, advice);
        return all;
    }

    const std::vector<int>& groups(BridgeGroup kind) const {
        return kind == BridgeGroup::country ? countries_ : subsectors_;
    }

    std::vector<network::Edge> pairs_taken_up() const {
        std::vector<network::Edge> pairs;
        for (int one = 0; one < data_.size(); ++one)
            for (int other = one + 1; other < data_.size(); ++other)
                if (is_willing_[one] && is_willing_[other] &&
                    circumstances_.taken_up.contains(pair_of(id(one), id(other))))
                    pairs.push_back({one, other});
        return pairs;
    }

    std::vector<int> introducing() const {
        std::vector<int> counts(data_.actors.size());
        for (int place = 0; place < data_.size(); ++place)
            if (const auto& member = data_.actors[place].member.membership_id)
                counts[place] = count_of(circumstances_.introducing, *member);
        return counts;
    }

    void append(std::vector<IntroductionProposal>& all, IntroductionKind kind,
                const std::vector<network::Introduction>& list, const IntroductionAdvice& advice) const {
        for (const auto& each : list) all.push_back(proposal(kind, each, advice.group_kind));
    }

    IntroductionProposal proposal(IntroductionKind kind, const network::Introduction& found,
                                  BridgeGroup groups) const {
        const auto& one = data_.actors[found.one].member;
        const auto& other = data_.actors[found.other].member;
        IntroductionProposal made{.kind = kind,
                                  .one_id = id(found.one),
                                  .other_id = id(found.other),
                                  .one_label = one.label,
                                  .other_label = other.label};
        if (found.introducer) {
            made.introducer_id = id(*found.introducer);
            made.introducer_label = data_.actors[*found.introducer].member.label;
        }
        made.common_contacts = common_contacts(ties_, found.one, found.other);
        if (one.subsector == other.subsector) made.subsector = one.subsector;
        if (kind != IntroductionKind::bridge_groups) return made;
        made.one_group = groups == BridgeGroup::country ? one.country_code : one.subsector;
        made.other_group = groups == BridgeGroup::country ? other.country_code : other.subsector;
        return made;
    }

    MembershipId id(int place) const { return *data_.actors[place].member.membership_id; }

    const WaveData& data_;
    const Circumstances& circumstances_;
    network::ObservedNetwork network_;
    network::Graph ties_;
    std::vector<int> countries_, subsectors_;
    std::vector<bool> is_willing_;
};

std::optional<int> place_of(const WaveData& data, const MembershipId& member) {
    for (int place = 0; place < data.size(); ++place)
        if (data.actors[place].member.membership_id == member) return place;
    return std::nullopt;
}

}  // namespace

std::pair<MembershipId, MembershipId> pair_of(const MembershipId& one, const MembershipId& other) {
    return std::minmax(one, other);
}

IntroductionAdvice advise(const WaveData& data, const Circumstances& circumstances) {
    return Adviser(data, circumstances).advice();
}

IntroductionOutcome outcome_of(const WaveData& later, const MembershipId& one, const MembershipId& other) {
    const auto a = place_of(later, one), b = place_of(later, other);
    if (!a || !b) return IntroductionOutcome::unknown;
    const auto network = networks::open_network(later);
    if (network.reported().has_edge(*a, *b) || network.reported().has_edge(*b, *a))
        return IntroductionOutcome::tie;
    const bool both = network.has_answered(*a) && network.has_answered(*b);
    return both ? IntroductionOutcome::no_tie : IntroductionOutcome::unknown;
}

}  // namespace konbit::introductions

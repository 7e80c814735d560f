// SPDX-License-Identifier: Apache-2.0
#include "features/memberships/roster_plan.hpp"

#include "features/duplicates/edit_distance.hpp"

#include <algorithm>

namespace konbit {

namespace {

bool is_same(const Organization& a, const Organization& b) {
    return a.country_code == b.country_code && may_be_same_name(a.name_folded, b.name_folded);
}

template <class T>
void fill_gap(std::optional<T>& gap, const std::optional<T>& value) {
    if (!gap) gap = value;
}

void fill_gaps(RosterDraft& draft, const RosterDraft& repeated) {
    for (const auto& [field, value] : repeated.shown.values) draft.shown.values.try_emplace(field, value);
    fill_gap(draft.organization.locality, repeated.organization.locality);
    fill_gap(draft.organization.website, repeated.organization.website);
    fill_gap(draft.organization.size_band, repeated.organization.size_band);
    fill_gap(draft.organization.founded_year, repeated.organization.founded_year);
    for (auto member : {&MemberProfile::subsector, &MemberProfile::subgroup})
        fill_gap(draft.membership.*member, repeated.membership.*member);
    for (auto member : {&Membership::contact_name, &Membership::contact_email, &Membership::contact_phone})
        fill_gap(draft.membership.*member, repeated.membership.*member);
    fill_gap(draft.membership.participates_in_programme, repeated.membership.participates_in_programme);
    fill_gap(draft.membership.joined_on, repeated.membership.joined_on);
}

/// The earlier row that this one repeats, if any.
RosterDraft* repeated_by(std::vector<RosterDraft>& drafts, std::size_t index) {
    for (std::size_t i = 0; i < index; ++i) {
        const bool counts = drafts[i].shown.action != RosterAction::skip;
        if (counts && is_same(drafts[i].organization, drafts[index].organization)) return &drafts[i];
    }
    return nullptr;
}

/// The organization that a row means: one of exactly this name before one that is written alike, members
/// first.
const KnownOrganization* meant_by(const RosterDraft& draft, const std::vector<KnownOrganization>& known) {
    const KnownOrganization* best = nullptr;
    const auto rank = [&](const KnownOrganization& each) {
        return std::pair(each.name_folded == draft.organization.name_folded, each.is_member);
    };
    for (const auto& each : known) {
        if (each.country_code != draft.organization.country_code) continue;
        if (!may_be_same_name(each.name_folded, draft.organization.name_folded)) continue;
        if (best == nullptr || rank(each) > rank(*best)) best = &each;
    }
    return best;
}

void match(RosterDraft& draft, const KnownOrganization* meant) {
    if (meant == nullptr) return;
    draft.shown.action = meant->is_member ? RosterAction::update : RosterAction::link;
    draft.shown.duplicate_of = RosterMatch{std::nullopt, meant->id, meant->name};
    draft.membership.organization_id = meant->id;
}

}  // namespace

void plan_roster(std::vector<RosterDraft>& drafts, const std::vector<KnownOrganization>& known,
                 const RosterChoices& choices) {
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        RosterDraft& draft = drafts[i];
        const int row = draft.shown.row;
        if (choices.skip_rows.contains(row)) draft.shown.action = RosterAction::skip;
        if (choices.skip_rows.contains(row) || choices.new_rows.contains(row)) continue;
        if (RosterDraft* first = repeated_by(drafts, i)) {
            draft.shown.action = RosterAction::skip;
            draft.shown.duplicate_of = RosterMatch{first->shown.row, std::nullopt, first->shown.organization};
            fill_gaps(*first, draft);
        } else {
            match(draft, meant_by(draft, known));
        }
    }
}

RosterCounts counts_of(const std::vector<RosterDraft>& drafts) {
    RosterCounts counts;
    for (const auto& draft : drafts) {
        switch (draft.shown.action) {
            case RosterAction::create:
                ++counts.create;
                break;
            case RosterAction::link:
                ++counts.link;
                break;
            case RosterAction::update:
                ++counts.update;
                break;
            case RosterAction::skip:
                ++counts.skip;
                break;
        }
        if (draft.shown.action != RosterAction::skip && draft.shown.is_blocked()) ++counts.problems;
    }
    return counts;
}

std::vector<FieldError> blocking_problems(const std::vector<RosterDraft>& drafts) {
    std::vector<FieldError> errors;
    for (const auto& draft : drafts) {
        if (draft.shown.action == RosterAction::skip) continue;
        for (const auto& problem : draft.shown.problems)
            if (problem.blocks)
                errors.push_back({"row:" + std::to_string(draft.shown.row) + "/" + problem.field,
                                  problem.code,
                                  {problem.params.begin(), problem.params.end()}});
    }
    return errors;
}

}  // namespace konbit

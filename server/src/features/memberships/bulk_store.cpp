// SPDX-License-Identifier: Apache-2.0
#include "features/memberships/bulk_store.hpp"

#include "core/scalar.hpp"
#include "core/text.hpp"
#include "features/memberships/member_group_store.hpp"
#include "features/memberships/membership_store.hpp"

#include <algorithm>
#include <set>

namespace konbit::memberships {

namespace {

using GroupNames = std::map<MemberGroupId, std::string>;

bool is_about_tags(BulkField field) { return field == BulkField::add_tag || field == BulkField::remove_tag; }
bool is_about_groups(BulkField field) {
    return field == BulkField::join_group || field == BulkField::leave_group;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& each : texts) all += (all.empty() ? "" : ", ") + each;
    return all;
}

/// The value of the field as a person recognizes it.
std::string shown(const RosterMember& member, BulkField field, const GroupNames& groups) {
    if (is_about_tags(field)) return joined(member.tags);
    if (is_about_groups(field)) {
        std::vector<std::string> names;
        for (const auto& id : member.groups) names.push_back(groups.at(id));
        return joined(names);
    }
    const FieldInfo* const info = type_of<Membership>().find(name_of(field));
    return to_text(info->type(), info->in(static_cast<const Membership*>(&member)));
}

void set_scalar(RosterMember& member, const BulkChange& change) {
    const FieldInfo* const info = type_of<Membership>().find(name_of(change.field));
    (void)from_text(info->type(), info->in(static_cast<Membership*>(&member)), change.value.value_or(""));
}

/// The member as the change wants it; the value was read before, so that it can be read.
RosterMember wanted(RosterMember member, const BulkChange& change) {
    const std::string value = change.value.value_or("");
    const auto same = [&](const std::string& tag) { return text::fold(tag) == text::fold(value); };
    switch (change.field) {
        case BulkField::add_tag:
            if (std::ranges::none_of(member.tags, same)) member.tags.push_back(text::trim(value));
            break;
        case BulkField::remove_tag:
            std::erase_if(member.tags, same);
            break;
        case BulkField::join_group:
            if (const auto id = MemberGroupId::parse(value);
                std::ranges::find(member.groups, *id) == member.groups.end())
                member.groups.push_back(*id);
            break;
        case BulkField::leave_group:
            std::erase(member.groups, *MemberGroupId::parse(value));
            break;
        default:
            set_scalar(member, change);
    }
    return member;
}

void check_rows(Findings& findings, const BulkChange& change) {
    std::set<MembershipId> ids;
    for (const auto& row : change.rows) ids.insert(row.id);
    findings.require(!change.rows.empty(), "/rows", "required");
    findings.require(change.rows.size() <= most_bulk_rows, "/rows", "too_many",
                     {{"max", std::to_string(most_bulk_rows)}});
    findings.require(ids.size() == change.rows.size(), "/rows", "repeated");
}

/// The code of what is wrong with the value before any member is looked at.
std::string problem_of_value(const BulkChange& change, const GroupNames& groups) {
    const std::string value = text::trim(change.value.value_or(""));
    if (is_about_tags(change.field)) return value.empty() ? "required" : "";
    if (is_about_groups(change.field)) {
        const auto id = MemberGroupId::parse(value);
        return id && groups.contains(*id) ? "" : "unknown";
    }
    RosterMember scratch;
    const FieldInfo* const info = type_of<Membership>().find(name_of(change.field));
    return std::string(from_text(info->type(), info->in(static_cast<Membership*>(&scratch)), value));
}

Result<void> checked(const BulkChange& change, const GroupNames& groups) {
    Findings findings;
    check_rows(findings, change);
    if (const std::string code = problem_of_value(change, groups); !code.empty())
        findings.add({"/value", code});
    if (!findings.empty()) return failure(ErrorCode::invalid, "invalid", findings.errors());
    return {};
}

GroupNames names_of_groups(db::Session& session, const Facilitator& by) {
    GroupNames names;
    for (const auto& group : member_groups::list(session, by)) names[group.id] = group.name;
    return names;
}

/// A member before and after the change.
struct Step {
    RosterMember before;
    RosterMember after;
    BulkEffect effect;
};

Result<Step> step_of(db::Session& session, const BulkRow& row, const BulkChange& change,
                     const GroupNames& groups, const Facilitator& by) {
    KONBIT_TRY(RosterMember before, find(session, by, row.id));
    RosterMember after = wanted(before, change);
    const auto valid = validated(static_cast<const Membership&>(after));
    if (valid) static_cast<Membership&>(after) = *valid;
    BulkEffect effect;
    effect.id = before.id;
    effect.label = before.label;
    effect.before = shown(before, change.field, groups);
    effect.after = shown(after, change.field, groups);
    effect.changes = effect.before != effect.after;
    if (!valid) effect.problem = valid.error().fields.front().code;
    return Step{std::move(before), std::move(after), std::move(effect)};
}

Result<std::vector<Step>> steps_of(db::Session& session, const BulkChange& change, const Facilitator& by) {
    const GroupNames groups = names_of_groups(session, by);
    KONBIT_CHECK(checked(change, groups));
    std::vector<Step> steps;
    for (const auto& row : change.rows) {
        KONBIT_TRY(Step step, step_of(session, row, change, groups, by));
        steps.push_back(std::move(step));
    }
    return steps;
}

BulkPreview preview_of(const std::vector<Step>& steps) {
    BulkPreview preview;
    for (const auto& step : steps) {
        preview.items.push_back(step.effect);
        (step.effect.problem   ? preview.problems
         : step.effect.changes ? preview.changed
                               : preview.unchanged) += 1;
    }
    return preview;
}

/// What refuses the whole change: rows that broke a rule, or were changed since they were seen.
Result<void> may_apply(const std::vector<Step>& steps, const BulkChange& change) {
    Findings findings;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].before.version != change.rows[i].version) return failure(ErrorCode::stale, "version");
        if (steps[i].effect.problem)
            findings.add({"row:" + std::to_string(i + 1) + "/" + std::string(name_of(change.field)),
                          *steps[i].effect.problem});
    }
    if (!findings.empty()) return failure(ErrorCode::invalid, "invalid", findings.errors());
    return {};
}

Result<void> write(db::Session& session, const Step& step, const BulkChange& change, const Facilitator& by,
                   const history::Occasion& at) {
    if (!is_about_groups(change.field)) {
        KONBIT_CHECK(update(session, step.after, by, at));
        return {};
    }
    const auto group = *MemberGroupId::parse(*change.value);
    if (change.field == BulkField::join_group)
        member_groups::join(session, group, step.after.id, by);
    else
        member_groups::leave(session, group, step.after.id, by);
    return {};
}

}  // namespace

Result<BulkPreview> preview(db::Session& session, const BulkChange& change, const Facilitator& by) {
    KONBIT_TRY(const std::vector<Step> steps, steps_of(session, change, by));
    return preview_of(steps);
}

Result<BulkPreview> apply(db::Session& session, const BulkChange& change, const Facilitator& by,
                          const history::Occasion& at) {
    KONBIT_TRY(const std::vector<Step> steps, steps_of(session, change, by));
    KONBIT_CHECK(may_apply(steps, change));
    for (const auto& step : steps)
        if (step.effect.changes) KONBIT_CHECK(write(session, step, change, by, at));
    return preview_of(steps);
}

}  // namespace konbit::memberships

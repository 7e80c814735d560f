// SPDX-License-Identifier: Apache-2.0
#include "features/profiles/confirmation.hpp"

#include <algorithm>

namespace konbit {

namespace {

struct Place {
    std::string_view field;
    ProfileSection section;
};

constexpr auto places = std::to_array<Place>({
    {"name", ProfileSection::identity},
    {"acronym", ProfileSection::identity},
    {"names", ProfileSection::identity},
    {"acronyms", ProfileSection::identity},
    {"kind", ProfileSection::identity},
    {"legal_form", ProfileSection::identity},
    {"founded_year", ProfileSection::identity},
    {"size_band", ProfileSection::identity},
    {"women_led", ProfileSection::identity},
    {"country_code", ProfileSection::place},
    {"countries", ProfileSection::place},
    {"locality", ProfileSection::place},
    {"latitude", ProfileSection::place},
    {"longitude", ProfileSection::place},
    {"sector", ProfileSection::sector},
    {"further_sectors", ProfileSection::sector},
    {"value_chain_stages", ProfileSection::sector},
    {"description", ProfileSection::purpose},
    {"objectives", ProfileSection::purpose},
    {"services", ProfileSection::offer},
    {"offers", ProfileSection::offer},
    {"needs", ProfileSection::offer},
    {"machines", ProfileSection::capability},
    {"certificates", ProfileSection::capability},
    {"capacities", ProfileSection::capability},
    {"spare_days_per_month", ProfileSection::capability},
    {"website", ProfileSection::reach},
    {"markets", ProfileSection::reach},
    {"languages", ProfileSection::reach},
    {"social_links", ProfileSection::reach},
    {"affiliations", ProfileSection::reach},
});

}  // namespace

std::vector<ProfileSection> changed_sections(const Type& type, const void* before, const void* after) {
    std::vector<ProfileSection> changed;
    for (const auto& [name, section] : places) {
        const FieldInfo* const field = type.find(name);
        const bool is_same = field == nullptr || equal(field->type(), field->in(before), field->in(after));
        if (!is_same && std::ranges::find(changed, section) == changed.end()) changed.push_back(section);
    }
    return changed;
}

void note_change(std::vector<SectionConfirmation>& confirmations, const std::vector<ProfileSection>& changed,
                 bool is_by_own_people, Date today) {
    std::erase_if(confirmations, [&](const SectionConfirmation& each) {
        return std::ranges::find(changed, each.section) != changed.end();
    });
    if (!is_by_own_people) return;
    for (const ProfileSection section : changed) confirmations.push_back({section, today});
    std::ranges::sort(confirmations, {}, &SectionConfirmation::section);
}

void confirm_all(std::vector<SectionConfirmation>& confirmations, const Type& type, const void* record,
                 const void* blank, Date today) {
    note_change(confirmations, changed_sections(type, blank, record), true, today);
}

}  // namespace konbit

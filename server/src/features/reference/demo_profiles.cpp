// SPDX-License-Identifier: Apache-2.0
#include "features/reference/demo_profiles.hpp"

#include "features/profiles/confirmation.hpp"
#include "features/reference/reference_files.hpp"
#include "json/reader.hpp"

namespace konbit {

namespace {

template <class Record>
Result<void> add_to(Record& record, const std::map<std::string, RawJson>& profiles) {
    const auto found = profiles.find(record.slug);
    if (found == profiles.end()) return {};
    KONBIT_TRY(const auto patch, json::read_patch<Record>(found->second.text));
    KONBIT_TRY(record, patch.onto(record));
    return {};
}

void shift_date(std::optional<Date>& date, const QuarterShift& shift) {
    if (date) date = shift(*date);
}

void shift_offers(ProfileDetails& details, const QuarterShift& shift) {
    for (auto* const offers : {&details.offers, &details.needs})
        for (auto& offer : *offers) shift_date(offer.until, shift);
}

template <class Record>
void confirm(Record& record) {
    const Record blank;
    if (record.last_confirmed_on)
        confirm_all(record.confirmations, type_of<Record>(), &record, &blank, *record.last_confirmed_on);
}

}  // namespace

Result<DemoProfiles> DemoProfiles::read() {
    const auto bytes = find_embedded(demo_files(), "profiles.json");
    if (!bytes) return failure(ErrorCode::not_found, "profiles.json");
    return json::read<DemoProfiles>(*bytes);
}

Result<void> DemoProfiles::complete(OrganizationDetails& organization, const QuarterShift& shift) const {
    KONBIT_CHECK(add_to(organization, organizations));
    shift_offers(organization, shift);
    for (auto& certificate : organization.certificates) shift_date(certificate.valid_until, shift);
    confirm(organization);
    return {};
}

Result<void> DemoProfiles::complete(ClusterDetails& cluster, const QuarterShift& shift) const {
    KONBIT_CHECK(add_to(cluster, clusters));
    shift_offers(cluster, shift);
    confirm(cluster);
    return {};
}

}  // namespace konbit

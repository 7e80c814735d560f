// SPDX-License-Identifier: Apache-2.0
#include "features/starts/start_rules.hpp"

#include "core/text.hpp"
#include "features/backings/starting.hpp"
#include "features/mail/mail.hpp"
#include "features/organizations/listing_rules.hpp"

#include <iterator>

namespace konbit {

namespace {

constexpr std::size_t longest_person_name = 200;

Result<void> check_person(const StartRequest& start) {
    Findings findings;
    findings.require(!start.person_name.empty(), "/person_name", "required");
    findings.require(text::length(start.person_name) <= longest_person_name, "/person_name", "too_long",
                     {{"max", std::to_string(longest_person_name)}});
    findings.require(mail::is_address(start.email), "/email", "not_an_email");
    KONBIT_CHECK(std::move(findings).or_value(true));
    return {};
}

}  // namespace

Result<StartRequest> checked(StartRequest start) {
    start.person_name = text::trim(start.person_name);
    start.email = text::trim(start.email);
    tidy(start.purpose);
    const auto person = check_person(start);
    const auto cluster = backings::checked(start.cluster());
    if (person && cluster) {
        start.name = cluster->name;
        return start;
    }
    // A form marks all that is wrong at once.
    Error all = person ? cluster.error() : person.error();
    if (!person && !cluster) std::ranges::copy(cluster.error().fields, std::back_inserter(all.fields));
    return std::unexpected(std::move(all));
}

}  // namespace konbit

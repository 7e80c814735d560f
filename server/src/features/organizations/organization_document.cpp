// SPDX-License-Identifier: Apache-2.0
#include "features/organizations/organization_document.hpp"

#include "features/profiles/profile_words.hpp"

namespace konbit::organizations {

search::Document document_of(const Organization& organization) {
    std::string body = organization.locality.value_or("");
    for (const auto& [language, text] : organization.description.texts) body += ' ' + text;
    return {search::Kind::organization, organization.id.str(), organization.name,
            organization.acronym.value_or(""), std::move(body)};
}

search::Document document_of(const OrganizationDetails& organization) {
    search::Document document = document_of(static_cast<const Organization&>(organization));
    document.aliases += aliases_of(organization);
    document.body += words_of(static_cast<const ProfileDetails&>(organization)) +
                     words_of(static_cast<const CapabilityCard&>(organization));
    return document;
}

}  // namespace konbit::organizations

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "features/permission/viewer.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

using PersonId = Id<struct PersonTag>;
using ContactRoleId = Id<struct ContactRoleTag>;

/// How a person likes to be reached.
enum class ContactChannel { email, whatsapp, phone, sms, paper };
constexpr auto names(ContactChannel) {
    return std::to_array<std::string_view>({"email", "whatsapp", "phone", "sms", "paper"});
}

/// Whether the person agreed to stand here and to be written to.
enum class ContactConsent {
    not_asked,
    given,
    withdrawn,  ///< Stays known, and no mail goes there.
};
constexpr auto names(ContactConsent) {
    return std::to_array<std::string_view>({"not_asked", "given", "withdrawn"});
}

/// A person somebody may reach, with or without an account (glossary: "person").
struct Person {
    PersonId id{};
    std::string name;                       ///< 1-120 code points; the address where no name is known.
    std::optional<std::string> email;       ///< At most 120 code points.
    std::optional<std::string> phone;       ///< As written.
    std::string language = "en";            ///< In which the person is written to, ISO 639.
    std::optional<ContactChannel> channel;  ///< Empty: nobody asked.
    ContactConsent consent = ContactConsent::not_asked;
    std::optional<Date> consent_on;  ///< When it was given or withdrawn; empty exactly when nobody asked.
    std::optional<AccountId> account_id;
    std::int64_t version = 1;
    Instant created_at{};
    Instant updated_at{};
    std::string sort_key;
    std::string name_folded;
    std::optional<std::string> email_folded;
    std::optional<std::string> phone_digits;  ///< The last eight digits: how a telephone is recognized.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Person::id, Access::read_only),
            field("name", &Person::name),
            field("email", &Person::email),
            field("phone", &Person::phone),
            field("language", &Person::language).defaulted(),
            field("channel", &Person::channel),
            field("consent", &Person::consent).defaulted(),
            field("consent_on", &Person::consent_on),
            field("account_id", &Person::account_id, Access::read_only),
            field("version", &Person::version, Access::read_only),
            field("created_at", &Person::created_at, Access::read_only),
            field("updated_at", &Person::updated_at, Access::read_only),
            field("sort_key", &Person::sort_key, Access::never_sent),
            field("name_folded", &Person::name_folded, Access::never_sent),
            field("email_folded", &Person::email_folded, Access::never_sent),
            field("phone_digits", &Person::phone_digits, Access::never_sent),
        };
    }
};

/// What a person is to an organization or a cluster.
enum class PersonRole {
    contact,  ///< Is written to.
    owner,
    manager,
    delegate,  ///< Speaks for the organization in the cluster.
    chair,
    treasurer,
    secretary,
    facilitator,
    adviser,
};
constexpr auto names(PersonRole) {
    return std::to_array<std::string_view>({"contact", "owner", "manager", "delegate", "chair", "treasurer",
                                            "secretary", "facilitator", "adviser"});
}

/// One role of one person: in an organization, in a cluster, or in an organization as a member of a cluster
/// (then both are named).
struct ContactRole {
    ContactRoleId id{};
    PersonId person_id{};
    std::optional<OrganizationId> organization_id;
    std::optional<ClusterId> cluster_id;
    PersonRole role = PersonRole::contact;
    bool is_primary = false;  ///< Mail to the member goes to this person; one for each member.
    std::optional<Date> since;
    std::optional<Date> until;  ///< Empty while it lasts.
    std::int64_t version = 1;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &ContactRole::id, Access::read_only),
            field("person_id", &ContactRole::person_id, Access::read_only),
            field("organization_id", &ContactRole::organization_id),
            field("cluster_id", &ContactRole::cluster_id),
            field("role", &ContactRole::role).defaulted(),
            field("is_primary", &ContactRole::is_primary).defaulted(),
            field("since", &ContactRole::since),
            field("until", &ContactRole::until),
            field("version", &ContactRole::version, Access::read_only),
        };
    }
};

/// A role with the names that a reader knows it by.
struct NamedRole : ContactRole {
    std::optional<std::string> organization_name;
    std::optional<std::string> cluster_name;

    static constexpr auto fields() {
        return std::tuple_cat(
            ContactRole::fields(),
            std::tuple{field("organization_name", &NamedRole::organization_name, Access::read_only),
                       field("cluster_name", &NamedRole::cluster_name, Access::read_only)});
    }
};

/// A person with the roles that the viewer may know of.
struct PersonPage : Person {
    std::vector<NamedRole> roles;  ///< The present ones first.

    static constexpr auto fields() {
        return std::tuple_cat(Person::fields(),
                              std::tuple{field("roles", &PersonPage::roles, Access::read_only)});
    }
};

/// A person to be entered, with a first role.
struct NewPerson : Person {
    std::optional<OrganizationId> organization_id;  ///< The member or organization that the role is in.
    PersonRole role = PersonRole::contact;
    bool is_primary = false;

    static constexpr auto fields() {
        return std::tuple_cat(Person::fields(),
                              std::tuple{field("organization_id", &NewPerson::organization_id),
                                         field("role", &NewPerson::role).defaulted(),
                                         field("is_primary", &NewPerson::is_primary).defaulted()});
    }
};

}  // namespace konbit

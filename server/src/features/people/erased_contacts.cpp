// SPDX-License-Identifier: Apache-2.0
#include "features/people/erased_contacts.hpp"

#include "core/codec.hpp"
#include "core/text.hpp"
#include "features/accounts/account_rules.hpp"
#include "features/people/person_rules.hpp"

#include <fmt/core.h>

#include <vector>

namespace konbit::people {

namespace {

crypto::Key key_of(const InstallationKeys& keys) { return keys.lasting("erased contacts"); }

std::vector<std::string> marks_of(const crypto::Key& key, const ClusterId& cluster, const Contact& contact) {
    std::vector<std::string> marks;
    const auto add = [&](std::string_view kind, const std::string& text) {
        const std::string what = fmt::format("{}\n{}\n{}", cluster.view(), kind, text);
        marks.push_back(codec::to_hex(crypto::hmac_sha256(key.view(), what)));
    };
    if (contact.email) add("email", accounts::folded_email(*contact.email));
    const auto digits = contact.phone ? phone_digits_of(*contact.phone) : std::nullopt;
    if (contact.name && digits) add("phone", *digits + '\n' + text::fold(*contact.name));
    return marks;
}

struct Mark {
    std::string mark;
    Date erased_on{};

    static constexpr auto fields() {
        return std::tuple{field("mark", &Mark::mark), field("erased_on", &Mark::erased_on)};
    }
};

}  // namespace

ErasedContacts::ErasedContacts(db::Session& session, const InstallationKeys& keys, const ClusterId& cluster)
    : key_(key_of(keys)), cluster_(cluster) {
    for (auto& each :
         session.query<Mark>("SELECT mark, erased_on FROM erased_contacts WHERE cluster_id = $1", cluster))
        marks_.emplace(std::move(each.mark), each.erased_on);
}

std::optional<Date> ErasedContacts::erased_on(const Contact& contact) const {
    if (marks_.empty()) return std::nullopt;
    for (const auto& mark : marks_of(key_, cluster_, contact))
        if (const auto found = marks_.find(mark); found != marks_.end()) return found->second;
    return std::nullopt;
}

void mark_erased(db::Session& session, const InstallationKeys& keys, const Person& person, Date today) {
    const auto clusters = session.query<ClusterId>(
        "SELECT DISTINCT cluster_id FROM contact_roles WHERE person_id = $1 AND cluster_id IS NOT NULL",
        person.id);
    for (const auto& cluster : clusters)
        for (const auto& mark : marks_of(key_of(keys), cluster, {person.name, person.email, person.phone}))
            session.change(
                "INSERT INTO erased_contacts (mark, cluster_id, erased_on) VALUES ($1, $2, $3)"
                " ON CONFLICT (mark) DO UPDATE SET erased_on = excluded.erased_on",
                mark, cluster, today);
}

void forget_erased(db::Session& session, const InstallationKeys& keys, const ClusterId& cluster,
                   const Contact& contact) {
    for (const auto& mark : marks_of(key_of(keys), cluster, contact))
        session.change("DELETE FROM erased_contacts WHERE mark = $1", mark);
}

}  // namespace konbit::people

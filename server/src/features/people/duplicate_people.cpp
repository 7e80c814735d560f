// SPDX-License-Identifier: Apache-2.0
#include "db/columns.hpp"
#include "features/informants/informant_store.hpp"
#include "features/people/membership_contact.hpp"
#include "features/people/person_rows.hpp"
#include "features/people/person_rules.hpp"
#include "features/people/person_store.hpp"

#include <algorithm>

namespace konbit::people {

namespace {

constexpr std::size_t most_pairs = 100;

template <class T>
bool are_equal(const std::optional<T>& a, const std::optional<T>& b) {
    return a && b && *a == *b;
}

std::string_view reason(const Person& a, const Person& b) {
    if (are_equal(a.email_folded, b.email_folded)) return "email";
    if (are_equal(a.phone_digits, b.phone_digits)) return "phone";
    return "name";
}

/// Every person of the cluster; a roster has a few hundred.
std::vector<PersonPage> list_all(db::Session& session, const Facilitator& by) {
    std::vector<PersonPage> all;
    PageRequest request{.size = PageRequest::largest_size};
    for (bool is_last = false; !is_last;) {
        auto page = list(session, by, {}, request).value();
        std::ranges::move(page.items, std::back_inserter(all));
        is_last = !page.next;
        if (!is_last) request.after = Cursor::parse(*page.next);
    }
    return all;
}

/// The other entry, if the keeper may know of it.
Result<Person> find_other(db::Session& session, const PersonId& other, const PersonKeeper& by) {
    auto person = session.one<Person>(
        "SELECT " + db::columns<Person>() +
            " FROM people WHERE id = $1 AND id IN (SELECT r.person_id FROM contact_roles r WHERE " +
            contact_roles_visible_to(by.viewer(), "r") + ")",
        other);
    if (!person || other == by.person())
        return failure(ErrorCode::invalid, "invalid", {{"/other_id", "unknown"}});
    return *std::move(person);
}

/// What the kept entry lacks is taken from the other one; a withdrawn consent counts for both.
Person united(Person kept, const Person& other) {
    if (!kept.email) kept.email = other.email;
    if (!kept.phone) kept.phone = other.phone;
    if (!kept.channel) kept.channel = other.channel;
    if (!kept.account_id) kept.account_id = other.account_id;
    const bool is_stronger =
        other.consent == ContactConsent::withdrawn || kept.consent == ContactConsent::not_asked;
    if (is_stronger && kept.consent != ContactConsent::withdrawn) {
        kept.consent = other.consent;
        kept.consent_on = other.consent_on;
    }
    prepare(kept);
    return kept;
}

void move_roles(db::Session& session, const PersonId& from, const PersonId& to) {
    session.change("UPDATE contact_roles SET person_id = $2, version = version + 1 WHERE person_id = $1",
                   from, to);
    session.change("UPDATE member_groups SET monitor_id = $2, version = version + 1 WHERE monitor_id = $1",
                   from, to);
    informants::merge(session, to, from);
}

}  // namespace

std::vector<PersonPair> list_duplicates(db::Session& session, const Facilitator& by) {
    const auto all = list_all(session, by);
    std::vector<PersonPair> pairs;
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size() && pairs.size() < most_pairs; ++j)
            if (is_same_human(all[i], all[j]))
                pairs.push_back({all[i], all[j], std::string(reason(all[i], all[j]))});
    return pairs;
}

Result<PersonPage> merge(db::Session& session, const PersonId& other, const PersonKeeper& by,
                         const history::Occasion& at) {
    KONBIT_TRY(const PersonPage kept, find(session, by));
    KONBIT_TRY(const Person given, find_other(session, other, by));
    if (kept.account_id && given.account_id && kept.account_id != given.account_id)
        return failure(ErrorCode::conflict, "both_have_accounts");
    move_roles(session, other, kept.id);
    session.change("DELETE FROM people WHERE id = $1", other);
    history::forget(session, history::Kind::person, other.view());
    Person one = united(kept, given);
    one.updated_at = at.now;
    return update(session, std::move(one), by, at);
}

}  // namespace konbit::people

// SPDX-License-Identifier: Apache-2.0
#include "features/people/erasure.hpp"

#include "db/columns.hpp"
#include "features/audit/scene.hpp"
#include "features/history/history.hpp"
#include "features/informants/informant_store.hpp"
#include "features/memberships/membership.hpp"
#include "features/own_data/holdings.hpp"
#include "features/people/erased_contacts.hpp"
#include "features/people/membership_contact.hpp"
#include "features/reminders/reminder_store.hpp"

#include <algorithm>

namespace konbit::people {

namespace {

using Removed = std::map<std::string, std::int64_t>;

std::optional<Person> find_row(db::Session& session, const PersonId& id) {
    return session.one<Person>("SELECT " + db::columns<Person>() + " FROM people WHERE id = $1", id);
}

std::vector<ContactRole> roles_of(db::Session& session, const PersonId& person) {
    return session.query<ContactRole>(
        "SELECT " + db::columns<ContactRole>() + " FROM contact_roles WHERE person_id = $1", person);
}

void forget_contact(db::Session& session, const MembershipId& membership) {
    history::forget(session, history::Kind::membership, membership.view(),
                    {"contact_name", "contact_email", "contact_phone"});
    reminders::forget(session, membership);
}

/// A roster shows the person no more, and its history neither: that of other contacts of the same member goes
/// with it, because what stood in a contact is not told apart by person.
std::int64_t clear_roster(db::Session& session, const ContactRole& role) {
    if (!role.cluster_id || !role.organization_id) return 0;
    if (role.is_primary) show_contact(session, {*role.cluster_id, *role.organization_id});
    const auto memberships = session.query<MembershipId>(
        "SELECT id FROM memberships WHERE cluster_id = $1 AND organization_id = $2", *role.cluster_id,
        *role.organization_id);
    for (const auto& membership : memberships) forget_contact(session, membership);
    return role.is_primary ? static_cast<std::int64_t>(memberships.size()) : 0;
}

/// An address that an office shares, or that somebody signs in with, still reaches its other owners: who
/// erases a contact stops no mail but that contact's.
std::int64_t remove_mail(db::Session& session, const Person& person) {
    if (!person.email_folded) return 0;
    return session.change(
        "DELETE FROM outbox_mail WHERE lower(recipient) = $1"
        " AND NOT EXISTS (SELECT 1 FROM people p WHERE p.email_folded = $1 AND p.id <> $2)"
        " AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.email_folded = $1)",
        *person.email_folded, person.id);
}

/// Roles offered to the address of a person, unless somebody else has it too.
std::int64_t remove_offers(db::Session& session, const Person& person) {
    if (!person.email_folded) return 0;
    return session.change(
        "DELETE FROM role_offers WHERE email_folded = $1"
        " AND NOT EXISTS (SELECT 1 FROM people p WHERE p.email_folded = $1 AND p.id <> $2)"
        " AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.email_folded = $1)",
        *person.email_folded, person.id);
}

/// What was sent to an address, and what came from it.
void remove_by_address(db::Session& session, std::string_view address, Removed& removed) {
    removed["mails"] += session.change("DELETE FROM outbox_mail WHERE lower(recipient) = $1", address);
    removed["claims"] += session.change("DELETE FROM claims WHERE lower(email) = $1", address);
    removed["offers"] += session.change("DELETE FROM role_offers WHERE email_folded = $1", address);
    removed["corrections"] +=
        session.change("UPDATE corrections SET email = NULL WHERE lower(email) = $1", address);
    removed["starts"] += session.change("DELETE FROM starts WHERE lower(email) = $1", address);
    removed["invitations"] +=
        session.change("DELETE FROM person_invitations WHERE lower(email) = $1", address);
}

/// Rosters that still show the address, of which no entry as a contact knows.
std::int64_t clear_rosters_with(db::Session& session, std::string_view address) {
    const auto memberships = session.query<MembershipId>(
        "SELECT id FROM memberships WHERE lower(contact_email) = $1 ORDER BY id", address);
    for (const auto& membership : memberships) {
        session.change(
            "UPDATE memberships SET contact_name = NULL, contact_email = NULL, contact_phone = NULL,"
            " version = version + 1 WHERE id = $1",
            membership);
        forget_contact(session, membership);
    }
    return static_cast<std::int64_t>(memberships.size());
}

/// Whether an account, or an entry that one is linked to, still has the address.
bool is_kept(db::Session& session, std::string_view address) {
    return session.value<std::int64_t>(
               "SELECT (SELECT count(*) FROM accounts WHERE email_folded = $1)"
               " + (SELECT count(*) FROM people WHERE email_folded = $1)",
               address) > 0;
}

void remove_person(db::Session& session, const Person& person, Removed& removed) {
    const auto roles = roles_of(session, person.id);
    removed["mails"] += remove_mail(session, person);
    removed["offers"] += remove_offers(session, person);
    removed["invitations"] +=
        session.change("DELETE FROM person_invitations WHERE person_id = $1", person.id);
    removed["team_showings"] += session.change(
        "DELETE FROM team_showings WHERE role_id IN (SELECT id FROM contact_roles WHERE person_id = $1)",
        person.id);
    removed["links"] += informants::forget(session, person.id);
    removed["contact_roles"] += session.change("DELETE FROM contact_roles WHERE person_id = $1", person.id);
    for (const auto& role : roles) removed["roster_contacts"] += clear_roster(session, role);
    history::forget(session, history::Kind::person, person.id.view());
    removed["people"] += session.change("DELETE FROM people WHERE id = $1", person.id);
}

template <class AnyId>
ErasureReceipt receipt(db::Session& session, ErasedKind kind, const AnyId& record, Removed removed,
                       Instant now) {
    ErasureReceipt receipt;
    receipt.id = new_id<ErasureId>();
    receipt.kind = kind;
    receipt.record_id = *ErasedRecordId::parse(record.view());
    std::erase_if(removed, [](const auto& each) { return each.second == 0; });
    receipt.removed = std::move(removed);
    receipt.erased_at = now;
    note(session, receipt);
    return receipt;
}

ErasureReceipt erase_entry(db::Session& session, const InstallationKeys& keys, const Person& person,
                           Instant now) {
    Removed removed;
    mark_erased(session, keys, person, utc_date(now));
    remove_person(session, person, removed);
    ErasureReceipt made = receipt(session, ErasedKind::person, person.id, std::move(removed), now);
    made.stays = {"answers", "change_lines", "mark", "delivered_mail", "backups"};
    if (person.account_id) made.stays.emplace_back("account");
    return made;
}

/// What is known by the address alone. No row has an id of its own to be erased by: that of the receipt is
/// new, and nothing is found by it.
std::optional<ErasureReceipt> erase_rest(db::Session& session, std::string_view address, Instant now) {
    if (is_kept(session, address)) return std::nullopt;
    Removed removed;
    remove_by_address(session, address, removed);
    removed["roster_contacts"] += clear_rosters_with(session, address);
    if (std::ranges::all_of(removed, [](const auto& each) { return each.second == 0; })) return std::nullopt;
    ErasureReceipt made =
        receipt(session, ErasedKind::person, new_id<ErasedRecordId>(), std::move(removed), now);
    made.stays = {"change_lines", "delivered_mail", "backups_by_address"};
    return made;
}

/// Everything by which the account is known, and every entry that it is linked to.
Removed remove_account(db::Session& session, const InstallationKeys& keys, const AccountId& account,
                       Instant now) {
    Removed removed;
    for (const auto& person : session.query<Person>(
             "SELECT " + db::columns<Person>() + " FROM people WHERE account_id = $1", account)) {
        mark_erased(session, keys, person, utc_date(now));
        remove_person(session, person, removed);
    }
    remove_by_address(session,
                      session.value<std::string>("SELECT email_folded FROM accounts WHERE id = $1", account),
                      removed);
    for (const auto& [table, rows] : own_data::forget_account(session, account)) removed[table] += rows;
    return removed;
}

bool is_last_facilitator(db::Session& session, const AccountId& account) {
    return session
        .one<std::int64_t>(
            "SELECT 1 FROM grants g WHERE g.account_id = $1 AND g.role = 'facilitator' AND g.scope = "
            "'cluster'"
            " AND EXISTS (SELECT 1 FROM memberships m WHERE CAST(m.cluster_id AS TEXT) = g.scope_id)"
            " AND NOT EXISTS (SELECT 1 FROM grants o JOIN accounts a ON a.id = o.account_id AND"
            " a.status = 'active' WHERE o.scope_id = g.scope_id AND o.role = 'facilitator'"
            " AND o.scope = 'cluster' AND o.account_id <> $1)",
            account)
        .has_value();
}

}  // namespace

Result<ErasureReceipt> erase(db::Session& session, const InstallationKeys& keys, const PersonKeeper& by,
                             Instant now) {
    const auto person = find_row(session, by.person());
    if (!person) return failure(ErrorCode::not_found, "person");
    return erase_entry(session, keys, *person, now);
}

std::vector<ErasureReceipt> erase_by_address(db::Session& session, const InstallationKeys& keys,
                                             std::string_view address, Instant now) {
    std::vector<ErasureReceipt> receipts;
    for (const auto& person :
         session.query<Person>("SELECT " + db::columns<Person>() +
                                   " FROM people WHERE email_folded = $1 AND account_id IS NULL ORDER BY id",
                               address))
        receipts.push_back(erase_entry(session, keys, person, now));
    if (auto rest = erase_rest(session, address, now)) receipts.push_back(*std::move(rest));
    return receipts;
}

Result<ErasureReceipt> erase_account(db::Session& session, const InstallationKeys& keys, const SignedIn& by,
                                     Instant now) {
    if (is_last_facilitator(session, by.account())) return failure(ErrorCode::conflict, "last_facilitator");
    audit::note_rights(session, {"account", by.account().view()}, {{"account", "active", "erased"}}, now);
    Removed removed = remove_account(session, keys, by.account(), now);
    ErasureReceipt made = receipt(session, ErasedKind::account, by.account(), std::move(removed), now);
    made.stays = {"answers", "change_lines", "records", "mark", "delivered_mail", "backups"};
    return made;
}

void note(db::Session& session, const Erasure& erasure) { db::insert(session, "erasures", erasure); }

Removed erase_again(db::Session& session, const InstallationKeys& keys, const PersonId& id, Instant now) {
    Removed removed;
    const auto person = find_row(session, id);
    if (!person) return removed;
    mark_erased(session, keys, *person, utc_date(now));
    remove_person(session, *person, removed);
    return removed;
}

Removed erase_again(db::Session& session, const InstallationKeys& keys, const AccountId& account,
                    Instant now) {
    if (!session.one<std::int64_t>("SELECT 1 FROM accounts WHERE id = $1", account)) return {};
    return remove_account(session, keys, account, now);
}

std::int64_t erase_ended(db::Session& session, Instant before, Instant now) {
    const auto ended = session.query<Person>(
        "SELECT " + db::columns<Person>("p") +
            " FROM people p WHERE p.account_id IS NULL AND p.updated_at < $1 AND NOT EXISTS"
            " (SELECT 1 FROM contact_roles r WHERE r.person_id = p.id AND (r.until IS NULL OR r.until >= "
            "$2))",
        before, utc_date(before));
    for (const auto& person : ended) {
        Removed removed;
        remove_person(session, person, removed);
        (void)receipt(session, ErasedKind::person, person.id, std::move(removed), now);
    }
    return static_cast<std::int64_t>(ended.size());
}

}  // namespace konbit::people

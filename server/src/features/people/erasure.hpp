// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/people/person.hpp"
#include "features/permission/capabilities.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Erasing personal data, in one transaction, with a receipt (docs/users/people.md).
namespace konbit {

using ErasureId = Id<struct ErasureTag>;

/// Of what kind the erased record was.
enum class ErasedKind {
    person,
    account,
    answers,  ///< Of one personal link, taken back by whoever gave them.
};
constexpr auto names(ErasedKind) { return std::to_array<std::string_view>({"person", "account", "answers"}); }

using ErasedRecordId = Id<struct ErasedRecordTag>;

/// That somebody was erased, and how much of what; never who.
struct Erasure {
    ErasureId id{};
    ErasedKind kind = ErasedKind::person;
    /// Of the erased row: an older backup, once restored, can be erased again by it.
    ErasedRecordId record_id{};
    /// Rows by what they were: "people", "contact_roles", "roster_contacts", "mails", "history", "accounts",
    /// …
    std::map<std::string, std::int64_t> removed;
    Instant erased_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Erasure::id, Access::read_only),
            field("kind", &Erasure::kind, Access::read_only),
            field("record_id", &Erasure::record_id, Access::never_sent),
            field("removed", &Erasure::removed, Access::read_only),
            field("erased_at", &Erasure::erased_at, Access::read_only),
        };
    }
};

/// What the person who asked is given.
struct ErasureReceipt : Erasure {
    std::vector<std::string> stays;  ///< What is kept and why, each worded as `erasure.stays.<key>`.

    static constexpr auto fields() {
        return std::tuple_cat(Erasure::fields(),
                              std::tuple{field("stays", &ErasureReceipt::stays, Access::read_only)});
    }
};

namespace people {

/// People whose every role ended this long ago, and who have no account, are erased without being asked.
inline constexpr std::int64_t kept_after_last_role_ms = 730 * day_ms;

/// Removes the person: entry, roles, contact on rosters, invitations, mail to the address that nobody else
/// has, and what the history keeps of them. A mark stays by which an old list does not bring them back.
Result<ErasureReceipt> erase(db::Session& session, const InstallationKeys& keys, const PersonKeeper& by,
                             Instant now);

/// The same for every entry with an address, lower case, that no account is linked to: for whoever has proven
/// to read mail there. Then what is known by the address alone, such as offers, claims and waiting mail,
/// unless an account still has it. @return One receipt for each entry, and one for the rest when there was
/// any.
std::vector<ErasureReceipt> erase_by_address(db::Session& session, const InstallationKeys& keys,
                                             std::string_view address, Instant now);

/// Removes the account with its sessions, grants and saved views, and every entry of a person that it is
/// linked to.
/// @return ErrorCode::conflict "last_facilitator" while a cluster would be left without any.
Result<ErasureReceipt> erase_account(db::Session& session, const InstallationKeys& keys, const SignedIn& by,
                                     Instant now);

/// Notes what was erased, in the erasing transaction: the receipt, and what the journal (features/erasures)
/// learns.
void note(db::Session& session, const Erasure& erasure);

/// Erases anew what an older backup brought back, without asking anybody: it was asked for before.
/// @return How many rows of what; nothing when the row is not there.
std::map<std::string, std::int64_t> erase_again(db::Session& session, const InstallationKeys& keys,
                                                const PersonId& person, Instant now);
std::map<std::string, std::int64_t> erase_again(db::Session& session, const InstallationKeys& keys,
                                                const AccountId& account, Instant now);

/// Erases people whose roles all ended before `before`; the housekeeping calls it. @return How many.
std::int64_t erase_ended(db::Session& session, Instant before, Instant now);

}  // namespace people
}  // namespace konbit

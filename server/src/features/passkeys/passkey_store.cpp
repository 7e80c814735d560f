// SPDX-License-Identifier: Apache-2.0
#include "features/passkeys/passkey_store.hpp"

#include "core/codec.hpp"
#include "core/text.hpp"
#include "db/columns.hpp"
#include "db/database.hpp"
#include "features/accounts/account_mail.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/second_factor.hpp"
#include "features/accounts/ticket.hpp"
#include "features/audit/scene.hpp"
#include "features/passkeys/webauthn.hpp"

namespace konbit::passkeys {

namespace {

using accounts::TicketPurpose;
using webauthn::Ceremony;
using webauthn::Party;

constexpr std::size_t most_passkeys = 20;
constexpr std::size_t longest_name = 60;

std::unexpected<Error> refused() { return failure(ErrorCode::unauthenticated, "passkey_refused"); }

Party party(const App& app) { return Party::of(app.config.base_url); }

Result<std::string> checked_name(std::string_view typed) {
    std::string name = text::trim(typed);
    Findings findings;
    findings.require(!name.empty(), "/name", "required");
    findings.require(text::length(name) <= longest_name, "/name", "too_long", {{"max", "60"}});
    return std::move(findings).or_value(std::move(name));
}

std::vector<Passkey> of_account(db::Session& db, const AccountId& account) {
    return db.query<Passkey>(
        "SELECT " + db::columns<Passkey>() + " FROM passkeys WHERE account_id = $1 ORDER BY id", account);
}

Result<void> check_new(db::Session& db, const AccountId& account, const std::string& credential) {
    if (of_account(db, account).size() >= most_passkeys)
        return failure(ErrorCode::conflict, "too_many_passkeys");
    if (db.value<std::int64_t>("SELECT count(*) FROM passkeys WHERE credential = $1", credential) > 0)
        return failure(ErrorCode::conflict, "passkey_known");
    return {};
}

/// The challenge that was answered is used up, and was given to this account.
bool take_challenge(db::Session& db, TicketPurpose purpose, const std::string& challenge,
                    const std::optional<AccountId>& account, Instant now) {
    const auto ticket = accounts::take_ticket(db, purpose, challenge, now);
    return ticket && ticket->account_id == account;
}

/// A proof whose signature was right.
struct Verified {
    Passkey passkey;
    std::string challenge;
    std::uint32_t sign_count = 0;
};

std::optional<Passkey> find_credential(db::Session& db, std::string_view credential) {
    return db.one<Passkey>("SELECT " + db::columns<Passkey>() + " FROM passkeys WHERE credential = $1",
                           credential);
}

std::optional<Verified> verify(App& app, const PasskeyProof& proof) {
    const auto client_data = codec::from_base64url(proof.client_data);
    const auto authenticator_data = codec::from_base64url(proof.authenticator_data);
    const auto signature = codec::from_base64url(proof.signature);
    if (!client_data || !authenticator_data || !signature) return std::nullopt;
    const auto challenge = webauthn::challenge_of(*client_data, Ceremony::get, party(app));
    const auto passkey =
        app.database.read([&](db::Session& db) { return find_credential(db, proof.credential); });
    if (!challenge || !passkey) return std::nullopt;
    const auto count =
        webauthn::verified({*client_data, *authenticator_data, *signature},
                           codec::from_base64url(passkey->public_key).value_or(""), party(app));
    if (!count) return std::nullopt;
    return Verified{*passkey, *challenge, *count};
}

/// Of two proofs with one counter, one holds.
bool note_use(db::Session& db, const Verified& proof, Instant now) {
    return !webauthn::is_copied(proof.passkey.sign_count, proof.sign_count) &&
           db.change(
               "UPDATE passkeys SET sign_count = $3, last_used_at = $4 WHERE id = $1 AND sign_count = $2",
               proof.passkey.id, proof.passkey.sign_count, std::int64_t{proof.sign_count}, now) == 1;
}

}  // namespace

std::vector<Passkey> list(db::Session& db, const Viewer& viewer) {
    return viewer.account() ? of_account(db, *viewer.account()) : std::vector<Passkey>{};
}

Result<PasskeyOffer> offer(App& app, const Proven& by) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<PasskeyOffer> {
        KONBIT_TRY(const Account account, accounts::find(db, by.viewer(), by.account()));
        PasskeyOffer made;
        made.challenge = accounts::issue(db, TicketPurpose::add_passkey, account.id, {}, now);
        made.rp_id = party(app).id;
        made.user_handle = codec::to_base64url(account.id.view());
        made.user_name = account.email;
        made.display_name = account.name;
        for (const auto& each : of_account(db, account.id)) made.known.push_back(each.credential);
        return made;
    });
}

Result<Passkey> add(App& app, const Proven& by, const NewPasskey& made) {
    KONBIT_TRY(const std::string name, checked_name(made.name));
    const auto client_data = codec::from_base64url(made.client_data);
    const auto attestation = codec::from_base64url(made.attestation);
    if (!client_data || !attestation) return refused();
    const auto challenge = webauthn::challenge_of(*client_data, Ceremony::create, party(app));
    const auto key = webauthn::read_attestation(*attestation, party(app));
    if (!challenge || !key) return refused();
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<Passkey> {
        if (!take_challenge(db, TicketPurpose::add_passkey, *challenge, by.account(), now)) return refused();
        KONBIT_TRY(const Account account, accounts::find(db, by.viewer(), by.account()));
        Passkey passkey{new_id<PasskeyId>(),
                        account.id,
                        codec::to_base64url(key->credential),
                        codec::to_base64url(key->public_key),
                        key->sign_count,
                        name,
                        now};
        KONBIT_CHECK(check_new(db, account.id, passkey.credential));
        db::insert(db, "passkeys", passkey);
        audit::note_rights(db, {"account", account.id.view()}, {{"passkey", "", passkey.id.str()}}, now);
        KONBIT_CHECK(accounts::tell_changed(db, app, account, "passkey_added", now));
        return passkey;
    });
}

Result<void> remove(App& app, const Proven& by, const PasskeyId& passkey) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<void> {
        KONBIT_TRY(const Account account, accounts::find(db, by.viewer(), by.account()));
        if (db.change("DELETE FROM passkeys WHERE id = $1 AND account_id = $2", passkey, account.id) == 0)
            return failure(ErrorCode::not_found, "passkey");
        KONBIT_CHECK(accounts::check_factor_left(db, app, account.id, now));
        audit::note_rights(db, {"account", account.id.view()}, {{"passkey", passkey.str(), ""}}, now);
        return accounts::tell_changed(db, app, account, "passkey_removed", now);
    });
}

Result<PasskeyChallenge> challenge(App& app) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<PasskeyChallenge> {
        return PasskeyChallenge{accounts::issue(db, TicketPurpose::use_passkey, std::nullopt, {}, now),
                                party(app).id};
    });
}

Result<accounts::Entered> enter(App& app, const PasskeyProof& proof, const accounts::Visitor& visitor) {
    const auto verified = verify(app, proof);
    if (!verified) return refused();
    const Instant now = app.clock.now();
    KONBIT_TRY(const Account account, app.database.write([&](db::Session& db) -> Result<Account> {
        if (!take_challenge(db, TicketPurpose::use_passkey, verified->challenge, std::nullopt, now) ||
            !note_use(db, *verified, now))
            return refused();
        return accounts::find(db, System::viewer(), verified->passkey.account_id);
    }));
    if (account.status != AccountStatus::active) return refused();
    return accounts::enter(app, account, Entrance::passkey, visitor);
}

}  // namespace konbit::passkeys

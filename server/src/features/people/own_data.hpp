// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/accounts/account.hpp"
#include "features/history/change.hpp"
#include "features/mail/mail.hpp"
#include "features/memberships/saved_view.hpp"
#include "features/passkeys/passkey.hpp"
#include "features/people/person.hpp"
#include "features/permission/capabilities.hpp"
#include "features/team/team.hpp"

#include <string>
#include <vector>

namespace konbit {

/// When an account was signed in; the token is known to the browser only.
struct OwnSession {
    std::string device;
    Instant created_at{};
    Instant last_seen_at{};
    Instant expires_at{};

    static constexpr auto fields() {
        return std::tuple{field("device", &OwnSession::device), field("created_at", &OwnSession::created_at),
                          field("last_seen_at", &OwnSession::last_seen_at),
                          field("expires_at", &OwnSession::expires_at)};
    }
};

/// A mail that was written to the account's address.
struct OwnMail {
    std::string subject;
    std::string state;
    Instant created_at{};

    static constexpr auto fields() {
        return std::tuple{field("subject", &OwnMail::subject), field("state", &OwnMail::state),
                          field("created_at", &OwnMail::created_at)};
    }
};

/// A record that the account changed.
struct OwnChange {
    RecordKind kind = RecordKind::organization;
    RecordId record_id{};
    ChangeAction action = ChangeAction::updated;
    Instant changed_at{};

    static constexpr auto fields() {
        return std::tuple{field("kind", &OwnChange::kind), field("record_id", &OwnChange::record_id),
                          field("action", &OwnChange::action), field("changed_at", &OwnChange::changed_at)};
    }
};

/// Everything that is held about the person who asks, apart from what they wrote into records of others.
struct OwnData {
    Instant made_at{};
    Account account;
    std::vector<Grant> grants;
    std::vector<PersonPage> people;          ///< As facilitators and organizations entered them.
    std::vector<TeamShowing> team_showings;  ///< Where they were asked to be shown publicly.
    std::vector<OwnSession> sessions;
    std::vector<Passkey> passkeys;
    std::vector<SavedView> saved_views;
    std::vector<OwnMail> mails;
    std::vector<OwnChange> changes;  ///< The newest 1,000.

    static constexpr auto fields() {
        return std::tuple{
            field("made_at", &OwnData::made_at),
            field("account", &OwnData::account),
            field("grants", &OwnData::grants),
            field("people", &OwnData::people),
            field("team_showings", &OwnData::team_showings),
            field("sessions", &OwnData::sessions),
            field("passkeys", &OwnData::passkeys),
            field("saved_views", &OwnData::saved_views),
            field("mails", &OwnData::mails),
            field("changes", &OwnData::changes),
        };
    }
};

namespace people {

Result<OwnData> collect(db::Session& session, const SignedIn& by, Instant now);

}  // namespace people
}  // namespace konbit

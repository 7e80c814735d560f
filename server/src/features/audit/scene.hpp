// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/circumstance.hpp"
#include "db/session.hpp"
#include "features/audit/entry.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit::audit {

/// On which occasion something is done: a request, or a command. It is there while that runs, also inside the
/// transactions that it asks for, so that what is noted deep in a store says who did it and by which route.
class Scene final : public db::Circumstance {
  public:
    /// @param address  As cut by network_of(); empty for a command.
    Scene(std::string node, std::string route, std::string address = {})
        : node_(std::move(node)), route_(std::move(route)), address_(std::move(address)) {}

    /// @return Null for what Konbit does by itself.
    static Scene* present() { return dynamic_cast<Scene*>(db::Circumstance::present()); }

    /// Who asks, once a policy has found out.
    void meet(const AccountId& account, const std::vector<Grant>& grants);
    /// Whose door it was that stayed closed.
    void concern(const AccountId& account) { concerned_ = account; }

    /// By which token, where no session asks. @param token  Its id.
    void act_by(std::string_view token) { token_ = token; }

    const std::string& node() const { return node_; }
    const std::optional<AccountId>& account() const { return account_; }
    const std::vector<Grant>& grants() const { return grants_; }
    const std::optional<AccountId>& concerned() const { return concerned_; }

    /// By what it is done, where that is no session: stands in an entry before what became of fields.
    std::vector<AuditChange> means() const;

    /// An entry with everything that the occasion says.
    AuditEntry entry(AuditAction action, Instant now) const;

  private:
    std::string node_;
    std::string route_;
    std::string address_;
    std::optional<AccountId> account_;
    std::vector<Grant> grants_;
    std::optional<AccountId> concerned_;
    std::string token_;
};

/// What an entry is about.
struct Object {
    std::string_view kind;  ///< "account", "cluster": the word of its routes.
    std::string_view id;
};

/// Notes what became of privileged fields, in the transaction of the change. Nothing is noted where nothing
/// differs.
/// @param changes  Codes and ids only. Of a secret no more than that it was "set", "renewed" or "removed".
void note_rights(db::Session& session, const Object& object, const std::vector<AuditChange>& changes,
                 Instant now);

/// Notes that a role was given (`held`) or has ended, and who gave it.
void note_grant(db::Session& session, const Grant& grant, bool held, Instant now);

/// Notes that a role ends on another day than it did.
void note_prolonged(db::Session& session, const Grant& before, const Grant& after, Instant now);

/// Notes that an account came in, in the transaction that lets it.
/// @param entrance  How: "password", "link", "passkey".
void note_sign_in(db::Session& session, const AccountId& account, std::string_view entrance, Instant now);

/// Says who asks, where a scene is present.
void meet(const AccountId& account, const std::vector<Grant>& grants);

/// Says by which token, where a scene is present. @param token  Its id.
void act_by(std::string_view token);

/// Says whose password or code was wrong, where a scene is present.
void concern(const AccountId& account);

/// The first 24 bits of an IPv4 address, the first 48 of an IPv6 one: enough to tell a country office from
/// elsewhere, not a household from its neighbour. Empty for what is no address.
std::string network_of(std::string_view address);

}  // namespace konbit::audit

// SPDX-License-Identifier: Apache-2.0
#include "features/audit/scene.hpp"

#include "features/audit/ledger.hpp"
#include "http/address.hpp"
#include "json/writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace konbit::audit {

namespace {

AuditEntry present_entry(AuditAction action, Instant now) {
    if (const Scene* scene = Scene::present()) return scene->entry(action, now);
    AuditEntry entry;
    entry.id = new_id<AuditEntryId>();
    entry.happened_at = now;
    entry.action = action;
    return entry;
}

void note_here(db::Session& session, const AuditEntry& entry) {
    const Scene* scene = Scene::present();
    note(session, scene ? scene->node() : std::string(), entry);
}

std::string spelled(const Grant& grant) {
    const auto until = grant.ends_at ? " until " + grant.ends_at->str() : std::string();
    return fmt::format("{} {} {}{}", name_of(grant.role), name_of(grant.scope), grant.scope_id.value_or(""),
                       until);
}

/// "203.0.113.9" without what follows the third dot.
std::string ipv4_network(std::string_view text) {
    return fmt::format("{}.0/24", text.substr(0, text.rfind('.')));
}

}  // namespace

void Scene::meet(const AccountId& account, const std::vector<Grant>& grants) {
    account_ = account;
    grants_ = grants;
}

std::vector<AuditChange> Scene::means() const {
    if (token_.empty()) return {};
    return {AuditChange{"by_token", "", token_}};
}

AuditEntry Scene::entry(AuditAction action, Instant now) const {
    AuditEntry entry;
    entry.id = new_id<AuditEntryId>();
    entry.happened_at = now;
    entry.action = action;
    entry.account_id = account_;
    entry.address = address_;
    entry.route = route_;
    entry.changes = json::text_of(means());
    return entry;
}

void note_rights(db::Session& session, const Object& object, const std::vector<AuditChange>& changes,
                 Instant now) {
    std::vector<AuditChange> differing;
    std::ranges::copy_if(changes, std::back_inserter(differing),
                         [](const AuditChange& each) { return each.before != each.after; });
    if (differing.empty()) return;
    AuditEntry entry = present_entry(AuditAction::rights_changed, now);
    entry.object_kind = object.kind;
    entry.object_id = std::string(object.id);
    std::vector<AuditChange> told;
    if (const Scene* scene = Scene::present()) told = scene->means();
    std::ranges::move(differing, std::back_inserter(told));
    entry.changes = json::text_of(told);
    note_here(session, entry);
}

void note_grant(db::Session& session, const Grant& grant, bool held, Instant now) {
    const auto change = [held](std::string field, std::string text) {
        AuditChange made{std::move(field), "", ""};
        (held ? made.after : made.before) = std::move(text);
        return made;
    };
    note_rights(session, {"account", grant.account_id.view()},
                {change("grant", spelled(grant)),
                 change("given_by", grant.given_by ? grant.given_by->str() : std::string())},
                now);
}

void note_prolonged(db::Session& session, const Grant& before, const Grant& after, Instant now) {
    note_rights(session, {"account", after.account_id.view()}, {{"grant", spelled(before), spelled(after)}},
                now);
}

void note_sign_in(db::Session& session, const AccountId& account, std::string_view entrance, Instant now) {
    AuditEntry entry = present_entry(AuditAction::signed_in, now);
    entry.account_id = account;
    entry.object_kind = "account";
    entry.object_id = account.str();
    entry.reason = entrance;
    note_here(session, entry);
}

void meet(const AccountId& account, const std::vector<Grant>& grants) {
    if (Scene* scene = Scene::present()) scene->meet(account, grants);
}

void act_by(std::string_view token) {
    if (Scene* scene = Scene::present()) scene->act_by(token);
}

void concern(const AccountId& account) {
    if (Scene* scene = Scene::present()) scene->concern(account);
}

std::string network_of(std::string_view address) {
    const auto read = http::Address::parse(address);
    if (!read) return {};
    const std::string text = read->text();
    if (text.find(':') == text.npos) return ipv4_network(text);
    // Written out: where zeros are left out, three groups are not the first three.
    std::string network;
    int groups = 0;
    for (std::size_t at = 0; groups < 3 && at < text.size() && text[at] != ':'; ++groups) {
        const auto end = std::min(text.find(':', at), text.size());
        network += text.substr(at, end - at) + ":";
        at = end + 1;
    }
    return (network.empty() ? ":" : network) + ":/48";
}

}  // namespace konbit::audit

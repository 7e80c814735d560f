// SPDX-License-Identifier: Apache-2.0
#include "features/links/open_link.hpp"

#include "db/database.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/links/link_store.hpp"
#include "features/surveys/wave_rules.hpp"

namespace konbit::links {

namespace {

std::unexpected<Error> refused(std::string_view reason) {
    return failure(ErrorCode::unauthenticated, std::string(reason));
}

Result<Invited> judged(App& app, const LinkParts& parts) {
    auto invited = app.database.read([&](db::Session& db) { return find_by_reference(db, parts.reference); });
    if (!invited) return refused("link_unknown");
    const auto& [id, version] = std::pair(invited->invitation.id, invited->invitation.link_version);
    switch (verdict_on(parts.token, app.keys.derive(link_purpose), id, version)) {
        case TokenVerdict::valid:
            return *std::move(invited);
        case TokenVerdict::replaced:
            return refused("link_replaced");
        case TokenVerdict::unknown:
            break;
    }
    return refused("link_unknown");
}

}  // namespace

Result<AnswerPass> open_link(App& app, std::string_view token) {
    const auto parts = parse_link(token);
    if (!parts) return refused("link_unknown");
    KONBIT_TRY(const Invited invited, judged(app, *parts));
    const Instant now = app.clock.now();
    if (const auto takes = surveys::check_takes_answers(invited.wave, now); !takes)
        return refused(takes.error().reason);
    return AnswerPass{invited.invitation.id, invited.invitation.link_version, now + cookie_lifetime_ms};
}

}  // namespace konbit::links

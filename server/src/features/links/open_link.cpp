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

Result<Invited> prove_link(App& app, std::string_view token) {
    const auto parts = parse_link(token);
    if (!parts) return refused("link_unknown");
    return judged(app, *parts);
}

AnswerPass pass_of(App& app, const Invited& invited) {
    return {invited.invitation.id, invited.invitation.link_version, app.clock.now() + cookie_lifetime_ms};
}

}  // namespace

Result<AnswerPass> open_link(App& app, std::string_view token) {
    KONBIT_TRY(const Invited invited, prove_link(app, token));
    if (const auto takes = surveys::check_takes_answers(invited.wave, app.clock.now()); !takes)
        return refused(takes.error().reason);
    return pass_of(app, invited);
}

Result<AnswerPass> open_link_for_rights(App& app, std::string_view token) {
    KONBIT_TRY(const Invited invited, prove_link(app, token));
    if (invited.wave.state == WaveState::draft) return refused("wave_not_open");
    return pass_of(app, invited);
}

http::Cookie cookie_of(App& app, const AnswerPass& pass) {
    return {.name = std::string(answer_cookie_name),
            .value = seal_cookie(app.keys.derive(cookie_purpose), pass),
            .max_age = std::chrono::seconds(cookie_lifetime_ms / second_ms),
            .strict = true};
}

}  // namespace konbit::links

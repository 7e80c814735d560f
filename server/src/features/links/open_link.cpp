// SPDX-License-Identifier: Apache-2.0
#include "features/links/open_link.hpp"

#include "db/database.hpp"
#include "features/answers/on_behalf.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/limits.hpp"
#include "features/links/link_store.hpp"
#include "features/links/paper_code.hpp"

namespace konbit::links {

namespace {

std::unexpected<Error> refused(std::string_view reason) {
    return failure(ErrorCode::unauthenticated, std::string(reason));
}

/// What the newest key says, or a former one that knows better.
template <class Judge>
TokenVerdict verdict_by_keys(const App& app, const Judge& judge) {
    auto best = TokenVerdict::unknown;
    for (const auto& key : app.keys.derive_all(link_purpose)) {
        const auto verdict = judge(key);
        if (verdict == TokenVerdict::valid) return verdict;
        if (verdict == TokenVerdict::replaced) best = verdict;
    }
    return best;
}

Result<Invited> judged(App& app, const LinkParts& parts) {
    auto invited = app.database.read([&](db::Session& db) { return find_by_reference(db, parts.reference); });
    if (!invited) return refused("link_unknown");
    const auto& [id, version] = std::pair(invited->invitation.id, invited->invitation.link_version);
    const auto judge = [&](const crypto::Key& key) { return verdict_on(parts.token, key, id, version); };
    switch (verdict_by_keys(app, judge)) {
        case TokenVerdict::valid:
            return *std::move(invited);
        case TokenVerdict::replaced:
            return refused("link_replaced");
        case TokenVerdict::unknown:
            break;
    }
    return refused("link_unknown");
}

/// Whose code it is. Every try counts for the waves of all whose codes begin alike, right or wrong.
Result<Invited> judged(App& app, const CodeParts& parts) {
    auto reason = "link_unknown";
    for (auto& invited :
         app.database.read([&](db::Session& db) { return list_by_locator(db, parts.locator); })) {
        KONBIT_CHECK(app.limits.admit_code_of_wave(invited.wave.id.view()));
        const auto& [id, version] = std::pair(invited.invitation.id, invited.invitation.link_version);
        const auto verdict = verdict_by_keys(
            app, [&](const crypto::Key& key) { return verdict_on_code(parts.proof, key, id, version); });
        if (verdict == TokenVerdict::valid) return std::move(invited);
        if (verdict == TokenVerdict::replaced) reason = "link_replaced";
    }
    return refused(reason);
}

/// @param presented  What stands behind the # of a link, or a code typed from paper.
Result<Invited> presented_by(App& app, std::string_view presented) {
    if (const auto link = parse_link(presented)) return judged(app, *link);
    if (const auto code = parse_code(presented)) return judged(app, *code);
    return refused("link_unknown");
}

AnswerPass pass_of(App& app, const Invited& invited) {
    return {invited.invitation.id, invited.invitation.link_version, app.clock.now() + cookie_lifetime_ms};
}

/// Whoever answered finds its own network by the same link after closing.
bool may_look_back(App& app, const RespondentId& respondent) {
    return app.database.read([&](db::Session& db) { return has_answered(db, respondent); });
}

}  // namespace

Result<AnswerPass> open_link(App& app, std::string_view token) {
    KONBIT_TRY(const Invited invited, presented_by(app, token));
    const Instant now = app.clock.now();
    const auto takes = app.database.read([&](db::Session& db) {
        return answers::check_takes_answers(db, invited.wave,
                                            System::respondent(invited.invitation.id, invited.wave.id), now);
    });
    if (!takes && !may_look_back(app, invited.invitation.id)) return refused(takes.error().reason);
    return pass_of(app, invited);
}

Result<AnswerPass> open_link_for_rights(App& app, std::string_view token) {
    KONBIT_TRY(const Invited invited, presented_by(app, token));
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

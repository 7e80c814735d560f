// SPDX-License-Identifier: Apache-2.0
#include "features/answers/answering.hpp"

#include "db/database.hpp"
#include "features/answers/consent_log.hpp"
#include "features/answers/participation.hpp"
#include "features/answers/prefill.hpp"
#include "features/answers/resealing.hpp"
#include "features/answers/sealing.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/links/link_store.hpp"
#include "features/permission/policies.hpp"
#include "features/sealed/wave_keys.hpp"

#include <algorithm>

namespace konbit {

namespace {

/// Says for which respondent, or which member, a page answers. Phones are lent: another link, opened since,
/// has changed the cookie.
constexpr std::string_view answers_for_header = "konbit-answers-for";

std::unexpected<Error> no_pass(std::string_view reason) {
    return failure(ErrorCode::unauthenticated, std::string(reason));
}

bool is_answered_by(const Invitation& invitation, std::string_view who) {
    return invitation.id.view() == who || invitation.wave_member_id.view() == who;
}

Result<WaveId> wave_of(App& app, const links::AnswerPass& pass, std::string_view who) {
    if (app.clock.now() >= pass.expires_at) return no_pass("answer_session_ended");
    const auto invited =
        app.database.read([&](db::Session& db) { return links::find_invited(db, pass.respondent); });
    if (!invited) return no_pass("link_unknown");
    if (invited->invitation.link_version != pass.link_version) return no_pass("link_replaced");
    if (!who.empty() && !is_answered_by(invited->invitation, who))
        return failure(ErrorCode::conflict, "other_respondent");
    return invited->wave.id;
}

}  // namespace

Result<Respondent> Policies::answering(App& app, const http::Request& request) {
    const auto cookie = request.cookie(links::answer_cookie_name);
    const auto pass = app.keys.first(links::cookie_purpose,
                                     [&](const crypto::Key& key) { return links::open_cookie(key, cookie); });
    if (!pass) return no_pass("answer_session_missing");
    return answers::respondent_of(app, *pass, request.headers.get(answers_for_header));
}

Respondent System::respondent(const RespondentId& respondent, const WaveId& wave) {
    return {respondent, wave};
}
Analyst System::analyst(const ClusterId& cluster, const WaveId& wave) { return {cluster, wave}; }

}  // namespace konbit

namespace konbit::answers {

namespace {

constexpr std::size_t most_at_once = 200;

/// What sealing needs to know, read before it.
struct Target {
    Question question{};
    std::map<WaveMemberId, int> places{};
};

Result<Target> target_of(App& app, const Respondent& by, const QuestionId& id) {
    return app.database.read([&](db::Session& db) -> Result<Target> {
        KONBIT_TRY(const Question question, find_question(db, by, id));
        return Target{question, places_of_others(db, by)};
    });
}

Result<std::optional<sealed::StoredRow>> sealed_values(App& app, const Respondent& by, const Target& target,
                                                       const RowChange& change) {
    const bool names_nobody_yet = change.state == RowState::partial && change.values.empty();
    if (change.state == RowState::declined || names_nobody_yet) return std::nullopt;
    KONBIT_TRY(const sealed::Row row, row_of(change.values, target.places));
    KONBIT_TRY(const crypto::Key key, sealed::read_wave_key(app.keys, by.wave()));
    return sealed_row(key, {by.wave(), by.respondent(), target.question.id}, row);
}

Result<void> save_ties(App& app, const Respondent& by, const std::string& device,
                       const SaidOfQuestion& said) {
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write([&](db::Session& db) -> Result<void> {
        for (const auto& [alter, value, sequence] : said.ties)
            KONBIT_CHECK(save_tap(db, by, said.question_id, alter, {value, device, sequence}, now));
        return {};
    }));
    const bool takes_back = std::ranges::any_of(said.ties, [](const SaidTie& tie) { return !tie.value; });
    return takes_back ? reseal_behind_gates(app, by) : Result<void>{};
}

std::size_t size_of(const Said& said) {
    std::size_t size = 0;
    for (const auto& [question, ties, row] : said.questions) size += ties.size() + (row ? 1 : 0);
    return size;
}

}  // namespace

Result<Respondent> respondent_of(App& app, const links::AnswerPass& pass, std::string_view who) {
    KONBIT_TRY(const WaveId wave, wave_of(app, pass, who));
    return System::respondent(pass.respondent, wave);
}

std::uint64_t order_seed(App& app, const RespondentId& respondent) {
    const std::string bytes = crypto::hmac_sha256(app.keys.lasting("roster order").view(), respondent.view());
    std::uint64_t seed = 0;
    for (std::size_t i = 0; i < 8; ++i) seed = seed << 8 | static_cast<unsigned char>(bytes[i]);
    return seed;
}

Result<void> agree(App& app, const Respondent& by, const ConsentGiven& given) {
    const Instant now = app.clock.now();
    const bool is_asked_anew = is_control(app, by.respondent());
    return app.database.write([&](db::Session& db) -> Result<void> {
        KONBIT_CHECK(save_consent(db, by, given, now));
        log_consent(db, app.texts, by, now);
        prefill(db, by, is_asked_anew, now);
        return {};
    });
}

Result<void> save_one_tap(App& app, const Respondent& by, const QuestionId& question,
                          const WaveMemberId& alter, const Tap& tap) {
    const Instant now = app.clock.now();
    KONBIT_CHECK(
        app.database.write([&](db::Session& db) { return save_tap(db, by, question, alter, tap, now); }));
    return tap.value ? Result<void>{} : reseal_behind_gates(app, by);
}

Result<void> save_whole_row(App& app, const Respondent& by, const QuestionId& id, const RowChange& change) {
    KONBIT_TRY(const Target target, target_of(app, by, id));
    KONBIT_CHECK(check(change, target.question));
    const Instant now = app.clock.now();
    if (target.question.sensitivity != Sensitivity::sealed) {
        KONBIT_CHECK(app.database.write([&](db::Session& db) { return save_row(db, by, id, change, now); }));
        return change.state == RowState::answered ? Result<void>{} : reseal_behind_gates(app, by);
    }
    KONBIT_TRY(const auto sealed, sealed_values(app, by, target, change));
    return app.database.write([&](db::Session& db) { return save_sealed(db, by, change, id, sealed, now); });
}

Result<void> save_said(App& app, const Respondent& by, const Said& said) {
    if (size_of(said) > most_at_once)
        return failure(ErrorCode::invalid, "invalid", {{"/questions", "too_many", {{"max", "200"}}}});
    for (const auto& each : said.questions) {
        if (!each.ties.empty()) KONBIT_CHECK(save_ties(app, by, said.device, each));
        if (!each.row) continue;
        const auto& [state, values, sequence] = *each.row;
        KONBIT_CHECK(save_whole_row(app, by, each.question_id, {state, values, said.device, sequence}));
    }
    return {};
}

}  // namespace konbit::answers

// SPDX-License-Identifier: Apache-2.0
#include "features/networks/freezing.hpp"

#include "core/crypto.hpp"
#include "features/networks/analyze.hpp"

#include <fmt/core.h>

namespace konbit::networks {

namespace {

/// A line of wave_freezes.
struct Noted {
    std::string results_sha256;
    std::string engine_version;
    Instant frozen_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("results_sha256", &Noted::results_sha256),
            field("engine_version", &Noted::engine_version),
            field("frozen_at", &Noted::frozen_at),
        };
    }
};

/// A wave that was frozen without a note.
struct Unnoted {
    WaveId id{};
    ClusterId cluster_id{};
    Instant frozen_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Unnoted::id),
            field("cluster_id", &Unnoted::cluster_id),
            field("frozen_at", &Unnoted::frozen_at),
        };
    }
};

std::string text_of(const WaveMember& member) {
    return fmt::format("{}|{}|{}|{}|{}|{}|{};", member.position, member.label, member.kind,
                       member.subsector.value_or(""), member.subgroup.value_or(""), member.country_code,
                       member.is_facilitator);
}

std::string text_of(const QuestionData& question) {
    std::string text(name_of(question.question.key));
    for (const auto state : question.rows) text += static_cast<char>('0' + static_cast<int>(state));
    for (const bool named : question.is_named) text += named ? 'n' : '-';
    for (const auto& tie : question.ties) text += fmt::format("{},{},{};", tie.from, tie.to, tie.value);
    return text;
}

std::vector<std::string> wordings(db::Session& db, const WaveId& wave) {
    return db.query<std::string>(R"(
        SELECT v.wording_sha256
        FROM asked_questions q
        JOIN question_versions v ON v.id = q.question_version_id
        WHERE q.wave_id = $1
        ORDER BY q.position)",
                                 wave);
}

/// Sealing the results is the program's own work: nothing of the sealed rows is opened.
Result<void> note(db::Session& db, const ClusterId& cluster, const WaveId& wave, Instant frozen_at) {
    KONBIT_TRY(const StoredWave stored, load(db, System::analyst(cluster, wave)));
    db.change(
        "INSERT INTO wave_freezes (wave_id, results_sha256, engine_version, frozen_at) VALUES ($1, $2, $3, "
        "$4)",
        wave, results_hash(db, stored), engine_version, frozen_at);
    return {};
}

}  // namespace

std::string results_hash(db::Session& db, const StoredWave& stored) {
    const Wave& wave = stored.data.wave;
    std::string all = fmt::format("{}|{}|{};", wave.consent_version, wave.revision, wave.is_baseline);
    for (const auto& wording : wordings(db, wave.id)) all += wording + ";";
    for (const auto& actor : stored.data.actors) all += text_of(actor.member);
    for (const bool declined : stored.data.has_declined) all += declined ? 'd' : '-';
    for (const auto& question : stored.data.questions) all += text_of(question);
    all += text_of(stored.data.externals);
    for (const auto& actor : stored.data.actors)
        if (!actor.is_asked) all += fmt::format("!{};", actor.member.position);
    // Only where there is more to say, so that what was frozen before keeps its hash.
    if (has_several_informants(stored)) {
        all += name_of(wave.informant_rule);
        for (const auto& said : stored.said) all += text_of(said);
    }
    for (const auto& row : stored.sealed_rows)
        all += fmt::format("{}|{}|{};", row.respondent_id.view(), row.question_id.view(),
                           crypto::sha256_hex(row.ciphertext.data));
    return crypto::sha256_hex(all);
}

Result<Wave> freeze_wave(db::Session& db, const WaveFacilitator& by, Instant now) {
    KONBIT_TRY(Wave frozen, surveys::move_wave(db, by, surveys::WaveEvent::frozen, now));
    KONBIT_CHECK(note(db, by.cluster(), by.wave(), now));
    return frozen;
}

Result<void> release(db::Session& db, const ClusterId& cluster, const WaveId& wave, ReleaseCause cause,
                     Instant now) {
    const auto former = db.value<std::optional<std::string>>(
        "SELECT results_sha256 FROM wave_freezes WHERE wave_id = $1", wave);
    if (!former) return {};
    KONBIT_TRY(const StoredWave stored, load(db, System::analyst(cluster, wave)));
    const std::string hash = results_hash(db, stored);
    db.change("UPDATE wave_freezes SET results_sha256 = $2, engine_version = $3 WHERE wave_id = $1", wave,
              hash, engine_version);
    db.change(R"(
        INSERT INTO wave_releases (id, wave_id, cause, former_sha256, results_sha256, engine_version, released_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))",
              new_id<Id<struct WaveReleaseTag>>(), wave, cause, *former, hash, engine_version, now);
    return {};
}

Result<void> note_missing_freezes(db::Session& db) {
    for (const auto& wave : db.query<Unnoted>(R"(
        SELECT id, cluster_id, frozen_at FROM waves
        WHERE frozen_at IS NOT NULL AND id NOT IN (SELECT wave_id FROM wave_freezes))"))
        KONBIT_CHECK(note(db, wave.cluster_id, wave.id, wave.frozen_at));
    return {};
}

std::optional<Freeze> find_freeze(db::Session& db, const StoredWave& stored) {
    const WaveId& wave = stored.data.wave.id;
    const auto noted = db.one<Noted>(
        "SELECT results_sha256, engine_version, frozen_at FROM wave_freezes WHERE wave_id = $1", wave);
    if (!noted) return std::nullopt;
    const auto releases =
        db.value<std::int64_t>("SELECT count(*) FROM wave_releases WHERE wave_id = $1", wave);
    const auto new_keys = db.value<std::int64_t>(
        "SELECT count(*) FROM wave_releases WHERE wave_id = $1 AND cause = 'new_key'", wave);
    return Freeze{noted->results_sha256,
                  noted->engine_version,
                  noted->frozen_at,
                  noted->results_sha256 == results_hash(db, stored),
                  1 + static_cast<int>(releases),
                  static_cast<int>(new_keys)};
}

}  // namespace konbit::networks

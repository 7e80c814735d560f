// SPDX-License-Identifier: Apache-2.0
#include "features/answers/consent_log.hpp"

#include "core/crypto.hpp"
#include "features/audit/scene.hpp"
#include "features/links/invitation.hpp"
#include "features/public_figures/public_figures_store.hpp"
#include "features/texts/catalog.hpp"

#include <fmt/core.h>

namespace konbit::answers {

namespace {

/// What is agreed to, and what was shown for it.
struct Agreed {
    std::optional<Consent> consent;
    bool shares_with_members = false;
    bool shares_with_research = false;
    std::string consent_version;
    std::string language;
    std::string cluster;

    static constexpr auto fields() {
        return std::tuple{
            field("consent", &Agreed::consent),
            field("shares_with_members", &Agreed::shares_with_members),
            field("shares_with_research", &Agreed::shares_with_research),
            field("consent_version", &Agreed::consent_version),
            field("language", &Agreed::language),
            field("cluster", &Agreed::cluster),
        };
    }
};

struct Readers {
    std::vector<std::string> names;

    static constexpr auto fields() { return std::tuple{field("names", &Readers::names)}; }
};

std::optional<Agreed> find_agreed(db::Session& db, const Respondent& by) {
    return db.one<Agreed>(R"(
        SELECT r.consent, r.shares_with_members, r.shares_with_research, w.consent_version,
               COALESCE(r.language, 'en'), c.name
        FROM respondents r
        JOIN waves w ON w.id = r.wave_id
        JOIN clusters c ON c.id = w.cluster_id
        WHERE r.id = $1)",
                          by.respondent());
}

bool is_given(const Agreed& agreed, Purpose purpose) {
    switch (purpose) {
        case Purpose::members:
            return agreed.shares_with_members;
        case Purpose::facilitator:
            return agreed.consent == Consent::facilitator;
        case Purpose::figures:
            return agreed.consent.has_value();
        case Purpose::research:
            return agreed.shares_with_research;
    }
    return false;
}

/// What was last said of a purpose; nothing before the first time.
std::optional<bool> last_said(db::Session& db, const Respondent& by, Purpose purpose) {
    return db.value<std::optional<bool>>(
        "SELECT is_given FROM consents WHERE respondent_id = $1 AND purpose = $2"
        " ORDER BY recorded_at DESC, id DESC LIMIT 1",
        by.respondent(), purpose);
}

/// To the audit log goes which uses were allowed and which no longer, never what was answered.
void note_uses(db::Session& db, const Agreed& agreed, const Respondent& by, Instant now) {
    const auto spelled = [](bool given) { return std::string(given ? "given" : "refused"); };
    std::vector<AuditChange> changes;
    for (const Purpose purpose :
         {Purpose::members, Purpose::facilitator, Purpose::figures, Purpose::research}) {
        const auto before = last_said(db, by, purpose);
        changes.push_back({fmt::format("consent.{}", name_of(purpose)), before ? spelled(*before) : "",
                           spelled(is_given(agreed, purpose))});
    }
    audit::note_rights(db, {"respondent", by.respondent().view()}, changes, now);
}

std::string joined(const std::vector<std::string>& names) {
    std::string all;
    for (const auto& name : names) all += (all.empty() ? "" : ", ") + name;
    return all;
}

}  // namespace

std::vector<std::string> readers_of(db::Session& db, const WaveId& wave) {
    const auto found = db.one<Readers>("SELECT names FROM wave_readers WHERE wave_id = $1", wave);
    return found ? found->names : std::vector<std::string>{};
}

TotalsReaders totals_readers_of(db::Session& db, const WaveId& wave) {
    return {readers_of(db, wave), public_figures::is_announced(db, wave)};
}

std::string readers_text(const Catalog& texts, std::string_view language, const TotalsReaders& readers) {
    std::string text = readers.names.empty() ? texts.text(language, "answer.consent.readers_any")
                                             : texts.text(language, "answer.consent.readers",
                                                          {{"readers", joined(readers.names)}});
    if (readers.is_public) text += ' ' + texts.text(language, "answer.consent.public");
    return text;
}

std::string consent_text(const Catalog& texts, std::string_view language, std::string_view cluster,
                         const TotalsReaders& readers) {
    std::string all = texts.text(language, "answer.consent.text", {{"cluster", std::string(cluster)}});
    all += '\n' + readers_text(texts, language, readers);
    for (const std::string_view choice :
         {"facilitator", "facilitator_hint", "aggregate", "aggregate_hint", "members", "research"})
        all += '\n' + texts.text(language, fmt::format("answer.consent.{}", choice));
    return all;
}

void log_consent(db::Session& db, const Catalog& texts, const Respondent& by, Instant now) {
    const auto agreed = find_agreed(db, by);
    if (!agreed) return;
    const auto shown =
        consent_text(texts, agreed->language, agreed->cluster, totals_readers_of(db, by.wave()));
    const std::string hash = crypto::sha256_hex(shown);
    note_uses(db, *agreed, by, now);
    db.change(R"(
        INSERT INTO consent_texts (text_sha256, consent_version, language, text, first_shown_at)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (text_sha256) DO NOTHING)",
              hash, agreed->consent_version, agreed->language, shown, now);
    for (const Purpose purpose :
         {Purpose::members, Purpose::facilitator, Purpose::figures, Purpose::research})
        db.change(R"(
            INSERT INTO consents (id, respondent_id, purpose, is_given, consent_version, language, text_sha256,
                                  recorded_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
                  new_id<Id<struct ConsentTag>>(), by.respondent(), purpose, is_given(*agreed, purpose),
                  agreed->consent_version, agreed->language, hash, now);
}

}  // namespace konbit::answers

// SPDX-License-Identifier: Apache-2.0
#include "features/agreements/demo_agreements.hpp"

#include "db/columns.hpp"
#include "features/agreements/agreement_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/reference/demo_rows.hpp"

namespace konbit::agreements {

namespace {

/// A row as the file has it: members by number, obligations as "text|owner|due|done;…".
struct Row {
    std::string title;
    AgreementKind kind = AgreementKind::other;
    std::string keeper;
    std::string parties;
    std::optional<Date> signed_on, valid_from, valid_until;
    Visibility visibility = Visibility::private_;
    std::string obligations;

    static constexpr auto fields() {
        return std::tuple{
            field("title", &Row::title),
            field("kind", &Row::kind),
            field("keeper", &Row::keeper),
            field("parties", &Row::parties),
            field("signed_on", &Row::signed_on),
            field("valid_from", &Row::valid_from),
            field("valid_until", &Row::valid_until),
            field("visibility", &Row::visibility),
            field("obligations", &Row::obligations),
        };
    }
};

Result<AgreementParty> party_of(db::Session& session, const std::string& number,
                                const DemoDirectory& directory) {
    const auto id = directory.organizations.at(number);
    KONBIT_TRY(const Organization organization, organizations::find(session, System::viewer(), id));
    return AgreementParty{id, organization.name, true};
}

std::optional<Date> moved(const std::string& text, const DemoDirectory& directory) {
    const auto date = Date::parse(text);
    return date ? std::optional(directory.shift(*date)) : std::nullopt;
}

Result<std::vector<Obligation>> obligations_in(db::Session& session, const std::string& text,
                                               const DemoDirectory& directory) {
    std::vector<Obligation> obligations;
    for (const auto& each : parts_of(text, ';')) {
        auto parts = parts_of(each, '|');
        parts.resize(4);
        KONBIT_TRY(const AgreementParty owner, party_of(session, parts[1], directory));
        obligations.push_back({parts[0], owner.name, moved(parts[2], directory), moved(parts[3], directory)});
    }
    return obligations;
}

Result<AgreementProfile> agreement_of(db::Session& session, const Row& row, const DemoDirectory& directory,
                                      Instant now) {
    AgreementProfile agreement;
    agreement.id = new_id<AgreementId>();
    agreement.title = row.title;
    agreement.kind = row.kind;
    agreement.visibility = row.visibility;
    if (const auto cluster = directory.clusters.find(row.keeper); cluster != directory.clusters.end())
        agreement.cluster_id = cluster->second;
    else
        agreement.organization_id = directory.organizations.at(row.keeper);
    for (const auto& number : words_in(row.parties)) {
        KONBIT_TRY(AgreementParty party, party_of(session, number, directory));
        agreement.parties.push_back(std::move(party));
    }
    KONBIT_TRY(agreement.obligations, obligations_in(session, row.obligations, directory));
    for (const auto& [from, to] :
         {std::pair(&row.signed_on, &agreement.signed_on), std::pair(&row.valid_from, &agreement.valid_from),
          std::pair(&row.valid_until, &agreement.valid_until)})
        if (*from) *to = directory.shift(**from);
    agreement.created_at = agreement.updated_at = now;
    agreement.is_demo = true;
    return checked(std::move(agreement));
}

}  // namespace

Result<void> load_demo_agreements(db::Database& database, const DemoDirectory& directory, Instant now) {
    KONBIT_TRY(const auto rows, demo_rows<Row>("agreements.csv"));
    return database.write([&](db::Session& session) -> Result<void> {
        if (session.value<std::int64_t>("SELECT count(*) FROM agreements WHERE is_demo = TRUE") > 0)
            return {};
        for (const auto& row : rows) {
            KONBIT_TRY(const AgreementProfile agreement, agreement_of(session, row.record, directory, now));
            db::insert<Agreement>(session, "agreements", agreement);
        }
        return {};
    });
}

}  // namespace konbit::agreements

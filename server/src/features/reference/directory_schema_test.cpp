// SPDX-License-Identifier: Apache-2.0
#include "db/check_schema.hpp"
#include "db/testing/fixture.hpp"
#include "features/agreements/agreement.hpp"
#include "features/backings/backing.hpp"
#include "features/claims/claim.hpp"
#include "features/clusters/stage_change.hpp"
#include "features/corrections/correction.hpp"
#include "features/countries/country.hpp"
#include "features/experts/expert.hpp"
#include "features/factsheets/country_fact.hpp"
#include "features/history/change.hpp"
#include "features/imports/import_row.hpp"
#include "features/memberships/membership.hpp"
#include "features/merges/merge.hpp"
#include "features/organizations/organization.hpp"
#include "features/projects/project.hpp"
#include "features/reference/term.hpp"
#include "features/tiers/tier.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

class DirectorySchema : public db::testing::OnBothDatabases {};
KONBIT_ON_BOTH_DATABASES(DirectorySchema);

TEST_P(DirectorySchema, HasAColumnForEveryFieldAndAFieldForEveryColumn) {
    const std::array mappings{
        db::mapping<Term>("reference_terms"),
        db::mapping<TermName>("reference_names"),
        db::mapping<Country>("countries"),
        db::mapping<OrganizationDetails>("organizations"),
        db::mapping<ClusterDetails>("clusters"),
        db::mapping<Membership>("memberships"),
        db::mapping<StageChange>("stage_changes"),
        db::mapping<Change>("changes"),
        db::mapping<ClaimRequest>("claims"),
        db::mapping<Correction>("corrections"),
        db::mapping<Import>("imports"),
        db::mapping<ImportRow>("import_rows"),
        db::mapping<ImportMapping>("import_mappings"),
        db::mapping<Backing>("backings"),
        db::mapping<TierEvidence>("tier_evidence"),
        db::mapping<TierWaiver>("tier_waivers"),
        db::mapping<Merge>("merges"),
        db::mapping<Project>("projects"),
        db::mapping<CountryFact>("country_facts"),
        db::mapping<Expert>("experts"),
        db::mapping<Agreement>("agreements"),
    };
    EXPECT_THAT(db().read([&](db::Session& session) { return db::check_schema(session, mappings); }),
                ::testing::IsEmpty());
}

}  // namespace
}  // namespace konbit

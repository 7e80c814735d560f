// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/page.hpp"
#include "core/result.hpp"
#include "db/session.hpp"
#include "features/agreements/agreement.hpp"
#include "features/history/history.hpp"
#include "features/permission/register_capabilities.hpp"

#include <optional>
#include <string>
#include <vector>

/// The register of institutional agreements in the database.
namespace konbit::agreements {

/// What a list is narrowed to; empty members do not narrow it.
struct Filter {
    std::optional<ClusterId> cluster_id{};            ///< Kept by that cluster.
    std::optional<OrganizationId> organization_id{};  ///< Kept by that organization, or with it as a party.
    bool mine = false;                                ///< Only agreements that the viewer may change.
    bool is_public = false;                           ///< Only what everybody may read.
};

/// @return ErrorCode::not_found also for an agreement that the viewer may not see.
Result<AgreementProfile> find(db::Session& session, const Viewer& viewer, const AgreementId& id);

/// A page of the agreements that the viewer may see, by title.
Result<Page<AgreementProfile>> list(db::Session& session, const Viewer& viewer, const Filter& filter,
                                    const PageRequest& page);

/// @return ErrorCode::forbidden "not_keeper" at /cluster_id when the editor does not act for the cluster or
/// organization that would keep it; ErrorCode::invalid "unknown" for a party that the editor may not see.
Result<AgreementProfile> insert(db::Session& session, AgreementProfile agreement, const RegisterEditor& by,
                                const history::Occasion& at);

/// @return As insert(); ErrorCode::stale when it was changed meanwhile.
Result<AgreementProfile> update(db::Session& session, AgreementProfile agreement, const RegisterEditor& by,
                                const history::Occasion& at);

/// @return ErrorCode::stale when it was changed meanwhile.
Result<void> remove(db::Session& session, const AgreementProfile& agreement, const RegisterEditor& by,
                    const history::Occasion& at);

}  // namespace konbit::agreements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/page.hpp"
#include "core/result.hpp"
#include "db/session.hpp"
#include "features/experts/expert.hpp"
#include "features/history/history.hpp"
#include "features/organizations/slugs.hpp"
#include "features/permission/register_capabilities.hpp"
#include "features/search/facet.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

inline constexpr SlugTables expert_slugs{"experts", "expert_slugs", "expert_id"};

/// The register of experts in the database.
namespace experts {

/// What a list is narrowed to; empty members do not narrow it.
struct Filter {
    std::string q{};  ///< Words of names, headlines, topics and texts; the last may be unfinished.
    std::optional<std::string> country_code{};
    std::optional<std::string> objective{};
    std::optional<std::string> language{};
    std::optional<ClusterId> cluster_id{};  ///< With an engagement there.
    bool mine = false;                      ///< Only experts whose profile the viewer may change.
};

/// @return ErrorCode::not_found also for an expert that the viewer may not see.
Result<ExpertProfile> find(db::Session& session, const Viewer& viewer, const ExpertId& id);
Result<ExpertProfile> find(db::Session& session, const Viewer& viewer, std::string_view slug);

/// A page of the experts that the viewer may see, by name or, with words to search for, best matches first.
Result<Page<ExpertProfile>> list(db::Session& session, const Viewer& viewer, const Filter& filter,
                                 const PageRequest& page);

/// What the filters of a page offer, largest first: each counted under all other filters.
struct Facets {
    std::vector<Facet> countries;
    std::vector<Facet> objectives;
    std::vector<Facet> languages;
};
Facets facets(db::Session& session, const Viewer& viewer, const Filter& filter);

/// Enters somebody who has not confirmed yet, and is seen by stewards only until then.
/// @return ErrorCode::forbidden "out_of_reach" at /countries when none of them is in the editor's reach.
Result<ExpertProfile> insert(db::Session& session, Expert expert, const RegisterEditor& by,
                             const history::Occasion& at);

/// Writes a profile that was found before. What reads differently is public no more until the expert has
/// confirmed it; another address ends the links sent to the former one.
/// @return As insert(); ErrorCode::stale when it was changed meanwhile.
Result<ExpertProfile> update(db::Session& session, Expert expert, const RegisterEditor& by,
                             const history::Occasion& at);

/// Notes that the expert is asked to confirm.
Result<ExpertProfile> invite(db::Session& session, const ExpertId& id, const RegisterEditor& by, Instant now);

/// What the holder of the personal link sees: the own profile, confirmed or not.
Result<ExpertProfile> find(db::Session& session, const ConsentingExpert& by);

/// The expert agrees to the text of expert_consent_version, with the profile as it stands.
Result<ExpertProfile> confirm(db::Session& session, const ConsentingExpert& by, const history::Occasion& at);

/// Erases an expert: row, former addresses, search and what the history tells.
void erase(db::Session& session, const ConsentingExpert& by);
void erase(db::Session& session, const ExpertId& id, const RegisterEditor& by);

}  // namespace experts
}  // namespace konbit

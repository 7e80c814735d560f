// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/neutrality/neutrality.hpp"
#include "features/permission/capabilities.hpp"
#include "features/surveys/survey.hpp"

#include <vector>

namespace konbit::who_sees {

/// A wave whose sights are asked for; nothing of what was answered.
struct AskedWave {
    std::string title;
    std::string cluster_name;
    bool is_demo = false;
    std::vector<Question> questions{};
    std::vector<Localized> wordings{};                  ///< One for each question.
    bool has_public_totals = false;                     ///< The consent says that some are for everybody.
    std::vector<neutrality::FirmPerson> firm_people{};  ///< Who run the cluster and belong to members of it.
};

Result<AskedWave> find_asked(db::Session& db, const WaveFacilitator& by, Instant now);
Result<AskedWave> find_asked(db::Session& db, const Respondent& by, Instant now);

}  // namespace konbit::who_sees

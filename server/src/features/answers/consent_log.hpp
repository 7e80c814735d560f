// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "core/time.hpp"
#include "db/session.hpp"
#include "features/permission/capabilities.hpp"
#include "features/surveys/wave.hpp"

#include <string>
#include <vector>

namespace konbit {
class Catalog;
}

/// What respondents agreed to, as lines that are only ever added: one for each purpose at each change, with
/// the hash of the text that was shown.
namespace konbit::answers {

/// For what answers may be used. Each is asked for by itself.
enum class Purpose {
    members,      ///< Open ties on a map that members see.
    facilitator,  ///< Limited ties by name before the facilitator.
    figures,      ///< Totals for the evaluation.
    research,     ///< Answers without names, for research.
};
constexpr auto names(Purpose) {
    return std::to_array<std::string_view>({"members", "facilitator", "figures", "research"});
}

/// Adds what the respondent agrees to now, as it stands in the database: nothing for any purpose when it
/// declined. Call it in the transaction of the change.
void log_consent(db::Session& db, const Catalog& texts, const Respondent& by, Instant now);

/// Who reads the totals of a wave besides its facilitator, by name: the ministry, the donor.
std::vector<std::string> readers_of(db::Session& db, const WaveId& wave);

/// Who reads totals, in the words of the consent.
struct TotalsReaders {
    std::vector<std::string> names{};  ///< Empty: ministries and funders.
    bool is_public = false;            ///< Those of the whole network are for everybody.
};
TotalsReaders totals_readers_of(db::Session& db, const WaveId& wave);
std::string readers_text(const Catalog& texts, std::string_view language, const TotalsReaders& readers);

/// The whole text to which a respondent agrees in one language, names included; what is hashed is what the
/// page shows.
std::string consent_text(const Catalog& texts, std::string_view language, std::string_view cluster,
                         const TotalsReaders& readers);

}  // namespace konbit::answers

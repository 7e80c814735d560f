// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/exports/export.hpp"
#include "features/networks/network_report.hpp"
#include "features/pages/words.hpp"
#include "features/permission/capabilities.hpp"
#include "features/totals/totals_policy.hpp"
#include "http/request.hpp"

#include <vector>

/// The way out for everything that leaves a wave as a file.
namespace konbit::exports {

/// Who takes something out: reading it is one right, noting who did another.
struct Taker {
    Analyst reads;
    WaveFacilitator notes;
};
Result<Taker> taker(App& app, const http::Request& request, const Analyst& by);

/// A wave as far as it may leave, and how many answered it altogether.
struct Leaving {
    networks::NetworkReport report;
    networks::ResponseSummary response;
};

/// Sealed rows are not even opened for a file.
/// @return ErrorCode::not_found when nothing of the wave may leave for this purpose.
Result<Leaving> leaving(App& app, const Analyst& by, ExportPurpose purpose);

/// A question of the wave that is not sealed.
/// @return Nothing for any other.
const networks::QuestionReport* asked_in(const networks::NetworkReport& report, QuestionKey key);

/// What the ties of a question are called.
std::string relation_of(const networks::NetworkReport& report, QuestionKey key);

/// Files for research leave under an approved request only; others under none.
/// @return ErrorCode::conflict "research_not_approved"; "export_by_name" for files that name nobody.
Result<std::optional<ResearchRequestId>> approval(App& app, const WaveFacilitator& by, ExportPurpose purpose,
                                                  const std::optional<ResearchRequestId>& request_id);

/// Writes into the list that a file was taken out, and words its stamp.
Result<StampedExport> note(App& app, const WaveFacilitator& by, Export file, const pages::Words& words);
Result<StampedExport> note(App& app, const totals::TotalsReader& by, Export file, const pages::Words& words);

}  // namespace konbit::exports

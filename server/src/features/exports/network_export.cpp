// SPDX-License-Identifier: Apache-2.0
#include "features/exports/network_export.hpp"

#include "core/crypto.hpp"
#include "db/database.hpp"
#include "features/analyses/analysis_store.hpp"
#include "features/exports/network_parts.hpp"
#include "features/pages/frame.hpp"
#include "features/permission/policies.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit::exports {

namespace {

/// A wave that goes into the file, and who notes it there.
struct Source {
    Taker by;
    Leaving file;
};

std::vector<Wave> waves_before(App& app, const Analyst& by, const WhichFile& which) {
    if (!holds_several_waves(which.format) || which.purpose == ExportPurpose::research) return {};
    auto waves = app.database.read([&](db::Session& db) { return analyses::earlier_waves(db, by); });
    std::ranges::reverse(waves);
    return waves;
}

/// Whether nobody's name was taken out of the wave. Beside another wave, which still has it, it could be
/// found again.
bool has_all_names(const networks::NetworkReport& report) {
    return std::ranges::none_of(report.map.nodes, [](const auto& node) { return node.label.empty(); });
}

/// Nothing when the wave has no such question to give, or a name was taken out of it.
Result<std::optional<Source>> earlier_source(App& app, const http::Request& request, const Wave& wave,
                                             const WhichFile& which) {
    KONBIT_TRY(const Analyst reads, Policies::analyze_wave(app, request, wave.id));
    KONBIT_TRY(Taker by, taker(app, request, reads));
    auto file = leaving(app, reads, which.purpose);
    if (!file && file.error().code == ErrorCode::not_found) return std::nullopt;
    if (!file) return std::unexpected(std::move(file).error());
    if (!asked_in(file->report, which.question) || !has_all_names(file->report)) return std::nullopt;
    return Source{std::move(by), *std::move(file)};
}

/// The waves of the file in order of time; this one is the last.
Result<std::vector<Source>> sources_of(App& app, const http::Request& request, const Taker& by,
                                       const WhichFile& which) {
    KONBIT_TRY(Leaving own, leaving(app, by.reads, which.purpose));
    if (!asked_in(own.report, which.question)) return failure(ErrorCode::not_found, "question");
    std::vector<Source> sources;
    const auto waves = has_all_names(own.report) ? waves_before(app, by.reads, which) : std::vector<Wave>();
    for (const auto& wave : waves) {
        KONBIT_TRY(auto found, earlier_source(app, request, wave, which));
        if (found) sources.push_back(*std::move(found));
    }
    sources.push_back({by, std::move(own)});
    return sources;
}

std::string hash_of(const std::vector<sheets::ArchiveEntry>& parts) {
    std::string bytes;
    for (const auto& part : parts) bytes += part.bytes;
    return crypto::sha256_hex(bytes);
}

/// @return The stamp of the last wave: the one whose file it is.
Result<std::string> noted(App& app, const std::vector<Source>& sources, Export draft,
                          const pages::Words& words) {
    std::string stamp;
    for (const auto& [by, file] : sources) {
        draft.answered = file.response.answered;
        draft.asked = file.response.asked;
        KONBIT_TRY(StampedExport listed, note(app, by.notes, draft, words));
        stamp = std::move(listed.stamp);
    }
    return stamp;
}

}  // namespace

Result<TakenFile> take_network(App& app, const http::Request& request, const Analyst& by,
                               const WhichFile& which) {
    KONBIT_TRY(const Taker who, taker(app, request, by));
    KONBIT_TRY(const auto request_id, approval(app, who.notes, which.purpose, which.request_id));
    KONBIT_TRY(const std::vector<Source> sources, sources_of(app, request, who, which));
    std::vector<const networks::NetworkReport*> waves;
    for (const auto& each : sources) waves.push_back(&each.file.report);
    const auto words = pages::words_for(app, request);
    auto parts = network_parts(waves, which.question, which.format);
    KONBIT_TRY(const std::string stamp, noted(app, sources,
                                              {.content = ExportContent::ties,
                                               .question = which.question,
                                               .purpose = which.purpose,
                                               .format = which.format,
                                               .sha256 = hash_of(parts),
                                               .request_id = request_id},
                                              words));
    const auto& own = sources.back().file.report;
    auto [bytes, ending, media_type] =
        finished(std::move(parts), which.format, about(waves, {stamp, which.purpose}, words));
    return TakenFile{fmt::format("{} {}.{}", own.wave.title, relation_of(own, which.question), ending),
                     std::move(bytes), media_type};
}

}  // namespace konbit::exports

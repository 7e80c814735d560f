// SPDX-License-Identifier: Apache-2.0
#include "features/blind_maps/blind_map_store.hpp"

#include "db/columns.hpp"
#include "features/permission/own_firms.hpp"

#include <fmt/core.h>

namespace konbit::blind_maps {

namespace {

struct TakenFile {
    Id<struct BlindMapFileTag> id{};
    BlindMapRequestId request_id{};
    std::optional<AccountId> account_id;
    Instant taken_at{};

    static constexpr auto fields() {
        return std::tuple{field("id", &TakenFile::id), field("request_id", &TakenFile::request_id),
                          field("account_id", &TakenFile::account_id),
                          field("taken_at", &TakenFile::taken_at)};
    }
};

/// Requests with what stands around them: `q` the request, `k` the cluster.
std::string lines_sql() {
    return fmt::format(R"(
        SELECT {}, k.name, w.title, COALESCE(b.name, ''), d.name,
               (SELECT count(*) FROM blind_map_files f WHERE f.request_id = q.id)
        FROM blind_map_requests q
        JOIN waves w ON w.id = q.wave_id
        JOIN clusters k ON k.id = w.cluster_id
        LEFT JOIN accounts b ON b.id = q.asked_by
        LEFT JOIN accounts d ON d.id = q.decided_by
        WHERE )",
                       db::columns<BlindMapRequest>("q"));
}

Result<BlindMapLine> find(db::Session& db, const BlindMapRequestId& id) {
    auto found = db.one<BlindMapLine>(lines_sql() + "q.id = $1", id);
    if (!found) return failure(ErrorCode::not_found, "blind_map_request");
    return *std::move(found);
}

/// The second person stands apart from the first, from the cluster, and from its members.
Result<void> check_second(db::Session& db, const DirectoryEditor& by, const BlindMapRequest& request) {
    const auto cluster = db.value<ClusterId>("SELECT cluster_id FROM waves WHERE id = $1", request.wave_id);
    const AccountId account = by.viewer().account().value();
    if (account == request.asked_by || by.viewer().holds(Role::facilitator, cluster))
        return failure(ErrorCode::forbidden, "own_request");
    if (!own_firms(db, account, cluster).empty()) return failure(ErrorCode::forbidden, "own_firm_is_member");
    return {};
}

}  // namespace

BlindMapLine insert(db::Session& db, const WaveFacilitator& by, BlindMapRequest request, Instant now) {
    request.id = new_id<BlindMapRequestId>();
    request.wave_id = by.wave();
    request.asked_by = by.viewer().account().value();
    request.asked_at = now;
    db::insert(db, "blind_map_requests", request);
    return find(db, request.id).value();
}

std::vector<BlindMapLine> list(db::Session& db, const WaveFacilitator& by) {
    return db.query<BlindMapLine>(lines_sql() + "q.wave_id = $1 ORDER BY q.asked_at DESC, q.id DESC",
                                  by.wave());
}

std::vector<BlindMapLine> list_waiting(db::Session& db, const DirectoryEditor& by) {
    return db.query<BlindMapLine>(lines_sql() + "q.state = 'waiting' AND " +
                                  countries_kept_by(by.viewer(), "k.country_code") +
                                  " ORDER BY q.asked_at, q.id LIMIT 200");
}

Result<BlindMapLine> decide(db::Session& db, const DirectoryEditor& by, const BlindMapRequestId& id,
                            std::optional<std::string> refusal, Instant now) {
    auto found = db.one<BlindMapLine>(
        lines_sql() + "q.id = $1 AND " + countries_kept_by(by.viewer(), "k.country_code"), id);
    if (!found) return failure(ErrorCode::not_found, "blind_map_request");
    BlindMapRequest request = *std::move(found);
    if (request.state != BlindMapState::waiting) return failure(ErrorCode::conflict, "already_decided");
    KONBIT_CHECK(check_second(db, by, request));
    request.state = refusal ? BlindMapState::declined : BlindMapState::approved;
    if (!refusal) request.expires_at = now + validity_ms;
    request.reason = std::move(refusal);
    request.decided_by = by.viewer().account();
    request.decided_at = now;
    KONBIT_CHECK(db::update(db, "blind_map_requests", std::move(request)));
    return find(db, id);
}

Result<BlindMapLine> take(db::Session& db, const WaveFacilitator& by, const BlindMapRequestId& id,
                          Instant now) {
    KONBIT_TRY(BlindMapLine request, find(db, id));
    if (request.wave_id != by.wave()) return failure(ErrorCode::not_found, "blind_map_request");
    if (request.state != BlindMapState::approved || *request.expires_at <= now)
        return failure(ErrorCode::conflict, "not_approved");
    db::insert(db, "blind_map_files",
               TakenFile{new_id<Id<struct BlindMapFileTag>>(), id, by.viewer().account(), now});
    return request;
}

}  // namespace konbit::blind_maps

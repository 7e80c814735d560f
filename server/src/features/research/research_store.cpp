// SPDX-License-Identifier: Apache-2.0
#include "features/research/research_store.hpp"

#include "db/columns.hpp"
#include "features/answers/answered.hpp"
#include "features/permission/own_firms.hpp"

#include <fmt/core.h>

namespace konbit::research {

namespace {

/// Requests with what stands around them, narrowed and ordered by what follows: `q` the request, `k` the
/// cluster.
std::string lines_sql() {
    return fmt::format(R"(
        SELECT {}, k.name, w.title, COALESCE(b.name, ''), d.name,
               (SELECT count(*) FROM wave_members m WHERE m.wave_id = w.id AND {}),
               (SELECT count(*) FROM wave_members m WHERE m.wave_id = w.id AND {}),
               (SELECT count(*) FROM wave_members m
                WHERE m.wave_id = w.id
                  AND EXISTS (SELECT 1 FROM respondents r WHERE r.wave_member_id = m.id AND r.consent IS NOT NULL)
                  AND NOT EXISTS (SELECT 1 FROM respondents r
                                  WHERE r.wave_member_id = m.id AND r.consent IS NOT NULL
                                    AND NOT r.shares_with_research))
        FROM research_requests q
        JOIN waves w ON w.id = q.wave_id
        JOIN clusters k ON k.id = w.cluster_id
        LEFT JOIN accounts b ON b.id = q.asked_by
        LEFT JOIN accounts d ON d.id = q.decided_by
        WHERE )",
                       db::columns<ResearchRequest>("q"), answers::is_asked, answers::has_answered);
}

Result<ResearchLine> find(db::Session& db, const ResearchRequestId& id) {
    auto found = db.one<ResearchLine>(lines_sql() + "q.id = $1", id);
    if (!found) return failure(ErrorCode::not_found, "research_request");
    return *std::move(found);
}

Result<ResearchRequest> find_of_wave(db::Session& db, const WaveFacilitator& by,
                                     const ResearchRequestId& id) {
    KONBIT_TRY(ResearchLine found, find(db, id));
    if (found.wave_id != by.wave()) return failure(ErrorCode::not_found, "research_request");
    return ResearchRequest(std::move(found));
}

ClusterId cluster_of(db::Session& db, const WaveId& wave) {
    return db.value<ClusterId>("SELECT cluster_id FROM waves WHERE id = $1", wave);
}

/// The second person stands apart from the first, from the cluster, and from its members.
Result<void> check_second(db::Session& db, const DirectoryEditor& by, const ResearchRequest& request) {
    const ClusterId cluster = cluster_of(db, request.wave_id);
    const AccountId account = by.viewer().account().value();
    if (account == request.asked_by || by.viewer().holds(Role::facilitator, cluster))
        return failure(ErrorCode::forbidden, "own_request");
    if (!own_firms(db, account, cluster).empty()) return failure(ErrorCode::forbidden, "own_firm_is_member");
    return {};
}

Result<ResearchLine> decide(db::Session& db, const DirectoryEditor& by, const ResearchRequestId& id,
                            ResearchState state, std::optional<std::string> reason, Instant now) {
    auto found = db.one<ResearchLine>(
        lines_sql() + "q.id = $1 AND " + countries_kept_by(by.viewer(), "k.country_code"), id);
    if (!found) return failure(ErrorCode::not_found, "research_request");
    ResearchRequest request = *std::move(found);
    if (request.state != ResearchState::waiting) return failure(ErrorCode::conflict, "already_decided");
    KONBIT_CHECK(check_second(db, by, request));
    request.state = state;
    request.reason = std::move(reason);
    request.decided_by = by.viewer().account();
    request.decided_at = now;
    KONBIT_CHECK(db::update(db, "research_requests", std::move(request)));
    return find(db, id);
}

}  // namespace

ResearchLine insert(db::Session& db, const WaveFacilitator& by, ResearchRequest request, Instant now) {
    request.id = new_id<ResearchRequestId>();
    request.wave_id = by.wave();
    request.asked_by = by.viewer().account().value();
    request.asked_at = now;
    db::insert(db, "research_requests", request);
    return find(db, request.id).value();
}

std::vector<ResearchLine> list(db::Session& db, const WaveFacilitator& by) {
    return db.query<ResearchLine>(lines_sql() + "q.wave_id = $1 ORDER BY q.asked_at DESC, q.id DESC",
                                  by.wave());
}

std::vector<ResearchLine> list_waiting(db::Session& db, const DirectoryEditor& by) {
    return db.query<ResearchLine>(lines_sql() + "q.state = 'waiting' AND " +
                                  countries_kept_by(by.viewer(), "k.country_code") +
                                  " ORDER BY q.asked_at, q.id LIMIT 200");
}

std::int64_t count_waiting(db::Session& db, const DirectoryEditor& by) {
    return db.value<std::int64_t>(
        "SELECT count(*) FROM research_requests q JOIN waves w ON w.id = q.wave_id"
        " JOIN clusters k ON k.id = w.cluster_id WHERE q.state = 'waiting' AND " +
        countries_kept_by(by.viewer(), "k.country_code"));
}

Result<ResearchLine> withdraw(db::Session& db, const WaveFacilitator& by, const ResearchRequestId& id) {
    KONBIT_TRY(ResearchRequest request, find_of_wave(db, by, id));
    if (request.state == ResearchState::declined) return failure(ErrorCode::conflict, "already_decided");
    request.state = ResearchState::withdrawn;
    KONBIT_CHECK(db::update(db, "research_requests", std::move(request)));
    return find(db, id);
}

Result<ResearchLine> approve(db::Session& db, const DirectoryEditor& by, const ResearchRequestId& id,
                             Instant now) {
    return decide(db, by, id, ResearchState::approved, std::nullopt, now);
}

Result<ResearchLine> decline(db::Session& db, const DirectoryEditor& by, const ResearchRequestId& id,
                             const std::string& reason, Instant now) {
    return decide(db, by, id, ResearchState::declined, reason, now);
}

Result<ResearchLine> find_approved(db::Session& db, const WaveFacilitator& by,
                                   const std::optional<ResearchRequestId>& id) {
    if (id)
        if (auto found = find(db, *id);
            found && found->wave_id == by.wave() && found->state == ResearchState::approved)
            return found;
    return failure(ErrorCode::conflict, "research_not_approved");
}

}  // namespace konbit::research

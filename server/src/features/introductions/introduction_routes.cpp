// SPDX-License-Identifier: Apache-2.0
#include "features/introductions/introduction_routes.hpp"

#include "db/database.hpp"
#include "features/introductions/introduction_mail.hpp"
#include "features/introductions/letter_job.hpp"
#include "features/permission/policies.hpp"

#include <fmt/core.h>

namespace konbit::introductions {

namespace {

using http::Created;
using http::NoContent;

/// What became of writing to them.
struct IntroductionsSent {
    int queued = 0;                            ///< Mails that go out now.
    int waiting = 0;                           ///< Those that go out when their readers may be written to.
    std::vector<std::string> without_address;  ///< Labels of members who have no e-mail address.

    static constexpr auto fields() {
        return std::tuple{field("queued", &IntroductionsSent::queued),
                          field("waiting", &IntroductionsSent::waiting),
                          field("without_address", &IntroductionsSent::without_address)};
    }
};

struct IntroductionMessages {
    std::vector<IntroductionMessage> items;

    static constexpr auto fields() { return std::tuple{field("items", &IntroductionMessages::items)}; }
};

Result<IntroductionAdvice> advice(App& app, WaveId, const WaveFacilitator& by) {
    return app.database.read([&](db::Session& db) { return find_advice(db, by); });
}

Result<Created<Introduction>> take_up(App& app, WaveId, const WaveFacilitator& by,
                                      Create<Introduction> draft) {
    const Instant now = app.clock.now();
    KONBIT_TRY(Introduction made,
               app.database.write([&](db::Session& db) { return insert(db, draft, by, now); }));
    const std::string address =
        fmt::format("/api/clusters/{}/introductions/{}", made.cluster_id.view(), made.id.view());
    return Created<Introduction>{std::move(made), address};
}

Result<IntroductionDesk> show(App& app, ClusterId, const Facilitator& by) {
    return app.database.read([&](db::Session& db) { return find_desk(db, by); });
}

Result<Introduction> change(App& app, ClusterId, IntroductionId id, const Facilitator& by,
                            Patch<Introduction> patch) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<Introduction> {
        KONBIT_TRY(const Introduction stored, find(db, by, id));
        KONBIT_TRY(Introduction wanted, patch.onto(stored));
        return update(db, std::move(wanted), by, now);
    });
}

Result<NoContent> take_back(App& app, ClusterId, IntroductionId id, const Facilitator& by,
                            http::IfMatch seen) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<NoContent> {
        KONBIT_TRY(const Introduction stored, find(db, by, id));
        KONBIT_CHECK(seen.check(stored.version));
        KONBIT_CHECK(remove(db, stored, by, now));
        return NoContent{};
    });
}

/// The addresses in them are for their readers: no cache keeps them.
Result<http::Answer<IntroductionMessages>> show_messages(App& app, ClusterId, IntroductionId id,
                                                         const Facilitator& by) {
    return app.database.read([&](db::Session& db) -> Result<http::Answer<IntroductionMessages>> {
        KONBIT_TRY(const Introduction introduction, find(db, by, id));
        IntroductionMessages messages;
        for (auto& letter : letters_of(db, app, introduction))
            messages.items.push_back(std::move(letter.message));
        return http::Answer<IntroductionMessages>{.value = std::move(messages), .has_secrets = true};
    });
}

Result<IntroductionsSent> send_all(db::Session& db, App& app, const Introduction& introduction, Instant now) {
    IntroductionsSent sent;
    int planned = 0;
    for (const auto& letter : letters_of(db, app, introduction)) {
        if (!letter.message.has_address) {
            sent.without_address.push_back(letter.message.label);
            continue;
        }
        plan_letter(db, introduction.id, letter.message.side);
        planned += 1;
    }
    KONBIT_CHECK(send_waiting(db, app, now));
    sent.waiting = count_waiting(db, introduction.id);
    sent.queued = planned - sent.waiting;
    if (planned > 0) note_mailed(db, introduction, now);
    return sent;
}

/// Once: nobody is asked twice by the same program.
Result<IntroductionsSent> send(App& app, ClusterId, IntroductionId id, const Facilitator& by) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<IntroductionsSent> {
        KONBIT_TRY(const Introduction introduction, find(db, by, id));
        if (introduction.mailed_at) return failure(ErrorCode::conflict, "already_sent");
        if (introduction.state == IntroductionState::declined)
            return failure(ErrorCode::conflict, "introduction_declined");
        return send_all(db, app, introduction, now);
    });
}

}  // namespace

}  // namespace konbit::introductions

namespace konbit {

std::span<const http::Route<App>> introduction_routes() {
    using namespace introductions;
    using http::route;
    static const std::array all{
        route(http::get, "/api/waves/{id}/introductions",
              "Whom to introduce to whom, by the open questions of a closed wave", may_facilitate_wave,
              advice),
        route(http::post, "/api/waves/{id}/introductions", "Takes up an introduction", may_facilitate_wave,
              take_up),
        route(http::get, "/api/clusters/{cluster_id}/introductions",
              "The introductions of a cluster, and what became of them", may_facilitate, show),
        route(http::patch, "/api/clusters/{cluster_id}/introductions/{introduction_id}",
              "Notes how far an introduction came", may_facilitate, change),
        route(http::remove, "/api/clusters/{cluster_id}/introductions/{introduction_id}",
              "Takes back an introduction that was a mistake", may_facilitate, take_back),
        route(http::get, "/api/clusters/{cluster_id}/introductions/{introduction_id}/messages",
              "What the people of an introduction are told, each in its language", may_facilitate,
              show_messages),
        route(http::post, "/api/clusters/{cluster_id}/introductions/{introduction_id}/messages",
              "Mails it to them, once", may_facilitate, send),
    };
    return all;
}

}  // namespace konbit

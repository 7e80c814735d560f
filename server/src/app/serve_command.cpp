// SPDX-License-Identifier: Apache-2.0
#include "app/serve_command.hpp"

#include "app/command_line.hpp"
#include "app/demo.hpp"
#include "app/routes.hpp"
#include "app/runtime.hpp"
#include "core/crypto.hpp"
#include "core/log.hpp"
#include "features/accounts/demo_accounts.hpp"
#include "features/accounts/session_store.hpp"
#include "features/agreements/renewal_notices.hpp"
#include "features/analyses/analysis_job.hpp"
#include "features/idempotency/claim_store.hpp"
#include "features/imports/import_job.hpp"
#include "features/jobs/housekeeping.hpp"
#include "features/jobs/runner.hpp"
#include "features/mail/delivery.hpp"
#include "features/nudges/nudge_job.hpp"
#include "features/pages/frame.hpp"
#include "features/reminders/reminder_job.hpp"
#include "features/rights/departures.hpp"
#include "features/rights/retention.hpp"
#include "features/saved_searches/digest.hpp"
#include "features/tiers/tier_job.hpp"
#include "http/server.hpp"
#include "http/service.hpp"

#include <fmt/core.h>

#include <system_error>
#include <thread>

namespace konbit {

namespace {

http::ServerOptions server_options(const Config& config) {
    http::ServerOptions options;
    options.address = config.listen;
    options.port = static_cast<std::uint16_t>(config.port);
    options.io_threads = std::max(1u, std::thread::hardware_concurrency());
    options.workers = 2 * options.io_threads;
    options.stops_on_signals = true;
    return options;
}

void greet(const Config& config, std::uint16_t port) {
    fmt::print("\nKonbit serves on http://{}:{}\n", config.listen, port);
    if (!config.is_demo) {
        fmt::print("Make the first account with: konbit user add --data {} --email YOU --name NAME\n\n",
                   config.data.string());
        return;
    }
    fmt::print("\nSign in at /app/sign-in; everybody's password is {}\n", accounts::demo_password);
    if (const auto people = accounts::demo_accounts()) {
        for (const auto& person : *people)
            fmt::print("  {:26} {}: {}\n", person.email, person.name, person.shows);
    }
    fmt::print(
        "Mail that Konbit sends is read at /dev/mail. All of these people and firms are invented.\n\n");
    std::fflush(stdout);
}

/// Who an Idempotency-Key belongs to.
std::string actor_of(App& app, const http::Request& request) {
    if (const auto account = accounts::signed_in_by(app, request.cookie("konbit")))
        return "account:" + account->account.str();
    const auto answering = request.cookie("konbit-answer");
    return answering.empty() ? "" : "answer:" + crypto::sha256_hex(answering);
}

http::ServiceOptions service_options(App& app, http::IdempotencyStore& idempotency) {
    http::ServiceOptions options;
    options.assets = app.web.assets;
    options.idempotency = &idempotency;
    options.actor = [&app](const http::Request& request) { return actor_of(app, request); };
    options.error_page = [&app](const http::Request& request, int status, std::string_view reason) {
        return pages::error_page(app, request, status, reason);
    };
    const double per_minute = app.config.requests_per_minute;
    options.per_visitor = {per_minute, std::chrono::seconds(60)};
    // A workshop's phones share one address.
    options.per_address = {10 * per_minute, std::chrono::seconds(60)};
    options.is_https = app.config.base_url.starts_with("https://");
    return options;
}

Result<jobs::Handlers> job_handlers(App& app) {
    jobs::Handlers handlers;
    KONBIT_CHECK(mail::add_delivery(handlers, app));
    jobs::add_housekeeping(handlers, app);
    saved_searches::add_digests(handlers, app);
    analyses::add_analysis_jobs(handlers, app);
    reminders::add_reminder_job(handlers, app);
    rights::add_retention_job(handlers, app);
    rights::add_departure_notices(handlers, app);
    imports::add_import_jobs(handlers, app);
    tiers::add_tier_jobs(handlers, app);
    nudges::add_nudge_job(handlers, app);
    agreements::add_renewal_notices(handlers, app);
    return handlers;
}

/// Serves until a signal; jobs run beside.
Result<void> run_server(App& app) {
    KONBIT_TRY(jobs::Handlers handlers, job_handlers(app));
    idempotency::ClaimStore claims(app.database, app.clock, app.keys);
    http::Service service(endpoints(app), service_options(app, claims));
    jobs::JobRunner jobs(app.database, app.clock, std::move(handlers));
    http::Server server(server_options(app.config), service);
    jobs.start();
    server.start();
    greet(app.config, server.port());
    server.wait();
    jobs.stop();
    return {};
}

}  // namespace

int serve(const Config& config) {
    log::configure(config.logs_json ? log::Format::json : log::Format::plain, log::Level::info);
    auto runtime = Runtime::open(config);
    if (!runtime) return complain(runtime.error());
    App& app = (*runtime)->app();
    if (config.is_demo) {
        if (const auto loaded = load_demo(app); !loaded) return complain(loaded.error());
    }
    try {
        if (const auto ended = run_server(app); !ended) return complain(ended.error());
    } catch (const std::system_error& error) {
        return complain(
            {ErrorCode::unavailable,
             fmt::format("cannot listen on {}:{}: {}", config.listen, config.port, error.code().message()),
             {},
             {}});
    }
    return 0;
}

}  // namespace konbit

// SPDX-License-Identifier: Apache-2.0
#include "app/serve_command.hpp"

#include "app/command_line.hpp"
#include "app/counted_routes.hpp"
#include "app/demo.hpp"
#include "app/routes.hpp"
#include "app/runtime.hpp"
#include "core/log.hpp"
#include "core/text.hpp"
#include "features/accounts/demo_accounts.hpp"
#include "features/accounts/lacking_factor.hpp"
#include "features/accounts/session_store.hpp"
#include "features/agreements/renewal_notices.hpp"
#include "features/analyses/analysis_job.hpp"
#include "features/audit/heads_letter.hpp"
#include "features/audit/watch.hpp"
#include "features/breaches/breach_reminders.hpp"
#include "features/idempotency/claim_store.hpp"
#include "features/imports/import_job.hpp"
#include "features/introductions/letter_job.hpp"
#include "features/jobs/housekeeping.hpp"
#include "features/jobs/runner.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/keys/rotation.hpp"
#include "features/links/answer_cookie.hpp"
#include "features/mail/delivery.hpp"
#include "features/nudges/nudge_job.hpp"
#include "features/oidc/services_file.hpp"
#include "features/pages/frame.hpp"
#include "features/reminders/reminder_job.hpp"
#include "features/rights/departures.hpp"
#include "features/rights/retention.hpp"
#include "features/roles/role_job.hpp"
#include "features/saved_searches/digest.hpp"
#include "features/tiers/tier_job.hpp"
#include "features/tokens/token_holder.hpp"
#include "http/server.hpp"
#include "http/service.hpp"
#include "http/to_https.hpp"

#include <fmt/core.h>

#include <optional>
#include <ranges>
#include <system_error>
#include <thread>

namespace konbit {

namespace {

/// The entries of a list like "10.0.0.0/8, ::1".
std::vector<std::string> entries_of(std::string_view list) {
    std::vector<std::string> entries;
    for (const auto part : std::views::split(list, ',')) {
        auto entry = text::trim(std::string_view(part));
        if (!entry.empty()) entries.push_back(std::move(entry));
    }
    return entries;
}

Result<http::ServerOptions> server_options(const ServeConfig& config) {
    http::ServerOptions options;
    KONBIT_TRY(options.proxies, http::TrustedProxies::parse(entries_of(config.trusted_proxies)));
    options.address = config.listen;
    options.port = static_cast<std::uint16_t>(config.port);
    options.io_threads = std::max(1u, std::thread::hardware_concurrency());
    options.workers = 2 * options.io_threads;
    options.stops_on_signals = true;
    options.tls = config.tls;
    return options;
}

/// Sends visitors on to https while it lives.
class Redirect {
  public:
    explicit Redirect(const ServeConfig& config)
        : to_https_(config.base_url), server_(options(config), to_https_) {
        server_.start();
    }
    ~Redirect() { server_.stop(); }

  private:
    static http::ServerOptions options(const ServeConfig& config) {
        http::ServerOptions options;
        options.address = config.listen;
        options.port = static_cast<std::uint16_t>(config.redirect_port);
        options.io_threads = options.workers = 1;
        return options;
    }

    http::ToHttps to_https_;
    http::Server server_;
};

void greet(const ServeConfig& config, std::uint16_t port) {
    fmt::print("\nKonbit serves on {}://{}:{}\n", config.tls.is_given() ? "https" : "http", config.listen,
               port);
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

/// Who an Idempotency-Key belongs to, and whose requests are counted together.
std::string actor_of(App& app, const http::Request& request) {
    if (tokens::has_token(request)) {
        const auto holder = tokens::holder_of(app, request);
        return holder ? "token:" + holder->token.str() : "";
    }
    if (const auto account = accounts::signed_in_by(app, request.cookie("konbit")))
        return "account:" + account->account.str();
    const auto pass = app.keys.first(links::cookie_purpose, [&](const crypto::Key& key) {
        return links::open_cookie(key, request.cookie(links::answer_cookie_name));
    });
    return pass ? "answer:" + pass->respondent.str() : "";
}

http::ServiceOptions service_options(App& app, const ServeConfig& config,
                                     http::IdempotencyStore& idempotency) {
    http::ServiceOptions options;
    options.assets = app.web.assets;
    options.idempotency = &idempotency;
    options.actor = [&app](const http::Request& request) { return actor_of(app, request); };
    options.error_page = [&app](const http::Request& request, int status, std::string_view reason) {
        return pages::error_page(app, request, status, reason);
    };
    options.allowances = http::Allowances::of(app.config.requests_per_minute);
    options.counted = &counted;
    options.is_https = app.config.base_url.starts_with("https://");
    options.hsts_subdomains = config.hsts_subdomains;
    return options;
}

Result<jobs::Handlers> job_handlers(App& app, const ServeConfig& config) {
    jobs::Handlers handlers;
    KONBIT_CHECK(mail::add_delivery(handlers, app));
    jobs::add_housekeeping(handlers, app);
    saved_searches::add_digests(handlers, app);
    analyses::add_analysis_jobs(handlers, app);
    reminders::add_reminder_job(handlers, app);
    introductions::add_letter_job(handlers, app);
    rights::add_retention_job(handlers, app);
    rights::add_departure_notices(handlers, app);
    breaches::add_breach_reminders(handlers, app);
    imports::add_import_jobs(handlers, app);
    tiers::add_tier_jobs(handlers, app);
    nudges::add_nudge_job(handlers, app);
    agreements::add_renewal_notices(handlers, app);
    keys::add_key_job(handlers, app);
    backups::add_backup_job(handlers, app, config.backup);
    roles::add_role_job(handlers, app);
    audit::add_heads_letter(handlers, app, config.audit_heads_to);
    return handlers;
}

/// Serves until a signal; jobs run beside.
Result<void> run_server(App& app, const ServeConfig& config) {
    if (config.tls.is_given()) KONBIT_CHECK(http::check(config.tls));
    KONBIT_TRY(const http::ServerOptions options, server_options(config));
    KONBIT_TRY(jobs::Handlers handlers, job_handlers(app, config));
    KONBIT_CHECK(oidc::read_services(config));
    idempotency::ClaimStore claims(app.database, app.clock, app.keys);
    tokens::TokenGate gate(app);
    audit::Trail trail(app.database, app.clock, audit::this_node(), app.config.data / audit::audit_folder);
    // What a token is refused is noted as well.
    auto guarded = tokens::guarded(accounts::told_what_lacks(endpoints(app), app), gate);
    http::Service service(audit::watched(std::move(guarded), trail, app.clock),
                          service_options(app, config, claims));
    jobs::JobRunner jobs(app.database, app.clock, std::move(handlers));
    http::Server server(options, service);
    std::optional<Redirect> redirect;
    if (config.redirect_port != 0) redirect.emplace(config);
    jobs.start();
    server.start();
    greet(config, server.port());
    server.wait();
    jobs.stop();
    return {};
}

}  // namespace

int serve(const ServeConfig& config) {
    log::configure(config.logs_json ? log::Format::json : log::Format::plain, log::Level::info);
    auto runtime = Runtime::open(config);
    if (!runtime) return complain(runtime.error());
    App& app = (*runtime)->app();
    if (config.is_demo) {
        if (const auto loaded = load_demo(app); !loaded) return complain(loaded.error());
    }
    try {
        if (const auto ended = run_server(app, config); !ended) return complain(ended.error());
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

// SPDX-License-Identifier: Apache-2.0
#include "app/inspect_commands.hpp"

#include "app/command_line.hpp"
#include "app/routes.hpp"
#include "app/runtime.hpp"
#include "app/web_files.hpp"
#include "core/log.hpp"

#include <fmt/core.h>

namespace konbit {

namespace {

/// Prints one line of the diagnosis. @return Whether all is well.
bool report(bool is_well, std::string_view what, std::string_view otherwise) {
    fmt::print("{}  {}{}{}\n", is_well ? "ok  " : "look", what, is_well ? "" : ": ",
               is_well ? "" : otherwise);
    return is_well;
}

std::int64_t count(App& app, std::string_view sql) {
    return app.database.read([&](db::Session& db) { return db.value<std::int64_t>(sql); });
}

bool keys_are_private(const Config& config) {
    using std::filesystem::perms;
    const auto allowed = std::filesystem::status(config.data / "keys").permissions();
    return (allowed & (perms::group_all | perms::others_all)) == perms::none;
}

bool reaches_by_https(const Config& config) {
    return config.base_url.starts_with("https://") || config.base_url.starts_with("http://127.0.0.1") ||
           config.base_url.starts_with("http://localhost");
}

bool diagnose(App& app) {
    const Config& config = app.config;
    bool is_well = report(true, "database and schema are up to date", "");
    is_well &= report(keys_are_private(config), "keys are readable by their owner only",
                      "chmod -R go= " + (config.data / "keys").string());
    is_well &= report(!app.web.path("app.html").empty(), "the web client is linked in",
                      "this binary was built with KONBIT_EMPTY_WEB");
    is_well &= report(reaches_by_https(config), "users reach it by https",
                      "cookies and answers would travel in the clear: set base_url to https://…");
    is_well &= report(!config.smtp_url.empty() || config.is_demo, "mail leaves",
                      "no smtp_url: mail waits in the outbox");
    is_well &= report(count(app, "SELECT count(*) FROM grants WHERE role = 'administrator'") > 0,
                      "there is an administrator", "make one: konbit user add --email … --name …");
    return is_well;
}

}  // namespace

int migrate(const Config& config) {
    log::configure(config.logs_json ? log::Format::json : log::Format::plain, log::Level::info);
    const auto runtime = Runtime::open(config);
    return runtime ? 0 : complain(runtime.error());
}

int write_openapi(const Config&) {
    fmt::print("{}\n", api_description());
    return 0;
}

int diagnose(const Config& config) {
    log::configure(log::Format::plain, log::Level::warning);
    const auto runtime = Runtime::open_existing(config);
    if (!runtime) return complain(runtime.error());
    return diagnose((*runtime)->app()) ? 0 : 1;
}

}  // namespace konbit

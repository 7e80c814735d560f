// SPDX-License-Identifier: Apache-2.0
#include "app/check_command.hpp"

#include "app/command_line.hpp"
#include "app/runtime.hpp"
#include "core/log.hpp"
#include "features/mail/outbox.hpp"
#include "http/tls.hpp"

#include <fmt/core.h>
#include <sys/timex.h>

#include <string>
#include <system_error>

namespace konbit {

namespace fs = std::filesystem;

namespace {

constexpr int days_to_renew = 14;
constexpr std::uintmax_t least_part_free = 5;  // a fifth

/// What was found; prints as it goes.
class Report {
  public:
    /// @param otherwise  What to do when it is not so.
    void line(bool is_well, std::string_view what, std::string_view otherwise) {
        if (is_well)
            fmt::print("ok    {}\n", what);
        else
            fmt::print("look  {}: {}\n", what, otherwise);
        is_well_ &= is_well;
    }
    bool is_well() const { return is_well_; }

  private:
    bool is_well_ = true;
};

bool is_private(const fs::path& path) {
    if (!fs::exists(path)) return true;
    return (fs::status(path).permissions() & (fs::perms::group_all | fs::perms::others_all)) ==
           fs::perms::none;
}

void check_access(Report& report, const ServeConfig& config) {
    const auto keys = config.data / "keys";
    report.line(is_private(keys), "keys are readable by their owner only", "chmod -R go= " + keys.string());
    report.line(is_private(config.data), "the data folder is closed to other users",
                "chmod go= " + config.data.string());
    const auto settings = config.data / "konbit.toml";
    report.line(is_private(settings), "settings, with their passwords, are closed to other users",
                "chmod 600 " + settings.string());
}

bool is_here(const std::string& url) {
    return url.starts_with("http://127.0.0.1") || url.starts_with("http://localhost");
}

void check_way_in(Report& report, const ServeConfig& config) {
    report.line(config.base_url.starts_with("https://") || is_here(config.base_url),
                "users reach it by https",
                "cookies and answers would travel in the clear: set base_url to https://…");
    if (!config.tls.is_given()) return;
    const auto days = http::days_left(config.tls);
    report.line(days && *days >= days_to_renew, "the certificate holds",
                days ? fmt::format("it ends in {} days: renew it, then send SIGHUP to the server", *days)
                     : days.error().reason);
}

void check_mail(Report& report, App& app) {
    const Config& config = app.config;
    report.line(!config.smtp_url.empty() || config.is_demo, "mail leaves",
                "no smtp_url: mail waits in the outbox");
    const auto waiting = app.database.read([](db::Session& db) { return mail::backlog(db); });
    const bool moves = !waiting.oldest_at || app.clock.now() - *waiting.oldest_at < day_ms;
    report.line(config.smtp_url.empty() || moves, "no mail has waited for a day",
                fmt::format("{} messages wait; the table outbox_mail says why (docs/operators/mail.md)",
                            waiting.waiting));
}

/// Codes of authenticator apps, ends of waves and of links go by the clock.
void check_clock(Report& report) {
    timex state{};
    report.line(::adjtimex(&state) != TIME_ERROR, "the clock is kept right",
                "no time service keeps it: apt install systemd-timesyncd");
}

void check_disk(Report& report, const ServeConfig& config) {
    std::error_code error;
    const auto room = fs::space(config.data, error);
    report.line(!error && room.available >= room.capacity / least_part_free, "a fifth of the disk is free",
                fmt::format("{} MB are left: writes stop when it is full", room.available / 1'000'000));
}

bool lies_within(const fs::path& path, const fs::path& folder) {
    const auto inner = fs::weakly_canonical(path).string();
    return inner.starts_with(fs::weakly_canonical(folder).string() + "/");
}

void check_backup(Report& report, App& app, const ServeConfig& config) {
    if (config.is_demo) return;
    const auto& [to, keys_to] = config.backup.destination;
    report.line(!to.empty(), "a backup is taken every day",
                "set backup_folder, or call konbit backup by a timer");
    report.line(to.empty() || !lies_within(to, config.data), "backups lie outside of the data folder",
                "one lost disk would take both: set backup_folder elsewhere");
    report.line(to.empty() || !keys_to.empty(), "keys are backed up",
                "set backup_keys_folder, on another machine");
    const auto last = backups::find_last(app.database);
    const auto age = last.taken_at ? "the last good one is of " + last.taken_at->str() : "there is none";
    report.line(!backups::is_late(last, app.clock.now()), "the last backup is younger than 26 hours",
                last.failure.empty() ? age : age + ": " + last.failure);
}

void check_people(Report& report, App& app) {
    const auto administrators = app.database.read([](db::Session& db) {
        return db.value<std::int64_t>("SELECT count(*) FROM grants WHERE role = 'administrator'");
    });
    report.line(administrators > 0, "there is an administrator",
                "make one: konbit user add --email … --name …");
}

}  // namespace

int check_installation(const ServeConfig& config) {
    log::configure(log::Format::plain, log::Level::warning);
    const auto runtime = Runtime::open_existing(config);
    if (!runtime) return complain(runtime.error());
    App& app = (*runtime)->app();
    Report report;
    report.line(true, "database and schema are up to date, and the key is theirs", "");
    check_access(report, config);
    report.line(!app.web.path("app.html").empty(), "the web client is linked in",
                "this binary was built with KONBIT_EMPTY_WEB");
    check_way_in(report, config);
    check_mail(report, app);
    check_clock(report);
    check_disk(report, config);
    check_backup(report, app, config);
    check_people(report, app);
    return report.is_well() ? 0 : 1;
}

}  // namespace konbit

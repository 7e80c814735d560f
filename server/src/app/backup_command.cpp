// SPDX-License-Identifier: Apache-2.0
#include "app/backup_command.hpp"

#include "app/command_line.hpp"
#include "app/routes.hpp"
#include "app/runtime.hpp"
#include "core/crypto.hpp"
#include "core/log.hpp"
#include "features/audit/trail.hpp"
#include "http/service.hpp"

#include <fmt/core.h>

#include <exception>
#include <system_error>

namespace konbit {

namespace fs = std::filesystem;

namespace {

/// A folder that goes with it.
class Temporary {
  public:
    Temporary() : path_(fs::temp_directory_path() / ("konbit-verify-" + crypto::random_token(6))) {}
    ~Temporary() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

Result<void> render_a_page(App& app) {
    http::Service service(endpoints(app), {.logs_requests = false});
    http::Request request;
    request.path = request.target = "/";
    request.headers.add("host", "localhost");
    service.admit(request);
    const auto answer = service.answer(request);
    if (answer.status == 200) return {};
    return failure(ErrorCode::unavailable, fmt::format("the first page answers {}", answer.status));
}

/// The folder's own name, with or without a slash behind it.
std::string name_of(const fs::path& folder) {
    return (folder.has_filename() ? folder : folder.parent_path()).filename().string();
}

/// Brings what was put back to this release and sees that it lives.
Result<void> bring_to_life(const Config& config, const backups::Manifest& backup, std::string_view name) {
    KONBIT_TRY(const auto runtime, Runtime::open_existing(config));
    for (const auto& step : backups::after_restore()) {
        KONBIT_CHECK(step.run(runtime->app(), backup));
        fmt::print("{}\n", step.what);
    }
    KONBIT_CHECK(audit::keep_command(runtime->app().database, runtime->app().clock, {"backup", name}));
    fmt::print("Passkeys, linked services and roles are those of {}: end anew what was ended since.\n",
               backup.taken_at.str());
    return render_a_page(runtime->app());
}

void tell(const backups::Manifest& backup) {
    std::int64_t rows = 0;
    for (const auto& table : backup.tables) rows += table.rows;
    fmt::print("{}: {} rows in {} tables, {} files, schema {}, key {}\n", backup.taken_at.str(), rows,
               backup.tables.size(), backup.files.size(), backup.schema, backup.key);
}

void tell_of_journal(const Config& config, const backups::Source& source) {
    if (!source.journal.empty()) return;
    fmt::print(
        "No --journal: erasures after the backup are not known. Before anybody uses it:\n"
        "konbit erasures apply --data {} --journal FILE\n",
        config.data.string());
}

/// Without its keys a backup can be checked, but not served.
Result<void> fill(const Config& config, const backups::Source& source) {
    KONBIT_TRY(const auto backup, backups::restore(config, source));
    tell(backup);
    tell_of_journal(config, source);
    if (!source.keys_from.empty()) return bring_to_life(config, backup, name_of(source.from));
    fmt::print("No --keys-from: put the keys into {} before you start the server.\n",
               (config.data / "keys").string());
    return {};
}

int verify(ServeConfig config, const backups::Source& source) {
    const Temporary folder;
    config.data = folder.path();
    const auto done = fill(config, source);
    if (!done) return complain(done.error());
    fmt::print("The backup is whole.\n");
    return 0;
}

int put_back_for_good(const ServeConfig& config, const backups::Source& source) {
    if (const auto done = fill(config, source); !done) return complain(done.error());
    fmt::print("{} can be served. What was done after that moment is not in it.\n", config.data.string());
    return 0;
}

}  // namespace

int back_up(const ServeConfig& config, backups::Destination to) {
    log::configure(log::Format::plain, log::Level::warning);
    const bool is_planned = to.to.empty();
    if (is_planned) to = config.backup.destination;
    if (to.to.empty())
        return complain({ErrorCode::invalid, "say where: --to FOLDER, or the setting backup_folder", {}, {}});
    const auto runtime = Runtime::open_existing(config);
    if (!runtime) return complain(runtime.error());
    // By hand nothing is pruned: whoever names a folder looks after it.
    const auto keep = is_planned ? config.backup.keep : backups::keep_all;
    const auto made = backups::make_and_note((*runtime)->app(), {to, keep});
    if (!made) return complain(made.error());
    tell(made->manifest);
    fmt::print("{}\n", made->folder.string());
    fmt::print("{}\n", made->keys.empty() ? "The keys are not in it: --keys-to FOLDER puts them elsewhere."
                                          : made->keys.string());
    // The backup is there, whether the log of this database takes its entry or not.
    const App& app = (*runtime)->app();
    const auto noted = audit::keep_command(
        app.database, app.clock, {"backup", made->folder.filename().string()}, AuditAction::exported);
    return noted ? 0 : complain(noted.error());
}

int put_back(const ServeConfig& config, const RestoreWork& work) {
    log::configure(log::Format::plain, log::Level::warning);
    try {
        return work.only_verifies ? verify(config, work.source) : put_back_for_good(config, work.source);
    } catch (const std::exception& error) {
        return complain({ErrorCode::unavailable, error.what(), {}, {}});
    }
}

}  // namespace konbit

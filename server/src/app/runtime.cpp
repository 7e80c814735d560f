// SPDX-License-Identifier: Apache-2.0
#include "app/runtime.hpp"

#include "app/routes.hpp"
#include "app/web_files.hpp"
#include "core/log.hpp"
#include "db/database.hpp"
#include "db/migrate.hpp"
#include "features/database_place.hpp"
#include "features/erasures/settling.hpp"
#include "features/keys/key_mark.hpp"
#include "features/people/membership_contact.hpp"
#include "features/reference/reference_loader.hpp"
#include "features/texts/locale_files.hpp"

#include <fmt/core.h>
#include <sys/stat.h>

#include <system_error>

namespace konbit {

namespace {

constexpr std::string_view keys_folder = "keys";

Result<void> make_data_folder(const Config& config) {
    std::error_code error;
    // Whoever else has an account on this machine reads neither the database nor its log.
    ::umask(S_IRWXG | S_IRWXO);
    std::filesystem::create_directories(config.data, error);
    if (error) return failure(ErrorCode::unavailable, config.data.string() + ": " + error.message());
    return {};
}

/// The keys that the database was served with, or new ones for a new database.
Result<InstallationKeys> opened_keys(const Config& config, db::Database& database, MissingKey missing) {
    using enum InstallationKeys::Absent;
    const auto absent = missing == MissingKey::replace ? replace : keys::find_mark(database) ? refuse : make;
    KONBIT_TRY(InstallationKeys keys,
               InstallationKeys::open(config.data / keys_folder, config.key_file, absent));
    if (missing == MissingKey::refuse) KONBIT_CHECK(keys::check_mark(database, keys, SystemClock().now()));
    return keys;
}

/// Contacts of rosters become people: of those written before there were any.
Result<void> adopt_contacts(App& app) {
    const history::Author author{{}, app.clock.now()};
    return app.database.write([&](db::Session& session) -> Result<void> {
        people::adopt_contacts(session, author);
        return {};
    });
}

}  // namespace

Result<std::unique_ptr<db::Database>> open_database(const Config& config) {
    try {
        return db::Database::open(database_place(config));
    } catch (const std::exception& error) {
        return failure(ErrorCode::unavailable,
                       fmt::format("the database cannot be opened: {}", error.what()));
    }
}

Result<Catalog> embedded_catalog() {
    Catalog catalog;
    for (const auto& file : locale_files()) {
        const auto language = file.path.substr(0, file.path.find('.'));
        KONBIT_CHECK(catalog.add(language, file.bytes));
    }
    return catalog;
}

Runtime::Runtime(Config config, InstallationKeys keys, Catalog texts, std::unique_ptr<db::Database> database)
    : config_(std::move(config)),
      keys_(std::move(keys)),
      texts_(std::move(texts)),
      database_(std::move(database)),
      app_{*database_, clock_, config_, texts_, keys_, limits_, embedded_web_files(), api_} {
    api_ = {endpoints(app_), api_description()};
}

Result<std::unique_ptr<Runtime>> Runtime::open_existing(const Config& config) {
    KONBIT_CHECK(check_installed(config));
    return open(config);
}

Result<void> check_installed(const Config& config) {
    if (!std::filesystem::exists(config.data / keys_folder) &&
        !std::filesystem::exists(config.data / database_file))
        return failure(
            ErrorCode::not_found,
            fmt::format("nothing is installed in {0}: name the folder with --data, or make it with "
                        "konbit migrate --data {0}",
                        config.data.string()));
    return {};
}

Result<std::unique_ptr<Runtime>> Runtime::open(const Config& config, MissingKey missing) {
    KONBIT_CHECK(make_data_folder(config));
    KONBIT_TRY(Catalog texts, embedded_catalog());
    KONBIT_TRY(auto database, open_database(config));
    KONBIT_CHECK(db::migrate(*database, SystemClock().now()));
    KONBIT_TRY(InstallationKeys keys, opened_keys(config, *database, missing));
    std::unique_ptr<Runtime> runtime(
        new Runtime(config, std::move(keys), std::move(texts), std::move(database)));
    KONBIT_CHECK(load_reference(runtime->app().database,
                                {.now = runtime->app().clock.now(), .publishes_stubs = config.is_demo}));
    KONBIT_CHECK(adopt_contacts(runtime->app()));
    KONBIT_CHECK(erasures::settle(runtime->app()));
    return runtime;
}

}  // namespace konbit

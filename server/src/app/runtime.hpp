// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "core/time.hpp"
#include "db/database.hpp"
#include "features/api_table.hpp"
#include "features/app.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/limits.hpp"
#include "features/texts/catalog.hpp"
#include "features/web_files.hpp"

#include <memory>

namespace konbit {

/// What to do when a database was served with a key that lies nowhere.
enum class MissingKey {
    refuse,
    replace,  ///< A new one is made; whoever asks for it takes out what the lost one sealed.
};

/// The parts of the running program, made in this order and taken down in reverse: what every command that
/// touches data needs. The server and the job runner come on top (serve_command.cpp).
class Runtime {
  public:
    /// Opens the data folder, its keys and the database, brings the schema and the reference data up to date.
    /// @return ErrorCode::unavailable with a reason for the operator: no access, a newer database, a broken
    /// key.
    static Result<std::unique_ptr<Runtime>> open(const Config& config,
                                                 MissingKey missing = MissingKey::refuse);

    /// The same for a command that works on what is there: a mistyped folder is not made into an
    /// installation.
    /// @return Besides, ErrorCode::not_found when nothing was ever installed in the folder.
    static Result<std::unique_ptr<Runtime>> open_existing(const Config& config);

    App& app() { return app_; }
    const Config& config() const { return config_; }

  private:
    Runtime(Config config, InstallationKeys keys, Catalog texts, std::unique_ptr<db::Database> database);

    Config config_;
    SystemClock clock_;
    InstallationKeys keys_;
    Catalog texts_;
    RequestLimits limits_;
    std::unique_ptr<db::Database> database_;
    ApiTable api_;
    App app_;
};

/// @return ErrorCode::not_found, with words for an operator, when nothing was ever installed in the folder.
Result<void> check_installed(const Config& config);

/// The database of the configuration, as it stands.
Result<std::unique_ptr<db::Database>> open_database(const Config& config);

/// The translations that were linked into this binary.
Result<Catalog> embedded_catalog();

}  // namespace konbit

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto.hpp"
#include "db/testing/fixture.hpp"
#include "features/api_table.hpp"
#include "features/app.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/limits.hpp"
#include "features/texts/catalog.hpp"
#include "features/web_files.hpp"

#include <filesystem>

namespace konbit::testing {

/// A program to test slices in: both databases, a clock that stands still, keys in a folder that goes away.
///   class Accounts : public konbit::testing::AppTest {};
///   KONBIT_ON_BOTH_DATABASES(Accounts);
class AppTest : public db::testing::OnBothDatabases {
  protected:
    ~AppTest() override { std::filesystem::remove_all(config_.data); }

    App& app() { return app_; }
    ApiTable& api() { return api_; }
    ManualClock& clock() { return clock_; }
    /// What the operator decided, to be changed by a test; `data` is a new folder that goes away.
    Config& config() { return config_; }

  private:
    static Config config_in_new_folder() {
        Config config;
        config.data = std::filesystem::temp_directory_path() / ("konbit-app-" + crypto::random_token(6));
        config.base_url = "https://konbit.example";
        std::filesystem::create_directories(config.data);
        return config;
    }

    Config config_ = config_in_new_folder();
    ManualClock clock_{*Instant::parse("2026-10-20T12:00:00Z")};
    InstallationKeys keys_ = InstallationKeys::open(config_.data / "keys").value();
    Catalog texts_;
    RequestLimits limits_;
    WebFiles web_;
    ApiTable api_;
    App app_{db(), clock_, config_, texts_, keys_, limits_, web_, api_};
};

}  // namespace konbit::testing

// SPDX-License-Identifier: Apache-2.0
#include "app/config.hpp"

#include "core/crypto.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace konbit {

class ConfigTest : public testing::Test {
  protected:
    void SetUp() override {
        folder = std::filesystem::temp_directory_path() / ("konbit-config-" + crypto::random_token(6));
        std::filesystem::create_directories(folder);
    }
    void TearDown() override { std::filesystem::remove_all(folder); }
    void write(std::string_view toml) { std::ofstream(folder / "konbit.toml") << toml; }

    std::filesystem::path folder;
};

TEST_F(ConfigTest, ReadsFlagsBeforeEnvironmentBeforeFile) {
    write("port = 1\nmail_from = \"file@example.org\"\nsmtp_url = \"smtp://file\"\n");
    const auto config =
        configured({{"data", folder}, {"port", "3"}}, {{"port", "2"}, {"smtp_url", "smtp://environment"}});
    ASSERT_TRUE(config) << config.error().reason;
    EXPECT_EQ(config->port, 3);
    EXPECT_EQ(config->smtp_url, "smtp://environment");
    EXPECT_EQ(config->mail_from, "file@example.org");
}

TEST_F(ConfigTest, NamesTheSettingThatIsBroken) {
    EXPECT_EQ(configured({{"data", folder}, {"port", "80a"}}, {}).error().reason,
              "port: \"80a\" is no port: a number from 0 to 65535");
    write("prot = 8080\n");
    EXPECT_EQ(configured({{"data", folder}}, {}).error().reason, "there is no setting \"prot\"");
}

// Its passwords are printed in the documentation.
TEST_F(ConfigTest, RefusesTheDemonstrationWhereOthersCanReachIt) {
    EXPECT_FALSE(configured({{"data", folder}, {"demo", "true"}, {"listen", "0.0.0.0"}}, {}));
    EXPECT_TRUE(configured({{"data", folder}, {"demo", "true"}, {"listen", "127.0.0.1"}}, {}));
}

TEST_F(ConfigTest, DemandsASecondFactorUnlessToldOtherwiseOrInTheDemonstration) {
    EXPECT_TRUE(configured({{"data", folder}}, {})->demand_second_factor);
    EXPECT_FALSE(configured({{"data", folder}, {"demo", "true"}}, {})->demand_second_factor);
    EXPECT_TRUE(configured({{"data", folder}, {"demo", "true"}, {"demand_second_factor", "true"}}, {})
                    ->demand_second_factor);
    write("demo = true\n");
    EXPECT_TRUE(configured({{"data", folder}, {"demo", "false"}}, {})->demand_second_factor)
        << "what is no demonstration after all";
    write("demand_second_factor = false\n");
    EXPECT_FALSE(configured({{"data", folder}}, {})->demand_second_factor);
}

TEST_F(ConfigTest, KnowsItsAddressWhenNobodySaysIt) {
    EXPECT_EQ(configured({{"data", folder}, {"port", "8123"}}, {})->base_url, "http://127.0.0.1:8123");
    EXPECT_EQ(configured({{"data", folder}, {"base_url", "https://konbit.example/"}}, {})->base_url,
              "https://konbit.example");
}

TEST_F(ConfigTest, SpeaksHttpsWithBothOfItsFilesOrNone) {
    Settings flags{{"data", folder}, {"port", "8443"}, {"tls_certificate", "c.pem"}};
    EXPECT_EQ(configured(flags, {}).error().reason,
              "tls_certificate and tls_key belong together: name both or neither");
    flags["tls_key"] = "k.pem";
    EXPECT_EQ(configured(flags, {})->base_url, "https://127.0.0.1:8443");
    EXPECT_FALSE(configured({{"data", folder}, {"redirect_port", "80"}}, {})) << "on to what?";
}

TEST_F(ConfigTest, KeepsAtLeastOneBackup) {
    const auto config = configured({{"data", folder}, {"backup_folder", "/backup"}}, {});
    EXPECT_EQ(config->backup.keep, 14u);
    EXPECT_EQ(config->backup.destination.to, "/backup");
    EXPECT_FALSE(configured({{"data", folder}, {"backup_keep", "0"}}, {}));
}

}  // namespace konbit

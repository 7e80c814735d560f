// SPDX-License-Identifier: Apache-2.0
#include "features/oidc/services_file.hpp"

#include "core/crypto.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace konbit::oidc {

class ServicesFile : public testing::Test {
  protected:
    void SetUp() override {
        config.data = std::filesystem::temp_directory_path() / ("konbit-services-" + crypto::random_token(6));
        std::filesystem::create_directories(config.data);
        std::ofstream(config.data / "secret") << "between us\n";
    }
    void TearDown() override { std::filesystem::remove_all(config.data); }

    Result<Services> read(std::string_view toml) {
        std::ofstream(config.data / services_file) << toml;
        return read_services(config);
    }
    static std::string ministry(std::string_view issuer) {
        return "[ministry]\nname = \"Ministry\"\nclient_id = \"konbit\"\nsecret_file = \"secret\"\nissuer = "
               "\"" +
               std::string(issuer) + "\"\n";
    }

    Config config;
};

TEST_F(ServicesFile, MayBeMissing) { EXPECT_TRUE(services_of(config)->providers.empty()); }

TEST_F(ServicesFile, NamesTheServicesThroughWhichPeopleSignIn) {
    const auto services = read(ministry("https://id.example.org"));
    ASSERT_TRUE(services) << services.error().reason;
    EXPECT_EQ(services->providers.at(0).id, "ministry");
    EXPECT_EQ(services->providers.at(0).client_secret, "between us");
    EXPECT_EQ(find_provider(config, "other").error().reason, "provider");
}

TEST_F(ServicesFile, NamesWhatIsBroken) {
    EXPECT_TRUE(read(ministry("http://id.example.org")).error().reason.ends_with("issuer: not asked there"));
    EXPECT_TRUE(read("[ministry]\nname = \"\"\n").error().reason.ends_with("[ministry] has no name"));
    EXPECT_TRUE(read("[Ministry]\n").error().reason.ends_with("is no lower-case name"));
    EXPECT_EQ(read("[ministry").error().code, ErrorCode::malformed);
    EXPECT_EQ(services_of(config).error().reason, "services_unreadable");
}

TEST_F(ServicesFile, AllowsLoopbackOnLoopbackOnly) {
    const std::string allowed = "outgoing_allowed = \"127.0.0.1:9000\"\n";
    EXPECT_TRUE(read(allowed + ministry("http://127.0.0.1:9000")));
    EXPECT_FALSE(read("outgoing_allowed = \"10.0.0.1:9000\"\n"));
    config.listen = "0.0.0.0";
    EXPECT_FALSE(read(allowed));
}

}  // namespace konbit::oidc

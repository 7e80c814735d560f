// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/network_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

namespace konbit {

/// Runs `konbit network` on files in a folder of its own.
class NetworkCommand : public testing::Test {
  protected:
    NetworkCommand() {
        std::string pattern = testing::TempDir() + "konbit-network-XXXXXX";
        folder_ = mkdtemp(pattern.data());
    }
    ~NetworkCommand() override { std::filesystem::remove_all(folder_); }

    std::string file(const std::string& name, std::string_view text) {
        const std::string path = folder_ / name;
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    int run(std::vector<std::string> arguments) { return run_command("report", std::move(arguments)); }
    int run_command(const char* command, std::vector<std::string> arguments) {
        std::vector<const char*> argv{"konbit", "network", command};
        for (const std::string& each : arguments) argv.push_back(each.c_str());
        return run_network_command(static_cast<int>(argv.size()), argv.data(), out_, err_);
    }

    static std::string contents(const std::filesystem::path& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    std::filesystem::path folder_;
    std::ostringstream out_, err_;
};

}  // namespace konbit

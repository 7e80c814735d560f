// SPDX-License-Identifier: Apache-2.0
#include "app/whole_file.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>

namespace konbit {
namespace {

/// The path of the file that is being written, while it is.
std::atomic<const char*> unfinished = nullptr;
static_assert(std::atomic<const char*>::is_always_lock_free);

bool is_replaceable(const std::string& path) {
    std::error_code ignored;
    const auto status = std::filesystem::status(path, ignored);
    return !std::filesystem::exists(status) || std::filesystem::is_regular_file(status);
}

bool write_directly(const std::string& path, const std::function<void(std::ostream&)>& write) {
    std::ofstream file(path, std::ios::binary);
    write(file);
    return static_cast<bool>(file.flush());
}

bool write_beside(const std::string& path, const std::function<void(std::ostream&)>& write) {
    const std::string beside = fmt::format("{}.{}.part", path, getpid());
    unfinished = beside.c_str();
    std::error_code error;
    if (write_directly(beside, write))
        std::filesystem::rename(beside, path, error);
    else
        error = std::make_error_code(std::errc::io_error);
    if (error) remove_unfinished();
    unfinished = nullptr;
    return !error;
}

}  // namespace

Read<bool> write_whole(const std::string& path, const std::function<void(std::ostream&)>& write) {
    if (is_replaceable(path) ? write_beside(path, write) : write_directly(path, write)) return true;
    return std::unexpected(fmt::format("{}: cannot be written", path));
}

void remove_unfinished() noexcept {
    if (const char* const path = unfinished) unlink(path);
}

}  // namespace konbit

// SPDX-License-Identifier: Apache-2.0
#include "core/process.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <system_error>

namespace konbit::process {

namespace {

constexpr int no_such_program = 127;
constexpr int ended_by_signal = 128;

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (auto& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

std::vector<std::string> joined(const std::map<std::string, std::string>& added) {
    std::vector<std::string> all;
    for (char** each = environ; *each != nullptr; ++each) {
        const std::string_view line(*each);
        if (!added.contains(std::string(line.substr(0, line.find('='))))) all.emplace_back(line);
    }
    for (const auto& [name, value] : added) all.push_back(name + "=" + value);
    return all;
}

int code_of(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "waitpid");
    return WIFEXITED(status) ? WEXITSTATUS(status) : ended_by_signal + WTERMSIG(status);
}

}  // namespace

int run(const std::vector<std::string>& words, const std::map<std::string, std::string>& environment) {
    auto arguments = words;
    auto variables = joined(environment);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
    pid_t child = 0;
    const int error = ::posix_spawnp(&child, arguments.front().c_str(), &actions, nullptr,
                                     pointers_to(arguments).data(), pointers_to(variables).data());
    ::posix_spawn_file_actions_destroy(&actions);
    if (error == ENOENT) return no_such_program;
    if (error != 0) throw std::system_error(error, std::generic_category(), words.front());
    return code_of(child);
}

}  // namespace konbit::process

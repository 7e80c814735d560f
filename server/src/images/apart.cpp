// SPDX-License-Identifier: Apache-2.0
#include "images/apart.hpp"

#include "core/log.hpp"
#include "images/codecs.hpp"
#include "images/confine.hpp"
#include "images/wire.hpp"

#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <new>
#include <optional>
#include <semaphore>

namespace konbit::images {

namespace {

constexpr std::chrono::seconds longest_wait{20}, longest_work{20};
constexpr int at_once = 2;
constexpr const char* this_program = "/proc/self/exe";

std::unexpected<Error> busy() { return failure(ErrorCode::unavailable, "pictures_busy"); }

/// A file descriptor that closes itself.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return number_; }

  private:
    int number_;
};

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

std::string read_all(int file) {
    std::string all;
    char part[64 * 1024];
    for (ssize_t length = 0; (length = ::read(file, part, sizeof part)) > 0;)
        all.append(part, static_cast<std::size_t>(length));
    return all;
}

/// What the process starts with: two files in memory, one to read and one to write, and nothing else open.
struct Actions {
    posix_spawn_file_actions_t list{};
    Actions(const Descriptor& input, const Descriptor& output) {
        ::posix_spawn_file_actions_init(&list);
        ::posix_spawn_file_actions_adddup2(&list, input.number(), STDIN_FILENO);
        ::posix_spawn_file_actions_adddup2(&list, output.number(), STDOUT_FILENO);
        ::posix_spawn_file_actions_addclosefrom_np(&list, STDERR_FILENO + 1);
    }
    ~Actions() { ::posix_spawn_file_actions_destroy(&list); }
    Actions(const Actions&) = delete;
    Actions& operator=(const Actions&) = delete;
};

std::optional<pid_t> start(const Descriptor& input, const Descriptor& output, Use use) {
    const Actions actions(input, output);
    std::string name = "konbit", command(child_command), purpose(name_of(use));
    char* const words[] = {name.data(), command.data(), purpose.data(), nullptr};
    char* const nothing[] = {nullptr};
    pid_t process = 0;
    if (::posix_spawn(&process, this_program, &actions.list, nullptr, words, nothing) != 0)
        return std::nullopt;
    return process;
}

/// Waits for the end of the process, and ends it when it takes too long. @return Its status.
int end_of(pid_t process) {
    const Descriptor handle(static_cast<int>(::syscall(SYS_pidfd_open, process, 0)));
    pollfd waited{handle.number(), POLLIN, 0};
    const auto limit = std::chrono::duration_cast<std::chrono::milliseconds>(longest_work).count();
    if (::poll(&waited, 1, static_cast<int>(limit)) <= 0) ::kill(process, SIGKILL);
    int status = 0;
    ::waitpid(process, &status, 0);
    return status;
}

/// One turn among those that may run at once.
class Turn {
  public:
    Turn() : is_mine_(places().try_acquire_for(longest_wait)) {}
    ~Turn() {
        if (is_mine_) places().release();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    bool is_mine() const { return is_mine_; }

  private:
    static std::counting_semaphore<at_once>& places() {
        static std::counting_semaphore<at_once> all(at_once);
        return all;
    }
    bool is_mine_;
};

}  // namespace

Result<std::vector<Rendition>> renditions_apart(std::string_view bytes, Use use) {
    const Turn turn;
    const Descriptor input(::memfd_create("picture", MFD_CLOEXEC));
    const Descriptor output(::memfd_create("renditions", MFD_CLOEXEC));
    if (!turn.is_mine() || !write_all(input.number(), bytes)) return busy();
    ::lseek(input.number(), 0, SEEK_SET);
    const auto process = start(input, output, use);
    if (!process) return busy();
    if (const int status = end_of(*process); status != 0) {
        log::warning("a picture ended the process that read it",
                     {{"status", status}, {"bytes", bytes.size()}, {"use", name_of(use)}});
        return refused("picture_broken");
    }
    ::lseek(output.number(), 0, SEEK_SET);
    return unpacked(read_all(output.number()));
}

int make_renditions_of_input(std::string_view use) {
    const auto wanted = from_name<Use>(use);
    if (!wanted) return 2;
    confine();
    try {
        const auto outcome = renditions(read_all(STDIN_FILENO), *wanted);
        return write_all(STDOUT_FILENO, packed(outcome)) ? 0 : 1;
    } catch (const std::bad_alloc&) {
        return write_all(STDOUT_FILENO, packed(refused("picture_broken"))) ? 0 : 1;
    }
}

}  // namespace konbit::images

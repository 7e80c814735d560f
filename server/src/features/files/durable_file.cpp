// SPDX-License-Identifier: Apache-2.0
#include "features/files/durable_file.hpp"

#include "core/crypto.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

namespace konbit::files {

namespace {

[[noreturn]] void fail(const std::filesystem::path& path) {
    throw std::system_error(errno, std::generic_category(), path.string());
}

/// An open file descriptor that closes itself.
class Descriptor {
  public:
    Descriptor(const std::filesystem::path& path, int flags, unsigned mode = 0)
        : path_(path), number_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {
        if (number_ < 0) fail(path);
    }
    ~Descriptor() { ::close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto written = ::write(number_, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) fail(path_);
            if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void sync() const {
        if (::fsync(number_) != 0) fail(path_);
    }

  private:
    std::filesystem::path path_;
    int number_;
};

}  // namespace

void write_durably(const std::filesystem::path& path, std::string_view bytes, unsigned mode) {
    const auto folder = path.parent_path();
    const auto temporary = folder / (path.filename().string() + "." + crypto::random_token(6) + ".tmp");
    try {
        const Descriptor file(temporary, O_WRONLY | O_CREAT | O_EXCL, mode);
        file.write(bytes);
        file.sync();
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(temporary, ignored);
        throw;
    }
    std::filesystem::rename(temporary, path);
    sync_folder(folder);
}

void sync_folder(const std::filesystem::path& folder) { Descriptor(folder, O_RDONLY | O_DIRECTORY).sync(); }

std::optional<std::string> read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        if (!std::filesystem::exists(path)) return std::nullopt;
        errno = EACCES;
        fail(path);
    }
    return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace konbit::files

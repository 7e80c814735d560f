// SPDX-License-Identifier: Apache-2.0
#include "http/testing/raw_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <system_error>

namespace konbit::http::testing {

namespace {

/// The length of the whole first answer in `text`, 0 while it has not all come.
std::size_t first_answer(std::string_view text) {
    const auto head_end = text.find("\r\n\r\n");
    if (head_end == text.npos) return 0;
    constexpr std::string_view name = "\r\nContent-Length: ";
    const auto at = text.substr(0, head_end).find(name);
    std::size_t length = 0;
    if (at != text.npos) std::from_chars(text.data() + at + name.size(), text.data() + head_end, length);
    const auto size = head_end + 4 + length;
    return text.size() >= size ? size : 0;
}

}  // namespace

RawClient::RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return;
    const int error = errno;
    ::close(socket_);
    throw std::system_error(error, std::system_category(), "connect");
}

RawClient::~RawClient() { ::close(socket_); }

void RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

bool RawClient::read_more(std::chrono::steady_clock::time_point end) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    pollfd wait{socket_, POLLIN, 0};
    if (left.count() <= 0 || ::poll(&wait, 1, static_cast<int>(left.count())) <= 0) return false;
    std::array<char, 16384> buffer;
    const auto size = ::recv(socket_, buffer.data(), buffer.size(), 0);
    is_closed_ = size <= 0;
    if (size > 0) input_.append(buffer.data(), static_cast<std::size_t>(size));
    return !is_closed_;
}

std::string RawClient::answers(int count, std::chrono::milliseconds wait) {
    const auto end = std::chrono::steady_clock::now() + wait;
    std::string taken;
    while (count > 0) {
        if (const auto size = first_answer(input_); size > 0) {
            taken += input_.substr(0, size);
            input_.erase(0, size);
            --count;
        } else if (!read_more(end)) {
            break;
        }
    }
    return taken;
}

std::string RawClient::until_closed(std::chrono::milliseconds wait) {
    const auto end = std::chrono::steady_clock::now() + wait;
    while (read_more(end)) continue;
    return std::move(input_);
}

int status_in(std::string_view text) {
    int status = 0;
    if (text.starts_with("HTTP/1.1 ")) std::from_chars(text.data() + 9, text.data() + 12, status);
    return status;
}

}  // namespace konbit::http::testing

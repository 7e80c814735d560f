// SPDX-License-Identifier: Apache-2.0
#include "features/mail/smtp_sink_test.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>
#include <system_error>

namespace konbit::mail {

namespace {

void check(int result) {
    if (result < 0) throw std::system_error(errno, std::generic_category());
}

void send_line(int connection, const std::string& line) {
    const std::string bytes = line + "\r\n";
    ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

/// The next line without its CRLF, or nothing when the client has gone.
std::optional<std::string> read_line(int connection, std::string& buffer) {
    for (;;) {
        if (const auto end = buffer.find("\r\n"); end != buffer.npos) {
            std::string line = buffer.substr(0, end);
            buffer.erase(0, end + 2);
            return line;
        }
        std::array<char, 4096> bytes{};
        const auto count = ::recv(connection, bytes.data(), bytes.size(), 0);
        if (count <= 0) return std::nullopt;
        buffer.append(bytes.data(), static_cast<std::size_t>(count));
    }
}

}  // namespace

SmtpSink::SmtpSink(std::string host)
    : host_(std::move(host)), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    check(listener_);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    check(::inet_pton(AF_INET, host_.c_str(), &address.sin_addr) - 1);
    check(::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address));
    check(::listen(listener_, 8));
    socklen_t size = sizeof address;
    check(::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size));
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread([this] { serve(); });
}

SmtpSink::~SmtpSink() {
    ::shutdown(listener_, SHUT_RDWR);  // wakes accept
    thread_.join();
    ::close(listener_);
}

void SmtpSink::reply_once(const std::string& verb, const std::string& reply) {
    const std::scoped_lock lock(mutex_);
    replies_[verb] = reply;
}

std::vector<std::string> SmtpSink::messages() const {
    const std::scoped_lock lock(mutex_);
    return messages_;
}

std::vector<std::string> SmtpSink::commands() const {
    const std::scoped_lock lock(mutex_);
    return commands_;
}

void SmtpSink::serve() {
    for (;;) {
        const int connection = ::accept(listener_, nullptr, nullptr);
        if (connection < 0) return;
        const timeval patience{.tv_sec = 5, .tv_usec = 0};
        ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        converse(connection);
        ::close(connection);
    }
}

void SmtpSink::converse(int connection) {
    std::string buffer;
    send_line(connection, "220 sink");
    while (const auto line = read_line(connection, buffer)) {
        const std::string reply = reply_to(*line);
        send_line(connection, reply);
        if (line->starts_with("QUIT")) return;
        if (reply.starts_with("354") && !take_message(connection, buffer)) return;
    }
}

std::string SmtpSink::reply_to(const std::string& line) {
    const std::scoped_lock lock(mutex_);
    commands_.push_back(line);
    for (const auto& [verb, reply] : replies_)
        if (line.starts_with(verb)) {
            const std::string once = reply;
            replies_.erase(verb);
            return once;
        }
    return line.starts_with("DATA") ? "354 go on" : "250 ok";
}

bool SmtpSink::take_message(int connection, std::string& buffer) {
    std::string text;
    while (auto line = read_line(connection, buffer)) {
        if (*line == ".") {
            const std::string reply = reply_to(*line);
            const std::scoped_lock lock(mutex_);
            if (reply.starts_with("250")) messages_.push_back(text);
            send_line(connection, reply);
            return true;
        }
        if (line->starts_with(".")) line->erase(0, 1);
        text += *line + "\r\n";
    }
    return false;
}

}  // namespace konbit::mail

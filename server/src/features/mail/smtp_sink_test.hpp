// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace konbit::mail {

/// A mail server for tests on a loopback port: keeps what it is given, answers as it is told.
class SmtpSink {
  public:
    /// @param host  An address of the loopback network.
    explicit SmtpSink(std::string host = "127.0.0.1");
    ~SmtpSink();

    std::string url() const { return "smtp://" + host_ + ":" + std::to_string(port_); }
    /// The next command that begins with `verb` gets this reply instead of 250; "." is the end of a message.
    void reply_once(const std::string& verb, const std::string& reply);
    /// What was accepted, dots unstuffed.
    std::vector<std::string> messages() const;
    /// Every command line, in order.
    std::vector<std::string> commands() const;

  private:
    void serve();
    void converse(int connection);
    std::string reply_to(const std::string& line);
    bool take_message(int connection, std::string& buffer);

    std::string host_;
    int listener_;
    int port_ = 0;
    mutable std::mutex mutex_;
    std::map<std::string, std::string> replies_;
    std::vector<std::string> messages_;
    std::vector<std::string> commands_;
    std::jthread thread_;
};

}  // namespace konbit::mail

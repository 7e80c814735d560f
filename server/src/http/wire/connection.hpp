// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/server.hpp"
#include "http/wire/loop.hpp"
#include "http/wire/parser.hpp"
#include "http/wire/tls_context.hpp"
#include "http/wire/workers.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace konbit::http {

/// What every connection of a server shares.
struct Shared {
    TlsContext* tls;  ///< Null: plain HTTP.
    const ServerOptions& options;
    Application& application;
    Workers& workers;
};

/// One client connection: reads requests one after the other, has each answered by a worker, writes the
/// answer.
class Connection : public std::enable_shared_from_this<Connection> {
  public:
    using Socket = boost::asio::ip::tcp::socket;

    /// @param is_surplus  Over the limit of connections: its first request is answered with 503.
    Connection(Socket socket, Loop& loop, const Shared& shared, bool is_surplus);
    ~Connection();

    /// Serves the connection until it ends; start it on the loop's thread.
    boost::asio::awaitable<void> serve();

    bool is_idle() const { return is_idle_; }
    /// Ends the wait under way if the deadline has passed.
    void expire(Loop::Clock::time_point now);
    void close();

  private:
    using Milliseconds = std::chrono::milliseconds;
    template <class T>
    using Async = boost::asio::awaitable<T>;

    Async<bool> shake_hands();
    Async<bool> exchange();
    Async<bool> read_head(Parser& parser, Request& request);
    Async<bool> read_body(Parser& parser, Request& request);
    Async<bool> is_admitted(Parser& parser, Request& request);
    Async<bool> read_more();
    Async<bool> ask_for_body();
    Async<Response> on_worker(std::function<Response()> work);
    Response busy();
    Async<bool> write(Response response, bool has_body, bool keeps_alive);
    Async<bool> refuse(Refusal refusal);
    Async<void> linger();
    Async<void> say_good_bye();
    template <class Stream>
    Async<bool> read_from(Stream& stream);
    template <class Buffers>
    Async<bool> send(const Buffers& buffers);

    void set_deadline(Milliseconds wait) { deadline_ = Loop::Clock::now() + wait; }
    Milliseconds with_size(Milliseconds base, std::uint64_t bytes) const;

    Socket socket_;
    std::optional<boost::asio::ssl::stream<Socket&>> tls_;  ///< Over the socket; empty for plain HTTP.
    Loop& loop_;
    Shared shared_;
    std::string input_;
    std::string peer_;
    Loop::Clock::time_point deadline_ = Loop::Clock::time_point::max();
    bool is_surplus_;
    bool is_idle_ = false;
    bool is_first_ = true;
    bool has_expired_ = false;
};

}  // namespace konbit::http

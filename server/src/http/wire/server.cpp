// SPDX-License-Identifier: Apache-2.0
#include "http/server.hpp"

#include "http/wire/connection.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <csignal>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

namespace konbit::http {

namespace {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;

/// Surplus connections that are answered with 503; beyond these they are closed without a word.
constexpr std::size_t answered_surplus = 256;
constexpr std::chrono::milliseconds pause_without_descriptors{100};
constexpr int waiting_connections = 1024;

/// Boost's own exception type must not leave this layer.
void check(const boost::system::error_code& error, const std::string& what) {
    if (error) throw std::system_error(std::error_code(error), what);
}

auto quietly() { return asio::as_tuple(asio::use_awaitable); }

}  // namespace

struct Server::Parts {
    Parts(ServerOptions wanted, Application& served);

    void listen();
    asio::awaitable<void> accept();
    void take(Tcp::socket socket, Loop& loop);
    asio::awaitable<void> await_signal();
    asio::awaitable<void> await_renewals();
    void run(Loop& loop);
    void stop();

    ServerOptions options;
    Application& application;
    std::atomic<std::size_t> open{0};
    std::atomic<bool> is_stopping{false};
    std::vector<std::unique_ptr<Loop>> loops;
    Tcp::acceptor acceptor;
    asio::signal_set signals;
    asio::signal_set renewals;
    std::optional<TlsContext> tls;
    // The workers end before the loops: a handler still at work refers to its connection.
    Workers workers;
    Shared shared;
    std::vector<std::jthread> threads;
};

namespace {

std::vector<std::unique_ptr<Loop>> make_loops(unsigned count, std::atomic<std::size_t>& open) {
    std::vector<std::unique_ptr<Loop>> loops;
    for (unsigned i = 0; i < std::max(1u, count); ++i) loops.push_back(std::make_unique<Loop>(open));
    return loops;
}

}  // namespace

Server::Parts::Parts(ServerOptions wanted, Application& served)
    : options(std::move(wanted)),
      application(served),
      loops(make_loops(options.io_threads, open)),
      acceptor(loops.front()->context),
      signals(loops.front()->context),
      renewals(loops.front()->context),
      workers(std::max(1u, options.workers), options.limits.queued_requests),
      shared{nullptr, options, application, workers} {
    if (options.tls.is_given()) shared.tls = &tls.emplace(options.tls);
    listen();
}

void Server::Parts::listen() {
    boost::system::error_code error;
    const auto address = asio::ip::make_address(options.address, error);
    check(error, options.address);
    const Tcp::endpoint endpoint(address, options.port);
    acceptor.open(endpoint.protocol(), error);
    check(error, "socket");
    acceptor.set_option(Tcp::acceptor::reuse_address(true), error);
    acceptor.bind(endpoint, error);
    check(error, options.address + ":" + std::to_string(options.port));
    acceptor.listen(waiting_connections, error);
    check(error, "listen");
}

/// Hands new connections to the loops in turn.
asio::awaitable<void> Server::Parts::accept() {
    for (std::size_t turn = 0; acceptor.is_open(); ++turn) {
        auto& loop = *loops[turn % loops.size()];
        auto [error, socket] = co_await acceptor.async_accept(loop.context, quietly());
        if (!error) {
            take(std::move(socket), loop);
        } else if (acceptor.is_open()) {
            asio::steady_timer pause(acceptor.get_executor(), pause_without_descriptors);
            co_await pause.async_wait(quietly());
        }
    }
}

void Server::Parts::take(Tcp::socket socket, Loop& loop) {
    const auto before = open.fetch_add(1);
    if (before >= options.limits.connections + answered_surplus) {
        --open;
        return;
    }
    const bool is_surplus = before >= options.limits.connections;
    asio::post(loop.context, [this, &loop, is_surplus, socket = std::move(socket)]() mutable {
        const auto connection = std::make_shared<Connection>(std::move(socket), loop, shared, is_surplus);
        asio::co_spawn(loop.context, [connection] { return connection->serve(); }, asio::detached);
    });
}

asio::awaitable<void> Server::Parts::await_signal() {
    const auto [error, number] = co_await signals.async_wait(quietly());
    if (!error) stop();
}

/// SIGHUP: certificates were renewed.
asio::awaitable<void> Server::Parts::await_renewals() {
    while (true) {
        const auto [error, number] = co_await renewals.async_wait(quietly());
        if (error) co_return;
        if (tls) tls->reload();
    }
}

void Server::Parts::run(Loop& loop) {
    loop.sweep();
    loop.context.run();
}

void Server::Parts::stop() {
    if (is_stopping.exchange(true)) return;
    const auto last = Loop::Clock::now() + options.limits.grace;
    asio::post(loops.front()->context, [this] {
        boost::system::error_code ignored;
        acceptor.close(ignored);
        signals.cancel(ignored);
        renewals.cancel(ignored);
    });
    for (auto& loop : loops) asio::post(loop->context, [&each = *loop, last] { each.stop(last); });
}

Server::Server(ServerOptions options, Application& application)
    : parts_(std::make_unique<Parts>(std::move(options), application)) {}

Server::~Server() {
    stop();
    wait();
}

void Server::start() {
    auto& parts = *parts_;
    if (parts.options.stops_on_signals) {
        parts.signals.add(SIGTERM);
        parts.signals.add(SIGINT);
        parts.renewals.add(SIGHUP);
        asio::co_spawn(parts.loops.front()->context, parts.await_signal(), asio::detached);
        asio::co_spawn(parts.loops.front()->context, parts.await_renewals(), asio::detached);
    }
    asio::co_spawn(parts.loops.front()->context, parts.accept(), asio::detached);
    for (auto& loop : parts.loops) parts.threads.emplace_back([&parts, &each = *loop] { parts.run(each); });
}

std::uint16_t Server::port() const { return parts_->acceptor.local_endpoint().port(); }

void Server::reload() {
    if (parts_->tls) parts_->tls->reload();
}

void Server::stop() { parts_->stop(); }

void Server::wait() { parts_->threads.clear(); }

}  // namespace konbit::http

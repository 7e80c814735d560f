// SPDX-License-Identifier: Apache-2.0
#include "http/problem.hpp"
#include "http/server.hpp"
#include "http/testing/raw_client.hpp"
#include "http/testing/tls_client.hpp"
#include "http/to_https.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <system_error>

namespace konbit::http {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using ::testing::HasSubstr;
using testing::make_certificate;
using testing::RawClient;
using testing::status_in;
using testing::TlsClient;
using testing::TlsVersion;

constexpr std::size_t large = 3 * 1024 * 1024;

/// Says whether the request came by https, and how long its body was; "/large" is three megabytes.
class Echo final : public Application {
  public:
    std::size_t admit(Request&) override { return 1024 * 1024; }
    std::optional<Response> refusal(Request&) override { return std::nullopt; }
    Response answer(Request& request) override {
        if (request.path == "/large") return content(std::string(large, 'k'), "text/plain");
        return content((request.secure ? "secure " : "plain ") + std::to_string(request.body.size()),
                       "text/plain");
    }
    Response broken(int status, std::string_view reason) override { return problem(status, reason, "id"); }
};

class Tls : public ::testing::Test {
  protected:
    Tls() {
        fs::create_directories(folder);
        files = make_certificate(folder, "first", 90);
    }
    ~Tls() override {
        server.reset();
        fs::remove_all(folder);
    }

    std::uint16_t start(Limits limits = {}) {
        ServerOptions options;
        options.port = 0;
        options.tls = files;
        options.limits = limits;
        server = std::make_unique<Server>(options, echo);
        server->start();
        return server->port();
    }

    static std::string get(const std::string& path = "/", const std::string& lines = "") {
        return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n";
    }

    const fs::path folder = fs::temp_directory_path() / ("konbit-tls-" + std::to_string(::getpid()));
    TlsFiles files;
    Echo echo;
    std::unique_ptr<Server> server;
};

TEST_F(Tls, ServesWithTheNewestVersion) {
    TlsClient client(start());
    ASSERT_TRUE(client.is_connected());
    EXPECT_EQ(client.version(), "TLSv1.3");
    client.send(get());
    EXPECT_THAT(client.answer(), HasSubstr("secure 0"));
}

TEST_F(Tls, TakesOneVersionBeforeAndNoneOlder) {
    const auto port = start();
    EXPECT_EQ(TlsClient(port, {.newest = TlsVersion::v1_2}).version(), "TLSv1.2");
    EXPECT_FALSE(TlsClient(port, {.newest = TlsVersion::v1_1}).is_connected());
    EXPECT_FALSE(TlsClient(port, {.newest = TlsVersion::v1_0}).is_connected());
}

TEST_F(Tls, SpeaksHttpOnePointOneAndTellsWhoSpeaksAnotherOnly) {
    const auto port = start();
    EXPECT_EQ(TlsClient(port, {.protocol = "http/1.1"}).protocol(), "http/1.1");
    EXPECT_FALSE(TlsClient(port, {.protocol = "h2"}).is_connected());
}

TEST_F(Tls, KeepsAConnectionForSeveralRequests) {
    TlsClient client(start());
    for (int i = 0; i < 3; ++i) {
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabcde");
        EXPECT_THAT(client.answer(), HasSubstr("secure 5")) << i;
    }
}

TEST_F(Tls, SendsLargeAnswersWholeAndSaysThatTheyEnded) {
    TlsClient client(start());
    client.send(get("/large", "Connection: close\r\n"));
    const auto answer = client.answer();
    EXPECT_EQ(answer.size() - answer.find("\r\n\r\n") - 4, large);
    EXPECT_TRUE(client.was_ended_properly());
}

// After a refusal the client still reads why.
TEST_F(Tls, RefusesWithAnAnswer) {
    TlsClient client(start());
    client.send("GET / HTTP/1.1\r\n\r\n");
    EXPECT_EQ(status_in(client.answer()), 400);
    EXPECT_TRUE(client.was_ended_properly());
}

TEST_F(Tls, IsNotHeldUpByWhoeverDoesNotShakeHands) {
    const auto port = start({.header_deadline = 300ms});
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int i = 0; i < 50; ++i) silent.push_back(std::make_unique<RawClient>(port));
    TlsClient client(port);
    client.send(get());
    EXPECT_EQ(status_in(client.answer()), 200);
    silent.front()->until_closed();
    EXPECT_TRUE(silent.front()->is_closed()) << "their time is up";
}

TEST_F(Tls, AnswersNobodyInTheClear) {
    RawClient client(start());
    client.send(get());
    EXPECT_EQ(status_in(client.until_closed()), 0);
    EXPECT_TRUE(client.is_closed());
}

// As certbot does: the files are replaced, then the server is told.
TEST_F(Tls, TakesARenewedCertificateForNewConnections) {
    const auto port = start();
    TlsClient before(port);
    const auto renewed = make_certificate(folder, "second", 90);
    fs::rename(renewed.certificate, files.certificate);
    fs::rename(renewed.key, files.key);
    EXPECT_EQ(TlsClient(port).certificate(), before.certificate()) << "nobody told it yet";
    server->reload();
    EXPECT_NE(TlsClient(port).certificate(), before.certificate());
    before.send(get());
    EXPECT_EQ(status_in(before.answer()), 200) << "connections go on";
}

TEST_F(Tls, KeepsItsCertificateWhenTheNewOneIsBroken) {
    const auto port = start();
    const auto before = TlsClient(port).certificate();
    std::ofstream(files.certificate) << "half a certi";
    server->reload();
    EXPECT_EQ(TlsClient(port).certificate(), before);
}

TEST_F(Tls, RefusesFilesThatDoNotFitInWords) {
    const auto other = make_certificate(folder, "other", 90);
    EXPECT_TRUE(check(files));
    EXPECT_THAT(check({files.certificate, other.key}).error().reason, HasSubstr("is not the key of"));
    EXPECT_THAT(check({folder / "none", files.key}).error().reason, HasSubstr("none"));
    fs::permissions(files.key, fs::perms::others_read, fs::perm_options::add);
    EXPECT_THAT(check(files).error().reason, HasSubstr("chmod o= "));
    ServerOptions options;
    options.port = 0;
    options.tls = files;
    EXPECT_THROW(Server(options, echo), std::system_error);
}

TEST_F(Tls, TellsHowLongTheCertificateHolds) {
    EXPECT_EQ(days_left(files), 90);
    EXPECT_EQ(days_left(make_certificate(folder, "ended", -1)), -1);
}

TEST(ToHttps, SendsReadersOnAndTakesNothing) {
    ToHttps to_https("https://konbit.example");
    Request request;
    request.target = "/clusters?q=cocoa";
    request.headers.add("host", "evil.example");
    const auto answer = to_https.answer(request);
    EXPECT_EQ(answer.status, 308);
    EXPECT_EQ(answer.headers.get("location"), "https://konbit.example/clusters?q=cocoa");
    request.method = Method::post;
    EXPECT_EQ(to_https.answer(request).status, 403);
    request.method = Method::get;
    request.path = "/api/organizations";
    EXPECT_EQ(to_https.answer(request).status, 403);
}

}  // namespace
}  // namespace konbit::http

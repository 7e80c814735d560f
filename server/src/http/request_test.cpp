// SPDX-License-Identifier: Apache-2.0
#include "http/request.hpp"

#include "http/address.hpp"
#include "http/cookie.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::http {
namespace {

using ::testing::ElementsAre;

TEST(PercentDecoding, ReadsWhatEncodingWrote) {
    const std::string text = "Konpè & co/50%+1 ~";
    EXPECT_EQ(percent_decoded(percent_encoded(text)), text);
    EXPECT_EQ(percent_encoded("è/ ~"), "%C3%A8%2F%20~");
}

TEST(PercentDecoding, RefusesBrokenEscapesControlsAndBrokenUtf8) {
    for (const auto* text :
         {"%", "%4", "%zz", "a%00", "%0a", "%C3", "%C0%AF", "%ED%A0%80", "%F5%80%80%80", "%80"})
        EXPECT_FALSE(percent_decoded(text)) << text;
}

TEST(Parameters, ReadAPlusAsABlankAndKeepTheOrder) {
    const auto query = Parameters::parse("q=sea+moss&kind=firm&kind=bso&empty&&x=a%3Db").value();
    EXPECT_EQ(query.first("q"), "sea moss");
    EXPECT_THAT(query.all("kind"), ElementsAre("firm", "bso"));
    EXPECT_EQ(query.single("empty").value(), "");
    EXPECT_EQ(query.single("x").value(), "a=b");
    EXPECT_EQ(query.single("absent").value(), std::nullopt);
}

TEST(Parameters, TakeARepeatedOneForMalformed) {
    const auto query = Parameters::parse("id=1&id=2").value();
    EXPECT_EQ(query.single("id").error().reason, "repeated_parameter");
    EXPECT_FALSE(Parameters::parse("q=%f").has_value());
}

TEST(Cookies, AreFoundByTheirWholeName) {
    EXPECT_EQ(cookie_value("xkonbit=1; konbit=2; konbit_lang=fr", "konbit"), "2");
    EXPECT_EQ(cookie_value("konbit_lang=fr", "konbit"), "");
    EXPECT_EQ(cookie_value("konbit", "konbit"), "");
}

TEST(Cookies, BelongToTheHostOverHttps) {
    const Cookie cookie{.name = "konbit", .value = "t-1", .max_age = std::chrono::hours(1)};
    EXPECT_EQ(cookie.text(true), "__Host-konbit=t-1; Path=/; HttpOnly; SameSite=Lax; Max-Age=3600; Secure");
    EXPECT_EQ(cookie.text(false), "konbit=t-1; Path=/; HttpOnly; SameSite=Lax; Max-Age=3600");
    EXPECT_EQ(forgotten_cookie("konbit", true),
              "__Host-konbit=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure");
}

// A plain-http page of the same host can set "konbit", but not "__Host-konbit".
TEST(Cookies, AreNotReadWithoutTheirPrefixOverHttps) {
    Request request;
    request.headers.add("cookie", "konbit=planted");
    EXPECT_EQ(request.cookie("konbit"), "planted");
    request.secure = true;
    EXPECT_EQ(request.cookie("konbit"), "");
}

std::string_view language(std::string_view query, std::string_view cookie, std::string_view accept) {
    Request request;
    request.query = Parameters::parse(query).value();
    request.headers.add("cookie", cookie);
    request.headers.add("accept-language", accept);
    return preferred_language(request);
}

TEST(Language, IsAskedForThenRememberedThenAccepted) {
    EXPECT_EQ(language("lang=es", "konbit_lang=fr", "en"), "es");
    EXPECT_EQ(language("", "konbit_lang=fr", "en"), "fr");
    EXPECT_EQ(language("", "", "de, fr-CA;q=0.8, es;q=0.9"), "es");
    EXPECT_EQ(language("lang=xx", "konbit_lang=yy", "zz"), "en");
}

TEST(Accept, PrefersAPageOnlyWhereABrowserDoes) {
    Request request;
    EXPECT_FALSE(request.wants_html());
    request.headers.set("accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    EXPECT_TRUE(request.wants_html());
    request.headers.set("accept", "application/json, text/html;q=0.5");
    EXPECT_FALSE(request.wants_html());
}

TEST(Accept, LeavesOutCodingsOfQualityZero) {
    Request request;
    request.headers.set("accept-encoding", "gzip;q=0, BR");
    EXPECT_FALSE(request.accepts_encoding("gzip"));
    EXPECT_TRUE(request.accepts_encoding("br"));
}

Origin origin(std::string_view peer, std::string_view forwarded_for) {
    Headers headers;
    headers.add("x-forwarded-for", forwarded_for);
    headers.add("x-forwarded-proto", "https");
    return TrustedProxies::parse({"10.0.0.0/8", "::1"}).value().origin(peer, headers);
}

TEST(TrustedProxies, AreBelievedAndNobodyElse) {
    EXPECT_EQ(origin("10.1.2.3", "192.0.2.7").client, "192.0.2.7");
    EXPECT_TRUE(origin("10.1.2.3", "192.0.2.7").secure);
    EXPECT_EQ(origin("192.0.2.1", "192.0.2.7").client, "192.0.2.1");
    EXPECT_FALSE(origin("192.0.2.1", "192.0.2.7").secure);
}

// What stands left of the first address that is no proxy of ours, the client may have invented.
TEST(TrustedProxies, StopAtTheRightmostStranger) {
    EXPECT_EQ(origin("::1", "127.0.0.1, 192.0.2.7, 10.0.0.2").client, "192.0.2.7");
    EXPECT_EQ(origin("::1", "nonsense").client, "::1");
}

TEST(TrustedProxies, ReadTheLineThatTheyAddedBelowTheClientsOwn) {
    Headers headers;
    for (const auto* forwarded : {"198.51.100.1", "192.0.2.7"}) headers.add("x-forwarded-for", forwarded);
    for (const auto* protocol : {"https", "http"}) headers.add("x-forwarded-proto", protocol);
    const auto from = TrustedProxies::parse({"10.0.0.0/8"}).value().origin("10.1.2.3", headers);
    EXPECT_EQ(from.client, "192.0.2.7");
    EXPECT_FALSE(from.secure);
}

TEST(TrustedProxies, NameTheNetworkThatCannotBeRead) {
    EXPECT_EQ(TrustedProxies::parse({"10.0.0.0/33"}).error().params.at("network"), "10.0.0.0/33");
    EXPECT_FALSE(TrustedProxies::parse({"konbit.example"}).has_value());
}

TEST(Address, KnowsLoopbackInBothFamilies) {
    EXPECT_TRUE(Address::parse("127.9.9.9")->is_loopback());
    EXPECT_TRUE(Address::parse("::1")->is_loopback());
    EXPECT_TRUE(Address::parse("::ffff:127.0.0.1")->is_loopback());
    EXPECT_FALSE(Address::parse("128.0.0.1")->is_loopback());
    EXPECT_EQ(Address::parse("::ffff:192.0.2.1")->text(), "192.0.2.1");
}

TEST(Address, IsCountedByTheLine) {
    EXPECT_EQ(counted_address("192.0.2.1"), "192.0.2.1");
    EXPECT_EQ(counted_address("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
    EXPECT_EQ(counted_address("nonsense"), "nonsense");
}

}  // namespace
}  // namespace konbit::http

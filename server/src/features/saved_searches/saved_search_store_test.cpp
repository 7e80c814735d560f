// SPDX-License-Identifier: Apache-2.0
#include "features/saved_searches/saved_search_store.hpp"

#include "db/columns.hpp"
#include "features/accounts/account_store.hpp"
#include "features/mail/outbox.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/permission/policies.hpp"
#include "features/reference/reference_loader.hpp"
#include "features/saved_searches/digest.hpp"
#include "features/saved_searches/saved_search_routes.hpp"
#include "features/saved_searches/search_key.hpp"
#include "features/testing/test_app.hpp"
#include "http/service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

/// A person with saved searches. The catalog is empty, so texts show their keys.
class SavedSearches : public konbit::testing::AppTest {
  protected:
    SavedSearches() : service_(endpoints(), {.logs_requests = false}) {
        EXPECT_TRUE(load_reference(db(), {.now = clock().now()}));
        person_ = db().write([&](db::Session& session) {
                          Account account;
                          account.email = account.email_folded = "ana@konbit.example";
                          account.name = "Ana Paul";
                          account.language = "es";
                          account.created_at = account.updated_at = clock().now();
                          return accounts::insert(session, System{}, account);
                      })
                      .value()
                      .id;
    }

    /// A published organization, a moment after whatever was before.
    Organization add(const std::string& name, const std::string& country_code = "GD") {
        clock().advance(1);
        Organization organization;
        organization.name = name;
        organization.country_code = country_code;
        organization.publication = Publication::published;
        return db()
            .write([&](db::Session& session) {
                return organizations::insert(session, checked(organization, 2026).value(),
                                             System::directory_editor(), clock().now());
            })
            .value();
    }

    /// A search written as its table has it, without an account at the keyboard.
    SavedSearchId keep(const std::string& query, Digest digest = Digest::weekly) {
        SavedSearch search;
        search.id = new_id<SavedSearchId>();
        search.account_id = person_;
        search.name = "Mine";
        search.query = query;
        search.digest = digest;
        search.digested_at = search.created_at = search.updated_at = clock().now();
        db().write([&](db::Session& session) { db::insert(session, "saved_searches", search); });
        return search.id;
    }

    void pass_days(int days) { clock().advance(days * day_ms); }

    /// Sends what is due. @return The unsubscribe links of all mail so far, newest first.
    std::vector<std::string> mails() {
        EXPECT_TRUE(saved_searches::send_digests(app()));
        std::vector<std::string> all;
        for (const auto& each :
             db().read([](db::Session& session) { return mail::list_newest(session, 10); }))
            all.push_back(mail::opened(each, app().keys)->unsubscribe_url);
        return all;
    }

    http::Response ask(http::Method method, const std::string& target) {
        http::Request request;
        request.method = method;
        request.target = target;
        request.headers.add("host", "konbit.example");
        const auto question = target.find('?');
        request.path = target.substr(0, question);
        if (question != std::string::npos)
            request.query = http::Parameters::parse(target.substr(question + 1)).value();
        service_.admit(request);
        return service_.answer(request);
    }
    std::string path_of(const std::string& url) { return url.substr(app().config.base_url.size()); }

  private:
    std::vector<http::Endpoint> endpoints() {
        std::vector<http::Endpoint> all;
        http::add_routes(all, app(), saved_search_routes());
        return all;
    }

    AccountId person_{};
    http::Service service_;
};
KONBIT_ON_BOTH_DATABASES(SavedSearches);

TEST_P(SavedSearches, TellWeeklyOfWhatIsNewAndStayQuietOtherwise) {
    keep("q=cocoa&country=GD");
    add("Cocoa Mill");
    add("Cocoa Press", "LC");
    EXPECT_THAT(mails(), IsEmpty()) << "a week has not passed";
    pass_days(7);
    EXPECT_THAT(mails(), SizeIs(1));
    EXPECT_THAT(mails(), SizeIs(1)) << "told once";
    pass_days(7);
    EXPECT_THAT(mails(), SizeIs(1)) << "nothing new, nothing sent";
    add("Cocoa House");
    pass_days(7);
    EXPECT_THAT(mails(), SizeIs(2));
}

TEST_P(SavedSearches, TellOfPublicRecordsOnlyAndOnlyWhoAsked) {
    keep("q=cocoa", Digest::never);
    keep("q=nutmeg");
    add("Cocoa Mill");
    db().write(
        [](db::Session& session) { session.change("UPDATE organizations SET visibility = 'cluster'"); });
    pass_days(8);
    EXPECT_THAT(mails(), IsEmpty());
}

TEST_P(SavedSearches, EndTheirMailByOneClick) {
    const auto id = keep("q=cocoa");
    add("Cocoa Mill");
    pass_days(7);
    const auto links = mails();
    ASSERT_THAT(links, SizeIs(1));
    EXPECT_THAT(links[0], HasSubstr("&lang=es"));
    const std::string target = path_of(links[0]);
    EXPECT_EQ(ask(http::Method::get, target).status, 200) << "asks first: programs look at links";
    add("Cocoa House");
    pass_days(7);
    EXPECT_THAT(mails(), SizeIs(2));
    EXPECT_EQ(ask(http::Method::post, target).status, 200);
    EXPECT_EQ(ask(http::Method::post, target).status, 200) << "twice is the same";
    add("Cocoa Yard");
    pass_days(7);
    EXPECT_THAT(mails(), SizeIs(2));
    EXPECT_EQ(ask(http::Method::post, "/unsubscribe/searches/" + id.str() + "?key=0000").status, 404);
}

TEST_P(SavedSearches, AreFollowedByWhoeverHoldsTheFeedAddress) {
    add("Cocoa <Mill> & Sons");
    add("Nutmeg Yard");
    const auto id = keep("q=cocoa");
    const std::string url = saved_searches::feed_url(app().config.base_url, app().keys, id, "fr");
    const auto feed = ask(http::Method::get, path_of(url));
    EXPECT_EQ(feed.status, 200);
    EXPECT_EQ(feed.headers.get("content-type"), "application/rss+xml; charset=utf-8");
    const std::string body(http::view(feed.body));
    EXPECT_THAT(body, HasSubstr("<title>Cocoa &lt;Mill&gt; &amp; Sons</title>"));
    EXPECT_THAT(body, Not(HasSubstr("Nutmeg")));
    const std::string end = saved_searches::unsubscribe_url("", app().keys, id, "fr");
    const auto key = end.substr(end.find("key="));
    EXPECT_EQ(ask(http::Method::get, "/feeds/searches/" + id.str() + "?" + key).status, 404)
        << "the key of the mail opens no feed";
    EXPECT_EQ(ask(http::Method::get, "/feeds/searches/" + id.str()).status, 404);
}

TEST(SavedSearchRules, SpellFiltersInOneWayAndDropWhatMeansNothing) {
    SavedSearch search;
    search.name = "  Spice ";
    search.query = "kind=firm&q=sea+moss&country=GD&after=x&view=table&unknown=1&stage=none";
    const auto checked = saved_searches::checked(search).value();
    EXPECT_EQ(checked.name, "Spice");
    EXPECT_EQ(checked.query, "q=sea%20moss&country=GD&kind=firm");
    search.name = "";
    EXPECT_EQ(saved_searches::checked(search).error().fields.front().pointer, "/name");
}

}  // namespace
}  // namespace konbit

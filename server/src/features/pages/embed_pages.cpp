// SPDX-License-Identifier: Apache-2.0
#include "features/pages/embed_pages.hpp"

#include "db/database.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/pages/frame.hpp"
#include "features/pages/tile.hpp"
#include "features/web_files.hpp"
#include "http/page.hpp"

namespace konbit::pages {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;

// As for every page, but for who may show it: and there is nothing here to be clicked into doing something.
constexpr std::string_view framed_policy =
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; frame-ancestors *; base-uri "
    "'none'; "
    "form-action 'none'";

struct Card {
    std::string id;
    std::string name;
    std::string place;
    std::string text;
    std::string path;
    std::string note;
    bool is_demo = false;
};

Html card_body(const App& app, const Words& words, const Card& card) {
    const auto url = absolute(app, card.path);
    return el(
        "main", cls("k-embed"), tile(card.id),
        el("div", el("h1", el("a", href(url), attr("target", "_blank"), attr("rel", "noopener"), card.name)),
           el("p", cls("k-small"), card.place), card.text.empty() ? Html() : el("p", card.text),
           card.note.empty() ? Html() : el("p", cls("k-small"), card.note),
           card.is_demo ? el("p", cls("k-small"), words("page.demo.record")) : Html(),
           el("p", cls("k-small"), words("embed.source"))));
}

http::Response framed_card(const App& app, const Words& words, const Card& card) {
    return framed(app, words, {card.name, card.path, card_body(app, words, card)});
}

}  // namespace

http::Response framed(const App& app, const Words& words, const Framed& content) {
    html::Head head;
    head.language = words.language();
    head.title = content.title;
    head.canonical = absolute(app, content.path);
    head.styles = {std::string(app.web.path("public.css"))};
    head.indexed = false;
    auto response = http::page(html::document(head, content.body));
    response.headers.set("content-security-policy", framed_policy);
    return response;
}

Result<http::Response> embedded_cluster(App& app, std::string slug, const Viewer&,
                                        const http::Request& request) {
    KONBIT_TRY(const ClusterProfile cluster, app.database.read([&](db::Session& session) {
        return clusters::find(session, Viewer::anonymous(), slug);
    }));
    const Words words = words_for(app, request);
    const auto members = cluster.member_count ? words.count("cluster.members", *cluster.member_count) : "";
    return framed_card(
        app, words,
        {cluster.id.str(), cluster.name, words.place(cluster.locality, cluster.country_code),
         std::string(words.of(cluster.description)), "/clusters/" + cluster.slug, members, cluster.is_demo});
}

Result<http::Response> embedded_organization(App& app, std::string slug, const Viewer&,
                                             const http::Request& request) {
    KONBIT_TRY(const Organization organization, app.database.read([&](db::Session& session) {
        return organizations::find(session, Viewer::anonymous(), slug);
    }));
    const Words words = words_for(app, request);
    return framed_card(
        app, words,
        {organization.id.str(), organization.name,
         words.place(organization.locality, organization.country_code),
         std::string(words.of(organization.description)), "/organizations/" + organization.slug,
         words("organization.kind." + std::string(name_of(organization.kind))), organization.is_demo});
}

Html embedding_hint(const App& app, const Words& words, const std::string& path, int height) {
    const std::string code = "<iframe src=\"" + absolute(app, "/embed" + path) +
                             "\" width=\"360\" height=\"" + std::to_string(height) +
                             "\" title=\"Konbit\" loading=\"lazy\"></iframe>";
    return el("details", el("summary", words("embed.heading")), el("p", words("embed.text")),
              el("p", el("code", cls("k-code"), code)));
}

}  // namespace konbit::pages

// SPDX-License-Identifier: Apache-2.0
#include "features/public_figures/public_figures_page.hpp"

#include "core/csv.hpp"
#include "core/scalar.hpp"
#include "db/database.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/pages/downloads.hpp"
#include "features/pages/embed_pages.hpp"
#include "features/pages/frame.hpp"
#include "features/pages/json_object.hpp"
#include "features/public_figures/public_figures_drawing.hpp"
#include "features/public_figures/public_figures_service.hpp"

#include <fmt/core.h>

#include <cmath>

namespace konbit::public_figures {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;
using pages::absolute;
using pages::Words;

struct Shown {
    ClusterProfile cluster{};
    PublicNetwork network{};  ///< Of one wave at least.

    std::string path() const { return "/clusters/" + cluster.slug + "/network"; }
};

Result<Shown> find_shown(App& app, const Viewer& viewer, const std::string& slug) {
    KONBIT_TRY(auto cluster,
               app.database.read([&](db::Session& db) { return clusters::find(db, viewer, slug); }));
    KONBIT_TRY(auto network, network_of(app, viewer, cluster));
    if (network.waves.empty()) return failure(ErrorCode::not_found, "public_figures");
    return Shown{std::move(cluster), std::move(network)};
}

std::string question_name(const Words& words, QuestionKey key) {
    return words(fmt::format("question.key.{}", name_of(key)));
}

/// When, how many, and how many of them answered.
std::string basis(const Words& words, const PublicWave& wave) {
    return words("public_figures.basis",
                 {{"wave", wave.title},
                  {"date", wave.opens_at ? words.date(utc_date(*wave.opens_at)) : ""},
                  {"answered", words.number(wave.answered)},
                  {"asked", words.number(wave.asked)},
                  {"percent", percent(words, static_cast<double>(wave.answered) / wave.asked)}});
}

/// "On average, a member knows 14 of the 27 others."
Html sentence(const Words& words, const PublicWave& wave, const PublicQuestion& question) {
    const int others = wave.members - 1;
    const auto share = question.share;
    return el("p",
              words(fmt::format("public_figures.says.{}", name_of(question.key)),
                    {{"n", words.number(std::lround(share * others))}, {"others", words.number(others)}}) +
                  " " +
                  words("public_figures.range", {{"low", percent(words, question.share_low)},
                                                 {"high", percent(words, question.share_high)}}));
}

Html head_row(const Words& words, std::initializer_list<std::string_view> keys) {
    Html cells;
    for (const auto key : keys) cells += el("th", attr("scope", "col"), words(std::string(key)));
    return el("thead", el("tr", cells));
}

Html table(const std::string& caption, const Html& head, const Html& rows) {
    return el("div", cls("k-scroll"), attr("tabindex", "0"), attr("role", "region"),
              attr("aria-label", caption),
              el("table", cls("k-table"), el("caption", caption), head, el("tbody", rows)));
}

Html number(const std::string& text) { return el("td", cls("k-number"), text); }

Html figure_rows(const Words& words, const PublicWave& wave) {
    return html::each(wave.questions, [&](const PublicQuestion& each) {
        std::string breaks;
        for (const auto& one : each.breaks)
            breaks += (breaks.empty() ? "" : " ") + words(fmt::format("wave.breaks.{}", name_of(one)));
        return el("tr", el("th", attr("scope", "row"), question_name(words, each.key)), el("td", wave.title),
                  number(words.number(each.answered)), number(percent(words, each.share)),
                  number(percent(words, each.share_low) + " – " + percent(words, each.share_high)),
                  number(each.share_of_base ? percent(words, *each.share_of_base) : ""), el("td", breaks));
    });
}

/// Every wave, the latest first.
Html figures_table(const Words& words, const PublicNetwork& network) {
    Html rows;
    for (auto wave = network.waves.rbegin(); wave != network.waves.rend(); ++wave)
        rows += figure_rows(words, *wave);
    return table(
        words("public_figures.all"),
        head_row(words, {"network.question", "change.wave", "public_figures.answered", "network.share",
                         "public_figures.silence", "network.of_base", "change.breaks"}),
        rows);
}

Html link_rows(const Words& words, const PublicPicture& picture) {
    return html::each(picture.links, [&](const PublicLink& link) {
        return el("tr", el("th", attr("scope", "row"), group_name(words, picture.groups[link.one])),
                  el("td", link.one == link.other ? words("public_figures.within")
                                                  : group_name(words, picture.groups[link.other])),
                  el("td", words(fmt::format("public_figures.band.{}", name_of(link.band)))));
    });
}

std::string picture_title(const Words& words, const PublicPicture& picture) {
    return words("public_figures.picture", {{"question", question_name(words, picture.question)}});
}

Html picture_section(const Words& words, const PublicPicture& picture) {
    const auto title = picture_title(words, picture);
    return el("h2", title) + group_picture(words, picture) + el("p", words("public_figures.picture_note")) +
           table(title, head_row(words, {"public_figures.from", "public_figures.to", "public_figures.band"}),
                 link_rows(words, picture));
}

Html files(const Words& words, const Shown& shown) {
    const auto link = [](const std::string& url, const std::string& text) {
        return el("li", el("a", href(url), text));
    };
    return el("div", cls("k-data"),
              el("ul", link(shown.path() + ".csv", "CSV"),
                 link("/api/clusters/" + shown.cluster.id.str() + "/public_figures", "JSON"),
                 link(std::string(pages::data_license_url), words("public_figures.license"))));
}

Html body(const App& app, const Words& words, const Shown& shown) {
    const auto& last = shown.network.waves.back();
    return el("p", el("a", href("/clusters/" + shown.cluster.slug), shown.cluster.name)) +
           el("h1", words("public_figures.title")) + el("p", cls("k-lead"), basis(words, last)) +
           html::each(last.questions, [&](const auto& each) { return sentence(words, last, each); }) +
           bars(words, last) + figures_table(words, shown.network) +
           html::each(last.pictures, [&](const auto& each) { return picture_section(words, each); }) +
           el("h2", words("public_figures.how")) + el("p", words("public_figures.how_text")) +
           files(words, shown) + pages::embedding_hint(app, words, shown.path(), 360);
}

/// The figures as a data set, for search engines.
std::string data_set(const App& app, const Words& words, const Shown& shown) {
    const auto file = pages::JsonObject("DataDownload")
                          .text("encodingFormat", "text/csv")
                          .text("contentUrl", absolute(app, shown.path() + ".csv"));
    return pages::JsonObject("Dataset")
        .text("@context", "https://schema.org")
        .text("@id", absolute(app, shown.path()))
        .text("name", words("public_figures.title") + ": " + shown.cluster.name)
        .text("description", basis(words, shown.network.waves.back()))
        .text("url", absolute(app, shown.path()))
        .text("license", shown.network.license)
        .raw("isAccessibleForFree", "true")
        .objects("distribution", {file})
        .str();
}

Html shown_in_card(const Words& words, const PublicWave& wave) {
    if (wave.pictures.empty()) return bars(words, wave);
    const auto& picture = wave.pictures.front();
    return el("p", cls("k-small"), picture_title(words, picture)) + group_picture(words, picture);
}

Html card(const App& app, const Words& words, const Shown& shown) {
    const auto& last = shown.network.waves.back();
    return el("main", cls("k-embed k-embed-figures"),
              el("h1", el("a", href(absolute(app, shown.path())), attr("target", "_blank"),
                          attr("rel", "noopener"), shown.cluster.name)),
              shown_in_card(words, last), el("p", cls("k-small"), basis(words, last)),
              shown.network.is_demo ? el("p", cls("k-small"), words("page.demo.record")) : Html(),
              el("p", cls("k-small"), words("embed.source")));
}

void write_row(CsvWriter& csv, const PublicWave& wave, const PublicQuestion& question) {
    csv.cell(wave.title).cell(wave.opens_at ? utc_date(*wave.opens_at).str() : "");
    csv.cell(to_text(wave.members)).cell(to_text(wave.asked)).cell(to_text(question.answered));
    csv.cell(name_of(question.key)).cell(to_text(question.share)).cell(to_text(question.share_low));
    csv.cell(to_text(question.share_high));
    csv.cell(question.base ? name_of(*question.base) : "").cell(to_text(question.share_of_base)).end_row();
}

}  // namespace

Result<http::Response> network_page(App& app, std::string slug, const Viewer& viewer,
                                    const http::Request& request) {
    KONBIT_TRY(const Shown shown, find_shown(app, viewer, slug));
    const Words words = pages::words_for(app, request);
    pages::Content content;
    content.path = shown.path();
    content.title = words("public_figures.title") + " · " + shown.cluster.name;
    content.description = basis(words, shown.network.waves.back());
    content.is_demo = shown.network.is_demo;
    if (!content.is_demo) content.json_ld = data_set(app, words, shown);
    content.main = el("main", html::id("main"), attr("tabindex", "-1"),
                      el("div", cls("k-page"), body(app, words, shown)));
    return pages::page(app, request, words, std::move(content));
}

Result<http::Response> network_csv(App& app, std::string slug, const Viewer& viewer, const http::Request&) {
    KONBIT_TRY(const Shown shown, find_shown(app, viewer, slug));
    std::string out;
    CsvWriter csv(out);
    for (const auto name : {"wave", "opened_on", "members", "asked", "answered", "question", "share",
                            "share_low", "share_high", "base", "share_of_base"})
        csv.cell(name);
    csv.end_row();
    for (const auto& wave : shown.network.waves)
        for (const auto& question : wave.questions) write_row(csv, wave, question);
    return http::download(std::move(out), "text/csv; charset=utf-8", shown.cluster.slug + "-network.csv")
        .with("link", fmt::format("<{}>; rel=\"license\"", shown.network.license));
}

Result<http::Response> embedded_network(App& app, std::string slug, const Viewer&,
                                        const http::Request& request) {
    KONBIT_TRY(const Shown shown, find_shown(app, Viewer::anonymous(), slug));
    const Words words = pages::words_for(app, request);
    return pages::framed(app, words, {shown.cluster.name, shown.path(), card(app, words, shown)});
}

}  // namespace konbit::public_figures

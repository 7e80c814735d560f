// SPDX-License-Identifier: Apache-2.0
#include "core/csv.hpp"
#include "core/scalar.hpp"
#include "db/database.hpp"
#include "features/pages/project_pages.hpp"
#include "features/projects/project_store.hpp"
#include "json/writer.hpp"

namespace konbit::pages {

namespace {

/// Under which public data may be used again.
constexpr std::string_view license = "https://creativecommons.org/licenses/by/4.0/";

/// The whole register as visitors see it, whoever asks: the file is for passing on.
struct PublicProjects {
    std::string license{konbit::pages::license};
    std::vector<ProjectProfile> items;

    static constexpr auto fields() {
        return std::tuple{field("license", &PublicProjects::license), field("items", &PublicProjects::items)};
    }
};

Result<PublicProjects> public_projects(App& app) {
    return app.database.read([](db::Session& session) -> Result<PublicProjects> {
        PublicProjects all;
        PageRequest request{{}, PageRequest::largest_size};
        for (;;) {
            KONBIT_TRY(auto page, projects::list(session, Viewer::anonymous(), {}, request));
            std::ranges::move(page.items, std::back_inserter(all.items));
            if (!page.next) return all;
            request.after = Cursor::parse(*page.next);
        }
    });
}

template <class T, class Text>
std::string joined(const std::vector<T>& items, Text text) {
    std::string all;
    for (const auto& item : items) all += (all.empty() ? "" : "; ") + std::string(text(item));
    return all;
}

std::string with_role(const ProjectOrganization& each) {
    return each.name + " (" + std::string(name_of(each.role)) + ")";
}

void write_row(CsvWriter& csv, const ProjectProfile& project) {
    csv.cell(project.name).cell(project.funder).cell(project.call_name.value_or(""));
    csv.cell(to_text(project.call_year)).cell(joined(project.countries, [](const auto& code) {
        return code;
    }));
    csv.cell(joined(project.clusters, [](const auto& each) { return each.name; }));
    csv.cell(joined(project.organizations, with_role));
    csv.cell(to_text(project.amount_minor)).cell(project.currency.value_or(""));
    csv.cell(to_text(project.starts_on)).cell(to_text(project.ends_on)).cell(name_of(project.status));
    csv.cell(project.source.value_or("")).cell(project.source_url.value_or("")).cell(to_text(project.as_of));
    csv.cell(project.is_demo ? "Invented demonstration data" : "").end_row();
}

}  // namespace

Result<http::Response> projects_csv(App& app, const Viewer&, const http::Request&) {
    KONBIT_TRY(const PublicProjects all, public_projects(app));
    std::string out;
    CsvWriter csv(out);
    for (const auto name : {"name", "funder", "call_name", "call_year", "countries", "clusters",
                            "organizations", "amount_minor", "currency", "starts_on", "ends_on", "status",
                            "source", "source_url", "as_of", "note"})
        csv.cell(name);
    csv.end_row();
    for (const auto& project : all.items) write_row(csv, project);
    return http::download(std::move(out), "text/csv; charset=utf-8", "projects.csv")
        .with("link", "<" + std::string(license) + ">; rel=\"license\"");
}

Result<http::Response> projects_json(App& app, const Viewer&, const http::Request&) {
    KONBIT_TRY(const PublicProjects all, public_projects(app));
    return http::json_text(json::text_of(all));
}

}  // namespace konbit::pages

// SPDX-License-Identifier: Apache-2.0
#include "features/pages/downloads.hpp"

#include "core/csv.hpp"
#include "core/scalar.hpp"
#include "core/type.hpp"
#include "db/database.hpp"
#include "features/pages/feeds.hpp"
#include "features/pages/frame.hpp"
#include "json/writer.hpp"

namespace konbit::pages {

namespace {

/// A part of a list as JSON, with what a reuser has to know.
template <class Record>
struct DataFile {
    std::string license{data_license};
    std::string license_url{data_license_url};
    std::string source;  ///< The page that shows the same list.
    Instant as_of{};
    std::vector<Record> items;
    std::optional<std::string> next;  ///< Where the list goes on.

    static constexpr auto fields() {
        return std::tuple{field("license", &DataFile::license), field("license_url", &DataFile::license_url),
                          field("source", &DataFile::source),   field("as_of", &DataFile::as_of),
                          field("items", &DataFile::items),     field("next", &DataFile::next)};
    }
};

/// A list as one file of it holds it: what was asked for, from when it is, and its records.
template <class Record>
struct Extract {
    PublicList list;
    DirectoryQuery query;
    std::string_view format;  ///< "csv" or "json".
    Instant as_of;
    Page<Record> page;

    std::string path() const { return "/" + std::string(name_of(list)); }
    std::optional<std::string> next_path() const {
        if (!page.next) return std::nullopt;
        return query.link(path() + "." + std::string(format)).with("after", *page.next).str();
    }
    std::string file_name() const {
        return "konbit-" + std::string(name_of(list)) + "-" + utc_date(as_of).str() + "." +
               std::string(format);
    }
};

template <class Record, class List>
Result<Extract<Record>> extract(App& app, const http::Request& request, PublicList list,
                                std::string_view format, const List& read) {
    Extract<Record> made{list, DirectoryQuery::of(request), format, app.clock.now(), {}};
    PageRequest page = made.query.page(records_of_file);
    KONBIT_TRY(made.page,
               app.database.read([&](db::Session& session) { return read(session, made.query, page); }));
    return made;
}

Result<Extract<Organization>> organizations_of(App& app, const http::Request& request,
                                               std::string_view format) {
    return extract<Organization>(
        app, request, PublicList::organizations, format,
        [](db::Session& session, const DirectoryQuery& query, const PageRequest& page) {
            return organizations::list(session, Viewer::anonymous(), query.for_organizations(), Sort::name,
                                       page);
        });
}

Result<Extract<ClusterProfile>> clusters_of(App& app, const http::Request& request, std::string_view format) {
    return extract<ClusterProfile>(
        app, request, PublicList::clusters, format,
        [](db::Session& session, const DirectoryQuery& query, const PageRequest& page) {
            return clusters::list(session, Viewer::anonymous(), query.for_clusters(), Sort::name, page);
        });
}

/// A value as a cell: codes and numbers as they are, the reader's language of a text, "a; b" for a list of
/// codes, JSON for anything deeper.
std::string cell_of(const Type& type, const void* value, const Words& words) {
    switch (type.kind) {
        case Kind::optional:
            return type.container.size(value) == 0
                       ? std::string()
                       : cell_of(type.element(), type.container.at(value, 0), words);
        case Kind::localized:
            return std::string(words.of(*static_cast<const Localized*>(value)));
        case Kind::list: {
            if (type.element().kind == Kind::record) break;
            std::string all;
            for (std::size_t i = 0; i < type.container.size(value); ++i)
                all += (i == 0 ? "" : "; ") + cell_of(type.element(), type.container.at(value, i), words);
            return all;
        }
        case Kind::map:
        case Kind::record:
        case Kind::bytes:
        case Kind::raw_json:
            break;
        default:
            return to_text(type, value);
    }
    std::string json;
    json::write(json, type, value);
    return json;
}

bool is_column(const FieldInfo& field) { return field.access != Access::never_sent; }

void write_header(CsvWriter& csv, const Type& type) {
    for (const auto& field : type.fields)
        if (is_column(field)) csv.cell(field.name);
    csv.cell("url").cell("data_license").cell("exported_on").end_row();
}

template <class Record>
std::string csv_of(const App& app, const Words& words, const Extract<Record>& extract) {
    const Type& type = type_of<Record>();
    const std::string exported_on = utc_date(extract.as_of).str();
    std::string text;
    CsvWriter csv(text);
    write_header(csv, type);
    for (const auto& record : extract.page.items) {
        for (const auto& field : type.fields)
            if (is_column(field)) csv.cell(cell_of(field.type(), field.in(&record), words));
        csv.cell(absolute(app, extract.path() + "/" + record.slug))
            .cell(data_license)
            .cell(exported_on)
            .end_row();
    }
    return text;
}

/// Marked with its license, and with where the list goes on.
template <class Record>
http::Response linked(const App& app, const Extract<Record>& extract, http::Response response) {
    std::string links = "<" + std::string(data_license_url) + ">; rel=\"license\"";
    if (const auto next = extract.next_path()) links += ", <" + absolute(app, *next) + ">; rel=\"next\"";
    return std::move(response).with("link", links);
}

template <class Record>
http::Response as_csv(const App& app, const http::Request& request, const Extract<Record>& extract) {
    const std::string text = csv_of(app, words_for(app, request), extract);
    return linked(app, extract, http::download(text, "text/csv; charset=utf-8", extract.file_name()));
}

template <class Record>
http::Response as_json(const App& app, Extract<Record> extract) {
    DataFile<Record> file;
    file.source = absolute(app, extract.query.link(extract.path()).str());
    file.as_of = extract.as_of;
    file.items = std::move(extract.page.items);
    if (const auto next = extract.next_path()) file.next = absolute(app, *next);
    return linked(app, extract, http::json_text(json::text_of(file)));
}

}  // namespace

Result<http::Response> organizations_csv(App& app, const Viewer&, const http::Request& request) {
    KONBIT_TRY(const auto extract, organizations_of(app, request, "csv"));
    return as_csv(app, request, extract);
}

Result<http::Response> organizations_json(App& app, const Viewer&, const http::Request& request) {
    KONBIT_TRY(auto extract, organizations_of(app, request, "json"));
    return as_json(app, std::move(extract));
}

Result<http::Response> clusters_csv(App& app, const Viewer&, const http::Request& request) {
    KONBIT_TRY(const auto extract, clusters_of(app, request, "csv"));
    return as_csv(app, request, extract);
}

Result<http::Response> clusters_json(App& app, const Viewer&, const http::Request& request) {
    KONBIT_TRY(auto extract, clusters_of(app, request, "json"));
    return as_json(app, std::move(extract));
}

}  // namespace konbit::pages

// SPDX-License-Identifier: Apache-2.0
#include "features/pages/structured_data.hpp"

#include "json/writer.hpp"

namespace konbit::pages {

namespace {

/// A JSON object written member by member; empty values are left out.
class JsonObject {
  public:
    explicit JsonObject(std::string_view type) { text("@type", type); }

    JsonObject& text(std::string_view name, std::string_view value) {
        if (!value.empty()) append_json_string(key(name), value);
        return *this;
    }
    JsonObject& text_if(std::string_view name, const std::optional<std::string>& value) {
        return text(name, std::string_view(value ? *value : std::string_view()));
    }
    JsonObject& number(std::string_view name, double value) {
        json::write_number(key(name), value);
        return *this;
    }
    JsonObject& raw(std::string_view name, const std::string& json) {
        key(name) += json;
        return *this;
    }
    std::string str() const { return json_ + '}'; }

  private:
    std::string& key(std::string_view name) {
        if (json_.size() > 1) json_ += ',';
        append_json_string(json_, name);
        return json_ += ':';
    }

    std::string json_ = "{";
};

std::string address(const std::optional<std::string>& locality, std::string_view country_code) {
    return JsonObject("PostalAddress")
        .text_if("addressLocality", locality)
        .text("addressCountry", country_code)
        .str();
}

/// What organizations and clusters have in common.
template <class Record>
JsonObject common(const Words& words, const Record& record, const std::string& url) {
    JsonObject object("Organization");
    object.text("@context", "https://schema.org")
        .text("@id", url)
        .text("name", record.name)
        .text_if("alternateName", record.acronym)
        .text("description", words.of(record.description))
        .text("url", record.website ? *record.website : url)
        .raw("address", address(record.locality, record.country_code));
    if (record.latitude && record.longitude)
        object.raw("location", JsonObject("Place")
                                   .raw("geo", JsonObject("GeoCoordinates")
                                                   .number("latitude", *record.latitude)
                                                   .number("longitude", *record.longitude)
                                                   .str())
                                   .str());
    return object;
}

}  // namespace

std::string structured_data(const Words& words, const Organization& organization, const std::string& url) {
    JsonObject object = common(words, organization, url);
    if (organization.founded_year) object.text("foundingDate", std::to_string(*organization.founded_year));
    return object.str();
}

std::string structured_data(const Words& words, const Cluster& cluster, const std::string& url) {
    return common(words, cluster, url).str();
}

}  // namespace konbit::pages

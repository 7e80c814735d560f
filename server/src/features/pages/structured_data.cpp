// SPDX-License-Identifier: Apache-2.0
#include "features/pages/structured_data.hpp"

#include "features/pages/downloads.hpp"
#include "features/pages/json_object.hpp"

namespace konbit::pages {

namespace {

JsonObject address(const std::optional<std::string>& locality, std::string_view country_code) {
    return JsonObject("PostalAddress")
        .text_if("addressLocality", locality)
        .text("addressCountry", country_code);
}

JsonObject point(double latitude, double longitude) {
    const JsonObject geo =
        JsonObject("GeoCoordinates").number("latitude", latitude).number("longitude", longitude);
    return JsonObject("Place").raw("geo", geo.str());
}

std::vector<std::string> other_names(const std::optional<std::string>& acronym,
                                     const ProfileDetails& details) {
    std::vector<std::string> all;
    if (acronym) all.push_back(*acronym);
    for (const auto* const texts : {&details.names.texts, &details.acronyms.texts})
        for (const auto& [language, name] : *texts) all.push_back(name);
    return all;
}

std::vector<std::string> addresses_elsewhere(const std::optional<std::string>& website,
                                             const ProfileDetails& details) {
    std::vector<std::string> all;
    if (website) all.push_back(*website);
    for (const auto& link : details.social_links) all.push_back(link.url);
    return all;
}

JsonObject named(std::string_view type, const std::string& name, const std::optional<std::string>& url = {}) {
    return JsonObject(type).text("name", name).text_if("url", url);
}

std::vector<JsonObject> services_of(const Words& words, const ProfileDetails& details) {
    std::vector<JsonObject> all;
    for (const auto& service : details.services)
        all.push_back(
            JsonObject("Offer").raw("itemOffered", named("Service", std::string(words.of(service.name)))
                                                       .text("description", words.of(service.detail))
                                                       .str()));
    return all;
}

/// What organizations and clusters have in common.
/// @tparam Record  OrganizationDetails or ClusterDetails.
template <class Record>
JsonObject common(const Words& words, const Record& record, const std::string& url) {
    std::vector<JsonObject> markets, networks;
    for (const auto& code : record.markets) markets.push_back(named("Country", words.territory(code)));
    for (const auto& each : record.affiliations)
        networks.push_back(named("Organization", each.name, each.url));
    JsonObject object("Organization");
    object.text("@context", "https://schema.org")
        .text("@id", url)
        .text("name", record.name)
        .texts("alternateName", other_names(record.acronym, record))
        .text("description", words.of(record.description))
        .text("url", url)
        .texts("sameAs", addresses_elsewhere(record.website, record))
        .raw("address", address(record.locality, record.country_code).str())
        .texts("knowsLanguage", record.languages)
        .objects("areaServed", markets)
        .objects("memberOf", networks)
        .objects("makesOffer", services_of(words, record));
    if (record.sector) object.text("isicV4", *record.sector);
    if (record.founded_year) object.text("foundingDate", std::to_string(*record.founded_year));
    if (record.latitude && record.longitude)
        object.raw("location", point(*record.latitude, *record.longitude).str());
    return object;
}

std::vector<JsonObject> people_of(const Words& words, const std::vector<TeamMember>& team) {
    std::vector<JsonObject> people;
    for (const auto& each : team)
        people.push_back(JsonObject("Person")
                             .text("name", each.name)
                             .text("jobTitle", words("person.role." + std::string(name_of(each.role))))
                             .texts("knowsLanguage", each.languages)
                             .text_if("email", each.email)
                             .text_if("telephone", each.phone));
    return people;
}

JsonObject credential(const Certificate& certificate) {
    JsonObject object = named("EducationalOccupationalCredential", certificate.name, certificate.url);
    if (certificate.issuer) object.raw("recognizedBy", named("Organization", *certificate.issuer).str());
    if (certificate.valid_until) object.text("expires", certificate.valid_until->str());
    return object;
}

std::string distribution(const std::string& url, std::string_view media_type) {
    return JsonObject("DataDownload").text("encodingFormat", media_type).text("contentUrl", url).str();
}

}  // namespace

std::string structured_data(const Words& words, const OrganizationDetails& organization,
                            const std::vector<TeamMember>& team, const std::string& url) {
    JsonObject object = common(words, organization, url);
    object.objects("employee", people_of(words, team));
    std::vector<JsonObject> credentials;
    for (const auto& each : organization.certificates) credentials.push_back(credential(each));
    return object.objects("hasCredential", credentials).str();
}

std::string structured_data(const Words& words, const ClusterDetails& cluster,
                            const std::vector<TeamMember>& team, const std::string& url) {
    return common(words, cluster, url).objects("member", people_of(words, team)).str();
}

std::string dataset_data(const Words& words, PublicList list, const std::string& url) {
    const std::string name(name_of(list));
    return JsonObject("Dataset")
        .text("@context", "https://schema.org")
        .text("@id", url)
        .text("name", words("page.dataset." + name))
        .text("description", words("page." + name + ".description"))
        .text("url", url)
        .text("license", data_license_url)
        .raw("isAccessibleForFree", "true")
        .raw("distribution", "[" + distribution(url + ".csv", "text/csv") + "," +
                                 distribution(url + ".json", "application/json") + "]")
        .str();
}

}  // namespace konbit::pages

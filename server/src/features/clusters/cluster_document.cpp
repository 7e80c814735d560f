// SPDX-License-Identifier: Apache-2.0
#include "features/clusters/cluster_document.hpp"

#include "features/profiles/profile_words.hpp"

namespace konbit::clusters {

search::Document document_of(const Cluster& cluster) {
    std::string body = cluster.locality.value_or("");
    for (const auto& [language, text] : cluster.description.texts) body += ' ' + text;
    return {search::Kind::cluster, cluster.id.str(), cluster.name, cluster.acronym.value_or(""),
            std::move(body)};
}

search::Document document_of(const ClusterDetails& cluster) {
    search::Document document = document_of(static_cast<const Cluster&>(cluster));
    document.aliases += aliases_of(cluster);
    document.body += words_of(cluster);
    return document;
}

}  // namespace konbit::clusters

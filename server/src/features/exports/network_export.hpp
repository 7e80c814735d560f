// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/exports/leaving.hpp"

#include <string>

namespace konbit::exports {

/// The network of one question, for another program.
struct WhichFile {
    QuestionKey question = QuestionKey::know;
    ExportPurpose purpose = ExportPurpose::facilitation;
    ExportFormat format = ExportFormat::csv;
    std::optional<ResearchRequestId> request_id;  ///< Of a file for research: its approval.
    std::string lang;                             ///< Of its stamp; read by pages::words_for.

    static constexpr auto fields() {
        return std::tuple{field("question", &WhichFile::question).defaulted(),
                          field("purpose", &WhichFile::purpose), field("format", &WhichFile::format),
                          field("request_id", &WhichFile::request_id),
                          field("lang", &WhichFile::lang).defaulted()};
    }
};

/// A file on its way out.
struct TakenFile {
    std::string name;
    std::string bytes;
    std::string_view media_type;
};

/// Takes a network out: with the earlier waves of the cluster that asked the question where the format has
/// room for them, each with what its members agreed to and noted in its own list. Without names there is this
/// wave only: its numbers would otherwise tell the waves' members apart in two files.
/// A wave out of which a name was taken stands in no file with others.
/// @return ErrorCode::not_found with "question" for one that is sealed or not asked; otherwise as approval().
Result<TakenFile> take_network(App& app, const http::Request& request, const Analyst& by,
                               const WhichFile& which);

}  // namespace konbit::exports

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/exports/export.hpp"
#include "features/networks/network_report.hpp"
#include "features/pages/words.hpp"
#include "sheets/archive_writer.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Networks as other programs read them. Pure functions of reports that have passed consented().
namespace konbit::exports {

/// Reports of waves in order of time, the one whose file it is last; at least one.
using Waves = std::span<const networks::NetworkReport* const>;

/// Whether the format has room for more than one wave.
bool holds_several_waves(ExportFormat format);

/// The files of a network, not stamped yet: one for formats with room for words, several for others.
///
/// Ties are directed and weigh what was said on the question's scale. Of each member: kind, country,
/// subsector, part of the cluster, whether it facilitates, took part in the programme and answered (by name).
/// Whoever has no name is an "unnamed other"; a name that stands twice gets a number.
/// @pre Every wave asked the question, and it is sealed in none.
std::vector<sheets::ArchiveEntry> network_parts(Waves waves, QuestionKey question, ExportFormat format);

struct Stamped {
    std::string stamp;
    ExportPurpose purpose = ExportPurpose::facilitation;
};

/// The words that go with a file: its stamp, which number is which wave, what silence looks like.
std::string about(Waves waves, const Stamped& file, const pages::Words& words);

struct FinishedFile {
    std::string bytes;
    std::string_view ending;
    std::string_view media_type;
};

/// The words put in as a comment where the format knows one; else a ZIP archive with them beside the files.
FinishedFile finished(std::vector<sheets::ArchiveEntry> parts, ExportFormat format, const std::string& words);

}  // namespace konbit::exports

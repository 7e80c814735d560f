// SPDX-License-Identifier: Apache-2.0
#include "features/files/media_type.hpp"

namespace konbit::files {

namespace {

using namespace std::string_view_literals;

bool has_at(std::string_view bytes, std::size_t place, std::string_view mark) {
    return bytes.size() >= place && bytes.substr(place).starts_with(mark);
}

bool contains(std::string_view bytes, std::string_view part) { return bytes.find(part) != bytes.npos; }

/// A ZIP whose parts are those of a workbook; macro-enabled workbooks carry vbaProject.bin.
bool is_workbook(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04"sv) && contains(bytes, "[Content_Types].xml") &&
           contains(bytes, "xl/") && !contains(bytes, "vbaProject.bin");
}

bool is_utf16(std::string_view bytes) {
    return bytes.starts_with("\xff\xfe"sv) || bytes.starts_with("\xfe\xff"sv);
}

bool is_markup(std::string_view bytes) {
    if (bytes.starts_with("\xef\xbb\xbf"sv)) bytes.remove_prefix(3);
    const auto begin = bytes.find_first_not_of(" \t\r\n");
    return begin != bytes.npos && bytes[begin] == '<';
}

bool is_table_text(std::string_view bytes) {
    if (is_utf16(bytes)) return true;
    return !contains(bytes, "\0"sv) && !is_markup(bytes) && !bytes.starts_with("%PDF-");
}

bool agrees(std::string_view bytes, MediaType type) {
    switch (type) {
        case MediaType::png:
            return bytes.starts_with("\x89PNG\r\n\x1a\n"sv);
        case MediaType::jpeg:
            return bytes.starts_with("\xff\xd8\xff"sv);
        case MediaType::webp:
            return bytes.starts_with("RIFF") && has_at(bytes, 8, "WEBP");
        case MediaType::pdf:
            return bytes.starts_with("%PDF-");
        case MediaType::csv:
            return is_table_text(bytes);
        case MediaType::xlsx:
            return is_workbook(bytes);
    }
    return false;
}

}  // namespace

Result<MediaType> checked_media_type(std::string_view bytes, std::string_view claimed) {
    const auto name = claimed.substr(0, claimed.find(';'));
    const auto type = from_name<MediaType>(name.substr(0, name.find_last_not_of(' ') + 1));
    if (!type) return failure(ErrorCode::wrong_media_type, "file_type_not_allowed");
    if (!agrees(bytes, *type)) return failure(ErrorCode::wrong_media_type, "file_type_differs");
    return *type;
}

}  // namespace konbit::files

// SPDX-License-Identifier: Apache-2.0
#include "app/web_files.hpp"

#include <algorithm>
#include <vector>

// Each file's bytes, as the assembler laid them out: symbol_raw, symbol_gz, symbol_br.
#define KONBIT_ASSET(symbol, path, media_type, etag, immutable, raw_size, gzip_size, brotli_size) \
    extern "C" const char symbol##_raw[], symbol##_gz[], symbol##_br[];
#include "assets.inc"
#undef KONBIT_ASSET

namespace konbit {

namespace {

std::vector<http::Asset> embedded_assets() {
    std::vector<http::Asset> assets{
#define KONBIT_ASSET(symbol, path, media_type, etag, immutable, raw_size, gzip_size, brotli_size) \
    {path,                                                                                        \
     media_type,                                                                                  \
     etag,                                                                                        \
     {symbol##_raw, raw_size},                                                                    \
     {symbol##_gz, gzip_size},                                                                    \
     {symbol##_br, brotli_size},                                                                  \
     immutable},
#include "assets.inc"
#undef KONBIT_ASSET
    };
    std::ranges::sort(assets, {}, &http::Asset::path);
    return assets;
}

std::map<std::string_view, std::string_view> embedded_names() {
    return {
#define KONBIT_ASSET_NAME(name, path) {name, path},
#include "assets.inc"
#undef KONBIT_ASSET_NAME
    };
}

}  // namespace

const WebFiles& embedded_web_files() {
    static const std::vector<http::Asset> assets = embedded_assets();
    static const WebFiles files{http::Assets(assets), embedded_names()};
    return files;
}

}  // namespace konbit

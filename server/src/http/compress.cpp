// SPDX-License-Identifier: Apache-2.0
#include "http/compress.hpp"

#include <zlib.h>

#include <stdexcept>

namespace konbit::http {

namespace {

constexpr int level = 4;
constexpr int gzip_window_bits = 15 + 16;  // 16 asks zlib for the gzip wrapper
constexpr int memory_level = 8;

/// A deflate stream that ends itself.
struct Deflate {
    z_stream stream{};

    Deflate() {
        if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window_bits, memory_level, Z_DEFAULT_STRATEGY) !=
            Z_OK)
            throw std::runtime_error("zlib: no memory");
    }
    Deflate(const Deflate&) = delete;
    Deflate& operator=(const Deflate&) = delete;
    ~Deflate() { deflateEnd(&stream); }
};

}  // namespace

std::string gzip(std::string_view text) {
    Deflate deflater;
    auto& stream = deflater.stream;
    std::string out(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));  // zlib only reads it
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END) throw std::runtime_error("zlib: deflate did not end");
    out.resize(stream.total_out);
    return out;
}

}  // namespace konbit::http

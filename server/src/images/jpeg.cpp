// SPDX-License-Identifier: Apache-2.0
#include "images/codecs.hpp"
#include "images/encode.hpp"
#include "images/orientation.hpp"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <vector>

// Both want to follow <cstdio>.
#include <jerror.h>
#include <jpeglib.h>

namespace konbit::images {

namespace {

using namespace std::string_view_literals;

constexpr int most_scans = 100;  // a progressive JPEG of a camera has about ten
constexpr long most_memory = 256L * 1024 * 1024;
constexpr int quality = 82;
constexpr auto exif_mark = "Exif\0\0"sv;

/// libjpeg leaves a function that fails by a jump. No frame that is jumped over holds an object with a
/// destructor: each step below is a function of its own that keeps none.
struct Escape : jpeg_error_mgr {
    std::jmp_buf way_out{};
};

[[noreturn]] void give_up(j_common_ptr info) { std::longjmp(static_cast<Escape*>(info->err)->way_out, 1); }

/// A picture that ends too early, or whose data is broken, is refused instead of filled up with gray.
void judge(j_common_ptr info, int level) {
    const int code = info->err->msg_code;
    if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER)) give_up(info);
}

void count_scans(j_common_ptr info) {
    if (reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > most_scans) give_up(info);
}

void prepare(Escape& escape) {
    jpeg_std_error(&escape);
    escape.error_exit = give_up;
    escape.emit_message = judge;
}

class Reader {
  public:
    Reader() {
        prepare(escape_);
        info_.err = &escape_;
        jpeg_create_decompress(&info_);
        info_.mem->max_memory_to_use = most_memory;
        progress_.progress_monitor = count_scans;
        info_.progress = &progress_;
    }
    ~Reader() { jpeg_destroy_decompress(&info_); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    bool read_header(std::string_view bytes) {
        if (setjmp(escape_.way_out) != 0) return false;
        jpeg_mem_src(&info_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
        jpeg_save_markers(&info_, JPEG_APP0 + 1, 0xffff);
        return jpeg_read_header(&info_, TRUE) == JPEG_HEADER_OK;
    }
    Size size() const { return {static_cast<int>(info_.image_width), static_cast<int>(info_.image_height)}; }

    /// @return The size at which the pixels will be read; nothing when the data is broken.
    Size begin(int reduced_by) {
        if (setjmp(escape_.way_out) != 0) return {};
        info_.scale_num = 1;
        info_.scale_denom = static_cast<unsigned>(reduced_by);
        info_.out_color_space = is_print() ? JCS_CMYK : JCS_EXT_RGBA;
        jpeg_start_decompress(&info_);
        return {static_cast<int>(info_.output_width), static_cast<int>(info_.output_height)};
    }
    bool read_pixels(std::uint8_t* rgba) {
        if (setjmp(escape_.way_out) != 0) return false;
        while (info_.output_scanline < info_.output_height) {
            JSAMPROW row = rgba + static_cast<std::size_t>(info_.output_scanline) * info_.output_width * 4;
            jpeg_read_scanlines(&info_, &row, 1);
            if (is_print()) print_to_screen(row);
        }
        jpeg_finish_decompress(&info_);
        return true;
    }
    int orientation() const {
        for (const auto* marker = info_.marker_list; marker != nullptr; marker = marker->next) {
            const std::string_view data(reinterpret_cast<const char*>(marker->data), marker->data_length);
            if (data.starts_with(exif_mark)) return exif_orientation(data.substr(exif_mark.size()));
        }
        return 1;
    }

  private:
    bool is_print() const { return info_.jpeg_color_space == JCS_CMYK || info_.jpeg_color_space == JCS_YCCK; }
    /// Inks are stored as what they leave of the paper (Adobe); without a color profile this is what
    /// browsers do too.
    void print_to_screen(std::uint8_t* row) const {
        for (unsigned x = 0; x < info_.output_width; ++x, row += 4) {
            const int black = row[3];
            for (int ink = 0; ink < 3; ++ink) row[ink] = static_cast<std::uint8_t>(row[ink] * black / 255);
            row[3] = 255;
        }
    }

    jpeg_decompress_struct info_{};
    jpeg_progress_mgr progress_{};
    Escape escape_{};
};

/// Memory that libjpeg makes and grows.
struct Written {
    unsigned char* bytes = nullptr;
    unsigned long length = 0;
    ~Written() { std::free(bytes); }
};

bool write(jpeg_compress_struct& info, Escape& escape, const Bitmap& bitmap, Written& written) {
    if (setjmp(escape.way_out) != 0) return false;
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &written.bytes, &written.length);
    info.image_width = static_cast<JDIMENSION>(bitmap.size.width);
    info.image_height = static_cast<JDIMENSION>(bitmap.size.height);
    info.input_components = 4;
    info.in_color_space = JCS_EXT_RGBX;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, quality, TRUE);
    jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < info.image_height) {
        JSAMPROW row = const_cast<std::uint8_t*>(bitmap.at(0, static_cast<int>(info.next_scanline)));
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    return true;
}

}  // namespace

Result<Decoded> decode_jpeg(std::string_view bytes, const Limits& limits, int enough) {
    Reader reader;
    if (!reader.read_header(bytes)) return refused("picture_broken");
    KONBIT_CHECK(check_size(reader.size().width, reader.size().height, limits));
    const Size size = reader.begin(reduction(reader.size(), enough));
    if (size == Size{}) return refused("picture_broken");
    Decoded found{Bitmap(size), reader.orientation()};
    if (!reader.read_pixels(found.bitmap.rgba.data())) return refused("picture_broken");
    return found;
}

std::string encode_jpeg(const Bitmap& bitmap) {
    Escape escape;
    prepare(escape);
    jpeg_compress_struct info{};
    info.err = &escape;
    Written written;
    const bool is_written = write(info, escape, bitmap, written);
    jpeg_destroy_compress(&info);
    if (!is_written) throw std::runtime_error("a JPEG could not be written");
    return {reinterpret_cast<const char*>(written.bytes), written.length};
}

}  // namespace konbit::images

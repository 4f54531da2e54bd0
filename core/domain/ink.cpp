#include "core/domain/ink.h"

#include "core/domain/slugs.h"

#include <algorithm>
#include <cmath>

namespace teken::domain {
namespace {

constexpr std::uint8_t kMagicAndVersion = 0xa1; ///< high nibble: ink; low nibble: version 1
constexpr Slugs<4> kShortageSlugs{"ink.empty", "ink.one-dot", "ink.too-short", "ink.too-small"};

tl::unexpected<Error> wrong(std::string_view reason, std::string_view expected, std::string place = {}) {
    return fail(ErrorCode::InvalidInput, std::string(reason), "expected " + std::string(expected),
                std::move(place));
}

Result<> checkStrokes(const InkStrokes& strokes) {
    if (strokes.empty())
        return wrong("ink.empty", "at least one stroke");
    if (strokes.size() > kMaxInkStrokes)
        return wrong("ink.too-many-strokes", "at most 64 strokes");
    std::size_t points = 0;
    for (const InkStroke& stroke : strokes) {
        if (stroke.empty())
            return wrong("ink.empty-stroke", "at least one point in a stroke");
        points += stroke.size();
        for (const InkPoint& point : stroke)
            if (point.x >= kInkWidth || point.y >= kInkHeight)
                return wrong("ink.outside", "points inside the grid");
    }
    if (points > kMaxInkPoints)
        return wrong("ink.too-many-points", "at most 4096 points");
    return {};
}

void putVarint(Bytes& bytes, std::uint32_t value) {
    while (value >= 0x80) {
        bytes.push_back(static_cast<std::uint8_t>(value | 0x80));
        value >>= 7;
    }
    bytes.push_back(static_cast<std::uint8_t>(value));
}

std::uint32_t zigzag(int value) {
    return value < 0 ? static_cast<std::uint32_t>(-value) * 2 - 1 : static_cast<std::uint32_t>(value) * 2;
}

int unzigzag(std::uint32_t value) {
    return value % 2 != 0 ? -static_cast<int>(value / 2) - 1 : static_cast<int>(value / 2);
}

class Decoder {
public:
    explicit Decoder(ByteView bytes) : m_bytes(bytes) {}

    Result<InkStrokes> whole() {
        if (m_bytes.empty() || m_bytes[0] != kMagicAndVersion)
            return fail(ErrorCode::Unsupported, "ink.version", "expected the first byte a1", place());
        m_at = 1;
        TEKEN_TRY(const std::uint32_t count, varint());
        if (count == 0)
            return wrong("ink.empty", "at least one stroke", place());
        if (count > kMaxInkStrokes)
            return wrong("ink.too-many-strokes", "at most 64 strokes", place());
        InkStrokes strokes(count);
        for (InkStroke& stroke : strokes)
            TEKEN_CHECK(readStroke(stroke));
        if (m_at != m_bytes.size())
            return wrong("ink.trailing", "nothing behind the last stroke", place());
        return strokes;
    }

private:
    [[nodiscard]] std::string place() const { return "offset " + std::to_string(m_at); }

    /// At most three bytes, in the shortest form: nothing in this format needs more than 14 bits.
    Result<std::uint32_t> varint() {
        const std::size_t start = m_at;
        std::uint32_t value = 0;
        for (unsigned shift = 0; shift < 21; shift += 7) {
            if (m_at == m_bytes.size())
                return wrong("ink.truncated", "more bytes", place());
            const std::uint8_t byte = m_bytes[m_at++];
            value |= static_cast<std::uint32_t>(byte & 0x7f) << shift;
            if (byte < 0x80) {
                if (byte == 0 && shift > 0)
                    break;
                return value;
            }
        }
        m_at = start;
        return wrong("ink.varint", "a number of at most three bytes in its shortest form", place());
    }

    Result<> readStroke(InkStroke& stroke) {
        TEKEN_TRY(const std::uint32_t count, varint());
        if (count == 0)
            return wrong("ink.empty-stroke", "at least one point in a stroke", place());
        if (count > kMaxInkPoints - m_points)
            return wrong("ink.too-many-points", "at most 4096 points", place());
        m_points += count;
        stroke.reserve(count);
        for (std::uint32_t i = 0; i < count; ++i) {
            TEKEN_TRY(const std::uint32_t dx, varint());
            TEKEN_TRY(const std::uint32_t dy, varint());
            m_x += unzigzag(dx);
            m_y += unzigzag(dy);
            if (m_x < 0 || m_x >= kInkWidth || m_y < 0 || m_y >= kInkHeight)
                return wrong("ink.outside", "points inside the grid", place());
            stroke.push_back({static_cast<std::uint16_t>(m_x), static_cast<std::uint16_t>(m_y)});
        }
        return {};
    }

    ByteView m_bytes;
    std::size_t m_at = 0;
    std::size_t m_points = 0;
    int m_x = 0;
    int m_y = 0;
};

struct Vector {
    double x;
    double y;
};
Vector from(const InkPoint& a, const InkPoint& b) {
    return {static_cast<double>(b.x - a.x), static_cast<double>(b.y - a.y)};
}

double distance(const InkPoint& a, const InkPoint& b) {
    const Vector way = from(a, b);
    return std::hypot(way.x, way.y);
}

/// From `point` to the segment a-b.
double distanceToSegment(const InkPoint& point, const InkPoint& a, const InkPoint& b) {
    const Vector segment = from(a, b);
    const Vector toPoint = from(a, point);
    const double length2 = segment.x * segment.x + segment.y * segment.y;
    if (length2 == 0)
        return distance(point, a);
    const double t = std::clamp((toPoint.x * segment.x + toPoint.y * segment.y) / length2, 0.0, 1.0);
    return std::hypot(toPoint.x - t * segment.x, toPoint.y - t * segment.y);
}

InkStroke thinStroke(const InkStroke& stroke, double tolerance) {
    if (stroke.size() <= 1)
        return stroke;
    std::vector<bool> kept(stroke.size(), false);
    kept.front() = kept.back() = true;
    // A stack of our own: a stroke of thousands of points must not become as many nested calls.
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, stroke.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        double worst = -1;
        std::size_t at = first;
        for (std::size_t i = first + 1; i < last; ++i)
            if (const double away = distanceToSegment(stroke[i], stroke[first], stroke[last]); away > worst) {
                worst = away;
                at = i;
            }
        if (at == first || worst <= tolerance)
            continue;
        kept[at] = true;
        open.emplace_back(first, at);
        open.emplace_back(at, last);
    }
    InkStroke thin;
    for (std::size_t i = 0; i < stroke.size(); ++i)
        if (kept[i] && (thin.empty() || thin.back() != stroke[i]))
            thin.push_back(stroke[i]);
    return thin;
}

std::size_t encodedSize(const InkStrokes& strokes) {
    const auto bytes = encodeInk(strokes);
    return bytes ? bytes->size() : kMaxInkBytes + 1;
}

} // namespace

InkPoint inkPoint(double x, double y, double padWidth, double padHeight) {
    TEKEN_ASSERT(padWidth > 0 && padHeight > 0, "a pad has a size");
    // The negated comparison also sends NaN to the edge.
    const auto scaled = [](double value, double size, int steps) {
        const double at = std::floor(value / size * steps);
        return static_cast<std::uint16_t>(!(at > 0) ? 0 : std::min(at, double(steps - 1)));
    };
    return {scaled(x, padWidth, kInkWidth), scaled(y, padHeight, kInkHeight)};
}

Result<Bytes> encodeInk(const InkStrokes& strokes) {
    TEKEN_CHECK(checkStrokes(strokes));
    Bytes bytes{kMagicAndVersion};
    putVarint(bytes, static_cast<std::uint32_t>(strokes.size()));
    int x = 0;
    int y = 0;
    for (const InkStroke& stroke : strokes) {
        putVarint(bytes, static_cast<std::uint32_t>(stroke.size()));
        for (const InkPoint& point : stroke) {
            putVarint(bytes, zigzag(int{point.x} - x));
            putVarint(bytes, zigzag(int{point.y} - y));
            x = point.x;
            y = point.y;
        }
    }
    if (bytes.size() > kMaxInkBytes)
        return wrong("ink.too-large", "at most 8192 bytes, found " + std::to_string(bytes.size()));
    return bytes;
}

Result<InkStrokes> decodeInk(ByteView bytes) {
    if (bytes.size() > kMaxInkBytes)
        return wrong("ink.too-large", "at most 8192 bytes, found " + std::to_string(bytes.size()));
    return Decoder(bytes).whole();
}

InkStrokes thinInk(const InkStrokes& strokes, double tolerance) {
    InkStrokes thin;
    thin.reserve(strokes.size());
    for (const InkStroke& stroke : strokes)
        thin.push_back(thinStroke(stroke, tolerance));
    return thin;
}

Result<InkStrokes> compactInk(const InkStrokes& strokes) {
    constexpr double kLeast = 1.5;
    constexpr double kMost = 12;
    InkStrokes thin;
    for (double tolerance = kLeast; tolerance <= kMost; tolerance *= 1.5) {
        thin = thinInk(strokes, tolerance);
        if (encodedSize(thin) <= kTypicalInkBytes)
            break;
    }
    TEKEN_TRY(const Bytes bytes, encodeInk(thin));
    static_cast<void>(bytes);
    return thin;
}

std::optional<InkBounds> boundsOf(const InkStrokes& strokes) {
    std::optional<InkBounds> bounds;
    for (const InkStroke& stroke : strokes)
        for (const InkPoint& point : stroke) {
            if (!bounds)
                bounds = InkBounds{point.x, point.y, point.x, point.y};
            bounds->left = std::min(bounds->left, point.x);
            bounds->top = std::min(bounds->top, point.y);
            bounds->right = std::max(bounds->right, point.x);
            bounds->bottom = std::max(bounds->bottom, point.y);
        }
    return bounds;
}

double lengthOf(const InkStrokes& strokes) {
    double length = 0;
    for (const InkStroke& stroke : strokes)
        for (std::size_t i = 1; i < stroke.size(); ++i)
            length += distance(stroke[i - 1], stroke[i]);
    return length;
}

std::string_view slug(InkShortage shortage) {
    return slugOf(kShortageSlugs, shortage);
}

std::optional<InkShortage> inkShortage(const InkStrokes& strokes, const InkLimits& limits) {
    const auto bounds = boundsOf(strokes);
    if (!bounds)
        return InkShortage::Empty;
    const double length = lengthOf(strokes);
    if (length == 0 && strokes.size() == 1)
        return InkShortage::OneDot;
    if (length < limits.leastLength)
        return InkShortage::TooShort;
    if (std::max(bounds->right - bounds->left, bounds->bottom - bounds->top) < limits.leastExtent)
        return InkShortage::TooSmall;
    return std::nullopt;
}

} // namespace teken::domain

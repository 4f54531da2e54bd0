// Between which two moments an entry was made, as far as others than its own device prove it.
#pragma once

#include "core/entry/payload.h"
#include "core/log/checkpoint.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace teken::audit {

/// A checkpoint that a certified witness signed, and that is of the log at hand.
struct WitnessedPoint {
    log::TreeSize size;
    std::uint64_t seconds = 0; ///< the earliest cosignature
};

class Brackets {
public:
    Brackets() = default;
    /// `places`: leaf of each stored order, plus one; 0: none. `origin`: of the log at hand.
    Brackets(std::string origin, std::vector<std::uint64_t> places, std::vector<WitnessedPoint> points)
        : m_origin(std::move(origin)), m_places(std::move(places)), m_points(std::move(points)) {
        std::ranges::sort(m_points, {}, &WitnessedPoint::size);
        for (const auto& point : m_points) {
            auto& at = m_witnessedAt[point.size.value];
            at = at == 0 ? point.seconds : std::min(at, point.seconds);
        }
        // A later checkpoint that was witnessed earlier bounds everything before it, too.
        for (std::size_t i = m_points.size(); i-- > 1;)
            m_points[i - 1].seconds = std::min(m_points[i - 1].seconds, m_points[i].seconds);
    }

    [[nodiscard]] std::optional<log::LeafIndex> place(std::uint64_t order) const {
        if (order >= m_places.size() || m_places[order] == 0)
            return std::nullopt;
        return log::LeafIndex{m_places[order] - 1};
    }

    /// The entry existed at this time (milliseconds since 1970): the first witnessed checkpoint that includes
    /// it.
    [[nodiscard]] std::optional<std::int64_t> notAfterMs(std::uint64_t order) const {
        const auto at = place(order);
        if (!at)
            return std::nullopt;
        const auto first = std::ranges::upper_bound(
            m_points, at->value, {}, [](const WitnessedPoint& point) { return point.size.value; });
        if (first == m_points.end())
            return std::nullopt;
        return static_cast<std::int64_t>(first->seconds) * 1'000;
    }

    /// When this checkpoint was first witnessed: an entry that names it is not older than the checkpoint,
    /// which may be older than this. Of another log nothing is known.
    [[nodiscard]] std::optional<std::int64_t> witnessedMs(const entry::SeenCheckpoint& seen) const {
        const auto found = m_witnessedAt.find(seen.size);
        if (seen.origin != m_origin || found == m_witnessedAt.end())
            return std::nullopt;
        return static_cast<std::int64_t>(found->second) * 1'000;
    }

private:
    std::string m_origin;
    std::vector<std::uint64_t> m_places;
    std::vector<WitnessedPoint> m_points; ///< by size; seconds: the earliest of it and all after it
    std::map<std::uint64_t, std::uint64_t> m_witnessedAt;
};

} // namespace teken::audit

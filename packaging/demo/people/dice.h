// Chance from a seed, the same on every machine. (The standard library's distributions may differ.)
#pragma once

#include <cstdint>
#include <vector>

namespace teken::demo {

/// SplitMix64.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next() {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_state;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ z >> 27) * 0x94d049bb133111ebULL;
        return z ^ z >> 31;
    }
    /// 0..count-1; the tiny bias of the remainder does not matter for made-up people.
    int below(int count) { return static_cast<int>((next() >> 11) % static_cast<std::uint64_t>(count)); }
    /// first..last, both included.
    int between(int first, int last) { return first + below(last - first + 1); }
    bool oneIn(int count) { return below(count) == 0; }

    template <class T>
    const T& pick(const std::vector<T>& from) {
        return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))];
    }

private:
    std::uint64_t m_state;
};

} // namespace teken::demo

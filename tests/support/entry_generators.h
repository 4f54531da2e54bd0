// RapidCheck generators for headers and bodies of every kind: the generator is led through the same lists of
// fields as reader and writer (core/entry/describe.h), so a new field is generated without being asked for.
#pragma once

#include "core/entry/payload.h"

#include <rapidcheck.h>

namespace teken::test {

/// Any kind but UnknownKind, every field within its limits, rules between fields kept.
[[nodiscard]] rc::Gen<entry::Body> genBody();
/// The alternative number `index` of entry::Body, 1 or more.
[[nodiscard]] rc::Gen<entry::Body> genBodyOf(std::size_t index);
/// A header for any number, with a drive.
[[nodiscard]] rc::Gen<entry::Header> genHeader();
/// Header and body that fit each other: encodePayload() accepts it.
[[nodiscard]] rc::Gen<entry::Payload> genPayload();
/// Up to `most` code points of all sorts: ASCII, quotes, backslashes, line feeds, Latin, CJK, emoji.
[[nodiscard]] rc::Gen<std::string> genText(std::size_t least, std::size_t most);

template <class Fixed>
[[nodiscard]] rc::Gen<Fixed> genFixed() {
    return rc::gen::map(rc::gen::container<Bytes>(Fixed::kSize, rc::gen::arbitrary<std::uint8_t>()),
                        [](const Bytes& bytes) {
                            Fixed value;
                            std::copy(bytes.begin(), bytes.end(), value.bytes.begin());
                            return value;
                        });
}

} // namespace teken::test

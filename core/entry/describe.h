// The fields of headers and bodies, once (FORMAT.md sections 3 and 5). FieldReader and FieldWriter are both
// led through these lists, so that what one writes the other reads. Rules between fields are in rules.h.
// Bodies: describe_admin.h and describe_field.h.
//
//   void describe(F& fields, Of<F, T>& value)      T is const for a writer
#pragma once

#include "core/entry/field_limits.h"
#include "core/entry/payload.h"

#include <type_traits>

namespace teken::entry {

template <class F, class T>
using Of = std::conditional_t<F::kReads, T, const T>;

inline constexpr Range kSupersedes{0, 20};
inline constexpr Range kSignerKinds{1, 8};

template <class F>
void describe(F& f, Of<F, Header>& header) {
    f.fixed("feed", header.feed);
    f.integer("seq", header.seq, 1);
    f.fixed("prev", header.prev);
    f.moment("wall_ms", header.wallMs);
    f.integer("mono_ms", header.monoMs, 0);
    f.fixed("boot", header.boot);
    f.group("seen", header.seen);
    f.fixed("salt", header.salt);
}

template <class F>
void describe(F& f, Of<F, SeenCheckpoint>& seen) {
    f.line("origin", seen.origin, {1, 255});
    f.integer("size", seen.size, 1);
    f.fixed("root", seen.root);
}

template <class F>
void describe(F& f, Of<F, Party>& party) {
    f.text("name", party.name, {1, 120});
    f.text("number", party.number, {0, 40});
    f.text("post", party.post, {0, 120});
}

} // namespace teken::entry

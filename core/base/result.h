// Result<T>: a value or an Error. Functions that return one are [[nodiscard]]; exceptions stay inside the few
// files that talk to throwing libraries.
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>

namespace teken {

template <class T = void>
using Result = tl::expected<T, Error>;

/// Return this from a Result function: `return fail(ErrorCode::NotFound, "entry.unknown", "no entry " +
/// hex);`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string reason, std::string message,
                                                std::string place = {}) {
    return tl::unexpected<Error>(Error{code, std::move(reason), std::move(message), std::move(place)});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

} // namespace teken

#define TEKEN_CONCAT_INNER(a, b) a##b
#define TEKEN_CONCAT(a, b) TEKEN_CONCAT_INNER(a, b)
#define TEKEN_TRY_INNER(temporary, declaration, expression)                                                  \
    auto temporary = (expression);                                                                           \
    if (!temporary)                                                                                          \
        return ::tl::unexpected<::teken::Error>(std::move(temporary).error());                               \
    declaration = std::move(*temporary)

/// TEKEN_TRY(const auto bytes, files.read(path)); declares `bytes`, or returns the error from this function.
#define TEKEN_TRY(declaration, ...)                                                                          \
    TEKEN_TRY_INNER(TEKEN_CONCAT(tekenTry, __LINE__), declaration, (__VA_ARGS__))

/// TEKEN_CHECK(store.commit()); for Result<void>: goes on, or returns the error from this function.
#define TEKEN_CHECK(...)                                                                                     \
    do {                                                                                                     \
        if (auto tekenCheck = (__VA_ARGS__); !tekenCheck)                                                    \
            return ::tl::unexpected<::teken::Error>(std::move(tekenCheck).error());                          \
    } while (false)

/// For bugs only, never for input: always on, in release builds too.
#define TEKEN_ASSERT(condition, why)                                                                         \
    do {                                                                                                     \
        if (!(condition)) {                                                                                  \
            std::fprintf(stderr, "teken: assertion failed: %s (%s:%d)\n", why, __FILE__, __LINE__);          \
            std::abort();                                                                                    \
        }                                                                                                    \
    } while (false)

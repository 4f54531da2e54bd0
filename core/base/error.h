// Errors as values. An error says what the caller can do (code), which situation it is (reason, a stable slug
// that the word catalogue turns into a sentence for people) and what was expected and found (message, for
// engineers). Messages and places never hold names, numbers of persons or other personal data.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace teken {

/// What the caller can do about it.
enum class ErrorCode : std::uint8_t {
    NotFound,           ///< the thing asked for does not exist
    InvalidInput,       ///< the input breaks a rule of its format; the same input will fail again
    Corrupt,            ///< stored data is not what was stored
    VerificationFailed, ///< a signature, hash or proof does not hold
    Conflict,           ///< true state and request disagree (fork, second writer, existing name)
    Unauthorized,       ///< wrong passphrase, missing certificate, out of scope
    Locked,             ///< sealed or in use; unlock or wait, then the same call may succeed
    Offline,            ///< the other side cannot be reached
    Timeout,            ///< no answer in time
    Busy,               ///< the other side asks to come back later
    NoSpace,            ///< disk full or quota reached
    ReadOnly,           ///< no right to write there
    Unsupported,        ///< a newer version or an unknown kind; not wrong, not understood
    Cancelled,          ///< the caller asked to stop
    Internal            ///< a bug or an exhausted machine
};

struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string reason;  ///< stable slug such as "store.disk-full"; key of the word catalogue
    std::string message; ///< English, lower case, expectation and fact
    std::string place;   ///< where: "line 12, column nip", "offset 4096"; may be empty

    friend bool operator==(const Error&, const Error&) = default;
};

/// The code's own name, "NotFound".
[[nodiscard]] std::string_view name(ErrorCode code);

/// "reason: message (place)", one line for logs and test output.
[[nodiscard]] std::string describe(const Error& error);

} // namespace teken

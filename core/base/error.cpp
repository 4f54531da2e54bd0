#include "core/base/error.h"

namespace teken {

std::string_view name(ErrorCode code) {
    switch (code) {
    case ErrorCode::NotFound:
        return "NotFound";
    case ErrorCode::InvalidInput:
        return "InvalidInput";
    case ErrorCode::Corrupt:
        return "Corrupt";
    case ErrorCode::VerificationFailed:
        return "VerificationFailed";
    case ErrorCode::Conflict:
        return "Conflict";
    case ErrorCode::Unauthorized:
        return "Unauthorized";
    case ErrorCode::Locked:
        return "Locked";
    case ErrorCode::Offline:
        return "Offline";
    case ErrorCode::Timeout:
        return "Timeout";
    case ErrorCode::Busy:
        return "Busy";
    case ErrorCode::NoSpace:
        return "NoSpace";
    case ErrorCode::ReadOnly:
        return "ReadOnly";
    case ErrorCode::Unsupported:
        return "Unsupported";
    case ErrorCode::Cancelled:
        return "Cancelled";
    case ErrorCode::Internal:
        return "Internal";
    }
    return "Internal";
}

std::string describe(const Error& error) {
    std::string text = error.reason + ": " + error.message;
    if (!error.place.empty())
        text += " (" + error.place + ")";
    return text;
}

} // namespace teken

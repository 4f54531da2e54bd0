// What anybody who holds a slip may ask of a server (sync/PROTOCOL.md section 13).
#pragma once

#include "core/base/result.h"
#include "core/desk/one_record.h"

#include <optional>
#include <string>
#include <string_view>

namespace teken::sync::server {

struct CheckAnswer {
    std::string bukti; ///< proof file of the record (core/log/EVIDENCE.md)
    desk::Standing standing = desk::Standing::NotCounted;
    /// When the checkpoint in it was signed, by this server's clock: a claim. Nullopt: no place yet.
    std::optional<std::int64_t> sinceMs;
};

class CheckApi {
public:
    virtual ~CheckApi() = default;
    /// Nullopt: no signature here has this code, whatever the reason. Busy. `code` as readSlipCode() gives
    /// it.
    [[nodiscard]] virtual Result<std::optional<CheckAnswer>> check(std::string_view code) = 0;
};

} // namespace teken::sync::server

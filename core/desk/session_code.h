// The code by which a second laptop joins a session without any network: shown as a QR code and typed when
// there is no scanner. It names the session and nobody; knowing it permits nothing that the certificate of
// the second laptop does not permit anyway. Format: core/desk/FORMAT.md, section "Session code".
#pragma once

#include "core/base/bytes.h"

#include <string>
#include <string_view>

namespace teken::desk {

/// 28 letters in groups of four, "7Q4M-K2PX-…".
[[nodiscard]] std::string sessionCode(const SessionId& session);

/// As typed or scanned: case, spaces and hyphens do not matter, I and L are read as 1, O as 0; 32 hex digits
/// (the id itself) are taken too. InvalidInput ("session.code") when a letter is wrong or missing.
[[nodiscard]] Result<SessionId> sessionFromCode(std::string_view typed);

} // namespace teken::desk

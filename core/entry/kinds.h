// The kinds of entries and their bodies, field by field as in FORMAT.md section 5.
#pragma once

#include "core/entry/kinds_admin.h"
#include "core/entry/kinds_field.h"

#include <variant>

namespace teken::entry {

/// A kind this version does not know: kept and passed on, never folded.
struct UnknownKind {
    std::string kind;
    friend bool operator==(const UnknownKind&, const UnknownKind&) = default;
};

using Body = std::variant<UnknownKind, Certify, Revoke, OpenDrive, LockText, RosterSnapshot, RosterChange,
                          PlanSession, CertifyOfficer, RevokeOfficer, Match, Decide, Admit, CloseDrive,
                          Succeed, OpenSession, Pause, Resume, Sign, Excuse, Absent, Refuse, AddPerson,
                          ProposeCorrection, Void, Note, Attach, CloseSession, SignMinutes>;

/// "sign", "open-session" …; for UnknownKind the kind it came with.
[[nodiscard]] std::string_view kindName(const Body& body);

/// Roles whose feeds may hold this kind (Void: admin and field); empty for UnknownKind.
[[nodiscard]] std::vector<Role> rolesFor(const Body& body);

/// The session a body belongs to; nullopt for kinds without one.
[[nodiscard]] std::optional<SessionId> sessionOf(const Body& body);

/// The hash of the ink a body binds; nullopt for kinds without ink and for wet ink, whose hash names a blob.
[[nodiscard]] std::optional<Digest> inkOf(const Body& body);

[[nodiscard]] std::string_view roleName(Role role); ///< "root", "admin" …

} // namespace teken::entry

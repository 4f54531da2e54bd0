#include "core/entry/kinds.h"

#include "core/entry/kind_table.h"
#include "core/entry/slugs.h"

namespace teken::entry {

std::string_view kindName(const Body& body) {
    if (const auto* unknown = std::get_if<UnknownKind>(&body))
        return unknown->kind;
    return kKinds[body.index()].name;
}

std::vector<Role> rolesFor(const Body& body) {
    switch (kKinds[body.index()].feeds) {
    case Feeds::Root:
        return {Role::Root};
    case Feeds::Admin:
        return {Role::Admin};
    case Feeds::Field:
        return {Role::Field};
    case Feeds::AdminAndField:
        return {Role::Admin, Role::Field};
    case Feeds::Unknown:
        break;
    }
    return {};
}

std::optional<SessionId> sessionOf(const Body& body) {
    return std::visit(
        [](const auto& kind) -> std::optional<SessionId> {
            if constexpr (requires { kind.session; })
                return kind.session;
            else
                return std::nullopt;
        },
        body);
}

std::optional<Digest> inkOf(const Body& body) {
    return std::visit(
        [](const auto& kind) -> std::optional<Digest> {
            using Kind = std::decay_t<decltype(kind)>;
            if constexpr (std::is_same_v<Kind, Sign>)
                return kind.form == SignForm::Wet ? std::nullopt : std::optional(kind.ink);
            else if constexpr (std::is_same_v<Kind, SignMinutes>)
                return kind.ink;
            else
                return std::nullopt;
        },
        body);
}

std::string_view roleName(Role role) {
    return slugOf(role);
}

} // namespace teken::entry

#include "core/entry/describe_admin.h"
#include "core/entry/describe_field.h"
#include "core/entry/field_writer.h"
#include "core/entry/kind_table.h"
#include "core/entry/payload.h"
#include "core/entry/rules.h"

namespace teken::entry {
namespace {

void writeBody(const Body& body, std::string& out, std::optional<Error>& fault) {
    FieldWriter fields(out, "body", fault);
    std::visit(
        [&fields](const auto& kind) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(kind)>, UnknownKind>)
                describe(fields, kind);
        },
        body);
    fields.close();
}

void writePayload(const Payload& payload, std::string& out, std::optional<Error>& fault) {
    FieldWriter fields(out, {}, fault);
    fields.integer("v", std::int64_t{1}, 1);
    fields.kind("kind", kindName(payload.body));
    if (payload.header.drive)
        fields.fixed("drive", *payload.header.drive);
    describe(fields, payload.header);
    fields.key("body");
    writeBody(payload.body, out, fault);
    fields.close();
}

} // namespace

Result<Bytes> encodePayload(const Payload& payload) {
    if (std::holds_alternative<UnknownKind>(payload.body))
        return fail(ErrorCode::InvalidInput, "payload.kind", "expected a kind of this version", "kind");
    TEKEN_CHECK(checkRules(payload));
    std::string out;
    out.reserve(1024);
    std::optional<Error> fault;
    writePayload(payload, out, fault);
    if (fault)
        return fail(std::move(*fault));
    if (out.size() > kMostPayloadBytes)
        return fail(ErrorCode::InvalidInput, "payload.size",
                    "expected at most 16384 bytes, found " + std::to_string(out.size()));
    return toBytes(out);
}

} // namespace teken::entry

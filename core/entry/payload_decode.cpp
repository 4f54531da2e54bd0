#include "core/entry/describe_admin.h"
#include "core/entry/describe_field.h"
#include "core/entry/field_reader.h"
#include "core/entry/kind_table.h"
#include "core/entry/payload.h"
#include "core/entry/rules.h"
#include "core/entry/scan.h"

#include <utility>

namespace teken::entry {
namespace {

template <std::size_t Index>
void readBody(FieldReader& fields, Body& into) {
    describe(fields, into.emplace<Index>());
    fields.finish();
}

using ReadBody = void (*)(FieldReader&, Body&);

/// One reader for each kind, by its place in Body; the first place belongs to unknown kinds.
constexpr auto kReadBody = []<std::size_t... Index>(std::index_sequence<Index...>) {
    return std::array<ReadBody, sizeof...(Index) + 1>{nullptr, &readBody<Index + 1>...};
}
(std::make_index_sequence<std::variant_size_v<Body> - 1>{});

/// Before anything else is read: another version may have other keys.
Result<> readVersion(FieldReader& fields, std::optional<Error>& fault) {
    std::int64_t version = 0;
    fields.integer("v", version, 0);
    if (fault)
        return fail(*fault);
    if (version != 1)
        return fail(ErrorCode::Unsupported, "payload.version",
                    "expected version 1, found " + std::to_string(version), "v");
    return {};
}

void readPayload(FieldReader& fields, const Document& document, std::optional<Error>& fault, Payload& into) {
    std::string kind;
    fields.kind("kind", kind);
    if (fields.has("drive"))
        fields.fixed("drive", into.header.drive.emplace());
    describe(fields, into.header);
    const auto body = fields.object("body");
    fields.finish();
    if (fault)
        return;
    const auto index = kindIndex(kind);
    if (index == 0) {
        into.body = UnknownKind{std::move(kind)};
        return;
    }
    FieldReader inner(document, body, fault);
    kReadBody[index](inner, into.body);
}

} // namespace

Result<Payload> decodePayload(ByteView bytes) {
    Document document;
    TEKEN_CHECK(document.scan(bytes));
    std::optional<Error> fault;
    FieldReader fields(document, Document::kRoot, fault);
    TEKEN_CHECK(readVersion(fields, fault));
    Payload payload;
    readPayload(fields, document, fault, payload);
    if (fault)
        return fail(std::move(*fault));
    TEKEN_CHECK(checkRules(payload));
    return payload;
}

} // namespace teken::entry

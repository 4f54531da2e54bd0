#include "core/desk/enrolment.h"

#include "core/crypto/hash.h"
#include "core/domain/canonical_json.h"
#include "core/entry/entry.h"
#include "core/entry/slugs.h"
#include "core/store/blobs.h"
#include "core/store/journal.h"

#include <algorithm>

namespace teken::desk {

namespace {

constexpr std::string_view kRequestType = "application/vnd.teken.enrolment.v1+json";
constexpr std::size_t kMostNameBytes = 480; // 120 code points
constexpr std::size_t kMostPins = 4;

bool mayAsk(entry::Role role) {
    return role == entry::Role::Field || role == entry::Role::Admin || role == entry::Role::Server ||
           role == entry::Role::Log;
}

std::string encodeBody(const EnrolmentRequest& request) {
    domain::JsonArray pins;
    for (const auto& pin : request.pins)
        pins.emplace_back(pin.hex());
    domain::JsonObject body;
    body["v"] = std::int64_t{1};
    body["role"] = entry::roleName(request.role);
    body["name"] = request.name;
    body["device"] = request.device;
    body["key"] = request.key.hex();
    body["recipient"] = request.recipient ? request.recipient->hex() : std::string();
    body["pins"] = std::move(pins);
    body["address"] = request.address;
    body["succeeds"] = request.succeeds ? request.succeeds->hex() : std::string();
    body["nonce"] = request.nonce.hex();
    return domain::writeCanonical(body);
}

template <class Fixed>
Result<std::optional<Fixed>> optionalHex(const std::string& text) {
    if (text.empty())
        return std::nullopt;
    TEKEN_TRY(const auto value, Fixed::fromHex(text));
    return value;
}

Result<EnrolmentRequest> decodeBody(ByteView bytes) {
    TEKEN_TRY(const auto json, domain::readCanonical(bytes, {.bytes = kMostRequestBytes, .depth = 3}));
    TEKEN_TRY(auto reader, domain::JsonReader::open(json, ""));
    TEKEN_TRY(const auto version, reader.number("v", 1, 1));
    static_cast<void>(version);
    EnrolmentRequest request;
    TEKEN_TRY(const auto roleText, reader.text("role"));
    const auto role = entry::enumOf<entry::Role>(roleText);
    if (!role || !mayAsk(*role))
        return fail(ErrorCode::InvalidInput, "enrolment.format", "expected role field, admin, server or log",
                    "role");
    request.role = *role;
    TEKEN_TRY(request.name, reader.text("name"));
    TEKEN_TRY(request.device, reader.text("device"));
    if (request.name.empty() || request.name.size() > kMostNameBytes ||
        request.device.size() > kMostNameBytes)
        return fail(ErrorCode::InvalidInput, "enrolment.format", "expected a name within its limits", "name");
    TEKEN_TRY(const auto key, reader.text("key"));
    TEKEN_TRY(request.key, PublicKey::fromHex(key));
    TEKEN_TRY(const auto recipient, reader.text("recipient"));
    TEKEN_TRY(request.recipient, optionalHex<RecipientKey>(recipient));
    TEKEN_TRY(const auto pins, reader.texts("pins", kMostPins));
    for (const auto& text : pins) {
        TEKEN_TRY(const auto pin, Digest::fromHex(text));
        request.pins.push_back(pin);
    }
    TEKEN_TRY(request.address, reader.text("address"));
    TEKEN_TRY(const auto succeeds, reader.text("succeeds"));
    TEKEN_TRY(request.succeeds, optionalHex<FeedId>(succeeds));
    TEKEN_TRY(const auto nonce, reader.text("nonce"));
    TEKEN_TRY(request.nonce, Nonce::fromHex(nonce));
    TEKEN_CHECK(reader.finish());
    return request;
}

Result<EnrolmentRequest> readSigned(ByteView file) {
    TEKEN_TRY(const auto json, domain::readCanonical(file, {.bytes = kMostRequestBytes, .depth = 2}));
    TEKEN_TRY(auto reader, domain::JsonReader::open(json, ""));
    TEKEN_TRY(const auto base64, reader.text("request"));
    TEKEN_TRY(const auto signatureText, reader.text("signature"));
    TEKEN_CHECK(reader.finish());
    TEKEN_TRY(const auto body, decodeBase64(base64));
    TEKEN_TRY(const auto signature, Signature::fromHex(signatureText));
    TEKEN_TRY(auto request, decodeBody(body));
    if (!crypto::verify(request.key, entry::preAuthEncoding(kRequestType, body), signature))
        return fail(ErrorCode::VerificationFailed, "enrolment.proof",
                    "expected a request signed with the key it names, found another signature");
    return request;
}

Result<std::string> cleanFingerprint(std::string_view typed) {
    std::string digits;
    for (const char c : typed) {
        if (c == ' ' || c == '-' || c == '\n' || c == '\r' || c == '\t' || c == ':')
            continue;
        const char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool hex = (lower >= '0' && lower <= '9') || (lower >= 'a' && lower <= 'f');
        if (!hex || digits.size() == 2 * Digest::kSize)
            return fail(ErrorCode::InvalidInput, "enrolment.fingerprint-format",
                        "expected 32 to 64 hex digits, found other characters or more");
        digits += lower;
    }
    if (digits.size() < kLeastFingerprintDigits)
        return fail(ErrorCode::InvalidInput, "enrolment.fingerprint-short",
                    "expected at least " + std::to_string(kLeastFingerprintDigits) + " hex digits, found " +
                        std::to_string(digits.size()));
    return digits;
}

} // namespace

Result<Bytes> encodeRequest(const EnrolmentRequest& request, const crypto::SigningKey& key) {
    if (key.publicKey() != request.key)
        return fail(ErrorCode::Internal, "enrolment.key",
                    "expected the key the request names, found another");
    const auto body = encodeBody(request);
    const auto signature = key.sign(entry::preAuthEncoding(kRequestType, view(body)));
    domain::JsonObject file;
    file["request"] = encodeBase64(view(body));
    file["signature"] = signature.hex();
    auto bytes = toBytes(domain::writeCanonical(file));
    // Also a check that what goes out can come in.
    TEKEN_TRY(const auto again, readRequest(bytes));
    static_cast<void>(again);
    return bytes;
}

Result<EnrolmentRequest> readRequest(ByteView file) {
    auto request = readSigned(file);
    if (!request && request.error().code == ErrorCode::InvalidInput)
        return fail(ErrorCode::InvalidInput, "enrolment.format",
                    "expected an enrolment request, found " + request.error().message, request.error().place);
    return request;
}

Result<Bytes> requestOfHolder(store::Book& book, RandomSource& random, const std::string& device,
                              std::optional<FeedId> succeeds) {
    const auto* holder = book.keyring().current();
    const auto* key = book.keyring().signingKey();
    if (holder == nullptr || key == nullptr)
        return fail(ErrorCode::Locked, "store.locked", "expected an unlocked holder, found none");
    EnrolmentRequest request;
    request.role = holder->role;
    request.name = holder->name;
    request.device = device;
    request.key = key->publicKey();
    TEKEN_TRY(request.recipient, book.keyring().recipientKey());
    request.succeeds = succeeds;
    request.nonce = random.make<Nonce>();
    return encodeRequest(request, *key);
}

std::string fingerprintForPeople(const PublicKey& key) {
    const auto hex = crypto::feedIdOf(key).hex().substr(0, kLeastFingerprintDigits);
    std::string grouped;
    for (std::size_t i = 0; i < hex.size(); i += 4)
        grouped += (i == 0 ? "" : " ") + hex.substr(i, 4);
    return grouped;
}

Result<> compareFingerprint(std::string_view typed, const PublicKey& key, const char* otherwise) {
    TEKEN_TRY(const auto digits, cleanFingerprint(typed));
    if (crypto::feedIdOf(key).hex().substr(0, digits.size()) != digits)
        return fail(ErrorCode::VerificationFailed, otherwise,
                    "expected the key of the fingerprint, found another");
    return {};
}

Result<> pinRoot(store::Book& book, const Provisioning& provisioning, std::string_view typed) {
    TEKEN_CHECK(compareFingerprint(typed, provisioning.root));
    TEKEN_TRY(const auto present, book.settings().get(setting::kRootKey));
    if (present && *present != provisioning.root.hex())
        return fail(ErrorCode::Conflict, "enrolment.other-root",
                    "expected the root already pinned, found another");
    if (present)
        return {};
    return book.write([&](store::Transaction& transaction) {
        return book.settings().put(transaction, setting::kRootKey, provisioning.root.hex());
    });
}

Result<> savePins(store::Book& book, ledger::Ledger& ledger, const std::string& url) {
    TEKEN_TRY(const auto servers, ledger.servers());
    std::string pins;
    for (const auto& server : servers)
        for (const auto& pin : server.pins)
            pins += pin.hex() + "\n";
    return book.write([&](store::Transaction& transaction) -> Result<> {
        if (!url.empty())
            TEKEN_CHECK(book.settings().put(transaction, setting::kServerUrl, url));
        return book.settings().put(transaction, setting::kServerPins, pins);
    });
}

Result<std::optional<RecipientKey>> centreRecipient(store::Book& book, const ledger::Ledger& ledger) {
    TEKEN_TRY(const auto hex, book.settings().get(setting::kDrive));
    TEKEN_TRY(const auto drive, optionalHex<EntryId>(hex.value_or("")));
    TEKEN_TRY(const auto certified, ledger.recipients(drive));
    TEKEN_TRY(const auto present, book.keyring().recovery());
    if (present && std::find(certified.begin(), certified.end(), *present) != certified.end())
        return present;
    return certified.empty() ? std::nullopt : std::optional(certified.front());
}

Result<> refreshRecovery(store::Book& book, const ledger::Ledger& ledger) {
    if (book.protection() != store::Protection::Sealed || book.locked())
        return {};
    TEKEN_TRY(const auto wanted, centreRecipient(book, ledger));
    TEKEN_TRY(const auto present, book.keyring().recovery());
    return wanted && wanted != present ? book.keyring().setRecovery(*wanted) : Result<>{};
}

Result<Accepted> finishAccept(store::Book& book, ledger::Ledger& ledger, const Provisioning& provisioning) {
    const auto* holder = book.keyring().current();
    if (holder == nullptr)
        return fail(ErrorCode::Locked, "store.locked", "expected an unlocked holder, found none");
    TEKEN_TRY(const auto state, ledger.feed(holder->feed));
    if (!state || !state->role || *state->role != holder->role)
        return fail(ErrorCode::Unauthorized, "enrolment.not-for-this-machine",
                    "expected a counting certificate of this machine's key, found none");
    Accepted accepted;
    accepted.role = *state->role;
    accepted.name = state->name;
    const auto drive = state->drive ? state->drive : provisioning.drive;
    if (drive) {
        TEKEN_TRY(const auto known, ledger.drive(*drive));
        accepted.driveTitle = known.opening.title;
        TEKEN_CHECK(book.write([&](store::Transaction& transaction) {
            return book.settings().put(transaction, setting::kDrive, drive->hex());
        }));
    }
    TEKEN_CHECK(savePins(book, ledger, provisioning.serverUrl));
    TEKEN_CHECK(refreshRecovery(book, ledger));
    TEKEN_TRY(const auto recovery, book.keyring().recovery());
    accepted.recoverySet = recovery.has_value();
    return accepted;
}

} // namespace teken::desk

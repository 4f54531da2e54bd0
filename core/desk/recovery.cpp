#include "core/desk/recovery.h"

#include "core/crypto/aead.h"
#include "core/crypto/hash.h"
#include "core/desk/desk_seams.h"
#include "core/domain/canonical_json.h"
#include "core/store/journal.h"
#include "core/store/keyring.h"

#include <array>

namespace teken::desk {

namespace {

constexpr std::string_view kContext = "teken/recovery/v1";
constexpr std::size_t kCodeLetters = 12;
constexpr std::int64_t kMostKdf = (1LL << 53) - 1;

Result<crypto::SecretBytes> codeKey(std::string_view code, const crypto::KdfParams& kdf) {
    std::string letters;
    for (const char c : code)
        if (c != '-' && c != ' ')
            letters += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    const auto secret = crypto::SecretBytes::copyOf(view(letters));
    crypto::wipe(letters);
    return crypto::deriveKey(secret, kdf);
}

Result<Bytes> fieldOf(ByteView file, std::string_view key) {
    TEKEN_TRY(const auto json, domain::readCanonical(file, {.bytes = kMostRecoveryBytes, .depth = 2}));
    TEKEN_TRY(auto reader, domain::JsonReader::open(json, ""));
    TEKEN_TRY(const auto text, reader.text(key));
    return decodeBase64(text);
}

Result<crypto::KdfParams> kdfOf(ByteView file) {
    TEKEN_TRY(const auto json, domain::readCanonical(file, {.bytes = kMostRecoveryBytes, .depth = 2}));
    TEKEN_TRY(auto reader, domain::JsonReader::open(json, ""));
    crypto::KdfParams kdf;
    TEKEN_TRY(const auto operations, reader.number("operations", 1, kMostKdf));
    TEKEN_TRY(const auto memory, reader.number("memory", 1, kMostKdf));
    TEKEN_TRY(const auto salt, reader.text("salt"));
    kdf.operations = static_cast<std::uint64_t>(operations);
    kdf.memoryBytes = static_cast<std::uint64_t>(memory);
    TEKEN_TRY(kdf.salt, Salt::fromHex(salt));
    return kdf;
}

} // namespace

Result<Bytes> askRecovery(store::Book& book) {
    TEKEN_TRY(const auto recipient, book.keyring().recovery());
    if (!recipient)
        return fail(ErrorCode::NotFound, "recovery.none", "expected a recovery recipient, found none");
    TEKEN_TRY(const auto wrapped, book.keyring().recoveryBlob());
    domain::JsonObject file;
    file["recovery"] = encodeBase64(wrapped);
    return toBytes(domain::writeCanonical(file));
}

Result<RecoveryAnswer> answerRecovery(const crypto::RecipientSecret& secret, ByteView asked,
                                      const crypto::KdfParams& kdf, RandomSource& random) {
    TEKEN_TRY(const auto wrapped, fieldOf(asked, "recovery"));
    auto dataKey = secret.open(wrapped);
    if (!dataKey)
        return fail(ErrorCode::Unauthorized, "recovery.other-recipient",
                    "expected a key wrapped for this centre, found another recipient");
    std::array<std::uint8_t, 8> bits{};
    random.fill(bits);
    const auto letters = encodeBase32(bits).substr(0, kCodeLetters);
    RecoveryAnswer answer;
    answer.code = letters.substr(0, 4) + "-" + letters.substr(4, 4) + "-" + letters.substr(8, 4);
    TEKEN_TRY(const auto key, codeKey(answer.code, kdf));
    domain::JsonObject file;
    file["answer"] = encodeBase64(crypto::seal(key, random, dataKey->view(), view(kContext)));
    file["operations"] = static_cast<std::int64_t>(kdf.operations);
    file["memory"] = static_cast<std::int64_t>(kdf.memoryBytes);
    file["salt"] = kdf.salt.hex();
    answer.file = toBytes(domain::writeCanonical(file));
    return answer;
}

Result<store::Holder> useRecovery(store::Book& book, ByteView answer, std::string_view code,
                                  std::int64_t holder, const crypto::SecretBytes& passphrase,
                                  const crypto::KdfParams& kdf) {
    TEKEN_TRY(const auto sealed, fieldOf(answer, "answer"));
    TEKEN_TRY(const auto codeKdf, kdfOf(answer));
    // A second time it would put a new, uncertified key in the place of the one that has come since.
    const auto fingerprint = crypto::sha256(answer).hex();
    TEKEN_TRY(const auto used, book.settings().get(setting::kRecoveryUsed));
    if (used == fingerprint)
        return fail(ErrorCode::Conflict, "recovery.used",
                    "expected an answer not used before, found it used");
    TEKEN_TRY(const auto key, codeKey(code, codeKdf));
    const auto dataKey = crypto::openSecret(key, sealed, view(kContext));
    if (!dataKey)
        return fail(ErrorCode::Unauthorized, "recovery.wrong-code",
                    "expected the code of this file, found another");
    TEKEN_TRY(auto renewed, book.keyring().recover(*dataKey, holder, passphrase, kdf));
    TEKEN_CHECK(book.write([&](store::Transaction& transaction) {
        return book.settings().put(transaction, setting::kRecoveryUsed, fingerprint);
    }));
    return renewed;
}

} // namespace teken::desk

#include "core/entry/slip_text.h"

#include "core/base/base32.h"
#include "core/crypto/hash.h"
#include "core/entry/slip_words.h"

#include <algorithm>

namespace teken::entry {
namespace {

constexpr std::string_view kPrefix = "TEKEN1:";
constexpr std::string_view kCheckSeed = "teken/slip/v1\n";
constexpr std::size_t kCheckBytes = 4;
constexpr std::size_t kHeadBytes = PublicKey::kSize + Signature::kSize;
constexpr std::size_t kMostInput = 4 * kMostSlipLetters; // with line breaks from wherever it was pasted

// One byte says what follows: a word of the table, letters as they are, hex digits, a number, the feed.
constexpr std::uint8_t kLetters = 0x80, kHex = 0xc0, kNumber = 0xe0, kFeed = 0xf0;
constexpr std::size_t kMostLetters = 64, kMostHex = 32, kMostNumber = 7;
constexpr std::size_t kLeastHex = 4; // fewer digits are as short as letters

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isHexDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f');
}

tl::unexpected<Error> refused(const char* reason, const char* message) {
    return fail(ErrorCode::InvalidInput, reason, message);
}

class Packer {
public:
    Packer(std::string_view text, std::string feed) : m_text(text), m_feed(std::move(feed)) {}

    [[nodiscard]] Bytes pack() {
        while (m_at < m_text.size())
            if (!word() && !feed() && !number() && !hexDigits())
                m_letters += m_text[m_at++];
        flush();
        return std::move(m_out);
    }

private:
    [[nodiscard]] std::string_view rest() const { return m_text.substr(m_at); }
    [[nodiscard]] std::size_t run(bool (*is)(char)) const {
        return static_cast<std::size_t>(std::ranges::find_if_not(rest(), is) - rest().begin());
    }
    void put(std::uint8_t byte, std::size_t taken) {
        flush();
        m_out.push_back(byte);
        m_at += taken;
    }
    bool word() {
        std::size_t best = kSlipWords.size();
        for (std::size_t i = 0; i < kSlipWords.size(); ++i)
            if (rest().starts_with(kSlipWords[i]) &&
                (best == kSlipWords.size() || kSlipWords[i].size() > kSlipWords[best].size()))
                best = i;
        if (best == kSlipWords.size())
            return false;
        put(static_cast<std::uint8_t>(best), kSlipWords[best].size());
        return true;
    }
    bool feed() {
        if (!rest().starts_with(m_feed))
            return false;
        put(kFeed, m_feed.size());
        return true;
    }
    /// A decimal number up to 2^53 - 1 that is not part of something longer.
    bool number() {
        const auto length = run(isDigit);
        if (length < 2 || length > 16 || rest()[0] == '0' || run(isHexDigit) != length)
            return false;
        std::uint64_t value = 0;
        for (const char c : rest().substr(0, length))
            value = value * 10 + static_cast<unsigned>(c - '0');
        if (value > static_cast<std::uint64_t>(kMostInteger))
            return false;
        std::size_t bytes = 1;
        while (value >> (8 * bytes) != 0)
            ++bytes;
        put(static_cast<std::uint8_t>(kNumber + bytes - 1), length);
        for (std::size_t i = bytes; i-- > 0;)
            m_out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
        return true;
    }
    bool hexDigits() {
        const auto length = std::min(run(isHexDigit) / 2, kMostHex);
        if (2 * length < kLeastHex)
            return false;
        Bytes bytes(length);
        TEKEN_ASSERT(decodeHex(rest().substr(0, 2 * length), bytes).has_value(), "these are hex digits");
        put(static_cast<std::uint8_t>(kHex + length - 1), 2 * length);
        m_out.insert(m_out.end(), bytes.begin(), bytes.end());
        return true;
    }
    void flush() {
        for (std::string_view left = m_letters; !left.empty();) {
            const auto part = left.substr(0, kMostLetters);
            m_out.push_back(static_cast<std::uint8_t>(kLetters + part.size() - 1));
            m_out.insert(m_out.end(), part.begin(), part.end());
            left.remove_prefix(part.size());
        }
        m_letters.clear();
    }

    std::string_view m_text;
    std::string m_feed;
    std::size_t m_at = 0;
    std::string m_letters;
    Bytes m_out;
};

/// Nullopt: not what a packer writes, or more than a payload may be.
std::optional<Bytes> unpack(ByteView packed, const std::string& feed) {
    Bytes out;
    const auto add = [&out](std::string_view text) { out.insert(out.end(), text.begin(), text.end()); };
    while (!packed.empty()) {
        const auto sign = packed[0];
        packed = packed.subspan(1);
        const auto take = [&packed](std::size_t count) -> std::optional<ByteView> {
            if (packed.size() < count)
                return std::nullopt;
            const auto taken = packed.first(count);
            packed = packed.subspan(count);
            return taken;
        };
        if (sign < kSlipWords.size()) {
            add(kSlipWords[sign]);
        } else if (sign >= kLetters && sign < kLetters + kMostLetters) {
            const auto letters = take(sign - kLetters + 1U);
            if (!letters)
                return std::nullopt;
            add(textOf(*letters));
        } else if (sign >= kHex && sign < kHex + kMostHex) {
            const auto bytes = take(sign - kHex + 1U);
            if (!bytes)
                return std::nullopt;
            add(encodeHex(*bytes));
        } else if (sign >= kNumber && sign < kNumber + kMostNumber) {
            const auto bytes = take(sign - kNumber + 1U);
            if (!bytes || (*bytes)[0] == 0)
                return std::nullopt;
            std::uint64_t value = 0;
            for (const auto byte : *bytes)
                value = value << 8 | byte;
            add(std::to_string(value));
        } else if (sign == kFeed) {
            add(feed);
        } else {
            return std::nullopt;
        }
        if (out.size() > kMostPayloadBytes)
            return std::nullopt;
    }
    return out;
}

ByteView firstOf(const Digest& check) {
    return check.view().first(kCheckBytes);
}

Digest checkOf(ByteView content) {
    return crypto::Sha256().add(kCheckSeed).add(content).finish();
}

/// Without white space and dashes, in capitals. Empty: too long.
std::string plainLetters(std::string_view text) {
    std::string plain;
    if (text.size() > kMostInput)
        return plain;
    for (char c : text) {
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '-')
            continue;
        plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return plain.size() > kMostSlipLetters ? std::string() : plain;
}

Result<Bytes> contentOf(std::string_view text) {
    const auto plain = plainLetters(text);
    if (!plain.starts_with(kPrefix)) {
        const auto colon = plain.find(':');
        if (plain.starts_with("TEKEN") && colon != std::string::npos && colon > 5 &&
            std::ranges::all_of(plain.substr(5, colon - 5), isDigit))
            return refused("slip.newer", "expected a slip of version 1, found another version");
        return refused("slip.form", "expected the text of a slip's QR, beginning with TEKEN1:");
    }
    const auto bytes = decodeBase32(std::string_view(plain).substr(kPrefix.size()));
    if (!bytes || bytes->size() <= kHeadBytes + kCheckBytes)
        return refused("slip.cut", "expected the whole text of a slip, found a part or other letters");
    const auto content = ByteView(*bytes).first(bytes->size() - kCheckBytes);
    if (!std::ranges::equal(firstOf(checkOf(content)), ByteView(*bytes).last(kCheckBytes)))
        return refused("slip.cut", "expected the whole text of a slip, found a part or other letters");
    return toBytes(content);
}

bool isSignature(const VerifiedEntry& entry) {
    return std::holds_alternative<Sign>(entry.payload.body);
}

} // namespace

Result<std::string> slipText(const Entry& entry) {
    auto bare = entry;
    bare.ink.clear();
    TEKEN_TRY(const auto verified, verifyEntry(std::move(bare)));
    if (!isSignature(verified))
        return refused("slip.kind", "expected a signature, found an entry of another kind");
    Bytes content = toBytes(entry.key.view());
    content.insert(content.end(), entry.signature.bytes.begin(), entry.signature.bytes.end());
    const auto packed = Packer(textOf(entry.payload), crypto::feedIdOf(entry.key).hex()).pack();
    content.insert(content.end(), packed.begin(), packed.end());
    const auto check = checkOf(content);
    content.insert(content.end(), firstOf(check).begin(), firstOf(check).end());
    auto text = std::string(kPrefix) + encodeBase32(content);
    if (text.size() > kMostSlipLetters)
        return refused("slip.too-large", "expected a record that fits a QR code, found a longer one");
    return text;
}

Result<VerifiedEntry> readSlipText(std::string_view text) {
    TEKEN_TRY(const auto content, contentOf(text));
    const ByteView bytes = content;
    Entry entry;
    TEKEN_TRY(entry.key, PublicKey::fromBytes(bytes.first(PublicKey::kSize)));
    TEKEN_TRY(entry.signature, Signature::fromBytes(bytes.subspan(PublicKey::kSize, Signature::kSize)));
    auto payload = unpack(bytes.subspan(kHeadBytes), crypto::feedIdOf(entry.key).hex());
    if (!payload)
        return refused("slip.form", "expected the packed payload of a slip");
    entry.payload = *std::move(payload);
    TEKEN_TRY(auto verified, verifyEntry(std::move(entry)));
    if (!isSignature(verified))
        return refused("slip.kind", "expected a signature, found an entry of another kind");
    return verified;
}

} // namespace teken::entry

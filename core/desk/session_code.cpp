#include "core/desk/session_code.h"

#include "core/base/encoding.h"
#include "core/crypto/hash.h"

#include <algorithm>

namespace teken::desk {

namespace {

constexpr std::string_view kSessionDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kSessionLetters =
    28; // 17 bytes: the id and one check byte, the last four bits are zero
constexpr std::size_t kLettersAGroup = 4;
constexpr std::string_view kSessionContext = "teken/session-code/v1";

std::string lettersOfSession(const SessionId& session) {
    Bytes checked = toBytes(view(kSessionContext));
    checked.insert(checked.end(), session.bytes.begin(), session.bytes.end());
    Bytes bytes(session.bytes.begin(), session.bytes.end());
    bytes.push_back(crypto::sha256(checked).bytes.front());
    return encodeBase32(bytes);
}

std::string cleanedCode(std::string_view typed) {
    std::string letters;
    for (char c : typed) {
        if (c == '-' || c == ' ' || c == '\t' || c == '\r' || c == '\n')
            continue;
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
        letters += c;
    }
    return letters;
}

tl::unexpected<Error> badSessionCode() {
    return fail(ErrorCode::InvalidInput, "session.code",
                "expected the 28 letters of a session code, found others");
}

} // namespace

std::string sessionCode(const SessionId& session) {
    const auto letters = lettersOfSession(session);
    std::string code;
    for (std::size_t at = 0; at < letters.size(); at += kLettersAGroup)
        code += (at == 0 ? "" : "-") + letters.substr(at, kLettersAGroup);
    return code;
}

Result<SessionId> sessionFromCode(std::string_view typed) {
    auto letters = cleanedCode(typed);
    if (letters.size() == 2 * SessionId::kSize) {
        for (char& c : letters)
            if (c >= 'A' && c <= 'F')
                c = static_cast<char>(c - 'A' + 'a');
        const auto id = SessionId::fromHex(letters);
        return id ? id : Result<SessionId>(badSessionCode());
    }
    if (letters.size() != kSessionLetters)
        return badSessionCode();
    SessionId session;
    unsigned buffer = 0;
    int bits = 0;
    std::size_t filled = 0;
    for (const char c : letters) {
        const char meant = c == 'I' || c == 'L' ? '1' : c == 'O' ? '0' : c;
        const auto value = kSessionDigits.find(meant);
        if (value == std::string_view::npos)
            return badSessionCode();
        buffer = buffer << 5 | static_cast<unsigned>(value);
        bits += 5;
        if (bits >= 8 && filled < SessionId::kSize) {
            session.bytes[filled++] = static_cast<std::uint8_t>(buffer >> (bits - 8) & 0xff);
            bits -= 8;
        }
        buffer &= 0xffff;
    }
    // Spelled again, so that the check letters and the unused bits are compared as well.
    std::replace(letters.begin(), letters.end(), 'I', '1');
    std::replace(letters.begin(), letters.end(), 'L', '1');
    std::replace(letters.begin(), letters.end(), 'O', '0');
    if (lettersOfSession(session) != letters)
        return badSessionCode();
    return session;
}

} // namespace teken::desk

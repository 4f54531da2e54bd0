// JSON of the payload profile (FORMAT.md section 2) into a flat list of tokens.
//
// A reader of its own because each signature checked waits for it: it refuses what the profile refuses while
// it goes, copies only strings with escapes or letters beyond ASCII, and takes about a fifth of the time of a
// general JSON reader. Tests hold it against nlohmann::json on random and hostile input.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/entry/ids.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace teken::entry {

enum class TokenType : std::uint8_t { Object, Array, String, Integer, Boolean, Null };

/// One value. Children follow their parent; `next` jumps over a value and everything in it.
struct Token {
    std::string_view key;  ///< name inside an object, escapes resolved; empty elsewhere
    std::string_view text; ///< of a string, escapes resolved, valid UTF-8
    std::int64_t number = 0;
    std::uint32_t parent = 0;
    std::uint32_t next = 0;
    std::uint32_t count = 0; ///< children of an object or array
    TokenType type = TokenType::Null;
};

/// A scanned payload. Its texts point into the scanned bytes or into memory of its own: it must not outlive
/// the bytes, and it does not move.
class Document {
public:
    static constexpr std::uint32_t kRoot = 0;

    Document() = default;
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    /// Once. InvalidInput ("payload.…") with the place; whatever was scanned before an error is of no use.
    /// `most`: bytes; other documents of this profile may be longer than payloads.
    [[nodiscard]] Result<> scan(ByteView bytes, std::size_t most = kMostPayloadBytes);

    [[nodiscard]] const Token& operator[](std::uint32_t index) const { return m_tokens[index]; }
    /// "body.present[2]". Keys that are not plain words are shown as "?", they may hold anything.
    [[nodiscard]] std::string place(std::uint32_t index) const;

private:
    friend class Scanner;
    std::vector<Token> m_tokens;
    std::unique_ptr<char[]> m_texts; // resolved strings, at most as long as the payload; made when needed
};

/// Fault of a text's characters: null, or what is wrong with it ("payload.utf8", "payload.control").
[[nodiscard]] const char* characterFault(std::string_view text);

} // namespace teken::entry

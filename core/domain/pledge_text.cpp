#include "core/domain/pledge_text.h"

#include "core/base/encoding.h"
#include "core/crypto/hash.h"
#include "core/domain/canonical_json.h"
#include "core/domain/text.h"
#include "core/domain/units.h"

#include <algorithm>

namespace teken::domain {
namespace {

constexpr std::string_view kFormat = "teken/pledge-text/v1";
constexpr std::size_t kMaxPieceLetters = 4'000;
constexpr std::size_t kMaxPledgeTitleLetters = 300;
constexpr std::size_t kMaxListItems = 40;
constexpr std::size_t kMaxCodeBytes = 40;

tl::unexpected<Error> wrong(std::string_view reason, std::string_view expected) {
    return fail(ErrorCode::InvalidInput, std::string(reason), "expected " + std::string(expected));
}

/// One line without blanks at its ends: what people compare letter by letter must have no invisible tails.
bool isPiece(std::string_view text, std::size_t mostLetters) {
    if (!isUtf8(text) || utf8Length(text) > mostLetters)
        return false;
    bool blankAtAnEnd = false;
    for (std::size_t at = 0; at < text.size();) {
        const bool first = at == 0;
        const auto c = nextCodePoint(text, at);
        if (isControl(c))
            return false;
        blankAtAnEnd = blankAtAnEnd || (isBlank(c) && (first || at == text.size()));
    }
    return !blankAtAnEnd;
}

bool arePieces(const std::vector<std::string>& pieces) {
    return std::all_of(pieces.begin(), pieces.end(), [](const std::string& piece) {
        return !piece.empty() && isPiece(piece, kMaxPieceLetters);
    });
}

JsonArray arrayOf(const std::vector<std::string>& texts) {
    return {texts.begin(), texts.end()};
}

Json encoded(const SpokenForm& spoken) {
    return JsonObject{
        {"closing", spoken.closing}, {"opening", spoken.opening}, {"points", arrayOf(spoken.points)}};
}

Result<SpokenForm> decodeSpoken(const Json& value) {
    TEKEN_TRY(auto reader, JsonReader::open(value, "spoken"));
    SpokenForm spoken;
    TEKEN_TRY(spoken.closing, reader.text("closing"));
    TEKEN_TRY(spoken.opening, reader.text("opening"));
    TEKEN_TRY(spoken.points, reader.texts("points", kMaxPledgePoints));
    TEKEN_CHECK(reader.finish());
    return spoken;
}

Result<PledgeText> decodeMembers(const Json& value) {
    TEKEN_TRY(auto reader, JsonReader::open(value, "text"));
    TEKEN_TRY(const std::string format, reader.text("format"));
    if (format != kFormat)
        return fail(ErrorCode::Unsupported, "pledge.format", "expected the format " + std::string(kFormat));
    PledgeText text;
    TEKEN_TRY(text.code, reader.text("code"));
    TEKEN_TRY(const std::int64_t version, reader.number("version", 1, 9999));
    text.version = static_cast<std::uint32_t>(version);
    TEKEN_TRY(text.title, reader.text("title"));
    TEKEN_TRY(text.opening, reader.text("opening"));
    TEKEN_TRY(text.points, reader.texts("points", kMaxPledgePoints));
    TEKEN_TRY(text.closing, reader.text("closing"));
    TEKEN_TRY(text.legalBases, reader.texts("legal_bases", kMaxListItems));
    TEKEN_TRY(text.prohibitions, reader.texts("prohibitions", kMaxListItems));
    TEKEN_TRY(const auto kinds, reader.texts("signer_kinds", kSignerKinds));
    for (const std::string& kind : kinds) {
        TEKEN_TRY(const SignerKind known, signerKindFromSlug(kind));
        text.signerKinds.push_back(known);
    }
    TEKEN_TRY(const std::string date, reader.text("date"));
    TEKEN_TRY(text.date, parseIsoDate(date));
    if (reader.has("spoken")) {
        TEKEN_TRY(const Json* spoken, reader.value("spoken"));
        TEKEN_TRY(text.spoken, decodeSpoken(*spoken));
    }
    TEKEN_CHECK(reader.finish());
    return text;
}

std::string render(const std::string& title, const std::string& opening,
                   const std::vector<std::string>& points, const std::string& closing) {
    std::string plain = title + "\n";
    if (!opening.empty())
        plain += "\n" + opening + "\n";
    plain += "\n";
    for (std::size_t i = 0; i < points.size(); ++i)
        plain += std::to_string(i + 1) + ". " + points[i] + "\n";
    if (!closing.empty())
        plain += "\n" + closing + "\n";
    return plain;
}

} // namespace

Result<> checkPledgeText(const PledgeText& text) {
    // A text's code is built like a unit's, only longer.
    const bool codeFits = !text.code.empty() && text.code.size() <= kMaxCodeBytes &&
                          isUnitCode(text.code.substr(0, 32)) &&
                          (text.code.size() <= 32 || isUnitCode(text.code.substr(32)));
    if (!codeFits)
        return wrong("pledge.code", "1 to 40 of A-Z a-z 0-9 . -");
    if (text.version < 1 || text.version > 9999)
        return wrong("pledge.version", "a version from 1 to 9999");
    if (text.title.empty() || !isPiece(text.title, kMaxPledgeTitleLetters))
        return wrong("pledge.title", "a title of 1 to 300 characters on one line");
    if (!isPiece(text.opening, kMaxPieceLetters))
        return wrong("pledge.opening", "at most 4000 characters on one line");
    if (text.points.empty() || text.points.size() > kMaxPledgePoints || !arePieces(text.points))
        return wrong("pledge.points", "1 to 12 points of 1 to 4000 characters on one line each");
    if (!isPiece(text.closing, kMaxPieceLetters))
        return wrong("pledge.closing", "at most 4000 characters on one line");
    if (text.legalBases.size() > kMaxListItems || !arePieces(text.legalBases))
        return wrong("pledge.legal-bases", "at most 40 legal bases of 1 to 4000 characters on one line each");
    if (text.prohibitions.size() > kMaxListItems || !arePieces(text.prohibitions))
        return wrong("pledge.prohibitions",
                     "at most 40 prohibitions of 1 to 4000 characters on one line each");
    if (text.signerKinds.empty() ||
        !std::is_sorted(text.signerKinds.begin(), text.signerKinds.end(), std::less_equal<>()))
        return wrong("pledge.signer-kinds", "at least one kind, each once and in order");
    if (!text.date.ok() || int{text.date.year()} < 1 || int{text.date.year()} > 9999)
        return wrong("pledge.date", "a date that exists");
    if (text.spoken) {
        const SpokenForm& spoken = *text.spoken;
        const bool pointsFit = spoken.points.empty() || spoken.points.size() == text.points.size();
        if (!isPiece(spoken.opening, kMaxPieceLetters) || !isPiece(spoken.closing, kMaxPieceLetters) ||
            !pointsFit || !arePieces(spoken.points))
            return wrong("pledge.spoken", "as many points as the signed form or none, one line each");
    }
    return {};
}

Result<Bytes> encodePledgeText(const PledgeText& text) {
    TEKEN_CHECK(checkPledgeText(text));
    JsonArray kinds;
    for (const SignerKind kind : text.signerKinds)
        kinds.emplace_back(slug(kind));
    JsonObject members{{"closing", text.closing},
                       {"code", text.code},
                       {"date", isoDate(text.date)},
                       {"format", kFormat},
                       {"legal_bases", arrayOf(text.legalBases)},
                       {"opening", text.opening},
                       {"points", arrayOf(text.points)},
                       {"prohibitions", arrayOf(text.prohibitions)},
                       {"signer_kinds", kinds},
                       {"title", text.title},
                       {"version", std::int64_t{text.version}}};
    if (text.spoken)
        members.emplace("spoken", encoded(*text.spoken));
    const std::string written = writeCanonical(members);
    if (written.size() > kMaxPledgeBytes)
        return wrong("pledge.too-large", "at most 65536 bytes, found " + std::to_string(written.size()));
    return toBytes(written);
}

Result<PledgeText> decodePledgeText(ByteView bytes) {
    TEKEN_TRY(const Json value, readCanonical(bytes, {kMaxPledgeBytes, 3}));
    TEKEN_TRY(auto text, decodeMembers(value));
    TEKEN_CHECK(checkPledgeText(text));
    return text;
}

Digest pledgeFingerprint(ByteView encoded) {
    return crypto::sha256(encoded);
}

std::string fingerprintLabel(const Digest& fingerprint) {
    return fingerprint.hex().substr(0, 8);
}

std::string fingerprintForComparing(const Digest& fingerprint) {
    const std::string hex = fingerprint.hex();
    std::string text;
    for (std::size_t i = 0; i < 32; i += 4)
        text += (i > 0 ? " " : "") + hex.substr(i, 4);
    return text;
}

std::string renderPlain(const PledgeText& text) {
    return render(text.title, text.opening, text.points, text.closing);
}

std::string renderSpoken(const PledgeText& text) {
    if (!text.spoken)
        return {};
    const SpokenForm& spoken = *text.spoken;
    return render(text.title, spoken.opening, spoken.points.empty() ? text.points : spoken.points,
                  spoken.closing);
}

} // namespace teken::domain

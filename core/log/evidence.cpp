#include "core/log/evidence.h"

#include "core/crypto/hash.h"
#include "core/log/proof_file.h"

#include <algorithm>

namespace teken::log {
namespace {

/// Notes hold no control characters but line ends.
std::string jsonText(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '\n')
            result += "\\n";
        else if (c == '"' || c == '\\')
            result += std::string("\\") + c;
        else
            result += c;
    }
    return result + "\"";
}

bool isTail(std::string_view number) {
    return number.empty() ||
           (number.size() == 3 && std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; }));
}

} // namespace

std::string formatEnvelope(const entry::Entry& entry) {
    return "{\"payload\":\"" + encodeBase64(entry.payload) +
           "\",\"payloadType\":" + jsonText(entry::kPayloadType) + ",\"signatures\":[{\"keyid\":\"" +
           crypto::feedIdOf(entry.key).hex() + "\",\"key\":\"" + encodeBase64(entry.key.bytes) +
           "\",\"sig\":\"" + encodeBase64(entry.signature.bytes) + "\"}]}";
}

Result<std::string> formatEvidence(const Evidence& evidence) {
    if (evidence.certificates.size() > kMostEvidenceCertificates)
        return fail(ErrorCode::InvalidInput, "log.evidence", "expected at most 16 certificates");
    if (!isTail(evidence.number))
        return fail(ErrorCode::InvalidInput, "log.evidence", "expected the last three digits of a number");
    if (!evidence.proof.empty())
        TEKEN_CHECK(parseProofFile(evidence.proof).map([](const auto&) {}));
    TEKEN_CHECK(entry::verifyEntry(evidence.entry).map([](const auto&) {}));
    std::string certificates;
    for (const auto& certificate : evidence.certificates) {
        TEKEN_CHECK(entry::verifyEntry(certificate).map([](const auto&) {}));
        certificates += (certificates.empty() ? "\n" : ",\n") + formatEnvelope(certificate);
    }
    return "{\n\"format\":\"teken/bukti/v1\",\n\"number\":" +
           (evidence.number.empty() ? "null" : jsonText(evidence.number)) +
           ",\n\"entry\":" + formatEnvelope(evidence.entry) + ",\n\"certificates\":[" + certificates +
           (certificates.empty() ? "]" : "\n]") +
           ",\n\"proof\":" + (evidence.proof.empty() ? "null" : jsonText(evidence.proof)) + "\n}\n";
}

} // namespace teken::log

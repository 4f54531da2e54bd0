#include "core/audit/bukti.h"

#include "core/audit/bukti_chain.h"
#include "core/audit/root_key.h"
#include "core/crypto/hash.h"
#include "core/log/checkpoint.h"
#include "core/log/cosignature.h"
#include "core/log/leaf.h"
#include "core/log/proof_file.h"

#include <algorithm>

namespace teken::audit {
namespace {

bool isFieldKind(const entry::Body& body) {
    const auto roles = entry::rolesFor(body);
    return std::ranges::find(roles, entry::Role::Field) != roles.end();
}

/// An entry whose seal holds and whose payload keeps its rules.
Result<entry::VerifiedEntry> opened(const Result<log::Envelope>& envelope) {
    if (!envelope)
        return buktiFault(envelope.error().reason == "entry.feed" ? "feed" : "form");
    auto verified = entry::verifyEntry(envelope->entry);
    if (!verified) {
        const auto& reason = verified.error().reason;
        return buktiFault(reason == "entry.signature" ? "signature"
                          : reason == "entry.feed"    ? "feed"
                                                      : "json");
    }
    if (envelope->feed != verified->payload.header.feed)
        return buktiFault("feed");
    return verified;
}

const log::SignatureLine* lineOf(const log::Note& note, const log::VerifierKey& key) {
    const auto line = std::ranges::find_if(
        note.lines, [&](const auto& one) { return one.name == key.name && one.hash == key.hash(); });
    return line == note.lines.end() ? nullptr : &*line;
}

class BuktiJudge {
public:
    BuktiJudge(const log::EvidenceFile& file, const std::string& fingerprint)
        : m_file(file), m_fingerprint(fingerprint) {}

    BuktiReport run() {
        m_report.number = m_file.number;
        m_report.seal = step(seal());
        m_report.certificates = step(certificates());
        m_report.scope = step(scope());
        m_report.log = step(place());
        m_report.verdict = Verdict::Intact;
        for (const auto* one : m_report.steps())
            if (!one->holds() && m_report.verdict != Verdict::Altered)
                m_report.verdict = one->missing ? Verdict::Incomplete : Verdict::Altered;
        return std::move(m_report);
    }

private:
    static BuktiStep step(const Result<>& result) {
        return result ? BuktiStep{}
                      : BuktiStep{result.error().reason, result.error().code == ErrorCode::NotFound};
    }
    [[nodiscard]] Result<> seal();
    [[nodiscard]] Result<> certificates();
    [[nodiscard]] Result<> scope();
    [[nodiscard]] Result<> place();
    [[nodiscard]] Result<> needLogSignature(const log::Note& note, const std::string& origin) const;
    [[nodiscard]] Result<> takeWitness(const log::Note& note, const BuktiCertificate& witness);

    const log::EvidenceFile& m_file;
    const std::string& m_fingerprint;
    std::optional<BuktiChain> m_chain;
    BuktiCertificates m_officers;
    BuktiReport m_report;
};

Result<> BuktiJudge::seal() {
    if (!m_file.entry)
        return buktiFault("form");
    TEKEN_TRY(m_report.record, opened(*m_file.entry));
    return {};
}

Result<> BuktiJudge::certificates() {
    if (m_file.certificates.empty())
        return buktiLack("no-certificates");
    std::vector<entry::VerifiedEntry> entries;
    for (const auto& one : m_file.certificates) {
        TEKEN_TRY(entries.emplace_back(), opened(one));
    }
    if (entries.size() > log::kMostEvidenceCertificates)
        return buktiFault("form");
    TEKEN_TRY(m_chain, BuktiChain::build(entries, m_fingerprint));
    if (!m_report.record)
        return buktiLack("no-seal");
    const auto own = m_chain->officers(m_report.record->payload.header.feed);
    if (own.empty())
        return buktiLack("not-certified");
    const bool known = !std::holds_alternative<entry::UnknownKind>(m_report.record->payload.body);
    if (known && std::ranges::none_of(own, [&](const auto* one) { return one->lets(*m_report.record); }))
        return buktiFault("revoked");
    m_officers = own;
    return {};
}

Result<> BuktiJudge::scope() {
    if (m_officers.empty())
        return buktiLack("no-chain");
    const auto& record = *m_report.record;
    if (std::holds_alternative<entry::UnknownKind>(record.payload.body))
        return buktiLack("unknown-kind");
    if (!isFieldKind(record.payload.body))
        return buktiFault("kind");
    TEKEN_TRY(const auto letting, lettingWrite(m_officers, record));
    m_report.admitted = std::ranges::all_of(
        letting, [&](const auto* one) { return one->lastSeq && record.payload.header.seq > *one->lastSeq; });
    m_report.device = letting.front()->name;
    if (const auto* sign = std::get_if<entry::Sign>(&record.payload.body))
        m_report.unit = sign->unit;
    return {};
}

/// A log whose key was renewed keeps its origin: any of its certified keys will do.
Result<> BuktiJudge::needLogSignature(const log::Note& note, const std::string& origin) const {
    bool known = false;
    for (const auto* one : m_chain->current(entry::Role::Log)) {
        if (one->name != origin)
            continue;
        known = true;
        const auto* line = lineOf(note, {origin, log::SignatureType::Ed25519, one->key});
        const auto signature =
            line != nullptr ? Signature::fromBytes(line->signature) : Result<Signature>(buktiFault(""));
        if (signature && crypto::verify(one->key, view(note.text), *signature))
            return {};
    }
    return known ? Result<>(buktiFault("log-signature")) : Result<>(buktiFault("log-unknown"));
}

/// A line of a known witness holds or the proof does not; what it says counts within its certificate's dates.
Result<> BuktiJudge::takeWitness(const log::Note& note, const BuktiCertificate& witness) {
    const auto* line = lineOf(note, {witness.name, log::SignatureType::Cosignature, witness.key});
    if (line == nullptr)
        return {};
    const auto cosignature = log::decodeCosignature(line->signature);
    if (!cosignature || !crypto::verify(witness.key, view(log::cosignedMessage(cosignature->time, note.text)),
                                        cosignature->signature))
        return buktiFault("witness");
    if (cosignature->time >= witness.fromSeconds && cosignature->time <= witness.untilSeconds)
        m_report.witnesses.push_back({witness.name, cosignature->time});
    return {};
}

Result<> BuktiJudge::place() {
    if (!m_file.proof)
        return buktiLack("no-proof");
    if (!m_report.record)
        return buktiLack("no-seal");
    if (!m_chain || m_chain->current(entry::Role::Log).empty())
        return buktiLack("no-log-key");
    const auto proof = log::parseProofFile(*m_file.proof);
    if (!proof)
        return buktiFault("proof");
    const auto note = log::parseNote(proof->checkpointNote);
    const auto checkpoint =
        note ? log::parseCheckpoint(note->text) : Result<log::Checkpoint>(fail(note.error()));
    if (!checkpoint)
        return buktiFault("note");
    TEKEN_CHECK(needLogSignature(*note, checkpoint->origin));
    const auto& record = *m_report.record;
    const auto leaf = log::encodeLeaf(
        {record.payload.header.feed, record.payload.header.seq, record.id, record.raw.signature});
    if (!log::verifyInclusion(proof->index, checkpoint->size, log::hashLeaf(leaf), proof->hashes,
                              checkpoint->root))
        return buktiFault("inclusion");
    for (const auto* witness : m_chain->current(entry::Role::Cosigner))
        TEKEN_CHECK(takeWitness(*note, *witness));
    auto& witnesses = m_report.witnesses;
    std::ranges::sort(witnesses);
    witnesses.erase(std::unique(witnesses.begin(), witnesses.end()), witnesses.end());
    m_report.origin = checkpoint->origin;
    m_report.index = proof->index;
    m_report.size = checkpoint->size;
    return {};
}

} // namespace

const std::vector<std::string_view>& buktiCodes() {
    static const std::vector<std::string_view> kCodes{"form",          "json",
                                                      "signature",     "feed",
                                                      "root",          "chain",
                                                      "scope",         "revoked",
                                                      "roles",         "names",
                                                      "kind",          "drive",
                                                      "unit",          "note",
                                                      "proof",         "log-unknown",
                                                      "log-signature", "inclusion",
                                                      "witness",       "no-seal",
                                                      "no-chain",      "no-certificates",
                                                      "not-certified", "unknown-kind",
                                                      "no-proof",      "no-log-key"};
    return kCodes;
}

Result<BuktiReport> judgeBukti(std::string_view file, const std::string& typed,
                               const std::optional<std::string>& place) {
    TEKEN_TRY(const auto fingerprint, normalFingerprint(typed));
    TEKEN_TRY(auto parsed, log::parseEvidence(file));
    if (!parsed.proof)
        parsed.proof = place;
    return BuktiJudge(parsed, fingerprint).run();
}

} // namespace teken::audit

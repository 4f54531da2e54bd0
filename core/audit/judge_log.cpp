#include "core/audit/judge_log.h"

#include "core/audit/accusations.h"
#include "core/audit/held.h"
#include "core/audit/leaf_match.h"
#include "core/audit/log_notes.h"
#include "core/ledger/cosigners.h"
#include "core/log/leaf.h"

#include <algorithm>

namespace teken::audit {

namespace {

class LogJudge {
public:
    LogJudge(const Bench& bench, const LogMaterial& material, const Held& held, const SeenCheckpoints& seen,
             NoteReader notes)
        : m_bench(bench), m_material(material), m_held(held), m_seen(seen), m_notes(std::move(notes)),
          m_accusations(Accusations::read(m_notes, material.accusations)) {}

    [[nodiscard]] Result<LogJudgement> run();

private:
    enum class From : std::uint8_t { Evidence, Held, Entry, Accusation };
    /// Somebody says that the tree of `size` has this root.
    struct Claim {
        From from = From::Evidence;
        Digest root;
        std::size_t document = 0;                      ///< Held: number from 1; Accusation: its number
        const SeenCheckpoints::Named* entry = nullptr; ///< Entry
        std::optional<std::uint64_t> witnessed;        ///< seconds
    };
    using Claims = std::multimap<std::uint64_t, Claim>;

    void readEvidence();
    void readHeldDocuments();
    void chooseOrigin();
    void collectClaims();
    [[nodiscard]] Result<> readPlaces();
    [[nodiscard]] Result<> walk();
    void compare(std::uint64_t size, const Claim& claim, const Digest& root);
    void compareAlone();
    void beyond(const Claims::value_type& claim);
    void refuseNote(const Error& error);
    void add(const char* rule, std::string expected, std::string found) {
        m_bench.findings.add({.rule = rule, .expected = std::move(expected), .found = std::move(found)});
    }

    const Bench& m_bench;
    const LogMaterial& m_material;
    const Held& m_held;
    const SeenCheckpoints& m_seen;
    const NoteReader m_notes;
    Accusations m_accusations;

    struct Document {
        std::size_t number = 0;
        VerifiedPoint point;
        std::optional<EntryId> entry;
    };
    std::vector<VerifiedPoint> m_points; ///< of the evidence
    std::vector<Document> m_documents;
    std::string m_origin;
    Claims m_claims;
    std::vector<WitnessedPoint> m_witnessed;
    std::vector<std::uint64_t> m_places; ///< leaf of each stored order, plus one
    LogSummary m_summary;
    std::uint64_t m_heldAgreeing = 0;
};

void LogJudge::refuseNote(const Error& error) {
    add(error.reason == "log.uncertified" ? "log.uncertified" : "log.checkpoint", {}, error.reason);
}

void LogJudge::readEvidence() {
    for (const auto& note : m_material.checkpoints) {
        auto point = m_notes.read(note);
        if (point)
            m_points.push_back(std::move(*point));
        else
            refuseNote(point.error());
    }
}

void LogJudge::readHeldDocuments() {
    for (std::size_t i = 0; i < m_held.documents.size(); ++i) {
        const auto number = std::to_string(i + 1);
        const auto document = readHeld(m_held.documents[i].text);
        auto point = document ? m_notes.read(document->note) : Result<VerifiedPoint>(fail(document.error()));
        if (!point) {
            add("held.unusable", number, point.error().reason);
            continue;
        }
        if (document->entry)
            if (const auto here = m_bench.working.entries().has(*document->entry); here && !*here)
                m_bench.findings.add(
                    {.rule = "held.entry-absent", .entry = *document->entry, .expected = number});
        m_documents.push_back({i + 1, std::move(*point), document->entry});
    }
}

// One log: that of the newest checkpoint in the evidence, else of what was brought along.
void LogJudge::chooseOrigin() {
    const auto newest = std::ranges::max_element(
        m_points, {}, [](const VerifiedPoint& point) { return point.checkpoint.size; });
    if (newest != m_points.end())
        m_origin = newest->checkpoint.origin;
    else if (!m_documents.empty())
        m_origin = m_documents.front().point.checkpoint.origin;
    else if (const auto words = m_accusations.words(); !words.empty())
        m_origin = words.front().checkpoint.origin;
}

void LogJudge::collectClaims() {
    for (const auto& point : m_points)
        if (point.checkpoint.origin == m_origin)
            m_claims.emplace(point.checkpoint.size.value,
                             Claim{From::Evidence, point.checkpoint.root, 0, nullptr, point.earliest});
    for (const auto& document : m_documents) {
        if (document.point.checkpoint.origin == m_origin)
            m_claims.emplace(document.point.checkpoint.size.value,
                             Claim{From::Held, document.point.checkpoint.root, document.number, nullptr,
                                   document.point.earliest});
        else
            add("held.unusable", std::to_string(document.number), "log.other-origin");
    }
    for (const auto& word : m_accusations.words())
        if (word.checkpoint.origin == m_origin)
            m_claims.emplace(word.checkpoint.size.value,
                             Claim{From::Accusation, word.checkpoint.root, word.number, nullptr, {}});
    for (const auto& [where, named] : m_seen.all())
        if (where.first == m_origin)
            for (const auto& one : named)
                m_claims.emplace(where.second, Claim{From::Entry, one.root, 0, &one, {}});
}

void LogJudge::compare(std::uint64_t size, const Claim& claim, const Digest& root) {
    if (claim.root == root) {
        if (claim.witnessed)
            m_witnessed.push_back({{size}, *claim.witnessed});
        if (claim.from == From::Held) {
            ++m_heldAgreeing;
            m_summary.heldSize = std::max(m_summary.heldSize, log::TreeSize{size});
        }
        if (claim.from == From::Entry)
            m_summary.seen += claim.entry->count;
        if (claim.from == From::Accusation)
            m_accusations.agreed(claim.document);
        return;
    }
    const auto found = std::to_string(size);
    switch (claim.from) {
    case From::Accusation:
        m_accusations.contradicted(claim.document, {size});
        break;
    case From::Evidence:
        add("log.root", claim.root.hex(), found);
        break;
    case From::Held:
        add("log.split-view", std::to_string(claim.document), found);
        break;
    case From::Entry:
        m_bench.findings.add({.rule = "seen.not-in-log",
                              .entry = claim.entry->entry,
                              .feed = claim.entry->feed,
                              .seq = claim.entry->seq,
                              .expected = claim.root.hex(),
                              .found = found});
        break;
    }
}

void LogJudge::beyond(const Claims::value_type& claim) {
    const auto expected = std::to_string(claim.first);
    const auto found = std::to_string(m_summary.leaves);
    switch (claim.second.from) {
    case From::Accusation:
        break; // stays open
    case From::Evidence:
        add("log.leaves-cut", expected, found);
        break;
    case From::Held:
        add("log.older-than-held", expected, found);
        break;
    case From::Entry:
        m_bench.findings.add({.rule = "log.older-than-seen",
                              .entry = claim.second.entry->entry,
                              .feed = claim.second.entry->feed,
                              .seq = claim.second.entry->seq,
                              .expected = expected,
                              .found = found});
        break;
    }
}

// Without leaves, two statements can only be compared if they are about the same size.
void LogJudge::compareAlone() {
    for (auto at = m_claims.begin(); at != m_claims.end();) {
        const auto end = m_claims.upper_bound(at->first);
        const auto own =
            std::find_if(at, end, [](const auto& claim) { return claim.second.from == From::Evidence; });
        const auto& measure = own == end ? at->second : own->second;
        // A single statement agrees with nobody but itself.
        const bool alone = std::distance(at, end) == 1;
        for (auto claim = at; claim != end; ++claim)
            if (!alone || claim->second.from == From::Evidence)
                compare(claim->first, claim->second, measure.root);
        at = end;
    }
}

Result<> LogJudge::walk() {
    log::CompactRange range;
    TEKEN_TRY(auto match, LeafMatch::create(m_bench, m_material.drive, m_places));
    auto claim = m_claims.begin();
    const auto settle = [&] {
        for (; claim != m_claims.end() && claim->first == range.size().value; ++claim)
            compare(claim->first, claim->second, range.root());
    };
    settle();
    const auto visited = m_material.leaves([&](ByteView leaf) -> Result<> {
        TEKEN_CHECK(m_bench.tick());
        range.append(log::hashLeaf(leaf));
        ++m_summary.leaves;
        if (m_summary.leaves <= m_summary.size.value)
            TEKEN_CHECK(match.take(range.size().value - 1, leaf));
        settle();
        return {};
    });
    if (!visited && visited.error().code != ErrorCode::Corrupt &&
        visited.error().code != ErrorCode::InvalidInput &&
        visited.error().code != ErrorCode::VerificationFailed)
        return visited; // cancelled, no network, a full disk: nothing was judged
    if (!visited)
        add("log.unreadable", std::to_string(m_summary.leaves), visited.error().reason);
    for (; claim != m_claims.end(); ++claim)
        beyond(*claim);
    if (m_summary.leaves > m_summary.size.value)
        add("log.leaves-unsigned", std::to_string(m_summary.size.value), std::to_string(m_summary.leaves));
    m_summary.whole = visited.has_value() && m_summary.leaves >= m_summary.size.value;
    m_summary.foreign = match.foreign();
    return match.finish(m_summary.size);
}

// A book of one laptop: the places of its own entries, each under the checkpoint it was proven with.
Result<> LogJudge::readPlaces() {
    return m_material.places([&](const EntryId& id, std::string_view text) -> Result<> {
        TEKEN_CHECK(m_bench.tick());
        const auto wrong = [&](const std::string& reason) -> Result<> {
            m_bench.findings.add({.rule = "log.place", .entry = id, .found = reason});
            return {};
        };
        const auto proof = log::parseProofFile(text);
        if (!proof)
            return wrong(proof.error().reason);
        auto point = m_notes.read(proof->checkpointNote);
        if (!point) {
            refuseNote(point.error());
            return {};
        }
        const auto stored = m_bench.working.entries().get(id);
        const auto* whole = stored ? std::get_if<entry::Entry>(&stored->record) : nullptr;
        if (whole == nullptr) {
            m_bench.findings.add({.rule = "log.entry-absent", .entry = id, .found = "1"});
            return {};
        }
        const auto leaf = log::encodeLeaf({stored->feed, stored->seq, id, whole->signature});
        if (const auto held = log::verifyInclusion(proof->index, point->checkpoint.size, log::hashLeaf(leaf),
                                                   proof->hashes, point->checkpoint.root);
            !held)
            return wrong(held.error().reason);
        m_places[stored->order] = proof->index.value + 1;
        if (std::ranges::find(m_points, point->checkpoint, &VerifiedPoint::checkpoint) == m_points.end())
            m_points.push_back(std::move(*point));
        return {};
    });
}

Result<LogJudgement> LogJudge::run() {
    TEKEN_TRY(const auto entries, m_bench.working.entries().count());
    m_places.assign(entries + 1, 0);
    readEvidence();
    if (m_material.places)
        TEKEN_CHECK(readPlaces());
    readHeldDocuments();
    chooseOrigin();
    for (const auto& point : m_points)
        if (point.checkpoint.origin == m_origin && point.checkpoint.size >= m_summary.size) {
            const bool same = point.checkpoint.size == m_summary.size;
            m_summary.size = point.checkpoint.size;
            m_summary.root = point.checkpoint.root;
            m_summary.witnesses = same ? std::max(m_summary.witnesses, point.witnesses) : point.witnesses;
        }
    collectClaims();
    if (m_points.empty()) // a checkpoint brought along is as good: the log's key signed it
        for (const auto& document : m_documents)
            if (document.point.checkpoint.size >= m_summary.size) {
                m_summary.size = document.point.checkpoint.size;
                m_summary.root = document.point.checkpoint.root;
                m_summary.witnesses = document.point.witnesses;
            }
    if (m_material.leaves && m_points.empty() && m_documents.empty())
        add("log.no-checkpoint", {}, {});
    if (m_material.leaves)
        TEKEN_CHECK(walk());
    else
        compareAlone();

    m_accusations.conclude(m_bench.findings, static_cast<bool>(m_material.leaves));
    LogJudgement judgement;
    judgement.heldAgreeing = m_heldAgreeing;
    if (!m_material.empty()) {
        m_summary.origin = m_origin;
        m_summary.places = static_cast<std::uint64_t>(
            std::ranges::count_if(m_places, [](std::uint64_t place) { return place != 0; }));
        m_summary.cosigners = m_notes.cosigners();
        m_summary.quorum = m_notes.quorum();
        m_summary.held = m_heldAgreeing;
        if (!m_points.empty() && m_summary.cosigners > 0 && !m_summary.witnessed())
            add("log.not-witnessed", std::to_string(m_summary.quorum), std::to_string(m_summary.witnesses));
        judgement.summary = m_summary;
    }
    judgement.brackets = Brackets(m_origin, std::move(m_places), std::move(m_witnessed));
    return judgement;
}

} // namespace

Result<LogJudgement> judgeLog(const Bench& bench, const LogMaterial& material, const Held& held,
                              const SeenCheckpoints& seen) {
    TEKEN_TRY(const auto doubled, ledger::keysOfTwoNames(bench.working));
    for (const auto& key : doubled)
        bench.findings.add({.rule = "certificate.two-names", .feed = key});
    TEKEN_TRY(auto notes, NoteReader::create(bench.working, bench.ledger));
    return LogJudge(bench, material, held, seen, std::move(notes)).run();
}

} // namespace teken::audit

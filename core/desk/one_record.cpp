#include "core/desk/one_record.h"

#include "core/crypto/hash.h"
#include "core/desk/roster_view.h"
#include "core/entry/slip_code.h"
#include "core/ledger/rows.h"
#include "core/log/leaf.h"
#include "core/log/proof_file.h"
#include "core/store/entries.h"
#include "core/store/log_table.h"
#include "core/store/receipts.h"

#include <algorithm>
#include <set>

namespace teken::desk {
namespace {

using ledger::EntryFact;
using ledger::Kind;

constexpr std::size_t kMostNamesakes = 64; // of a code's 25 bits; more are somebody's doing
constexpr std::size_t kHexDigits = 2 * EntryId::kSize;

tl::unexpected<Error> unknownRecord() {
    return fail(ErrorCode::NotFound, "slip.unknown", "no record here has this code or id");
}

Result<entry::VerifiedEntry> wholeRecord(store::Book& book, const EntryId& id) {
    auto stored = book.entries().get(id);
    if (!stored && stored.error().code == ErrorCode::NotFound)
        return unknownRecord();
    TEKEN_CHECK(stored.map([](const auto&) {}));
    auto* whole = std::get_if<entry::Entry>(&stored->record);
    if (whole == nullptr)
        return fail(ErrorCode::NotFound, "slip.erased", "the content of this record was erased", id.hex());
    whole->ink.clear();
    return entry::verifyEntry(std::move(*whole));
}

Result<entry::VerifiedEntry> findByCode(store::Book& book, const std::string& code) {
    const auto range = entry::idsOfSlipCode(code);
    TEKEN_TRY(const auto ids, book.log().idsBetween(range.first, range.last, kMostNamesakes));
    std::optional<entry::VerifiedEntry> found;
    bool erased = false;
    for (const auto& id : ids) {
        auto record = wholeRecord(book, id);
        if (!record && record.error().reason == "slip.erased") {
            erased = true;
            continue;
        }
        TEKEN_CHECK(record.map([](const auto&) {}));
        if (entry::slipCode(record->raw.payload) != code)
            continue;
        if (found)
            return fail(ErrorCode::Conflict, "slip.ambiguous", "two records have this code");
        found = *std::move(record);
    }
    if (found)
        return *std::move(found);
    if (erased)
        return fail(ErrorCode::NotFound, "slip.erased", "the content of a record like this was erased");
    return unknownRecord();
}

/// Facts that count, by the feed or entry they are about.
Result<std::vector<EntryFact>> countingOn(store::Book& book, const Digest& subject) {
    TEKEN_TRY(const auto rows, book.ledger().factsOn(subject));
    TEKEN_TRY(auto facts, ledger::toFacts(rows));
    std::erase_if(facts, [](const EntryFact& fact) { return !fact.counts(); });
    return facts;
}

/// Collects certificates, each once, the root's before the others.
class Certificates {
public:
    explicit Certificates(store::Book& book) : m_book(book) {}

    Result<> add(const EntryId& id, bool ofRoot) {
        auto& list = ofRoot ? m_ofRoot : m_ofAdmins;
        if (!m_seen.insert(id).second || m_seen.size() > log::kMostEvidenceCertificates)
            return {};
        TEKEN_TRY(auto record, wholeRecord(m_book, id));
        list.push_back(std::move(record.raw));
        return {};
    }
    /// What the root says of a key: certifications of one role, and revocations.
    Result<> addWordsOfRoot(const FeedId& feed, entry::Role role) {
        TEKEN_TRY(const auto facts, countingOn(m_book, ledger::subjectOf(feed)));
        for (const auto& fact : facts)
            if ((fact.kind == Kind::Certify || fact.kind == Kind::Revoke) &&
                fact.word == static_cast<std::uint8_t>(role))
                TEKEN_CHECK(add(fact.id, true));
        return {};
    }
    std::vector<entry::Entry> take() {
        std::move(m_ofAdmins.begin(), m_ofAdmins.end(), std::back_inserter(m_ofRoot));
        return std::move(m_ofRoot);
    }

private:
    store::Book& m_book;
    std::set<EntryId> m_seen;
    std::vector<entry::Entry> m_ofRoot, m_ofAdmins;
};

/// Does this certificate of an officer reach the record?
Result<bool> reachesRecord(store::Book& book, const EntryFact& certificate,
                           const entry::VerifiedEntry& record) {
    if (certificate.kind != Kind::CertifyOfficer || certificate.drive != record.payload.header.drive)
        return false;
    TEKEN_TRY(const auto whole, wholeRecord(book, certificate.id));
    const auto* officer = std::get_if<entry::CertifyOfficer>(&whole.payload.body);
    const auto* sign = std::get_if<entry::Sign>(&record.payload.body);
    if (officer == nullptr || sign == nullptr)
        return officer != nullptr;
    return std::ranges::any_of(officer->units,
                               [&](const auto& unit) { return unit == "*" || unit == sign->unit; });
}

Result<> addOfficer(store::Book& book, const entry::VerifiedEntry& record, Certificates& into) {
    const auto feed = crypto::feedIdOf(record.raw.key);
    TEKEN_TRY(const auto facts, countingOn(book, ledger::subjectOf(feed)));
    std::set<FeedId> admins;
    bool certified = false;
    for (const auto& fact : facts) {
        TEKEN_TRY(const bool reaches, reachesRecord(book, fact, record));
        const bool first = reaches && !certified; // a second certificate could only widen what the first says
        certified = certified || reaches;
        if (!first && fact.kind != Kind::RevokeOfficer)
            continue;
        TEKEN_CHECK(into.add(fact.id, false));
        admins.insert(fact.feed);
    }
    for (const auto& admin : admins)
        TEKEN_CHECK(into.addWordsOfRoot(admin, entry::Role::Admin));
    return into.addWordsOfRoot(feed, entry::Role::Admin); // should the record itself be an admin's
}

/// The log whose origin the note names, and the witnesses whose names stand on its lines.
Result<> addSigners(store::Book& book, std::string_view checkpoint, Certificates& into) {
    TEKEN_TRY(const auto note, log::parseNote(checkpoint));
    TEKEN_TRY(const auto rows, book.ledger().factsOfKind(static_cast<std::uint8_t>(Kind::Certify)));
    TEKEN_TRY(const auto facts, ledger::toFacts(rows));
    for (const auto& fact : facts) {
        const bool log = fact.word == static_cast<std::uint8_t>(entry::Role::Log);
        if (!fact.counts() || (!log && fact.word != static_cast<std::uint8_t>(entry::Role::Cosigner)))
            continue;
        TEKEN_TRY(const auto record, wholeRecord(book, fact.id));
        const auto& body = std::get<entry::Certify>(record.payload.body);
        const log::VerifierKey key{
            body.name, log ? log::SignatureType::Ed25519 : log::SignatureType::Cosignature, body.key};
        if (std::ranges::any_of(note.lines, [&](const auto& line) {
                return line.name == key.name && line.hash == key.hash();
            }))
            TEKEN_CHECK(into.addWordsOfRoot(ledger::feedOf(*fact.subject),
                                            log ? entry::Role::Log : entry::Role::Cosigner));
    }
    return {};
}

std::string tailOf(std::string_view number) {
    constexpr std::size_t kTail = 3;
    if (number.size() <= kTail)
        return {};
    const auto tail = number.substr(number.size() - kTail);
    const bool digits = std::ranges::all_of(tail, [](char c) { return c >= '0' && c <= '9'; });
    return digits ? std::string(tail) : std::string();
}

Result<std::string> writtenAtTheTable(store::Book& book, const EntryId& drive, const PersonId& person) {
    TEKEN_TRY(const auto rows, book.ledger().factsAbout(drive, person));
    TEKEN_TRY(const auto facts, ledger::toFacts(rows));
    for (const auto& fact : facts) {
        if (fact.kind != Kind::AddPerson || !fact.counts())
            continue;
        TEKEN_TRY(const auto record, wholeRecord(book, fact.id));
        if (const auto* added = std::get_if<entry::AddPerson>(&record.payload.body))
            return tailOf(added->number);
    }
    return std::string();
}

} // namespace

Result<entry::VerifiedEntry> findRecord(store::Book& book, std::string_view typed) {
    if (typed.size() == kHexDigits) {
        TEKEN_TRY(const auto id, EntryId::fromHex(typed));
        return wholeRecord(book, id);
    }
    TEKEN_TRY(const auto code, entry::readSlipCode(typed));
    return findByCode(book, code);
}

Result<std::vector<entry::Entry>> certificatesOf(store::Book& book, const entry::VerifiedEntry& record,
                                                 std::string_view checkpoint) {
    Certificates certificates(book);
    TEKEN_CHECK(addOfficer(book, record, certificates));
    if (!checkpoint.empty())
        TEKEN_CHECK(addSigners(book, checkpoint, certificates));
    return certificates.take();
}

Result<std::string> numberTail(store::Book& book, const entry::VerifiedEntry& record) {
    const auto* sign = std::get_if<entry::Sign>(&record.payload.body);
    if (sign == nullptr)
        return std::string();
    if (!sign->roster)
        return writtenAtTheTable(book, record.payload.header.drive.value_or(EntryId{}), sign->person);
    const auto snapshot = wholeRecord(book, *sign->roster);
    const auto* roster = snapshot ? std::get_if<entry::RosterSnapshot>(&snapshot->payload.body) : nullptr;
    if (roster == nullptr)
        return std::string();
    const auto view = RosterView::load(book, roster->manifest, {sign->unit});
    if (!view && view.error().code == ErrorCode::NotFound)
        return std::string();
    TEKEN_CHECK(view.map([](const auto&) {}));
    const auto* person = view->person(sign->person);
    return person == nullptr || person->numbers.empty() ? std::string() : tailOf(person->numbers.front());
}

Result<std::string> receiptOf(store::Book& book, const ledger::Ledger& ledger, const EntryId& entry) {
    TEKEN_TRY(const auto logs, ledger.logs());
    for (const auto& one : logs) {
        TEKEN_TRY(const auto receipt, book.receipts().find(entry, one.key));
        if (receipt && !receipt->withdrawn)
            return log::formatProofFile({receipt->index, receipt->hashes, receipt->checkpoint});
    }
    return fail(ErrorCode::NotFound, "slip.no-place", "expected a verified place in the log, found none yet",
                entry.hex());
}

Result<std::string> placeUnder(store::Book& book, const entry::VerifiedEntry& record,
                               const log::Checkpoint& checkpoint, const std::string& note) {
    TEKEN_TRY(const auto index, book.log().find(record.id));
    if (!index || index->value >= checkpoint.size.value)
        return fail(ErrorCode::NotFound, "slip.no-place",
                    "expected a checkpoint that covers this entry, found none yet", record.id.hex());
    TEKEN_TRY(auto hashes, log::proveInclusion(*index, checkpoint.size, book.log().nodes()));
    const auto leaf = log::encodeLeaf(
        {crypto::feedIdOf(record.raw.key), record.payload.header.seq, record.id, record.raw.signature});
    TEKEN_CHECK(log::verifyInclusion(*index, checkpoint.size, log::hashLeaf(leaf), hashes, checkpoint.root));
    return log::formatProofFile({*index, std::move(hashes), note});
}

Result<log::Evidence> evidenceOf(store::Book& book, const entry::VerifiedEntry& record,
                                 const std::string& proof) {
    log::Evidence evidence;
    evidence.entry = record.raw;
    evidence.entry.ink.clear();
    evidence.proof = proof;
    std::string checkpoint;
    if (!proof.empty()) {
        TEKEN_TRY(const auto parsed, log::parseProofFile(proof));
        checkpoint = parsed.checkpointNote;
    }
    TEKEN_TRY(evidence.certificates, certificatesOf(book, record, checkpoint));
    TEKEN_TRY(evidence.number, numberTail(book, record));
    return evidence;
}

Result<Standing> standingOf(store::Book& book, const EntryId& entry) {
    TEKEN_TRY(const auto row, book.ledger().fact(entry));
    if (!row || static_cast<ledger::Verdict>(row->verdict) != ledger::Verdict::Counts)
        return Standing::NotCounted;
    TEKEN_TRY(const auto facts, countingOn(book, ledger::subjectOf(entry)));
    const bool voided =
        std::ranges::any_of(facts, [](const EntryFact& fact) { return fact.kind == Kind::Void; });
    return voided ? Standing::Voided : Standing::Counts;
}

std::string_view standingName(Standing standing) {
    switch (standing) {
    case Standing::Counts:
        return "counts";
    case Standing::Voided:
        return "voided";
    case Standing::NotCounted:
        break;
    }
    return "not-counted";
}

} // namespace teken::desk

#include "core/desk/one_record.h"

#include "core/crypto/hash.h"
#include "core/desk/record_rows.h"
#include "core/desk/roster_view.h"
#include "core/entry/slip_code.h"
#include "core/ledger/rows.h"
#include "core/log/leaf.h"
#include "core/log/proof_file.h"
#include "core/store/entries.h"
#include "core/store/log_table.h"
#include "core/store/receipts.h"

#include <algorithm>

namespace teken::desk {
namespace {

using ledger::EntryFact;
using ledger::Kind;

constexpr std::size_t kMostNamesakes = 64; // of a code's 25 bits; more are somebody's doing
constexpr std::size_t kHexDigits = 2 * EntryId::kSize;

Result<entry::VerifiedEntry> findByCode(store::Book& book, const std::string& code) {
    const auto range = entry::idsOfSlipCode(code);
    TEKEN_TRY(const auto ids, book.entries().idsBetween(range.first, range.last, kMostNamesakes));
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

/// Facts that count, by the entry they are about.
Result<std::vector<EntryFact>> countingOn(store::Book& book, const Digest& subject) {
    TEKEN_TRY(auto facts, factsOn(book, subject));
    std::erase_if(facts, [](const EntryFact& fact) { return !fact.counts(); });
    return facts;
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

Result<std::vector<EntryFact>> factsOn(store::Book& book, const Digest& subject) {
    TEKEN_TRY(const auto rows, book.ledger().factsOn(subject));
    return ledger::toFacts(rows);
}

Result<entry::VerifiedEntry> findRecord(store::Book& book, std::string_view typed) {
    if (typed.size() == kHexDigits) {
        TEKEN_TRY(const auto id, EntryId::fromHex(typed));
        return wholeRecord(book, id);
    }
    TEKEN_TRY(const auto code, entry::readSlipCode(typed));
    return findByCode(book, code);
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

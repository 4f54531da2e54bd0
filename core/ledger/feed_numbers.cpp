#include "core/ledger/feed_numbers.h"

#include <algorithm>

namespace teken::ledger {

Seq FeedNumbers::countedTo() const {
    if (role != entry::Role::Root && role != entry::Role::Admin && role != entry::Role::Field)
        return 0;
    return revokedAfter ? std::min(*revokedAfter, head.seq) : head.seq;
}

void FeedNumbers::takeAuthority(const Authority& authority) {
    role = authority.role;
    certificate = authority.certificate;
    drive = authority.drive;
    revokedAfter = authority.revokedAfter;
}

void FeedNumbers::takeChain(const Authority& authority, const ChainVerdict& chain) {
    head = chain.head;
    forkedAt = chain.forkedAt;
    forkedEntries = chain.forkedEntries;
    straight = chain.straight && !authority.helped;
    forkDecisions.clear();
    if (!forkedAt)
        return;
    if (const auto ruling = authority.rulings.find(*forkedAt); ruling != authority.rulings.end())
        forkDecisions = ruling->second.decisions;
}

void FeedNumbers::add(Verdict verdict) {
    change(verdict, 1);
}

void FeedNumbers::remove(Verdict verdict) {
    change(verdict, ~0ULL); // minus one, modulo 2^64
}

void FeedNumbers::change(Verdict verdict, std::uint64_t by) {
    stored += by;
    if (verdict == Verdict::Waiting)
        waiting += by;
    else if (verdict == Verdict::Withheld)
        withheld += by;
    else if (verdict != Verdict::Counts && verdict != Verdict::Unknown)
        notCounted += by;
}

} // namespace teken::ledger

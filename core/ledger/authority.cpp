#include "core/ledger/authority.h"

#include "core/ledger/supersede.h"

#include <algorithm>
#include <set>

namespace teken::ledger {
namespace {

using entry::Role;

/// The certificate that screens show: highest number in its feed, then smallest id.
const EntryFact* shownCertificate(const FactRefs& certificates) {
    const auto shown = std::min_element(certificates.begin(), certificates.end(),
                                        [](const EntryFact* a, const EntryFact* b) {
                                            return a->seq != b->seq ? a->seq > b->seq : a->id < b->id;
                                        });
    return shown == certificates.end() ? nullptr : *shown;
}

FactRefs countingOf(std::span<const EntryFact> facts, Kind kind) {
    FactRefs found;
    for (const auto& fact : facts)
        if (fact.kind == kind && fact.counts())
            found.push_back(&fact);
    return found;
}

/// How far an `admit` or `decide` reaches when it is used at this level; nullptr if it may not be used.
const Reach* helpReach(const EntryFact& fact, Level level) {
    if (level == Level::Field)
        return fact.counts() && fact.ruling.reach ? &*fact.ruling.reach : nullptr;
    return level == Level::Admin && fact.ruling.plain ? &*fact.ruling.plain : nullptr;
}

void limit(Grant& grant, Seq last) {
    grant.last = grant.last ? std::min(*grant.last, last) : last;
}

void revokeByRoot(Authority& authority, std::span<const EntryFact> onFeed) {
    for (const auto* fact : countingOf(onFeed, Kind::Revoke)) {
        if (!authority.role || fact->word != static_cast<std::uint8_t>(*authority.role))
            continue;
        if (authority.grants.empty()) // keys without a feed
            authority.revokedAfter = std::min(authority.revokedAfter.value_or(fact->number), fact->number);
        for (auto& grant : authority.grants)
            limit(grant, fact->number);
    }
}

void revokeByAdmins(Authority& authority, std::span<const EntryFact> onFeed) {
    for (const auto* fact : countingOf(onFeed, Kind::RevokeOfficer))
        for (auto& grant : authority.grants)
            if (fact->ruling.reach && reaches(*fact->ruling.reach, fact->drive, grant, Role::Field))
                limit(grant, fact->number);
}

void admit(Authority& authority, std::span<const EntryFact> onFeed, Level level) {
    for (const auto& fact : onFeed) {
        const auto* reach = fact.kind == Kind::Admit ? helpReach(fact, level) : nullptr;
        if (reach == nullptr)
            continue;
        for (auto& grant : authority.grants)
            if (reaches(*reach, fact.drive, grant, *authority.role)) {
                grant.admitted.insert(grant.admitted.end(), fact.entries.begin(), fact.entries.end());
                authority.helped = true;
            }
    }
    for (auto& grant : authority.grants)
        std::sort(grant.admitted.begin(), grant.admitted.end());
}

bool mayRule(const Authority& authority, const EntryFact& fact, const Reach& reach) {
    return std::all_of(authority.grants.begin(), authority.grants.end(), [&](const Grant& grant) {
        return reaches(reach, fact.drive, grant, *authority.role);
    });
}

void ruleOnForks(Authority& authority, std::span<const EntryFact> onFeed, Level level) {
    std::map<Seq, FactRefs> bySeq;
    for (const auto& fact : onFeed) {
        const auto* reach = fact.kind == Kind::Decide ? helpReach(fact, level) : nullptr;
        if (reach != nullptr && mayRule(authority, fact, *reach))
            bySeq[fact.number].push_back(&fact);
    }
    for (const auto& [seq, decisions] : bySeq) {
        const auto left = standing(decisions);
        std::set<EntryId> choices;
        for (const auto* fact : left)
            choices.insert(fact->chosen.value_or(EntryId{}));
        auto& ruling = authority.rulings[seq];
        ruling.decisions = idsOf(left);
        if (choices.size() == 1)
            ruling.chosen = *choices.begin();
        authority.helped = true;
    }
}

void takeCertificates(Authority& authority, const FactRefs& certificates) {
    const auto* shown = shownCertificate(certificates);
    authority.certificate = shown->id;
    authority.drive = shown->drive;
    if (authority.role != Role::Admin && authority.role != Role::Field)
        return;
    for (const auto* fact : certificates)
        authority.grants.push_back({fact->id, fact->drive, fact->units, {}, {}});
}

/// If every certificate is limited, the feed as a whole is.
void sumUpRevocations(Authority& authority) {
    if (authority.grants.empty())
        return;
    Seq last = 0;
    for (const auto& grant : authority.grants) {
        if (!grant.last)
            return;
        last = std::max(last, *grant.last);
    }
    authority.revokedAfter = last;
}

/// Does the certificate cover the units that this kind reaches? RULES.md section 3.
bool coversUnits(const Grant& grant, const EntryFact& fact) {
    switch (fact.kind) {
    case Kind::OpenDrive:
    case Kind::LockText:
    case Kind::RosterSnapshot:
    case Kind::RosterChange:
    case Kind::CloseDrive:
        return grant.units.all;
    case Kind::PlanSession:
    case Kind::CertifyOfficer:
    case Kind::OpenSession:
    case Kind::Sign:
    case Kind::AddPerson:
        return grant.units.covers(fact.units);
    default:
        return true;
    }
}

Verdict verdictUnder(const Grant& grant, const EntryFact& fact) {
    if (grant.drive && grant.drive != fact.drive)
        return Verdict::OtherDrive;
    if (!coversUnits(grant, fact))
        return Verdict::OutOfScope;
    if (grant.last && fact.seq > *grant.last &&
        !std::binary_search(grant.admitted.begin(), grant.admitted.end(), fact.id))
        return Verdict::Revoked;
    return fact.kind == Kind::Unknown ? Verdict::Unknown : Verdict::Counts;
}

bool belongsTo(Kind kind, Role role) {
    if (kind == Kind::Unknown)
        return role == Role::Root || role == Role::Admin || role == Role::Field;
    if (kind == Kind::Void)
        return role == Role::Admin || role == Role::Field;
    if (kind <= Kind::Revoke)
        return role == Role::Root;
    return role == (kind <= Kind::CloseDrive ? Role::Admin : Role::Field);
}

/// From refusals to effect: of several certificates the one that helps most speaks.
int rank(Verdict verdict) {
    switch (verdict) {
    case Verdict::Counts:
    case Verdict::Unknown:
        return 4;
    case Verdict::Revoked:
        return 3;
    case Verdict::OutOfScope:
        return 2;
    case Verdict::OtherDrive:
        return 1;
    default:
        return 0;
    }
}

} // namespace

bool reaches(const Reach& reach, const std::optional<EntryId>& drive, const Grant& grant, Role role) {
    const bool inDrive = grant.drive == drive || (role == Role::Admin && reach.anyDrive);
    return inDrive && reach.units.covers(grant.units);
}

Authority authorityOf(const FeedId& feed, const FeedId& root, std::span<const EntryFact> onFeed,
                      Level level) {
    Authority authority;
    if (feed == root) {
        authority.isRoot = true;
        authority.role = Role::Root;
        return authority;
    }
    auto certificates = countingOf(onFeed, Kind::Certify);
    std::set<std::uint8_t> roles;
    for (const auto* fact : certificates)
        roles.insert(fact->word);
    if (roles.size() > 1)
        return authority;
    if (roles.size() == 1)
        authority.role = static_cast<Role>(*roles.begin());
    else if (certificates = countingOf(onFeed, Kind::CertifyOfficer);
             level == Level::Field && !certificates.empty())
        authority.role = Role::Field;
    else
        return authority;

    takeCertificates(authority, certificates);
    if (authority.role == Role::Field)
        revokeByAdmins(authority, onFeed);
    else
        revokeByRoot(authority, onFeed);
    if (!authority.grants.empty()) {
        // Levels above take an admin's feed as it is: help for it comes from plain parts only.
        const auto help = authority.role == Role::Admin && level == Level::Field ? Level::Admin : level;
        admit(authority, onFeed, help);
        ruleOnForks(authority, onFeed, help);
    }
    sumUpRevocations(authority);
    return authority;
}

Ruling ruleOn(const Authority& authority, const EntryFact& fact) {
    if (fact.kind == Kind::Withheld)
        return {Verdict::Withheld, {}, {}};
    if (!authority.role || (*authority.role == Role::Root && !authority.isRoot))
        return {Verdict::NoCertificate, {}, {}};
    if (!belongsTo(fact.kind, *authority.role))
        return {Verdict::WrongRole, {}, {}};
    if (authority.isRoot)
        return {fact.kind == Kind::Unknown ? Verdict::Unknown : Verdict::Counts, {}, {}};
    Ruling best{Verdict::NoCertificate, {}, {}};
    Reach reach;
    for (const auto& grant : authority.grants) {
        const auto verdict = verdictUnder(grant, fact);
        if (rank(verdict) > rank(best.verdict))
            best.verdict = verdict;
        if (rank(verdict) < rank(Verdict::Counts))
            continue;
        reach.units.join(grant.units);
        reach.anyDrive = reach.anyDrive || !grant.drive;
    }
    if (*authority.role == Role::Admin && rank(best.verdict) == rank(Verdict::Counts))
        best.reach = reach;
    return best;
}

} // namespace teken::ledger

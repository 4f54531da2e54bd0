#include "core/ledger/chain.h"

#include <algorithm>
#include <set>

namespace teken::ledger {
namespace {

/// Ids of withheld records that whole entries vouch for, directly or through vouched ones.
std::set<EntryId> vouchedFor(std::span<const EntryFact> facts) {
    std::set<std::pair<Seq, EntryId>> named; // (number, id) that a trusted entry at number+1 names
    std::set<EntryId> vouched;
    for (auto fact = facts.rbegin(); fact != facts.rend(); ++fact) {
        const bool withheld = fact->kind == Kind::Withheld;
        const bool trusted = !withheld || named.contains({fact->seq, fact->id});
        if (withheld && trusted)
            vouched.insert(fact->id);
        if (trusted && fact->prev && fact->seq > 1)
            named.insert({fact->seq - 1, *fact->prev});
    }
    return vouched;
}

class Walk {
public:
    Walk(const Authority& authority, std::span<const EntryFact> facts, const entry::FeedHead& from)
        : m_authority(authority), m_facts(facts), m_vouched(vouchedFor(facts)) {
        m_verdict.head = from;
        m_verdict.rulings.resize(facts.size());
        m_verdict.straight = authority.rulings.empty();
    }

    ChainVerdict run() {
        std::size_t begin = 0;
        while (begin < m_facts.size()) {
            std::size_t end = begin;
            while (end < m_facts.size() && m_facts[end].seq == m_facts[begin].seq)
                ++end;
            if (m_facts[begin].seq != m_verdict.head.seq + 1 || !step(begin, end))
                break;
            begin = end;
        }
        for (std::size_t i = begin; i < m_facts.size(); ++i)
            settleRest(i);
        return std::move(m_verdict);
    }

private:
    /// One number: true if the chain goes on.
    bool step(std::size_t begin, std::size_t end) {
        std::vector<std::size_t> candidates;
        for (auto i = begin; i < end; ++i)
            if (isCandidate(m_facts[i]))
                candidates.push_back(i);
        const auto seq = m_facts[begin].seq;
        const auto ruled = m_authority.rulings.find(seq);
        const bool isRuled = ruled != m_authority.rulings.end();
        if ((isRuled && !ruled->second.chosen) || (!isRuled && candidates.size() > 1)) {
            m_verdict.forkedAt = seq;
            for (const auto i : candidates)
                m_verdict.forkedEntries.push_back(m_facts[i].id);
            return false;
        }
        if (isRuled)
            std::erase_if(candidates, [&](std::size_t i) { return m_facts[i].id != ruled->second.chosen; });
        if (candidates.empty() || m_facts[candidates.front()].prev != m_verdict.head.id)
            return false;
        advance(begin, end, candidates.front());
        return true;
    }

    [[nodiscard]] bool isCandidate(const EntryFact& fact) const {
        if (fact.kind == Kind::Withheld && !m_vouched.contains(fact.id))
            return false;
        return !isOffBranch(fact);
    }

    [[nodiscard]] bool isOffBranch(const EntryFact& fact) const {
        if (fact.prev == m_verdict.head.id)
            return false;
        return m_headIsRuled || (fact.prev && m_passedOver.contains(*fact.prev));
    }

    void advance(std::size_t begin, std::size_t end, std::size_t winner) {
        m_passedOver.clear();
        for (auto i = begin; i < end; ++i) {
            if (i == winner) {
                m_verdict.rulings[i] = ruleOn(m_authority, m_facts[i]);
                continue;
            }
            const bool unproven = m_facts[i].kind == Kind::Withheld && !m_vouched.contains(m_facts[i].id);
            m_verdict.rulings[i].verdict = unproven ? Verdict::Waiting : Verdict::OffBranch;
            m_passedOver.insert(m_facts[i].id);
            m_verdict.straight = false;
        }
        m_verdict.head = {m_facts[winner].seq, m_facts[winner].id};
        m_headIsRuled = m_authority.rulings.contains(m_facts[winner].seq);
    }

    /// Behind the end of the chain. Only at the next number can it be told which entries are off the branch.
    void settleRest(std::size_t i) {
        const auto& fact = m_facts[i];
        auto& verdict = m_verdict.rulings[i].verdict;
        const bool unproven = fact.kind == Kind::Withheld && !m_vouched.contains(fact.id);
        if (unproven)
            verdict = Verdict::Waiting;
        else if (fact.seq == m_verdict.head.seq + 1 && isOffBranch(fact))
            verdict = Verdict::OffBranch;
        else
            verdict = m_verdict.forkedAt ? Verdict::Forked : Verdict::Waiting;
    }

    const Authority& m_authority;
    std::span<const EntryFact> m_facts;
    std::set<EntryId> m_vouched;
    std::set<EntryId> m_passedOver;
    bool m_headIsRuled = false;
    ChainVerdict m_verdict;
};

} // namespace

ChainVerdict judgeChain(const Authority& authority, std::span<const EntryFact> facts,
                        const entry::FeedHead& from) {
    return Walk(authority, facts, from).run();
}

} // namespace teken::ledger

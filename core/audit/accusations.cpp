#include "core/audit/accusations.h"

#include "core/log/proof_file.h"

#include <algorithm>

namespace teken::audit {
namespace {

/// The checkpoint that a word rests on.
Result<VerifiedPoint> readWord(const NoteReader& notes, const std::string& text) {
    if (!text.starts_with("c2sp.org/tlog-proof@"))
        return notes.read(text);
    TEKEN_TRY(const auto proof, log::parseProofFile(text));
    return notes.read(proof.checkpointNote);
}

} // namespace

Accusations::One Accusations::judge(const NoteReader& notes, const LogMaterial::Accusation& accusation) {
    One one;
    for (const auto* text : {&accusation.former, &accusation.found}) {
        if (text->empty())
            continue;
        auto point = readWord(notes, *text);
        if (!point)
            return {State::Void, {}, 0, {}, point.error().reason};
        one.words.push_back(std::move(point->checkpoint));
    }
    if (one.words.empty())
        return {State::Void, {}, 0, {}, "held.form"};
    const auto& first = one.words.front();
    const auto& last = one.words.back();
    if (first.origin != last.origin)
        return {State::Void, {}, 0, {}, "log.other-origin"};
    if (first.size == last.size && first.root != last.root) {
        one.state = State::Contradiction;
        one.size = first.size;
    }
    return one;
}

Accusations Accusations::read(const NoteReader& notes,
                              const std::vector<LogMaterial::Accusation>& accusations) {
    Accusations read;
    for (const auto& accusation : accusations)
        read.m_all.push_back(judge(notes, accusation));
    return read;
}

std::vector<Accusations::Word> Accusations::words() const {
    std::vector<Word> words;
    for (std::size_t i = 0; i < m_all.size(); ++i)
        if (m_all[i].state == State::Open)
            for (const auto& checkpoint : m_all[i].words)
                words.push_back({i, checkpoint});
    return words;
}

void Accusations::contradicted(std::size_t number, log::TreeSize size) {
    auto& one = m_all.at(number);
    if (one.state == State::Open) {
        one.state = State::Contradiction;
        one.size = size;
    }
}

void Accusations::conclude(Findings& findings, bool treeRead) const {
    for (const auto& one : m_all) {
        if (one.state == State::Contradiction) {
            findings.add({.rule = "log.contradiction", .expected = std::to_string(one.size.value)});
        } else if (one.state == State::Void) {
            findings.add({.rule = "log.accusation-void", .found = one.reason});
        } else if (treeRead && one.agreeing == one.words.size()) {
            findings.add({.rule = "log.accusation-void", .found = "log.no-contradiction"});
        } else {
            const auto largest =
                std::ranges::max_element(one.words, {}, [](const auto& word) { return word.size; });
            findings.add({.rule = "log.accusation-open", .expected = std::to_string(largest->size.value)});
        }
    }
}

} // namespace teken::audit

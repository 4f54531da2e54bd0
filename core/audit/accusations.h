// Accusations against the log that came with the evidence: what their own words prove, and nothing more.
// Inside this room only.
#pragma once

#include "core/audit/judge.h"
#include "core/audit/log_material.h"
#include "core/audit/log_notes.h"

namespace teken::audit {

class Accusations {
public:
    /// One signed word of an accusation, to be compared with the tree.
    struct Word {
        std::size_t number = 0; ///< of the accusation
        log::Checkpoint checkpoint;
    };

    /// Verifies both words of each under the certified log. What two words of one size decide is decided
    /// here.
    [[nodiscard]] static Accusations read(const NoteReader& notes,
                                          const std::vector<LogMaterial::Accusation>& accusations);

    /// Of accusations that are still open.
    [[nodiscard]] std::vector<Word> words() const;
    /// Another signed word, or the tree, has another root at the size of a word of this accusation.
    void contradicted(std::size_t number, log::TreeSize size);
    /// The tree has this very root there.
    void agreed(std::size_t number) { ++m_all.at(number).agreeing; }
    /// `treeRead`: agreement was found in the leaves themselves, not in another word about them.
    void conclude(Findings& findings, bool treeRead) const;

private:
    enum class State : std::uint8_t { Open, Contradiction, Void };
    struct One {
        State state = State::Open;
        std::vector<log::Checkpoint> words;
        std::size_t agreeing = 0;
        log::TreeSize size; ///< where the contradiction is
        std::string reason; ///< why it is void
    };
    static One judge(const NoteReader& notes, const LogMaterial::Accusation& accusation);
    std::vector<One> m_all;
};

} // namespace teken::audit

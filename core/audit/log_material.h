// What an audit is given of the transparency log, and what the auditor has from elsewhere. Bytes and texts as
// they came: nothing in here is believed before judge_log.cpp has verified it.
#pragma once

#include "core/base/bytes.h"
#include "core/entry/ids.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace teken::audit {

struct LogMaterial {
    /// Every leaf (152 bytes) from number 0 on, in order; an error of the visitor stops and is returned.
    /// Null: the evidence has proofs of its own entries instead ("laptop form"), or nothing.
    using VisitLeaf = std::function<Result<>(ByteView leaf)>;
    std::function<Result<>(const VisitLeaf&)> leaves;

    /// Signed notes, with cosignatures or without.
    std::vector<std::string> checkpoints;

    /// Places of single entries, as `.tlog-proof` texts. Null: none.
    using VisitPlace = std::function<Result<>(const EntryId& entry, std::string_view proof)>;
    std::function<Result<>(const VisitPlace&)> places;

    /// Two words of a log that somebody found not to fit together, as checkpoint notes or `.tlog-proof` texts;
    /// either may be empty. They accuse nobody before the audit has found the contradiction itself.
    struct Accusation {
        std::string former, found;
    };
    std::vector<Accusation> accusations;

    /// The evidence was made of this drive alone: leaves of other drives' officers are expected to have no
    /// entry here. Nullopt: of everything.
    std::optional<EntryId> drive;

    [[nodiscard]] bool empty() const { return !leaves && !places && checkpoints.empty() && accusations.empty(); }
};

/// What somebody kept in another place than the evidence: only this can show that something was withheld.
struct Held {
    struct Document {
        std::string name; ///< for the report
        std::string text; ///< a checkpoint note, a `.tlog-proof` or a `.bukti`
    };
    std::vector<Document> documents;
    std::vector<std::string> closeCodes; ///< from minutes on paper, as typed
    [[nodiscard]] bool empty() const { return documents.empty() && closeCodes.empty(); }
};

} // namespace teken::audit

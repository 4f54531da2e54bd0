// The strokes of a signature that is being made, kept in the sealed journal after each stroke: a power cut
// loses at most the stroke in progress.
#pragma once

#include "core/desk/desk_seams.h"
#include "core/domain/ink.h"

#include <optional>
#include <vector>

namespace teken::desk {

struct UnfinishedInk {
    SessionId session;
    PersonId person;
    Bytes ink; ///< encoded (core/domain/FORMAT.md)
};

class StrokeJournal {
public:
    explicit StrokeJournal(const DeskSeams& seams);

    /// Replaces what was kept for the person; empty strokes clear it. At most 16 persons wait at once: the
    /// oldest is refused room by NoSpace ("desk.strokes-full"), never dropped.
    [[nodiscard]] Result<> put(const SessionId& session, const PersonId& person,
                               const domain::InkStrokes& strokes) const;
    [[nodiscard]] Result<domain::InkStrokes> get(const SessionId& session, const PersonId& person) const;
    [[nodiscard]] Result<std::vector<UnfinishedInk>> all() const;
    /// Inside the transaction that saves the signature.
    [[nodiscard]] Result<> clear(store::Transaction& transaction, const SessionId& session,
                                 const PersonId& person) const;

private:
    [[nodiscard]] Result<std::string> key() const;
    [[nodiscard]] Result<> save(store::Transaction& transaction, const std::vector<UnfinishedInk>& all) const;
    DeskSeams m_seams;
};

} // namespace teken::desk

// Fields of the kinds of the root and admin feeds (FORMAT.md sections 5.1 and 5.2); see describe.h.
#pragma once

#include "core/entry/describe.h"

namespace teken::entry {

template <class F>
void describe(F& f, Of<F, Certify>& body) {
    f.slug("role", body.role);
    f.fixed("key", body.key);
    f.text("name", body.name, {1, 200});
    f.units("units", body.units);
    f.fixed("drive", body.drive);
    f.moment("from_ms", body.fromMs);
    f.moment("until_ms", body.untilMs);
    f.list("pins", body.pins, {0, 4});
}

template <class F>
void describe(F& f, Of<F, Revoke>& body) {
    f.slug("role", body.role);
    f.fixed("key", body.key);
    f.integer("last_seq", body.lastSeq, 0);
    f.slug("reason", body.reason);
}

// --- admin feed --------------------------------------------------------------------------------------------

template <class F>
void describe(F& f, Of<F, OpenDrive>& body) {
    f.text("code", body.code, {1, 40});
    f.text("title", body.title, {1, 200});
    f.text("organisation", body.organisation, {1, 200});
    f.text("area", body.area, {0, 13});
    f.slug("zone", body.zone);
    f.text("order", body.order, {0, 200});
    f.text("purpose", body.purpose, {0, 500});
    f.text("contact", body.contact, {0, 200});
    f.words("signer_kinds", body.signerKinds, kSignerKinds);
    f.moment("deadline_ms", body.deadlineMs);
    f.integer("retention_days", body.retentionDays, 1);
}

template <class F>
void describe(F& f, Of<F, LockText>& body) {
    f.text("code", body.code, {1, 40});
    f.integer("version", body.version, 1);
    f.text("title", body.title, {0, 200});
    f.fixed("text", body.text);
    f.words("signer_kinds", body.signerKinds, kSignerKinds);
}

template <class F>
void describe(F& f, Of<F, RosterSnapshot::Rows>& rows) {
    f.integer("read", rows.read, 0);
    f.integer("accepted", rows.accepted, 0);
    f.integer("warned", rows.warned, 0);
    f.integer("refused", rows.refused, 0);
    f.integer("skipped", rows.skipped, 0);
}

template <class F>
void describe(F& f, Of<F, RosterSnapshot::Changes>& changes) {
    f.integer("joined", changes.joined, 0);
    f.integer("left", changes.left, 0);
    f.integer("moved", changes.moved, 0);
    f.integer("changed", changes.changed, 0);
}

template <class F>
void describe(F& f, Of<F, RosterSnapshot>& body) {
    f.date("date", body.date);
    f.fixed("manifest", body.manifest);
    f.fixed("source", body.source);
    f.group("rows", body.rows);
    f.integer("persons", body.persons, 0);
    f.integer("units", body.units, 0);
    f.fixed("previous", body.previous);
    f.group("changes", body.changes);
}

template <class F>
void describe(F& f, Of<F, RosterChange>& body) {
    f.fixed("person", body.person);
    f.slug("change", body.change);
    f.date("effective", body.effective);
    f.list("supersedes", body.supersedes, kSupersedes);
}

template <class F>
void describe(F& f, Of<F, PlanSession>& body) {
    f.fixed("session", body.session);
    f.text("title", body.title, {0, 200});
    f.units("units", body.units);
    f.text("place", body.place, {0, 200});
    f.moment("start_ms", body.startMs);
    f.list("texts", body.texts, {1, 8});
    f.list("officers", body.officers, {0, 20});
    f.fixed("parent", body.parent);
}

template <class F>
void describe(F& f, Of<F, CertifyOfficer>& body) {
    f.fixed("key", body.key);
    f.text("name", body.name, {1, 120});
    f.text("device", body.device, {0, 120});
    f.units("units", body.units);
    f.moment("from_ms", body.fromMs);
    f.moment("until_ms", body.untilMs);
    f.fixed("recipient", body.recipient);
    f.fixed("succeeds", body.succeeds);
}

template <class F>
void describe(F& f, Of<F, RevokeOfficer>& body) {
    f.fixed("feed", body.feed);
    f.integer("last_seq", body.lastSeq, 0);
    f.slug("reason", body.reason);
}

template <class F>
void describe(F& f, Of<F, Match>& body) {
    f.fixed("added", body.added);
    f.fixed("person", body.person);
    f.list("supersedes", body.supersedes, kSupersedes);
}

template <class F>
void describe(F& f, Of<F, Decide>& body) {
    f.slug("topic", body.topic);
    f.fixed("feed", body.feed);
    f.integer("seq", body.seq, 0);
    f.fixed("person", body.person);
    f.list("entries", body.entries, {1, 20});
    f.fixed("chosen", body.chosen);
    f.list("supersedes", body.supersedes, kSupersedes);
    f.text("reason", body.reason, {0, 300});
}

template <class F>
void describe(F& f, Of<F, Admit>& body) {
    f.fixed("feed", body.feed);
    f.list("entries", body.entries, {1, 200});
    f.text("reason", body.reason, {0, 300});
}

template <class F>
void describe(F& f, Of<F, CloseDrive>& body) {
    f.text("note", body.note, {0, 500});
}

} // namespace teken::entry

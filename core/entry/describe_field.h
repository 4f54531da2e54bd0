// Fields of the kinds of field feeds (FORMAT.md section 5.3); see describe.h.
#pragma once

#include "core/entry/describe.h"

namespace teken::entry {

template <class F>
void describe(F& f, Of<F, Succeed>& body) {
    f.fixed("feed", body.feed);
    f.integer("seq", body.seq, 0);
    f.fixed("head", body.head);
    f.slug("reason", body.reason);
}

template <class F>
void describe(F& f, Of<F, OpenSession>& body) {
    f.fixed("session", body.session);
    f.fixed("plan", body.plan);
    f.fixed("parent", body.parent);
    f.text("title", body.title, {0, 200});
    f.units("units", body.units);
    f.text("place", body.place, {0, 200});
    f.fixed("roster", body.roster);
    f.list("texts", body.texts, {1, 8});
    f.group("head", body.head);
    f.groups("witnesses", body.witnesses, {1, 3});
    f.text("desk", body.desk, {0, 40});
}

template <class F>
void describe(F& f, Of<F, Pause>& body) {
    f.fixed("session", body.session);
    f.slug("reason", body.reason);
}

template <class F>
void describe(F& f, Of<F, Resume>& body) {
    f.fixed("session", body.session);
}

template <class F>
void describe(F& f, Of<F, Sign>& body) {
    f.fixed("session", body.session);
    f.fixed("person", body.person);
    f.fixed("roster", body.roster);
    f.text("unit", body.unit, {0, 40});
    f.fixed("text", body.text);
    f.fixed("ink", body.ink);
    f.slug("form", body.form);
    f.slug("identified", body.identified);
    f.slugs("present", body.present, {1, 5});
    f.slug("reading", body.reading);
    f.slug("mark", body.mark);
    f.group("second", body.second);
}

template <class F>
void describe(F& f, Of<F, Excuse>& body) {
    f.fixed("session", body.session);
    f.fixed("person", body.person);
    f.slug("reason", body.reason);
}

template <class F>
void describe(F& f, Of<F, Absent>& body) {
    f.fixed("session", body.session);
    f.list("persons", body.persons, {1, 200});
}

template <class F>
void describe(F& f, Of<F, Refuse>& body) {
    f.fixed("session", body.session);
    f.fixed("person", body.person);
}

template <class F>
void describe(F& f, Of<F, AddPerson>& body) {
    f.fixed("session", body.session);
    f.fixed("person", body.person);
    f.text("name", body.name, {1, 120});
    f.text("number", body.number, {0, 40});
    f.text("unit", body.unit, {0, 40});
    f.word("signer_kind", body.signerKind);
    f.text("post", body.post, {0, 120});
}

template <class F>
void describe(F& f, Of<F, ProposeCorrection>& body) {
    f.fixed("session", body.session);
    f.fixed("person", body.person);
    f.slug("field", body.field);
    f.text("value", body.value, {0, 300});
}

template <class F>
void describe(F& f, Of<F, Void>& body) {
    f.fixed("session", body.session);
    f.fixed("target", body.target);
    f.slug("reason", body.reason);
    f.group("second", body.second);
}

template <class F>
void describe(F& f, Of<F, Note>& body) {
    f.fixed("session", body.session);
    f.slug("topic", body.topic);
    f.text("text", body.text, {0, 1000});
    f.moment("at_ms", body.atMs);
}

template <class F>
void describe(F& f, Of<F, Attach>& body) {
    f.fixed("session", body.session);
    f.fixed("about", body.about);
    f.fixed("blob", body.blob);
    f.text("media", body.media, {0, 100});
    f.integer("bytes", body.bytes, 0);
    f.text("title", body.title, {0, 200});
}

template <class F>
void describe(F& f, Of<F, CloseSession::Counts>& counts) {
    f.integer("signed", counts.signedCount, 0);
    f.integer("voided", counts.voided, 0);
    f.integer("excused", counts.excused, 0);
    f.integer("absent", counts.absent, 0);
    f.integer("refused", counts.refused, 0);
    f.integer("added", counts.added, 0);
}

template <class F>
void describe(F& f, Of<F, CloseSession>& body) {
    f.fixed("session", body.session);
    f.fixed("opening", body.opening);
    f.integer("entries", body.entries, 0);
    f.group("counts", body.counts);
}

template <class F>
void describe(F& f, Of<F, SignMinutes>& body) {
    f.fixed("session", body.session);
    f.fixed("closing", body.closing);
    f.slug("role", body.role);
    f.text("name", body.name, {1, 120});
    f.fixed("ink", body.ink);
}

} // namespace teken::entry

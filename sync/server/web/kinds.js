// What each kind of entry carries, and which feed may hold it (core/entry/FORMAT.md sections 5.1 to 5.3).
import { aCount, aDate, aHash, aListOfUnits, aMoment, aParty, aSlug, aText, aWordOf, anId } from './fields.js';
import { anInteger, demand, listOf, objectOf, orNull } from './fields.js';

const kSupersedes = listOf(0, 20, aHash);
const kRevokeReason = aWordOf('lost', 'stolen', 'left', 'ended', 'replaced', 'misuse');
const kRootRole = aWordOf('admin', 'server', 'log', 'cosigner', 'recipient', 'root');
const kPresent = aWordOf('officer', 'head', 'witness-1', 'witness-2', 'witness-3');
const kVoid = objectOf({ session: anId, target: aHash, second: aParty,
    reason: aWordOf('wrong-person', 'trial', 'illegible', 'double', 'other') });
const kHashOfNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export const kRootKinds = {
    certify: objectOf({ role: kRootRole, key: aHash, name: aText(200, 1), units: aListOfUnits, drive: orNull(aHash),
        from_ms: aMoment, until_ms: aMoment, pins: listOf(0, 4, aHash) }),
    revoke: objectOf({ role: kRootRole, key: aHash, last_seq: aCount, reason: kRevokeReason }),
};

export const kAdminKinds = {
    'open-drive': objectOf({ code: aText(40, 1), title: aText(200, 1), organisation: aText(200, 1), area: aText(13),
        zone: aWordOf('WIB', 'WITA', 'WIT'), order: aText(200), purpose: aText(500), contact: aText(200),
        signer_kinds: listOf(1, 8, aSlug), deadline_ms: orNull(aMoment), retention_days: orNull(anInteger(1)) }),
    'lock-text': objectOf({ code: aText(40, 1), version: anInteger(1), title: aText(200), text: aHash,
        signer_kinds: listOf(1, 8, aSlug) }),
    'roster-snapshot': objectOf({ date: aDate, manifest: aHash, source: aHash,
        rows: objectOf({ read: aCount, accepted: aCount, warned: aCount, refused: aCount, skipped: aCount }),
        persons: aCount, units: aCount, previous: orNull(aHash),
        changes: objectOf({ joined: aCount, left: aCount, moved: aCount, changed: aCount }) }),
    'roster-change': objectOf({ person: anId, effective: aDate, supersedes: kSupersedes,
        change: aWordOf('retired', 'transferred', 'deceased', 'resigned', 'wrong-data', 'restored') }),
    'plan-session': objectOf({ session: anId, title: aText(200), units: aListOfUnits, place: aText(200),
        start_ms: aMoment, texts: listOf(1, 8, aHash), officers: listOf(0, 20, aHash), parent: orNull(anId) }),
    'certify-officer': objectOf({ key: aHash, name: aText(120, 1), device: aText(120), units: aListOfUnits,
        from_ms: aMoment, until_ms: aMoment, recipient: orNull(aHash), succeeds: orNull(aHash) }),
    'revoke-officer': objectOf({ feed: aHash, last_seq: aCount, reason: kRevokeReason }),
    match: objectOf({ added: anId, person: orNull(anId), supersedes: kSupersedes }),
    decide: objectOf({ topic: aWordOf('duplicate', 'fork'), feed: orNull(aHash), seq: aCount, person: orNull(anId),
        entries: listOf(1, 20, aHash), chosen: aHash, supersedes: kSupersedes, reason: aText(300) }),
    admit: objectOf({ feed: aHash, entries: listOf(1, 200, aHash), reason: aText(300) }),
    void: kVoid,
    'close-drive': objectOf({ note: aText(500) }),
};

export const kFieldKinds = {
    succeed: objectOf({ feed: aHash, seq: aCount, head: orNull(aHash),
        reason: aWordOf('restored', 'cloned', 'lost', 'replaced') }),
    'open-session': objectOf({ session: anId, plan: orNull(aHash), parent: orNull(anId), title: aText(200),
        units: aListOfUnits, place: aText(200), roster: aHash, texts: listOf(1, 8, aHash), head: aParty,
        witnesses: listOf(1, 3, aParty, false), desk: aText(40) }),
    pause: objectOf({ session: anId, reason: aWordOf('power', 'break', 'weather', 'other') }),
    resume: objectOf({ session: anId }),
    sign: objectOf({ session: anId, person: anId, roster: orNull(aHash), unit: aText(40), text: aHash, ink: aHash,
        form: aWordOf('ink', 'thumb', 'assisted', 'wet'), identified: aWordOf('known', 'card', 'roster', 'colleague'),
        present: listOf(1, 5, kPresent), reading: aWordOf('self', 'joint'), mark: aWordOf('none', 'symbolic'),
        second: orNull(aParty) }),
    excuse: objectOf({ session: anId, person: anId, reason: aWordOf('leave', 'duty', 'study', 'other') }),
    absent: objectOf({ session: anId, persons: listOf(1, 200, anId) }),
    refuse: objectOf({ session: anId, person: anId }),
    'add-person': objectOf({ session: anId, person: anId, name: aText(120, 1), number: aText(40), unit: aText(40),
        signer_kind: aSlug, post: aText(120) }),
    'propose-correction': objectOf({ session: anId, person: anId, value: aText(300),
        field: aWordOf('name', 'number', 'unit', 'post', 'kind', 'other') }),
    void: kVoid,
    note: objectOf({ session: anId, topic: aWordOf('joint-reading', 'special-event', 'other'), text: aText(1000),
        at_ms: orNull(aMoment) }),
    attach: objectOf({ session: anId, about: orNull(aHash), blob: aHash, media: aText(100), bytes: aCount,
        title: aText(200) }),
    'close-session': objectOf({ session: anId, opening: aHash, entries: aCount,
        counts: objectOf({ signed: aCount, voided: aCount, excused: aCount, absent: aCount, refused: aCount,
            added: aCount }) }),
    'sign-minutes': objectOf({ session: anId, closing: aHash, role: kPresent, name: aText(120, 1), ink: aHash }),
};

/** Rules of section 5 that need more than one field. */
export const kBetweenFields = {
    certify({ role, units, drive, pins }) {
        demand(role === 'admin' || units[0] === '*', 'body.units', '* unless admin');
        demand(role === 'admin' || role === 'recipient' || drive === null, 'body.drive', 'null for this role');
        demand(role === 'server' || pins.length === 0, 'body.pins', 'none unless server');
    },
    revoke({ role, last_seq }) {
        demand(role === 'admin' || role === 'root' || last_seq === 0, 'body.last_seq', '0 for this role');
    },
    match({ person, added }) {
        demand(person !== added, 'body.person', 'another person');
    },
    decide({ topic, feed, seq, person, entries, chosen }) {
        const isFork = topic === 'fork';
        demand(isFork === (feed !== null) && isFork === (seq > 0), 'body.feed', 'feed and number exactly for a fork');
        demand(isFork === (person === null), 'body.person', 'a person exactly for a duplicate');
        demand(entries.includes(chosen), 'body.chosen', 'one of the entries');
    },
    succeed({ seq, head }) {
        demand((seq === 0) === (head === null), 'body.head', 'null exactly for number 0');
    },
    sign({ form, second, ink }) {
        demand((form !== 'thumb' && form !== 'assisted') || second !== null, 'body.second', 'a second witness');
        demand(ink !== kHashOfNothing, 'body.ink', 'the hash of some ink');
    },
    'sign-minutes'({ ink }) {
        demand(ink !== kHashOfNothing, 'body.ink', 'the hash of some ink');
    },
};

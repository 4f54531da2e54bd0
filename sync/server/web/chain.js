// The way from the root's fingerprint to the key of a device (core/entry/FORMAT.md section 7, as far as one file shows it).
import { Refused, fromHex, hex, kMost, sha256 } from './bytes.js';
import { openEnvelope } from './entry.js';

/** What a person typed: 32 to 64 hex digits, spaces and dashes allowed. */
export function readFingerprint(typed) {
    const digits = typed.toLowerCase().replace(/[\s:-]/g, '');
    if (!/^[0-9a-f]{32,64}$/.test(digits)) throw new Refused('fingerprint', 'expected 32 to 64 hex digits');
    return digits;
}

const covers = (units, asked) => units.includes('*') || asked.every((unit) => units.includes(unit));

/** The units that an entry reaches; none for kinds that name none. */
function unitsOf({ kind, body }) {
    if (kind === 'open-session' || kind === 'plan-session' || kind === 'certify-officer') return body.units;
    return kind === 'sign' || kind === 'add-person' ? [body.unit] : [];
}

/** Not after the revocation of this certificate, or admitted by an admin all the same. */
export const countsUnder = (certificate, entry) =>
    entry.content.seq <= certificate.lastSeq || certificate.admitted.has(entry.id);

/** Certificates of one key add up: those that let it write this entry. Refuses ('drive', 'unit', 'revoked') where none does. */
export function lettingWrite(certificates, entry) {
    const { drive } = entry.content;
    const units = unitsOf(entry);
    const ofDrive = certificates.filter((one) => one.drive === null || one.drive === drive);
    if (ofDrive.length === 0) throw new Refused('drive', 'the certificate is of another drive');
    const ofUnits = ofDrive.filter((one) => covers(one.units, units));
    if (ofUnits.length === 0) throw new Refused('unit', `not certified for ${units.join(', ')}`);
    const current = ofUnits.filter((one) => countsUnder(one, entry));
    if (current.length === 0) throw new Refused('revoked', 'after the last number that the revocation lets count');
    return current;
}

/** One key, one role; a key of a log or a witness has one name, or it would count as two. */
function bookOfRoles() {
    const roles = new Map();
    const names = new Map();
    return (key, role, name) => {
        if ((roles.get(key) ?? role) !== role) throw new Refused('roles', 'one key in two roles');
        roles.set(key, role);
        if (role !== 'log' && role !== 'cosigner') return;
        if ((names.get(key) ?? name) !== name) throw new Refused('names', 'one key under two names');
        names.set(key, name);
    };
}

async function certificateOf({ body, content }, role, more) {
    const key = fromHex(body.key, 32);
    return { role, key, feed: hex(await sha256(key)), name: body.name, units: body.units, drive: content.drive ?? body.drive,
        fromMs: body.from_ms, untilMs: body.until_ms, lastSeq: Infinity,
        admitted: new Map(), ...more }; // admitted: by id, who let it count after the revocation
}

function revoke(certificates, lastSeq) {
    for (const one of certificates) one.lastSeq = Math.min(one.lastSeq, lastSeq);
}

async function walkRoot(entries, note) {
    const found = [];
    for (const entry of entries) {
        const { kind, body } = entry;
        note(hex(entry.key), 'root');
        if (kind === 'revoke') continue;
        if (kind !== 'certify' || !['admin', 'log', 'cosigner'].includes(body.role))
            throw new Refused('chain', `unexpected ${kind} ${body.role ?? ''} of the root`);
        note(body.key, body.role, body.name);
        found.push(await certificateOf(entry, body.role));
    }
    for (const { body } of entries.filter((one) => one.kind === 'revoke'))
        revoke(found.filter((one) => one.role === body.role && hex(one.key) === body.key), body.last_seq);
    return found;
}

/** Under which certificates of admins does this entry count? */
function authorityOf(entry, admins) {
    const own = admins.filter((one) => one.feed === entry.feed);
    if (own.length === 0 || !['certify-officer', 'revoke-officer', 'admit'].includes(entry.kind))
        throw new Refused('chain', 'a certificate is of a key that the root did not certify');
    try {
        return lettingWrite(own, entry);
    } catch (error) {
        if (!(error instanceof Refused) || error.code === 'revoked') throw error;
        throw new Refused('scope', 'an admin went beyond its own scope');
    }
}

/** `act` on the certificates of a feed that lie within reach of the admin whose entry names it (rule 6). */
function within(authorities, entry, certificates, ofAdmins, act) {
    const units = authorities.flatMap((authority) => authority.units);
    const isAnyDrive = ofAdmins && authorities.some((authority) => authority.drive === null);
    for (const one of certificates)
        if (one.feed === entry.body.feed && (isAnyDrive || one.drive === entry.content.drive) && covers(units, one.units))
            act(one);
}

function admit(authorities, entry, certificates, ofAdmins) {
    within(authorities, entry, certificates, ofAdmins, (one) => {
        for (const id of entry.body.entries) one.admitted.set(id, { admin: authorities[0].name, reason: entry.body.reason });
    });
}

/** Upon admins act only admissions that count without the help of any other, so that nobody admits themselves. */
function admitAmongAdmins(entries, admins) {
    const plain = [];
    for (const entry of entries.filter((one) => one.kind === 'admit'))
        try {
            plain.push([authorityOf(entry, admins), entry]);
        } catch (error) {
            if (!(error instanceof Refused)) throw error; // judged once more, with the help of those that count
        }
    for (const [authorities, entry] of plain) admit(authorities, entry, admins, true);
}

async function walkAdmins(entries, admins, note) {
    const found = [];
    admitAmongAdmins(entries, admins);
    const judged = entries.map((entry) => [authorityOf(entry, admins), entry]);
    for (const [[authority], entry] of judged) {
        if (entry.kind !== 'certify-officer') continue;
        note(entry.body.key, 'field');
        found.push(await certificateOf(entry, 'field', { device: entry.body.device, admin: authority.name }));
    }
    for (const [authorities, entry] of judged) {
        if (entry.kind === 'revoke-officer')
            within(authorities, entry, found, false, (one) => revoke([one], entry.body.last_seq));
        if (entry.kind === 'admit') admit(authorities, entry, found, false);
    }
    return found;
}

/** Certificates that hold: {officers, logs, cosigners, note}. Anything in between that does not fit breaks the chain. */
export async function walkCertificates(envelopes, fingerprint) {
    if (!Array.isArray(envelopes) || envelopes.length > kMost.certificates)
        throw new Refused('form', `expected at most ${kMost.certificates} certificates`);
    const entries = [];
    for (const envelope of envelopes) entries.push(await openEnvelope(envelope));
    const fromRoot = entries.filter((entry) => entry.feed.startsWith(fingerprint));
    if (entries.length > 0 && new Set(fromRoot.map((entry) => entry.feed)).size !== 1)
        throw new Refused('root', 'expected certificates of one root with this fingerprint');
    const note = bookOfRoles();
    const ofRoot = await walkRoot(fromRoot, note);
    const admins = ofRoot.filter((one) => one.role === 'admin');
    const officers = await walkAdmins(entries.filter((entry) => !fromRoot.includes(entry)), admins, note);
    const standing = (role) => ofRoot.filter((one) => one.role === role && one.lastSeq === Infinity);
    return { officers, logs: standing('log'), cosigners: standing('cosigner'), note };
}

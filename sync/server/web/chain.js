// The way from the root's fingerprint to the key of a device.
import { Refused, fromHex, hex, kMost, sha256 } from './bytes.js';
import { openEnvelope } from './entry.js';

/** What a person typed: 32 to 64 hex digits, spaces and dashes allowed. */
export function readFingerprint(typed) {
    const digits = typed.toLowerCase().replace(/[\s:-]/g, '');
    if (!/^[0-9a-f]{32,64}$/.test(digits)) throw new Refused('fingerprint', 'expected 32 to 64 hex digits');
    return digits;
}

export const covers = (units, unit) => Array.isArray(units) && (units.includes('*') || units.includes(unit));

/** Certificates that hold, each by the key it certifies. Anything in between that does not fit breaks the chain. */
export async function walkCertificates(envelopes, fingerprint) {
    if (!Array.isArray(envelopes) || envelopes.length > kMost.certificates)
        throw new Refused('form', `expected at most ${kMost.certificates} certificates`);
    const entries = [];
    for (const envelope of envelopes) entries.push(await openEnvelope(envelope));
    const fromRoot = entries.filter((e) => e.feed.startsWith(fingerprint));
    if (entries.length > 0 && fromRoot.length === 0)
        throw new Refused('root', 'no certificate is of the root with this fingerprint');
    const chain = { admins: [], officers: [], logs: [], cosigners: [], roles: new Map() };
    const note = (key, role) => {
        if ((chain.roles.get(key) ?? role) !== role) throw new Refused('roles', 'one key in two roles');
        chain.roles.set(key, role);
    };
    const revoked = new Map(); // feed or key -> the last number that counts, the smallest of several
    const revoke = (name, lastSeq) => revoked.set(name, Math.min(lastSeq, revoked.get(name) ?? Infinity));
    const counts = (name, seq) => seq <= (revoked.get(name) ?? Infinity);
    for (const { kind, body, key: root } of fromRoot) {
        note(hex(root), 'root');
        if (kind === 'revoke') {
            revoke(body.key, body.last_seq);
            continue;
        }
        const at = { admin: 'admins', log: 'logs', cosigner: 'cosigners' }[body.role];
        if (kind !== 'certify' || !at) throw new Refused('chain', `unexpected ${kind} ${body.role ?? ''} of the root`);
        note(body.key, body.role);
        const key = fromHex(body.key, 32);
        chain[at].push({ key, name: body.name, units: body.units, drive: body.drive, feed: hex(await sha256(key)) });
    }
    chain.logs = chain.logs.filter((one) => !revoked.has(hex(one.key)));
    chain.cosigners = chain.cosigners.filter((one) => !revoked.has(hex(one.key)));
    for (const entry of entries.filter((e) => !fromRoot.includes(e))) {
        const admin = chain.admins.find((one) => one.feed === entry.feed);
        if (!admin || !['certify-officer', 'revoke-officer'].includes(entry.kind))
            throw new Refused('chain', 'a certificate is of a key that the root did not certify');
        if (!counts(hex(admin.key), entry.content.seq)) throw new Refused('revoked', 'of an admin after its revocation');
        const { body, content } = entry;
        if (entry.kind === 'revoke-officer') {
            revoke(body.feed, body.last_seq);
            continue;
        }
        if (!Array.isArray(body.units) || !body.units.every((unit) => covers(admin.units, unit)) || (admin.drive !== null && admin.drive !== content.drive))
            throw new Refused('scope', 'the admin certified beyond its own scope');
        note(body.key, 'field');
        const key = fromHex(body.key, 32);
        chain.officers.push({ key, device: body.device, units: body.units, drive: content.drive, admin: admin.name,
            feed: hex(await sha256(key)) });
    }
    chain.counts = counts;
    return chain;
}

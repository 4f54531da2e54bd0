// Checks a proof of one record ("bukti", core/log/EVIDENCE.md) with nothing but this browser: WebCrypto for SHA-256
// and Ed25519, no library, no network. Shares no code with Teken itself. Used by the offline page and by /periksa.

const kType = 'application/vnd.teken.entry.v1+json';
const kFormat = 'teken/bukti/v1';
const kLeafHead = 'teken/leaf/v1\0\0\0';
const kMost = { file: 262144, payload: 16384, note: 65536, depth: 8, keys: 64, hashes: 63, lines: 100, certificates: 16 };

export class Refused extends Error {
    /** code: a stable word that the page turns into a sentence; detail: for engineers. */
    constructor(code, detail) {
        super(`${code}: ${detail}`);
        this.code = code;
        this.detail = detail;
    }
}

// --- bytes ------------------------------------------------------------------------------------------------------

const encoder = new TextEncoder();
export const utf8 = (text) => encoder.encode(text);

export function concat(...parts) {
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
        all.set(part, at);
        at += part.length;
    }
    return all;
}

export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
export const equal = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

export function fromHex(text, length) {
    if (typeof text !== 'string' || !/^([0-9a-f]{2})*$/.test(text) || text.length !== 2 * length)
        throw new Refused('form', `expected ${length} bytes in lowercase hex`);
    return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/** RFC 4648 with padding; one text for each value, so that no byte of a file is without meaning. */
export function fromBase64(text, length) {
    if (typeof text !== 'string' || !/^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text))
        throw new Refused('form', 'expected base64');
    const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    if (btoa(String.fromCharCode(...bytes)) !== text)
        throw new Refused('form', 'expected base64 without stray bits');
    if (length !== undefined && bytes.length !== length)
        throw new Refused('form', `expected ${length} bytes, found ${bytes.length}`);
    return bytes;
}

export async function sha256(...parts) {
    return new Uint8Array(await crypto.subtle.digest('SHA-256', concat(...parts)));
}

// --- strict JSON (core/entry/FORMAT.md section 2) ---------------------------------------------------------------

/** JSON.parse keeps the last of two equal keys and takes floats; what is signed here has neither. */
export function parseStrict(bytes) {
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
        throw new Refused('json', 'expected UTF-8');
    }
    let at = 0;
    const bad = (what) => new Refused('json', `${what} at ${at}`);
    const blank = () => {
        while (' \t\n\r'.includes(text[at] ?? '!')) at++;
    };
    const string = () => {
        const found = /"((?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*)"/y;
        found.lastIndex = at;
        const match = found.exec(text);
        if (!match) throw bad('expected a string');
        at = found.lastIndex;
        const value = JSON.parse(match[0]);
        if (/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/.test(value) || !value.isWellFormed())
            throw bad('expected a string without control characters');
        return value;
    };
    const number = () => {
        const found = /-?(?:0|[1-9][0-9]*)(?![0-9.eE])/y;
        found.lastIndex = at;
        const match = found.exec(text);
        if (!match || match[0] === '-0' || !Number.isSafeInteger(Number(match[0]))) throw bad('expected an integer');
        at = found.lastIndex;
        return Number(match[0]);
    };
    const members = (close, one) => {
        at++;
        blank();
        if (text[at] === close) return void at++;
        for (;;) {
            one();
            blank();
            if (text[at] === close) return void at++;
            if (text[at++] !== ',') throw bad('expected a comma');
            blank();
        }
    };
    const value = (depth) => {
        if (depth > kMost.depth) throw bad('too deep');
        blank();
        if (text[at] === '{') {
            const object = Object.create(null);
            let count = 0;
            members('}', () => {
                const key = string();
                blank();
                if (text[at++] !== ':') throw bad('expected a colon');
                if (key in object || ++count > kMost.keys) throw bad('a key twice, or too many');
                object[key] = value(depth + 1);
            });
            return object;
        }
        if (text[at] === '[') {
            const array = [];
            members(']', () => array.push(value(depth + 1)));
            return array;
        }
        if (text[at] === '"') return string();
        for (const [word, meaning] of [['true', true], ['false', false], ['null', null]])
            if (text.startsWith(word, at)) {
                at += word.length;
                return meaning;
            }
        return number();
    };
    const result = value(1);
    blank();
    if (at !== text.length) throw bad('expected the end');
    return result;
}

// --- Ed25519 as libsodium judges it (core/entry/FORMAT.md section 1) --------------------------------------------

const P = 2n ** 255n - 19n;
const kSmallOrderY = new Set([
    0n, 1n, P - 1n,
    2707385501144840649318225287225658788936804267575313519463743609750303402022n,
    55188659117513257062467267217118295137698188065244968500265048394206261417927n,
]);

function yOf(point) {
    let y = 0n;
    for (let i = 31; i >= 0; i--) y = (y << 8n) | BigInt(i === 31 ? point[i] & 0x7f : point[i]);
    return y;
}

export async function verifySignature(key, message, signature) {
    // The browser asks neither for order nor for form: a point of small order would sign anything.
    if (yOf(key) >= P || kSmallOrderY.has(yOf(key)) || kSmallOrderY.has(yOf(signature.subarray(0, 32)) % P)) return false;
    try {
        const imported = await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']);
        return await crypto.subtle.verify('Ed25519', imported, signature, message);
    } catch (error) {
        if (error.name === 'NotSupportedError') throw error;
        return false; // no point of the curve
    }
}

/** Whether this browser can judge at all: a good signature must hold, and an altered one must not (RFC 8032, test 1). */
export async function browserCanVerify() {
    if (!globalThis.crypto?.subtle) return false;
    const key = fromHex('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 32);
    const signature = fromHex(
        'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b' +
            'd25bf5f0595bbe24655141438e7a100b', 64);
    try {
        return (await verifySignature(key, utf8(''), signature)) && !(await verifySignature(key, utf8('x'), signature));
    } catch {
        return false;
    }
}

// --- entries ----------------------------------------------------------------------------------------------------

function exactly(object, keys, what) {
    if (object === null || typeof object !== 'object' || Array.isArray(object) ||
        Object.keys(object).sort().join() !== [...keys].sort().join())
        throw new Refused('form', `expected ${what} with ${keys.join(', ')}`);
}

/** A DSSE envelope -> an entry whose signature holds and whose payload was read only after that. */
export async function openEnvelope(envelope) {
    exactly(envelope, ['payload', 'payloadType', 'signatures'], 'an envelope');
    if (envelope.payloadType !== kType) throw new Refused('form', 'expected an entry of Teken');
    if (!Array.isArray(envelope.signatures) || envelope.signatures.length !== 1)
        throw new Refused('form', 'expected one signature');
    const [one] = envelope.signatures;
    exactly(one, ['keyid', 'key', 'sig'], 'a signature');
    const payload = fromBase64(envelope.payload);
    if (payload.length > kMost.payload) throw new Refused('form', 'payload too large');
    const key = fromBase64(one.key, 32);
    const signature = fromBase64(one.sig, 64);
    const pae = concat(utf8(`DSSEv1 ${kType.length} ${kType} ${payload.length} `), payload);
    if (!(await verifySignature(key, pae, signature))) throw new Refused('signature', 'the signature does not hold');
    const feed = hex(await sha256(key));
    const content = parseStrict(payload);
    if (content.v !== 1 || content.feed !== feed || one.keyid !== feed)
        throw new Refused('feed', 'the payload names another key');
    if (!Number.isSafeInteger(content.seq) || content.seq < 1 || typeof content.kind !== 'string' ||
        !(content.wall_ms >= 0 && content.wall_ms <= 8.64e15) || content.body === null || typeof content.body !== 'object')
        throw new Refused('json', 'expected kind, seq, wall_ms and body');
    return { id: hex(await sha256(pae)), feed, key, signature, kind: content.kind, content, body: content.body };
}

// --- the way from the root's fingerprint to the key -------------------------------------------------------------

/** What a person typed: 32 to 64 hex digits, spaces and dashes allowed. */
export function readFingerprint(typed) {
    const digits = typed.toLowerCase().replace(/[\s:-]/g, '');
    if (!/^[0-9a-f]{32,64}$/.test(digits)) throw new Refused('fingerprint', 'expected 32 to 64 hex digits');
    return digits;
}

const covers = (units, unit) => Array.isArray(units) && (units.includes('*') || units.includes(unit));

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

// --- the log ----------------------------------------------------------------------------------------------------

const kDash = '\u2014 ';
const isName = (name) => name.length > 0 && utf8(name).length <= 255 && !/[\s+\u0085\p{Cc}]/u.test(name);

export function splitNote(text) {
    if (utf8(text).length > kMost.note || /[\u0000-\u0009\u000b-\u001f\u007f]/.test(text))
        throw new Refused('note', 'expected at most 64 KiB without control characters');
    const split = text.lastIndexOf('\n\n');
    const rest = text.slice(split + 2);
    if (split < 0 || !rest.endsWith('\n')) throw new Refused('note', 'expected a text, an empty line and signature lines');
    const lines = rest.slice(0, -1).split('\n');
    if (lines.length > kMost.lines) throw new Refused('note', 'too many signature lines');
    return {
        text: text.slice(0, split + 1),
        lines: lines.map((line) => {
            const [name, blob, ...more] = line.slice(kDash.length).split(' ');
            if (!line.startsWith(kDash) || !isName(name) || blob === undefined || more.length > 0)
                throw new Refused('note', 'expected signature lines');
            const bytes = fromBase64(blob);
            if (bytes.length < 5) throw new Refused('note', 'expected more than a key hash');
            return { name, hash: hex(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
        }),
    };
}

async function keyHash(name, type, key) {
    return hex((await sha256(utf8(`${name}\n`), Uint8Array.of(type), key)).subarray(0, 4));
}

/** "name+hash+base64(1 || key)", as a person pins it. */
export async function readVkey(text) {
    const [, name, hash, blob] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? [];
    if (!blob || !isName(name)) throw new Refused('vkey', 'expected name+hash+key');
    let bytes;
    try {
        bytes = fromBase64(blob, 33);
    } catch {
        throw new Refused('vkey', 'expected a key of 32 bytes');
    }
    if (bytes[0] !== 1 || (await keyHash(name, 1, bytes.subarray(1))) !== hash)
        throw new Refused('vkey', 'the hash is not the one of name and key');
    return { name, key: bytes.subarray(1) };
}

const u64 = (value) => {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
    return bytes;
};

function decimal(text) {
    if (!/^(0|[1-9][0-9]{0,19})$/.test(text)) throw new Refused('proof', 'expected a decimal number');
    return BigInt(text);
}

export function splitProof(text) {
    const head = 'c2sp.org/tlog-proof@v1\n';
    const gap = text.indexOf('\n\n');
    if (!text.startsWith(`${head}index `) || gap < 0) throw new Refused('proof', 'expected a tlog-proof of version 1');
    const [index, ...hashes] = text.slice(head.length, gap).split('\n');
    if (hashes.length > kMost.hashes) throw new Refused('proof', 'too many hashes');
    return {
        index: decimal(index.slice('index '.length)),
        hashes: hashes.map((line) => fromBase64(line, 32)),
        note: splitNote(text.slice(gap + 2)),
    };
}

export function splitCheckpoint(text) {
    const [origin, size, root, end, ...more] = text.split('\n');
    if (end !== '' || more.length > 0 || !isName(origin) || /^(DSSEv1|cosignature\/)/.test(origin))
        throw new Refused('note', 'expected a checkpoint of three lines');
    return { origin, size: decimal(size), root: fromBase64(root, 32) };
}

const node = (left, right) => sha256(Uint8Array.of(1), left, right);

/** RFC 9162 section 2.1.3.2. */
export async function rootFromProof(index, size, leaf, hashes) {
    if (index >= size) throw new Refused('inclusion', 'the index lies outside the log');
    let fn = index;
    let sn = size - 1n;
    let r = leaf;
    for (const p of hashes) {
        if (sn === 0n) throw new Refused('inclusion', 'the proof is too long');
        if ((fn & 1n) === 1n || fn === sn) {
            r = await node(p, r);
            while ((fn & 1n) === 0n && fn !== 0n) {
                fn >>= 1n;
                sn >>= 1n;
            }
        } else {
            r = await node(r, p);
        }
        fn >>= 1n;
        sn >>= 1n;
    }
    if (sn !== 0n) throw new Refused('inclusion', 'the proof is too short');
    return r;
}

export async function leafHash(entry) {
    return sha256(Uint8Array.of(0), utf8(kLeafHead), fromHex(entry.feed, 32), u64(entry.content.seq),
        fromHex(entry.id, 32), entry.signature);
}

/** Is the entry in the log, under a checkpoint that one of `logs` signed? Names the witnesses whose lines hold. */
export async function checkProof(entry, text, logs, cosigners) {
    const proof = splitProof(text);
    const checkpoint = splitCheckpoint(proof.note.text);
    const log = logs.find((one) => one.name === checkpoint.origin);
    if (!log) throw new Refused('log-unknown', `the checkpoint is of ${checkpoint.origin}`);
    const message = utf8(proof.note.text);
    const logHash = await keyHash(log.name, 1, log.key);
    const own = proof.note.lines.find((line) => line.name === log.name && line.hash === logHash);
    if (!own || own.signature.length !== 64 || !(await verifySignature(log.key, message, own.signature)))
        throw new Refused('log-signature', 'the log did not sign this checkpoint');
    const root = await rootFromProof(proof.index, checkpoint.size, await leafHash(entry), proof.hashes);
    if (!equal(root, checkpoint.root)) throw new Refused('inclusion', 'the proof leads to another root');
    const witnesses = [];
    for (const one of cosigners) {
        const hash = await keyHash(one.name, 4, one.key);
        const line = proof.note.lines.find((l) => l.name === one.name && l.hash === hash);
        if (!line) continue;
        if (line.signature.length !== 72) throw new Refused('witness', `a line of ${one.name} is malformed`);
        const time = new DataView(line.signature.buffer, line.signature.byteOffset, 8).getBigUint64(0);
        const said = utf8(`cosignature/v1\ntime ${time}\n${proof.note.text}`);
        if (!(await verifySignature(one.key, said, line.signature.subarray(8))))
            throw new Refused('witness', `a line of ${one.name} does not hold`);
        witnesses.push({ name: one.name, time: Number(time) });
    }
    return { index: proof.index, size: checkpoint.size, origin: checkpoint.origin, witnesses };
}

// --- files ------------------------------------------------------------------------------------------------------

/** Sorts what a person brought: a bukti, an envelope alone, a .tlog-proof. Later files fill what is missing. */
export function gather(files) {
    const found = { entry: null, certificates: [], proof: null, number: null };
    const put = (key, value) => {
        if (found[key] !== null) throw new Refused('twice', `two files bring ${key}`);
        found[key] = value;
    };
    for (const bytes of files) {
        if (bytes.length > kMost.file) throw new Refused('form', 'expected files of at most 256 KiB');
        const start = new TextDecoder().decode(bytes.subarray(0, 64));
        if (start.startsWith('c2sp.org/tlog-proof@')) {
            put('proof', new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
            continue;
        }
        const json = parseFile(bytes);
        if ('payloadType' in json) {
            put('entry', json);
        } else if (json.format === kFormat) {
            exactly(json, ['format', 'number', 'entry', 'certificates', 'proof'], 'a bukti');
            if (json.entry !== null) put('entry', json.entry);
            if (json.proof !== null) put('proof', String(json.proof));
            if (json.number !== null && !/^[0-9]{3}$/.test(json.number)) throw new Refused('form', 'expected three digits');
            found.number = json.number ?? found.number;
            if (!Array.isArray(json.certificates)) throw new Refused('form', 'expected certificates');
            found.certificates.push(...json.certificates);
        } else {
            throw new Refused('form', 'neither a bukti nor an entry nor a proof');
        }
    }
    return found;
}

function parseFile(bytes) {
    try {
        const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
        if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value;
    } catch {
        // told below
    }
    throw new Refused('form', 'neither a bukti nor an entry nor a proof');
}

/**
 * All of it. Answers {verdict, steps, facts}; verdict is 'intact' (signature, certificate chain and place in the log
 * hold), 'incomplete' (what is here holds, something is missing) or 'altered' (something does not hold).
 * steps: [{step, state: 'good'|'bad'|'missing', code, detail}] in the order signature, root, scope, log, witnesses.
 */
export async function check({ files, fingerprint, vkey }) {
    const steps = [];
    const facts = {};
    const step = async (name, work) => {
        try {
            const outcome = await work();
            steps.push({ step: name, state: 'good', code: null, detail: '', ...outcome });
        } catch (error) {
            if (!(error instanceof Refused)) throw error;
            steps.push({ step: name, state: 'bad', code: error.code, detail: error.detail });
        }
    };
    const missing = (code) => ({ state: 'missing', code });
    const brought = gather(files);
    if (brought.entry === null) throw new Refused('no-entry', 'no entry among the files');
    const typed = fingerprint.trim() === '' ? null : readFingerprint(fingerprint);
    const pinned = vkey.trim() === '' ? null : await readVkey(vkey);
    let entry = null;
    let chain = null;
    let officer = null;

    await step('signature', async () => {
        entry = await openEnvelope(brought.entry);
        Object.assign(facts, { id: entry.id, kind: entry.kind, seq: entry.content.seq, feed: entry.feed,
            wallMs: entry.content.wall_ms, body: entry.body, number: brought.number });
    });
    await step('root', async () => {
        if (typed === null) return missing('no-fingerprint');
        if (brought.certificates.length === 0) return missing('no-certificates');
        chain = await walkCertificates(brought.certificates, typed);
        officer = entry && chain.officers.find((one) => one.feed === entry.feed);
        if (!officer) return missing(entry ? 'not-certified' : 'no-seal');
        if (!chain.counts(entry.feed, entry.content.seq)) throw new Refused('revoked', 'after the revocation of its key');
        Object.assign(facts, { device: officer.device, admin: officer.admin });
        return {};
    });
    await step('scope', async () => {
        if (!officer) return missing('no-chain');
        if (entry.content.drive !== officer.drive) throw new Refused('drive', 'the certificate is of another drive');
        const unit = entry.body.unit;
        if (unit !== undefined && !covers(officer.units, unit)) throw new Refused('unit', `not certified for ${unit}`);
        return {};
    });
    let place = null;
    await step('log', async () => {
        if (brought.proof === null) return missing('no-proof');
        if (!entry) return missing('no-seal');
        const logs = [...(pinned ? [pinned] : []), ...(chain?.logs ?? [])];
        if (logs.length === 0) return missing('no-log-key');
        place = await checkProof(entry, brought.proof, logs, chain?.cosigners ?? []);
        Object.assign(facts, { index: place.index, size: place.size, origin: place.origin });
        return {};
    });
    await step('witnesses', async () => {
        if (!place) return missing('no-place');
        if (place.witnesses.length === 0) return missing('no-witness');
        facts.witnesses = place.witnesses;
        return {};
    });
    // A record without witnesses is recorded, not witnessed: said apart, it makes no verdict weaker or stronger.
    const needed = steps.filter((one) => one.step !== 'witnesses' || one.state === 'bad');
    const verdict = needed.some((one) => one.state === 'bad') ? 'altered'
        : needed.some((one) => one.state === 'missing') ? 'incomplete' : 'intact';
    return { verdict, steps, facts };
}

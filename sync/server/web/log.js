// The transparency log (core/log/FORMAT.md): notes, checkpoints, the place of a leaf, witnesses.
import { Refused, equal, fromBase64, fromHex, hex, kMost, sha256, utf8 } from './bytes.js';
import { verifySignature } from './entry.js';

const kLeafHead = 'teken/leaf/v1\0\0\0';
const kDash = '\u2014 ';
// FORMAT.md sections 3 and 4. Not \s: that is another list of spaces.
const kNotInNames = /[\u0000-\u0020+\u007f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const isName = (name) => name.length > 0 && utf8(name).length <= 255 && !kNotInNames.test(name);
const isOrigin = (text) => /^[!-*,-~]{1,255}$/.test(text) && !/^(DSSEv1|cosignature\/)/.test(text);
const kRootOfNothing = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

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
    if (!blob || !isOrigin(name)) throw new Refused('vkey', 'expected name+hash+key');
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
    if (!/^(0|[1-9][0-9]{0,19})$/.test(text) || BigInt(text) >= 2n ** 64n)
        throw new Refused('proof', 'expected a decimal number below 2^64');
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
    if (end !== '' || more.length > 0 || !isOrigin(origin))
        throw new Refused('note', 'expected a checkpoint of three lines');
    if (size === '0' && root !== kRootOfNothing) throw new Refused('note', 'expected the root of the empty tree');
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

/** The log, out of several keys under its name, whose line holds. */
async function signerOf(note, origin, logs) {
    const known = logs.filter((one) => one.name === origin);
    if (known.length === 0) throw new Refused('log-unknown', `the checkpoint is of ${origin}`);
    for (const log of known) {
        const hash = await keyHash(log.name, 1, log.key);
        const line = note.lines.find((one) => one.name === log.name && one.hash === hash);
        if (line?.signature.length === 64 && (await verifySignature(log.key, utf8(note.text), line.signature))) return log;
    }
    throw new Refused('log-signature', 'the log did not sign this checkpoint');
}

const seconds = (ms) => BigInt(Math.max(0, Math.floor(ms / 1000)));

/** Cosigners whose line holds, each key once, with the time that they say, if it lies in a window of theirs. */
async function witnessesOf(note, cosigners) {
    const found = new Map();
    for (const one of cosigners) {
        const hash = await keyHash(one.name, 4, one.key);
        const line = note.lines.find((l) => l.name === one.name && l.hash === hash);
        if (!line) continue;
        if (line.signature.length !== 72) throw new Refused('witness', `a line of ${one.name} is malformed`);
        const time = new DataView(line.signature.buffer, line.signature.byteOffset, 8).getBigUint64(0);
        const said = utf8(`cosignature/v1\ntime ${time}\n${note.text}`);
        if (!(await verifySignature(one.key, said, line.signature.subarray(8))))
            throw new Refused('witness', `a line of ${one.name} does not hold`);
        if (time >= seconds(one.fromMs) && time <= seconds(one.untilMs) && time <= seconds(kMost.wallMs))
            found.set(hex(one.key), { name: one.name, time: Number(time) });
    }
    return [...found.values()];
}

/** Is the entry in the log, under a checkpoint that one of `logs` signed? Names the witnesses whose lines hold. */
export async function checkProof(entry, text, logs, cosigners) {
    const proof = splitProof(text);
    const checkpoint = splitCheckpoint(proof.note.text);
    await signerOf(proof.note, checkpoint.origin, logs);
    const root = await rootFromProof(proof.index, checkpoint.size, await leafHash(entry), proof.hashes);
    if (!equal(root, checkpoint.root)) throw new Refused('inclusion', 'the proof leads to another root');
    return { index: proof.index, size: checkpoint.size, origin: checkpoint.origin,
        witnesses: await witnessesOf(proof.note, cosigners) };
}

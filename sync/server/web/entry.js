// One entry: Ed25519 as libsodium judges it (core/entry/FORMAT.md section 1), and the envelope around it.
import { Refused, concat, fromBase64, fromHex, hex, sha256, utf8 } from './bytes.js';
import { equationHolds, fromLittle, kPrime } from './curve.js';
import { readPayload } from './payload.js';

const kType = 'application/vnd.teken.entry.v1+json';

const kSmallOrderY = new Set([
    0n, 1n, kPrime - 1n,
    2707385501144840649318225287225658788936804267575313519463743609750303402022n,
    55188659117513257062467267217118295137698188065244968500265048394206261417927n,
]);
const kMostHeld = 256;
const held = new Set(); // what held once need not be computed again

const yOf = (point) => fromLittle(point) & (2n ** 255n - 1n);

export async function verifySignature(key, message, signature) {
    // The browser asks neither for order nor for form, and may take a weaker equation: a point of small order would sign anything.
    if (yOf(key) >= kPrime || kSmallOrderY.has(yOf(key)) || kSmallOrderY.has(yOf(signature.subarray(0, 32)) % kPrime))
        return false;
    const name = hex(concat(key, signature, await sha256(message)));
    if (held.has(name)) return true;
    try {
        const imported = await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']);
        if (!(await crypto.subtle.verify('Ed25519', imported, signature, message))) return false;
    } catch (error) {
        if (error.name === 'NotSupportedError') throw error;
        return false; // no point of the curve
    }
    if (!(await equationHolds(key, message, signature))) return false;
    if (held.size >= kMostHeld) held.clear();
    held.add(name);
    return true;
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

export function exactly(object, keys, what) {
    if (object === null || typeof object !== 'object' || Array.isArray(object) ||
        Object.keys(object).length !== keys.length || !keys.every((key) => Object.hasOwn(object, key)))
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
    const key = fromBase64(one.key, 32);
    const signature = fromBase64(one.sig, 64);
    const pae = concat(utf8(`DSSEv1 ${kType.length} ${kType} ${payload.length} `), payload);
    if (!(await verifySignature(key, pae, signature))) throw new Refused('signature', 'the signature does not hold');
    const feed = hex(await sha256(key));
    const content = readPayload(payload);
    if (content.feed !== feed || one.keyid !== feed) throw new Refused('feed', 'the payload names another key');
    return { id: hex(await sha256(pae)), feed, key, signature, payload, kind: content.kind, content, body: content.body };
}

// Bytes and their texts, strictly read; the limits; what a refusal is. WebCrypto only.

export const kMost = { file: 262144, payload: 16384, note: 65536, depth: 8, keys: 64, hashes: 63, lines: 100, certificates: 16,
    wallMs: 253402300799999 }; // the end of the year 9999

export class Refused extends Error {
    /** code: a stable word that the page turns into a sentence; detail: for engineers. */
    constructor(code, detail) {
        super(`${code}: ${detail}`);
        this.code = code;
        this.detail = detail;
    }
}

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

// The text in a slip's QR (core/entry/SLIP.md section 2): one signed record, packed. Becomes an envelope.
import { Refused, concat, equal, hex, kMost, sha256, utf8 } from './bytes.js';
import { fromBase32 } from './base32.js';
import { kSlipWords } from './slip_words.js';

const kMostLetters = 2000;

/** Payload bytes that a packed sequence stands for. */
export function unpack(packed, feed) {
    const parts = [];
    let at = 0;
    let size = 0;
    const take = (count) => {
        if (packed.length - at < count) throw new Refused('slip-form', 'the packed payload is cut');
        at += count;
        return packed.subarray(at - count, at);
    };
    while (at < packed.length) {
        const [sign] = take(1);
        let part;
        if (sign < kSlipWords.length) {
            part = utf8(kSlipWords[sign]);
        } else if (sign >= 0x80 && sign < 0xc0) {
            part = take(sign - 0x7f);
        } else if (sign >= 0xc0 && sign < 0xe0) {
            part = utf8(hex(take(sign - 0xbf)));
        } else if (sign >= 0xe0 && sign < 0xe7) {
            const bytes = take(sign - 0xdf);
            if (bytes[0] === 0) throw new Refused('slip-form', 'a number with a leading zero');
            part = utf8(BigInt(`0x${hex(bytes)}`).toString());
        } else if (sign === 0xf0) {
            part = utf8(feed);
        } else {
            throw new Refused('slip-form', `nothing is packed as ${sign}`);
        }
        parts.push(part);
        size += part.length;
        if (size > kMost.payload) throw new Refused('slip-form', 'unpacks to more than a payload may be');
    }
    return concat(...parts);
}

export const looksLikeSlip = (text) => /^\s*TEKEN[0-9]+:/i.test(text);

/** As scanned, pasted or typed; the seal is not checked here. */
export async function envelopeOfSlip(text) {
    const plain = text.length > 4 * kMostLetters ? '' : text.replace(/[\s-]/g, '').toUpperCase();
    if (!plain.startsWith('TEKEN1:') || plain.length > kMostLetters)
        throw new Refused(/^TEKEN[0-9]+:/.test(plain) && !plain.startsWith('TEKEN1:') ? 'slip-newer' : 'slip-form',
            'expected a text that begins with TEKEN1:');
    const bytes = fromBase32(plain.slice('TEKEN1:'.length));
    if (bytes.length <= 100) throw new Refused('slip-cut', 'expected more than a key and a signature');
    const content = bytes.subarray(0, -4);
    const sum = await sha256(utf8('teken/slip/v1\n'), content);
    if (!equal(sum.subarray(0, 4), bytes.subarray(-4))) throw new Refused('slip-cut', 'the check does not fit');
    const base64 = (part) => btoa(String.fromCharCode(...part));
    const key = content.subarray(0, 32);
    const feed = hex(await sha256(key));
    return {
        payload: base64(unpack(content.subarray(96), feed)),
        payloadType: 'application/vnd.teken.entry.v1+json',
        signatures: [{ keyid: feed, key: base64(key), sig: base64(content.subarray(32, 96)) }],
    };
}

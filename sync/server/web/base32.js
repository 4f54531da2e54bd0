// Crockford's base 32, as slips are written in (core/entry/SLIP.md).
import { Refused } from './bytes.js';

export const kDigits32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Capitals only; no letters left over and last bits zero, so that one value has one text. */
export function fromBase32(text) {
    const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
    let at = 0;
    let buffer = 0;
    let bits = 0;
    for (const letter of text) {
        const value = kDigits32.indexOf(letter);
        if (value < 0) throw new Refused('slip-cut', 'expected letters of base 32');
        buffer = (buffer << 5) | value;
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes[at++] = buffer >> bits;
            buffer &= (1 << bits) - 1;
        }
    }
    if (bits >= 5 || buffer !== 0) throw new Refused('slip-cut', 'expected no more letters than the bytes need');
    return bytes;
}

/** The first `count` letters. */
export function toBase32(bytes, count) {
    let text = '';
    for (let letter = 0; letter < count; letter++) {
        let value = 0;
        for (let bit = 5 * letter; bit < 5 * letter + 5; bit++)
            value = (value << 1) | (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
        text += kDigits32[value];
    }
    return text;
}

// The code on a slip (core/entry/SLIP.md section 1): read as people type it, and made of a record to compare.
import { Refused, fromHex, sha256, utf8 } from './bytes.js';
import { kDigits32, toBase32 } from './base32.js';

function checkLetter(digits) {
    let sum = 0;
    for (const digit of digits) {
        sum = (sum ^ kDigits32.indexOf(digit)) << 1;
        if (sum & 32) sum ^= 0x25;
    }
    return kDigits32[sum];
}

const groups = (digits) => digits.replace(/^(.{4})(.{4})(.{4})/, '$1-$2-$3-');

export function readCode(typed) {
    const digits = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
    if (digits.length !== 17 || [...digits].some((one) => !kDigits32.includes(one)))
        throw new Refused('code-form', 'expected seventeen letters and digits');
    if (checkLetter(digits.slice(0, 16)) !== digits[16])
        throw new Refused('code-check', 'the last letter does not fit the others');
    return groups(digits);
}

/** Of an opened entry. */
export async function codeOf(entry) {
    const secret = await sha256(utf8('teken/slip-code/v1\n'), entry.payload);
    const digits = toBase32(fromHex(entry.id, 32), 5) + toBase32(secret, 11);
    return groups(digits + checkLetter(digits));
}

// The equation of core/entry/FORMAT.md section 1 in plain arithmetic: R = S·B − k·A, byte for byte. Browsers may take the weaker
// one that multiplies by the cofactor; then a key made for it would hold here and not elsewhere. Nothing here is secret.
import { concat, equal } from './bytes.js';

export const kPrime = 2n ** 255n - 19n;
const kOrder = 2n ** 252n + 27742317777372353535851937790883648493n;
const kD = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;
const kRootOfMinusOne = 19681161376707505956807079304988542015446066515923890162744021073123829784752n;
const kBase = [
    15112221349535400772501151409588531511454012693041857206046113283949847762202n,
    46316835694926478169428394003475163141307993866256225615783033603165251855960n,
];

const mod = (value) => {
    const rest = value % kPrime;
    return rest < 0n ? rest + kPrime : rest;
};

function power(base, exponent) {
    let result = 1n;
    for (; exponent > 0n; exponent >>= 1n) {
        if (exponent & 1n) result = (result * base) % kPrime;
        base = (base * base) % kPrime;
    }
    return result;
}

export const fromLittle = (bytes) => bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

const extended = (x, y) => [x, y, 1n, mod(x * y)];

/** Extended coordinates; the formulas hold for all pairs of points, equal ones too. */
function sum([x1, y1, z1, t1], [x2, y2, z2, t2]) {
    const a = mod((y1 - x1) * (y2 - x2));
    const b = mod((y1 + x1) * (y2 + x2));
    const c = mod(2n * kD * t1 * t2);
    const d = mod(2n * z1 * z2);
    const [e, f, g, h] = [b - a, d - c, d + c, b + a];
    return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
}

/** The point that 32 bytes stand for; null: none. */
function pointOf(bytes) {
    const encoded = fromLittle(bytes);
    const y = encoded & (2n ** 255n - 1n);
    const sign = encoded >> 255n;
    if (y >= kPrime) return null;
    const square = mod((y * y - 1n) * power(mod(kD * y * y + 1n), kPrime - 2n));
    let x = power(square, (kPrime + 3n) / 8n);
    if (mod(x * x - square) !== 0n) x = mod(x * kRootOfMinusOne);
    if (mod(x * x - square) !== 0n || (x === 0n && sign === 1n)) return null;
    return extended((x & 1n) === sign ? x : mod(-x), y);
}

function bytesOf([x, y, z]) {
    const inverse = power(z, kPrime - 2n);
    let encoded = mod(y * inverse) | ((mod(x * inverse) & 1n) << 255n);
    return Uint8Array.from({ length: 32 }, () => {
        const byte = Number(encoded & 255n);
        encoded >>= 8n;
        return byte;
    });
}

/** s·first + k·second */
function twoProducts(s, first, k, second) {
    const both = sum(first, second);
    let result = extended(0n, 1n);
    for (let bit = 255n; bit >= 0n; bit--) {
        result = sum(result, result);
        const [inS, inK] = [(s >> bit) & 1n, (k >> bit) & 1n];
        if (inS || inK) result = sum(result, inS && inK ? both : inS ? first : second);
    }
    return result;
}

export async function equationHolds(key, message, signature) {
    const point = pointOf(key);
    const s = fromLittle(signature.subarray(32));
    if (point === null || s >= kOrder) return false;
    const head = signature.subarray(0, 32);
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-512', concat(head, key, message)));
    const [x, y, z, t] = point;
    const minus = [mod(-x), y, z, mod(-t)];
    return equal(bytesOf(twoProducts(s, extended(...kBase), fromLittle(hash) % kOrder, minus)), head);
}

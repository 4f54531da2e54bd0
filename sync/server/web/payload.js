// The payload of an entry: the strict profile, the header and the body of its kind (core/entry/FORMAT.md sections 2 to 6).
import { kMost } from './bytes.js';
import { aCount, aHash, aMoment, aPattern, aSeenOrigin, anId, anInteger, demand, isObject, objectOf, orNull } from './fields.js';
import { kAdminKinds, kBetweenFields, kFieldKinds, kRootKinds } from './kinds.js';
import { parseStrict } from './strict_json.js';

const kKinds = { ...kRootKinds, ...kAdminKinds, ...kFieldKinds };
const kWithoutDrive = ['certify', 'revoke', 'open-drive'];
const kHeader = {
    v: anInteger(1, 1),
    kind: aPattern(/^[a-z-]{1,40}$/, 'a kind'),
    feed: aHash,
    seq: anInteger(1),
    prev: orNull(aHash),
    wall_ms: aMoment,
    mono_ms: aCount,
    boot: anId,
    seen: orNull(objectOf({ origin: aSeenOrigin, size: anInteger(1), root: aHash })),
    salt: anId,
    body: (value, place) => demand(isObject(value), place, 'an object'),
};
const aHeader = objectOf(kHeader);
const aHeaderWithDrive = objectOf({ ...kHeader, drive: aHash });

export const isKnownKind = (kind) => Object.hasOwn(kKinds, kind);
/** May the feed of a device hold it? */
export const isFieldKind = (kind) => Object.hasOwn(kFieldKinds, kind);

/** Bytes that were signed -> their content; refuses ('json') what breaks a rule. */
export function readPayload(bytes) {
    demand(bytes.length <= kMost.payload, 'top', 'at most 16 KiB');
    const content = parseStrict(bytes);
    demand(isObject(content), 'top', 'an object');
    demand(content.v === 1, 'v', 'version 1'); // before any other key: a later version may have others
    const hasDrive = Object.hasOwn(content, 'drive');
    (hasDrive ? aHeaderWithDrive : aHeader)(content, 'top');
    demand((content.seq === 1) === (content.prev === null), 'prev', 'null exactly for number 1');
    const { kind, body } = content;
    if (!isKnownKind(kind)) return content;
    demand(hasDrive !== kWithoutDrive.includes(kind), 'drive', 'it, or none, by kind');
    kKinds[kind](body, 'body');
    kBetweenFields[kind]?.(body);
    return content;
}

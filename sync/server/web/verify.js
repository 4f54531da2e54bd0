// Checks a proof of one record ("bukti", core/log/EVIDENCE.md) with nothing but this browser: WebCrypto for SHA-256
// and Ed25519, no library, no network. Shares no code with Teken itself. Used by the offline page and by /periksa.
import { Refused, hex, kMost } from './bytes.js';
import { countsUnder, lettingWrite, readFingerprint, walkCertificates } from './chain.js';
import { codeOf } from './code.js';
import { exactly, openEnvelope } from './entry.js';
import { checkProof, readVkey } from './log.js';
import { isFieldKind, isKnownKind } from './payload.js';
import { envelopeOfSlip, looksLikeSlip } from './slip.js';
import { parseStrict } from './strict_json.js';

const kFormat = 'teken/bukti/v1';

/** Sorts what a person brought: a bukti, an envelope or a slip's text alone, a .tlog-proof. Later files fill what is missing. */
export function gather(files, slip) {
    const found = { entry: null, certificates: [], proof: null, number: null, slip: null };
    const put = (key, value) => {
        if (found[key] !== null) throw new Refused('twice', `two files bring ${key}`);
        found[key] = value;
    };
    if (slip.trim() !== '') put('slip', slip);
    for (const bytes of files) {
        if (bytes.length > kMost.file) throw new Refused('form', 'expected files of at most 256 KiB');
        const start = new TextDecoder().decode(bytes.subarray(0, 64));
        if (start.startsWith('c2sp.org/tlog-proof@')) {
            put('proof', textOf(bytes));
            continue;
        }
        if (looksLikeSlip(start)) {
            put('slip', new TextDecoder().decode(bytes));
            continue;
        }
        const json = parseFile(bytes);
        if ('payloadType' in json) {
            put('entry', json);
        } else if (json.format === kFormat) {
            exactly(json, ['format', 'number', 'entry', 'certificates', 'proof'], 'a bukti');
            if (json.entry !== null) put('entry', json.entry);
            for (const text of [json.proof, json.number])
                if (text !== null && typeof text !== 'string') throw new Refused('form', 'expected text');
            if (json.proof !== null) put('proof', json.proof);
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

function textOf(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
        throw new Refused('form', 'expected UTF-8');
    }
}

function parseFile(bytes) {
    let value = null;
    try {
        value = parseStrict(bytes);
    } catch (error) {
        if (!(error instanceof Refused)) throw error;
    }
    if (value === null || typeof value !== 'object' || Array.isArray(value))
        throw new Refused('form', 'neither a bukti nor an entry nor a proof');
    return value;
}

/**
 * All of it. Answers {verdict, steps, facts}; verdict is 'intact' (signature, certificate chain and place in the log
 * hold), 'incomplete' (what is here holds, something is missing) or 'altered' (something does not hold).
 * steps: [{step, state: 'good'|'bad'|'missing', code, detail}] in the order signature, asked, root, scope, log, witnesses;
 * asked only if there is a slip or a code beside the record: is it the same one?
 */
export async function check({ files, fingerprint, vkey, slip = '', code = '' }) {
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
    const brought = gather(files, slip);
    const ofSlip = brought.slip === null ? null : await envelopeOfSlip(brought.slip);
    const compared = brought.entry === null ? null : ofSlip;
    brought.entry ??= ofSlip;
    if (brought.entry === null) throw new Refused('no-entry', 'no entry among the files');
    const typed = fingerprint.trim() === '' ? null : readFingerprint(fingerprint);
    const pinned = vkey.trim() === '' ? null : await readVkey(vkey);
    let entry = null;
    let chain = null;
    let officers = []; // the certificates of the record's key

    await step('signature', async () => {
        entry = await openEnvelope(brought.entry);
        Object.assign(facts, { id: entry.id, kind: entry.kind, seq: entry.content.seq, feed: entry.feed,
            wallMs: entry.content.wall_ms, body: entry.body, number: brought.number });
    });
    if (compared !== null || code !== '')
        await step('asked', async () => {
            if (!entry) return missing('no-seal');
            const own = compared === null ? entry : await openEnvelope(compared);
            if (own.id !== entry.id || (code !== '' && (await codeOf(entry)) !== code))
                throw new Refused('other-record', 'the slip or code is of another record');
            return {};
        });
    await step('root', async () => {
        if (typed === null) return missing('no-fingerprint');
        if (brought.certificates.length === 0) return missing('no-certificates');
        chain = await walkCertificates(brought.certificates, typed);
        const own = entry === null ? [] : chain.officers.filter((one) => one.feed === entry.feed);
        if (own.length === 0) return missing(entry ? 'not-certified' : 'no-seal');
        Object.assign(facts, { device: own[0].device, admin: own[0].admin });
        if (isKnownKind(entry.kind) && !own.some((one) => countsUnder(one, entry)))
            throw new Refused('revoked', 'after the revocation of its key');
        officers = own;
        return {};
    });
    await step('scope', async () => {
        if (officers.length === 0) return missing('no-chain');
        if (!isKnownKind(entry.kind)) return missing('unknown-kind'); // whose it may be, nobody here knows
        if (!isFieldKind(entry.kind)) throw new Refused('kind', `a device may not write ${entry.kind}`);
        const letting = lettingWrite(officers, entry);
        const officer = letting.find((one) => entry.content.seq <= one.lastSeq) ?? letting[0];
        Object.assign(facts, { device: officer.device, admin: officer.admin });
        if (entry.content.seq > officer.lastSeq) facts.admitted = officer.admitted.get(entry.id);
        return {};
    });
    let place = null;
    await step('log', async () => {
        if (brought.proof === null) return missing('no-proof');
        if (!entry) return missing('no-seal');
        const logs = [...(pinned ? [pinned] : []), ...(chain?.logs ?? [])];
        if (logs.length === 0) return missing('no-log-key');
        if (pinned && chain) chain.note(hex(pinned.key), 'log', pinned.name); // one key, one role
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

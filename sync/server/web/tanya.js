// The page of a server: asks it for the proof of one record, and judges the answer here. Only the code is sent.
import { Refused } from './bytes.js';
import { codeOf, readCode } from './code.js';
import { browserCanVerify, openEnvelope } from './entry.js';
import { offerPhotos } from './photo.js';
import { showServerWord } from './server_word.js';
import { $, forget, page, show, speak } from './show.js';
import { envelopeOfSlip, looksLikeSlip } from './slip.js';
import { kAskWords } from './tanya_words.js';
import { check } from './verify.js';
import { kWords } from './words.js';

const kSpoken = { id: mergeWords('id'), en: mergeWords('en') };

function mergeWords(language) {
    const [all, own] = [kWords[language], kAskWords[language]];
    return { ...all, ...own, reasons: { ...all.reasons, ...own.reasons }, verdicts: { ...all.verdicts, ...own.verdicts } };
}

/** The code travels in the body of a POST: nothing of it in an address, a history or a log of addresses. */
async function ask(code) {
    let response;
    try {
        response = await fetch('/periksa', {
            method: 'POST', body: JSON.stringify({ code }), cache: 'no-store', credentials: 'omit', redirect: 'error',
            headers: { 'Content-Type': 'application/vnd.teken.check.v1+json' },
        });
    } catch {
        throw new Refused('no-answer', 'no answer of the server');
    }
    if (response.status === 429 || response.status === 503) throw new Refused('busy', `status ${response.status}`);
    if (!response.ok) throw new Refused('no-answer', `status ${response.status}`);
    const answer = await response.json().catch(() => null);
    if (answer === null || typeof answer.found !== 'boolean' || (answer.found && typeof answer.bukti !== 'string'))
        throw new Refused('no-answer', 'not an answer of this server');
    return answer;
}

async function asked() {
    const typed = $('code').value;
    if (!looksLikeSlip(typed)) return { code: readCode(typed), slip: '' };
    const record = await openEnvelope(await envelopeOfSlip(typed)); // a forged slip is not even asked about
    return { code: await codeOf(record), slip: typed };
}

async function verdictOf() {
    try {
        if (!(await browserCanVerify())) return { verdict: 'unable', reason: 'browser' };
        const { code, slip } = await asked();
        const answer = await ask(code);
        if (!answer.found) return { verdict: 'unknown' };
        const files = [new TextEncoder().encode(answer.bukti)];
        const found = await check({ files, slip, code, fingerprint: $('fingerprint').value, vkey: $('vkey').value });
        return { ...found, answer };
    } catch (error) {
        if (!(error instanceof Refused)) console.error(error);
        return { verdict: 'unable', reason: error instanceof Refused ? error.code : 'no-answer' };
    }
}

function tell() {
    show();
    showServerWord(page.last);
}

async function run() {
    const button = $('check');
    button.disabled = true;
    button.textContent = page.words.working;
    page.last = await verdictOf();
    button.disabled = false;
    button.textContent = page.words.check;
    tell();
    $('result').scrollIntoView({ block: 'start' });
    $('verdict').focus();
}

for (const id of ['fingerprint', 'vkey', 'code']) $(id).addEventListener('input', forget);
$('form').addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
});
$('code').addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return; // scanners end with one
    event.preventDefault();
    $('form').requestSubmit();
});
$('language').addEventListener('click', () => {
    speak(page.words === kSpoken.id ? kSpoken.en : kSpoken.id);
    showServerWord(page.last);
});
void offerPhotos((text) => {
    $('code').value = text;
    forget();
});
speak(kSpoken.id);

// What the server says beside the proof: its word, shown as that, and the proof to take away.
import { $, moment, page } from './show.js';

let address = null; // of the proof to download

export function showServerWord(last) {
    if (address !== null) URL.revokeObjectURL(address);
    address = null;
    const answer = last?.answer;
    $('word').hidden = !answer || last.verdict === 'altered';
    $('take').hidden = !answer;
    if (!answer) return;
    const say = page.words.standing;
    $('standing').textContent = say[answer.standing] ?? say.unknown;
    $('standing').className = answer.standing === 'counts' ? '' : 'stop';
    $('since').textContent = Number.isSafeInteger(answer.since_ms) ? `${say.since} ${moment(answer.since_ms)}` : say.noPlace;
    // Also of a forged one: whoever was shown it needs it as evidence.
    address = URL.createObjectURL(new Blob([answer.bukti], { type: 'application/octet-stream' }));
    $('take').href = address;
    $('take').download = `${$('code').value.replace(/[^0-9A-Za-z]/g, '').slice(0, 17)}.bukti`;
}

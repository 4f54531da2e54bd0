// The offline page: takes a slip, files and a fingerprint, calls verify.js, shows what it found.
import { Refused } from './bytes.js';
import { browserCanVerify } from './entry.js';
import { offerPhotos } from './photo.js';
import { $, forget, make, page, show, speak } from './show.js';
import { check } from './verify.js';
import { kWords } from './words.js';

let chosen = [];

async function verdictOf() {
    try {
        if (!(await browserCanVerify())) return { verdict: 'unable', reason: 'browser' };
        const files = await Promise.all([...chosen].map(async (file) => new Uint8Array(await file.arrayBuffer())));
        return await check({ files, slip: $('slip').value, fingerprint: $('fingerprint').value, vkey: $('vkey').value });
    } catch (error) {
        // A slip inside the page must not look like a verdict either way.
        console.error(error);
        return { verdict: 'unable', reason: error instanceof Refused ? error.code : 'fault' };
    }
}

async function run() {
    const button = $('check');
    button.disabled = true;
    button.textContent = page.words.working;
    page.last = await verdictOf();
    button.disabled = false;
    button.textContent = page.words.check;
    show();
    $('result').scrollIntoView({ block: 'start' });
    $('verdict').focus();
}

function choose(files) {
    chosen = [...files];
    forget();
    $('names').replaceChildren(...chosen.map((file) => make('li', file.name)));
}

$('files').addEventListener('change', (event) => choose(event.target.files));
for (const id of ['fingerprint', 'vkey', 'slip']) $(id).addEventListener('input', forget);
const drop = $('drop');
drop.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.add('over');
});
drop.addEventListener('dragleave', () => drop.classList.remove('over'));
drop.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    choose(event.dataTransfer.files);
});
$('form').addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
});
$('language').addEventListener('click', () => speak(page.words === kWords.id ? kWords.en : kWords.id));
void offerPhotos((text) => {
    $('slip').value = text;
    forget();
});
speak(kWords.id);

// Shows what a check found, in the language chosen. Text goes in as text, never as markup.
import { kWords } from './words.js';

export const $ = (id) => document.getElementById(id);
export const page = { words: kWords.id, last: null }; // last: what is shown, to say it again in the other language

export function make(tag, text, className) {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    if (className) element.className = className;
    return element;
}

// Drawn here: an icon beside the word, so that no verdict hangs on a colour.
const kIcons = {
    intact: 'M4 12.5 9.5 18 20 6.5', incomplete: 'M12 4v10M12 18.5v.5', unable: 'M12 4v10M12 18.5v.5',
    unknown: 'M7 8a5 5 0 1 1 7 4.6c-1.4.7-2 1.5-2 3M12 19v.5',
    altered: 'M5 5 19 19M19 5 5 19',
};

function icon(verdict) {
    const space = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(space, 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS(space, 'path');
    for (const [name, value] of Object.entries({ d: kIcons[verdict], fill: 'none', stroke: 'currentColor',
        'stroke-width': '3.5', 'stroke-linecap': 'square' })) path.setAttribute(name, value);
    svg.append(path);
    return svg;
}

const grouped = (text) => text.slice(0, 32).replace(/(.{4})(?=.)/g, '$1 ');
export const moment = (ms) => new Intl.DateTimeFormat(page.words.lang === 'id' ? 'id-ID' : 'en-GB',
    { dateStyle: 'full', timeStyle: 'long' }).format(new Date(ms));

function rows(facts) {
    const say = page.words.facts;
    const body = facts.body ?? {};
    const list = [];
    const add = (name, value, note, mono) => {
        if (value !== undefined && value !== null) list.push([name, String(value), note, mono]);
    };
    add(say.kind, Object.hasOwn(page.words.kinds, facts.kind) ? page.words.kinds[facts.kind] : facts.kind);
    if (facts.number) add(say.number, `••• ${facts.number}`, say.claimed);
    // Other kinds may have fields of these names that mean something else.
    if (facts.kind === 'sign' || facts.kind === 'add-person') add(say.unit, body.unit);
    if (facts.kind === 'sign') add(say.text, grouped(body.text), undefined, true);
    add(say.wall, moment(facts.wallMs), say.wallClaim);
    // The lower bound (`seen`) is not shown: this page does not verify the checkpoint that it names.
    for (const { name, time } of facts.witnesses ?? [])
        add(say.bracket, `${say.notAfter} ${moment(time * 1000)}`, `${say.claimOf} ${name}`);
    if (facts.device !== undefined) add(say.device, facts.device, `${say.sequence} ${facts.seq}`);
    add(say.admin, facts.admin);
    if (facts.admitted) add(say.admitted, facts.admitted.admin, facts.admitted.reason || undefined);
    if (facts.index !== undefined) add(say.place, `${facts.index + 1n} ${say.of} ${facts.size}`, facts.origin);
    if (facts.witnesses) add(say.witnesses, facts.witnesses.map((one) => one.name).join(', '));
    add(say.id, facts.id, undefined, true);
    return list;
}

function item(text, detail) {
    const li = make('li', text);
    if (detail) li.append(make('small', detail));
    return li;
}

function fill(list, items) {
    list.replaceChildren(...(items.length > 0 || $('columns').hidden ? items : [item(page.words.none)]));
}

function rowsOf({ verdict, facts = {} }) {
    const isShown = facts.id && (verdict === 'intact' || verdict === 'incomplete');
    return (isShown ? rows(facts) : []).flatMap(([name, value, note, mono]) => {
        const dd = make('dd', value, mono ? 'mono' : undefined);
        if (note) dd.append(make('small', ` (${note})`));
        return [make('dt', name), dd];
    });
}

function draw() {
    const { words, last } = page;
    $('rows').replaceChildren(); // whatever happens below: nothing of the record before stays
    $('result').hidden = last === null;
    if (last === null) return;
    const { verdict, reason, steps = [] } = last;
    $('rows').replaceChildren(...rowsOf(last));
    const [word, sentence] = words.verdicts[verdict];
    const said = make('p', reason ? words.reasons[reason] : sentence);
    const line = make('div', undefined, 'word');
    line.append(icon(verdict), make('span', word));
    $('verdict').className = `verdict ${verdict}`;
    $('verdict').dataset.verdict = verdict;
    const first = steps.find((one) => one.state === 'bad');
    const why = first ? [make('p', words.reasons[first.code])] : [];
    const ran = steps.length > 0 ? [make('p', words.ran ?? words.local)] : []; // nothing was checked otherwise
    $('verdict').replaceChildren(line, ...why, said, ...ran);
    $('columns').hidden = steps.length === 0;
    $('facts').hidden = verdict !== 'intact' && verdict !== 'incomplete';
    const of = (state) => steps.filter((one) => one.state === state);
    fill($('good'), of('good').map((one) => item(words.steps[one.step])));
    const never = steps.length > 0 ? words.always : [];
    fill($('missing'), [...of('missing').map((one) => item(words.steps[one.step], words.reasons[one.code])),
        ...never.map((text) => item(text))]);
    fill($('bad'), of('bad').map((one) => {
        const li = item(words.steps[one.step], words.reasons[one.code]);
        li.append(make('small', one.detail));
        li.dataset.code = one.code;
        return li;
    }));
}

/** A slip inside the page must not look like a verdict either way. */
export function show() {
    try {
        draw();
    } catch (error) {
        console.error(error);
        page.last = { verdict: 'unable', reason: 'fault' };
        draw();
    }
}

export function speak(words) {
    page.words = words;
    document.documentElement.lang = words.lang;
    document.title = `Teken · ${words.title}`;
    for (const element of document.querySelectorAll('[data-word]')) element.textContent = words[element.dataset.word];
    show();
}

/** An old verdict must not stand above new input. */
export function forget() {
    page.last = null;
    show();
}

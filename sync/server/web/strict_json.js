// JSON as Teken signs it (core/entry/FORMAT.md section 2).
import { Refused, kMost } from './bytes.js';

// Control and invisible characters; the line feed is none of them.
const kUnseen = /[\0-\t\v-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

/** JSON.parse keeps the last of two equal keys and takes floats; what is signed here has neither. */
export function parseStrict(bytes) {
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
        throw new Refused('json', 'expected UTF-8');
    }
    let at = 0;
    const bad = (what) => new Refused('json', `${what} at ${at}`);
    const blank = () => {
        while (' \t\n\r'.includes(text[at] ?? '!')) at++;
    };
    const string = () => {
        const found = /"((?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*)"/y;
        found.lastIndex = at;
        const match = found.exec(text);
        if (!match) throw bad('expected a string');
        at = found.lastIndex;
        const value = JSON.parse(match[0]);
        if (kUnseen.test(value) || !value.isWellFormed())
            throw bad('expected a string without control characters');
        return value;
    };
    const number = () => {
        const found = /-?(?:0|[1-9][0-9]*)(?![0-9.eE])/y;
        found.lastIndex = at;
        const match = found.exec(text);
        if (!match || match[0] === '-0' || !Number.isSafeInteger(Number(match[0]))) throw bad('expected an integer');
        at = found.lastIndex;
        return Number(match[0]);
    };
    const members = (close, one) => {
        at++;
        blank();
        if (text[at] === close) return void at++;
        for (;;) {
            one();
            blank();
            if (text[at] === close) return void at++;
            if (text[at++] !== ',') throw bad('expected a comma');
            blank();
        }
    };
    const value = (depth) => {
        blank();
        if (depth > kMost.depth && '{['.includes(text[at] ?? '!')) throw bad('too deep');
        if (text[at] === '{') {
            const object = Object.create(null);
            let count = 0;
            members('}', () => {
                const key = string();
                blank();
                if (text[at++] !== ':') throw bad('expected a colon');
                if (key in object || ++count > kMost.keys) throw bad('a key twice, or too many');
                object[key] = value(depth + 1);
            });
            return object;
        }
        if (text[at] === '[') {
            const array = [];
            members(']', () => array.push(value(depth + 1)));
            return array;
        }
        if (text[at] === '"') return string();
        for (const [word, meaning] of [['true', true], ['false', false], ['null', null]])
            if (text.startsWith(word, at)) {
                at += word.length;
                return meaning;
            }
        return number();
    };
    const result = value(1);
    blank();
    if (at !== text.length) throw bad('expected the end');
    return result;
}

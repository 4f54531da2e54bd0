// Types of fields (core/entry/FORMAT.md section 5): each takes a value and its place, and refuses what does not fit.
import { Refused, kMost, utf8 } from './bytes.js';

export function demand(holds, place, rule) {
    if (!holds) throw new Refused('json', `${place}: expected ${rule}`);
}

export const anInteger = (least = Number.MIN_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER) => (value, place) =>
    demand(Number.isInteger(value) && value >= least && value <= most, place, `an integer of ${least} to ${most}`);

export const aText = (most, least = 0) => (value, place) => {
    demand(typeof value === 'string', place, 'text');
    const length = [...value].length; // code points
    demand(length >= least && length <= most, place, `text of ${least} to ${most} letters`);
    demand(most >= 300 || !value.includes('\n'), place, 'one line');
};

export const aPattern = (pattern, name) => (value, place) =>
    demand(typeof value === 'string' && pattern.test(value), place, name);

export const aWordOf = (...words) => (value, place) => demand(words.includes(value), place, 'one of its words');

export const orNull = (type) => (value, place) => {
    if (value !== null) type(value, place);
};

export const listOf = (least, most, type, isDistinct = true) => (value, place) => {
    demand(Array.isArray(value) && value.length >= least && value.length <= most, place, `a list of ${least} to ${most}`);
    value.forEach((one, at) => type(one, `${place}[${at}]`));
    demand(!isDistinct || new Set(value).size === value.length, place, 'no value twice');
};

export const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

export const objectOf = (types) => (value, place) => {
    demand(isObject(value), place, 'an object');
    const keys = Object.keys(types);
    for (const key of keys) demand(Object.hasOwn(value, key), `${place}.${key}`, 'the key');
    demand(Object.keys(value).length === keys.length, place, 'no other keys');
    for (const key of keys) types[key](value[key], `${place}.${key}`);
};

/** YYYY-MM-DD, a day of the Gregorian calendar from year 1. */
export function aDate(value, place) {
    const [, year, month, day] = (/^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(value) ?? []).map(Number);
    const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
    demand(typeof value === 'string' && year >= 1 && day >= 1 && day <= days, place, 'a day as YYYY-MM-DD');
}

export function aListOfUnits(value, place) {
    listOf(1, 100, aText(40, 1))(value, place);
    demand(!value.includes('*') || value.length === 1, place, '* alone');
}

export function aSeenOrigin(value, place) {
    demand(typeof value === 'string' && !value.includes('\n'), place, 'one line');
    const size = utf8(value).length;
    demand(size >= 1 && size <= 255, place, '1 to 255 bytes');
}

export const aHash = aPattern(/^[0-9a-f]{64}$/, '64 hex digits');
export const anId = aPattern(/^[0-9a-f]{32}$/, '32 hex digits');
export const aSlug = aPattern(/^[a-z0-9-]{1,40}$/, 'a slug');
export const aCount = anInteger(0);
export const aMoment = anInteger(0, kMost.wallMs);
export const aParty = objectOf({ name: aText(120, 1), number: aText(40), post: aText(120) });

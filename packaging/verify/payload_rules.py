"""Payloads of entries: core/entry/FORMAT.md sections 2 to 6, written from that page alone."""

import datetime
import json
import re

MOST_BYTES = 16384
MOST_DEPTH = 8
MOST_KEYS = 64
MOST_INTEGER = 2**53 - 1
END_OF_9999 = 253402300799999
HASH_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")


class Refused(Exception):
    """The payload breaks a rule; the text names the place and the rule, never the value."""


# --- section 2: profile --------------------------------------------------------------------------


def _integer(digits):
    value = int(digits)
    if digits == "-0" or abs(value) > MOST_INTEGER:
        raise Refused("a number that is -0 or beyond 2^53-1")
    return value


def _no_float(_digits):
    raise Refused("a number with fraction or exponent")


def _object(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) != len(keys):
        raise Refused("a key twice in one object")
    if len(keys) > MOST_KEYS:
        raise Refused("more than 64 keys in an object")
    return dict(pairs)


def _walk(value, level):
    """Depth and characters, everywhere."""
    if isinstance(value, (dict, list)) and level > MOST_DEPTH:
        raise Refused("more than 8 levels")
    if isinstance(value, str):
        if any(0xD800 <= ord(c) <= 0xDFFF for c in value):
            raise Refused("a surrogate without its other half")
        if CONTROLS.search(value):
            raise Refused("a control character")
    elif isinstance(value, list):
        for element in value:
            _walk(element, level + 1)
    elif isinstance(value, dict):
        for key, element in value.items():
            _walk(key, level + 1)
            _walk(element, level + 1)


def parse(raw, most=MOST_BYTES):
    if len(raw) > most:
        raise Refused("more than %d bytes" % most)
    try:
        text = raw.decode("utf-8")
        value = json.loads(text, parse_int=_integer, parse_float=_no_float, parse_constant=_no_float,
                           object_pairs_hook=_object)
    except (UnicodeDecodeError, RecursionError, ValueError) as error:
        raise Refused("not JSON in UTF-8: " + type(error).__name__) from None
    if not isinstance(value, dict):
        raise Refused("not an object")
    _walk(value, 1)
    return value


# --- field types: each a function (value, place) that raises Refused -----------------------------


def _require(holds, place, rule):
    if not holds:
        raise Refused(place + ": " + rule)


def integer(least=-MOST_INTEGER):
    def check(value, place):
        _require(type(value) is int and value >= least, place, "an integer of at least %d" % least)
    return check


def moment(value, place):
    _require(type(value) is int and 0 <= value <= END_OF_9999, place, "a moment of the years 1970 to 9999")


def text(most, least=0):
    def check(value, place):
        _require(isinstance(value, str) and least <= len(value) <= most, place, "text %d..%d" % (least, most))
        _require(most >= 300 or "\n" not in value, place, "one line")
    return check


def pattern(regex, name):
    compiled = re.compile(regex)

    def check(value, place):
        _require(isinstance(value, str) and compiled.fullmatch(value), place, name)
    return check


def slug(*words):
    def check(value, place):
        _require(isinstance(value, str) and value in words, place, "one of its words")
    return check


def maybe(kind):
    def check(value, place):
        if value is not None:
            kind(value, place)
    return check


def array(least, most, kind, distinct=True):
    def check(value, place):
        _require(isinstance(value, list) and least <= len(value) <= most, place, "array of %d..%d" % (least, most))
        for index, element in enumerate(value):
            kind(element, "%s[%d]" % (place, index))
        _require(not distinct or len(set(value)) == len(value), place, "no value twice")
    return check


def fields(**kinds):
    def check(value, place):
        _require(isinstance(value, dict), place, "an object")
        for key in kinds:
            _require(key in value, place + "." + key, "the key is missing")
        _require(len(value) == len(kinds), place, "unknown keys")
        for key, kind in kinds.items():
            kind(value[key], place + "." + key)
    return check


def date(value, place):
    _require(isinstance(value, str) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value), place, "YYYY-MM-DD")
    try:
        datetime.date(int(value[:4]), int(value[5:7]), int(value[8:]))
    except ValueError:
        raise Refused(place + ": a day of the calendar") from None


def units(value, place):
    array(1, 100, text(40, 1))(value, place)
    _require("*" not in value or len(value) == 1, place, "* alone")


def origin(value, place):
    _require(isinstance(value, str) and 1 <= len(value.encode()) <= 255 and "\n" not in value, place,
             "one line of 1..255 bytes")


HASH = pattern("[0-9a-f]{64}", "64 hex digits")
ID16 = pattern("[0-9a-f]{32}", "32 hex digits")
WORD = pattern("[a-z0-9-]{1,40}", "a slug")
COUNT = integer(0)
PARTY = fields(name=text(120, 1), number=text(40), post=text(120))
SUPERSEDES = array(0, 20, HASH)
REVOKE_REASON = slug("lost", "stolen", "left", "ended", "replaced", "misuse")
ROOT_ROLE = slug("admin", "server", "log", "cosigner", "recipient", "root")
PRESENT = slug("officer", "head", "witness-1", "witness-2", "witness-3")

# --- section 5: kinds ----------------------------------------------------------------------------

ROOT_KINDS = {
    "certify": fields(role=ROOT_ROLE, key=HASH, name=text(200, 1), units=units, drive=maybe(HASH), from_ms=moment,
                      until_ms=moment, pins=array(0, 4, HASH)),
    "revoke": fields(role=ROOT_ROLE, key=HASH, last_seq=COUNT, reason=REVOKE_REASON),
}
VOID = fields(session=ID16, target=HASH, reason=slug("wrong-person", "trial", "illegible", "double", "other"),
              second=PARTY)
ADMIN_KINDS = {
    "open-drive": fields(code=text(40, 1), title=text(200, 1), organisation=text(200, 1), area=text(13),
                         zone=slug("WIB", "WITA", "WIT"), order=text(200), purpose=text(500), contact=text(200),
                         signer_kinds=array(1, 8, WORD), deadline_ms=maybe(moment),
                         retention_days=maybe(integer(1))),
    "lock-text": fields(code=text(40, 1), version=integer(1), title=text(200), text=HASH,
                        signer_kinds=array(1, 8, WORD)),
    "roster-snapshot": fields(date=date, manifest=HASH, source=HASH,
                              rows=fields(read=COUNT, accepted=COUNT, warned=COUNT, refused=COUNT, skipped=COUNT),
                              persons=COUNT, units=COUNT, previous=maybe(HASH),
                              changes=fields(joined=COUNT, left=COUNT, moved=COUNT, changed=COUNT)),
    "roster-change": fields(person=ID16, effective=date, supersedes=SUPERSEDES,
                            change=slug("retired", "transferred", "deceased", "resigned", "wrong-data", "restored")),
    "plan-session": fields(session=ID16, title=text(200), units=units, place=text(200), start_ms=moment,
                           texts=array(1, 8, HASH), officers=array(0, 20, HASH), parent=maybe(ID16)),
    "certify-officer": fields(key=HASH, name=text(120, 1), device=text(120), units=units, from_ms=moment,
                              until_ms=moment, recipient=maybe(HASH), succeeds=maybe(HASH)),
    "revoke-officer": fields(feed=HASH, last_seq=COUNT, reason=REVOKE_REASON),
    "match": fields(added=ID16, person=maybe(ID16), supersedes=SUPERSEDES),
    "decide": fields(topic=slug("duplicate", "fork"), feed=maybe(HASH), seq=COUNT, person=maybe(ID16),
                     entries=array(1, 20, HASH), chosen=HASH, supersedes=SUPERSEDES, reason=text(300)),
    "admit": fields(feed=HASH, entries=array(1, 200, HASH), reason=text(300)),
    "void": VOID,
    "close-drive": fields(note=text(500)),
}
FIELD_KINDS = {
    "succeed": fields(feed=HASH, seq=COUNT, head=maybe(HASH), reason=slug("restored", "cloned", "lost", "replaced")),
    "open-session": fields(session=ID16, plan=maybe(HASH), parent=maybe(ID16), title=text(200), units=units,
                           place=text(200), roster=HASH, texts=array(1, 8, HASH), head=PARTY,
                           witnesses=array(1, 3, PARTY, distinct=False), desk=text(40)),
    "pause": fields(session=ID16, reason=slug("power", "break", "weather", "other")),
    "resume": fields(session=ID16),
    "sign": fields(session=ID16, person=ID16, roster=maybe(HASH), unit=text(40), text=HASH, ink=HASH,
                   form=slug("ink", "thumb", "assisted", "wet"),
                   identified=slug("known", "card", "roster", "colleague"), present=array(1, 5, PRESENT),
                   reading=slug("self", "joint"), mark=slug("none", "symbolic"), second=maybe(PARTY)),
    "excuse": fields(session=ID16, person=ID16, reason=slug("leave", "duty", "study", "other")),
    "absent": fields(session=ID16, persons=array(1, 200, ID16)),
    "refuse": fields(session=ID16, person=ID16),
    "add-person": fields(session=ID16, person=ID16, name=text(120, 1), number=text(40), unit=text(40),
                         signer_kind=WORD, post=text(120)),
    "propose-correction": fields(session=ID16, person=ID16, value=text(300),
                                 field=slug("name", "number", "unit", "post", "kind", "other")),
    "void": VOID,
    "note": fields(session=ID16, topic=slug("joint-reading", "special-event", "other"), text=text(1000),
                   at_ms=maybe(moment)),
    "attach": fields(session=ID16, about=maybe(HASH), blob=HASH, media=text(100), bytes=COUNT, title=text(200)),
    "close-session": fields(session=ID16, opening=HASH, entries=COUNT,
                            counts=fields(signed=COUNT, voided=COUNT, excused=COUNT, absent=COUNT, refused=COUNT,
                                          added=COUNT)),
    "sign-minutes": fields(session=ID16, closing=HASH, role=PRESENT, name=text(120, 1), ink=HASH),
}
KINDS = {**ROOT_KINDS, **ADMIN_KINDS, **FIELD_KINDS}
WITHOUT_DRIVE = {"certify", "revoke", "open-drive"}

# --- section 3: header ---------------------------------------------------------------------------

HEADER = {
    "v": integer(),
    "kind": pattern("[a-z-]{1,40}", "a kind"),
    "feed": HASH,
    "seq": integer(1),
    "prev": maybe(HASH),
    "wall_ms": moment,
    "mono_ms": COUNT,
    "boot": ID16,
    "seen": maybe(fields(origin=origin, size=integer(1), root=HASH)),
    "salt": ID16,
    "body": lambda value, place: _require(isinstance(value, dict), place, "an object"),
}


def _between_fields(kind, body):
    """The rules of section 5 that need more than one field."""
    if kind == "certify":
        is_admin = body["role"] == "admin"
        _require(is_admin or body["units"] == ["*"], "body.units", "* unless admin")
        _require(is_admin or body["role"] == "recipient" or body["drive"] is None, "body.drive", "null for this role")
        _require(body["role"] == "server" or not body["pins"], "body.pins", "none unless server")
    elif kind == "revoke":
        _require(body["role"] in ("admin", "root") or body["last_seq"] == 0, "body.last_seq", "0 for this role")
    elif kind == "match":
        _require(body["person"] != body["added"], "body.person", "another person")
    elif kind == "decide":
        is_fork = body["topic"] == "fork"
        _require(is_fork == (body["feed"] is not None), "body.feed", "set exactly for a fork")
        _require(is_fork == (body["seq"] > 0), "body.seq", "set exactly for a fork")
        _require(is_fork == (body["person"] is None), "body.person", "set exactly for a duplicate")
        _require(body["chosen"] in body["entries"], "body.chosen", "one of the entries")
    elif kind == "succeed":
        _require((body["seq"] == 0) == (body["head"] is None), "body.head", "null exactly for number 0")
    elif kind == "sign":
        _require(body["form"] not in ("thumb", "assisted") or body["second"] is not None, "body.second",
                 "needed for this form")
    if kind in ("sign", "sign-minutes"):
        _require(body["ink"] != HASH_OF_NOTHING, "body.ink", "the hash of some ink")


def check(raw):
    """The parsed payload, or Refused."""
    payload = parse(raw)
    _require(payload.get("v") == 1 and type(payload["v"]) is int, "v", "version 1")
    with_drive = dict(HEADER, drive=HASH) if "drive" in payload else HEADER
    fields(**with_drive)(payload, "top")
    _require((payload["seq"] == 1) == (payload["prev"] is None), "prev", "null exactly for number 1")
    kind = payload["kind"]
    if kind in KINDS:
        _require(("drive" in payload) == (kind not in WITHOUT_DRIVE), "drive", "there or not, by kind")
        KINDS[kind](payload["body"], "body")
        _between_fields(kind, payload["body"])
    return payload


def ink_hash(payload):
    """The hash that ink beside this payload must have; None where there is none."""
    if payload["kind"] == "sign" and payload["body"]["form"] != "wet" or payload["kind"] == "sign-minutes":
        return payload["body"]["ink"]
    return None

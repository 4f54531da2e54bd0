"""Who may say what: core/entry/FORMAT.md section 7, rules 1 to 6, as far as they go without folding persons.

A fork is reported and what lies behind it is not believed, decided or not: this check is for finding what a person has to
look at, so a decision does not make a fork go away.
"""

import hashlib

import payload_rules


class Book:
    """Good entries by feed and number."""

    def __init__(self, entries):
        self.feeds = {}
        self.by_id = {}
        for entry in entries:
            known = self.by_id.get(entry.entry_id)
            if known is None or rank(entry) < rank(known):
                self.by_id[entry.entry_id] = entry
        for entry in self.by_id.values():
            self.feeds.setdefault(entry.feed, {}).setdefault(entry.seq, []).append(entry)


def rank(entry):
    """Of several records of one entry the smallest is kept: whole, with ink, the smaller claim."""
    return (entry.withheld, not entry.ink, entry.feed, entry.seq, entry.prev or "")


def vouched_for(numbers):
    """Ids that hold a place: whole entries, and withheld ones that the next number, whole or vouched for, names."""
    good = set()
    for seq in sorted(numbers, reverse=True):
        named = {next_.prev for next_ in numbers.get(seq + 1, []) if next_.entry_id in good}
        good.update(entry.entry_id for entry in numbers[seq] if not entry.withheld or entry.entry_id in named)
    return good


def chain(numbers, findings):
    """The entries of one feed that hang together, from number 1 (rules 1 to 3)."""
    whole = []
    vouched = vouched_for(numbers)
    for seq in range(1, max(numbers) + 1):
        here = [entry for entry in numbers.get(seq, []) if entry.entry_id in vouched]
        if not here:
            behind = sum(len(entries) for number, entries in numbers.items() if number > seq)
            if behind or numbers.get(seq):
                example = next(iter(numbers[max(numbers)]))
                findings.add("waiting", "nomor %d tidak ada, %d catatan di belakangnya menunggu" % (seq, behind),
                             example, missing=True)
            break
        if len(here) > 1:
            findings.add("fork", "dua catatan berbeda dengan nomor yang sama (cabang)", here[0])
            break
        expected = whole[-1].entry_id if whole else None
        if here[0].prev != expected:
            findings.add("prev", "tidak menyambung ke catatan sebelumnya", here[0])
            break
        whole.append(here[0])
    return whole


def covers_units(units, wanted):
    return units == ["*"] or (wanted != ["*"] and set(wanted) <= set(units))


class Reach:
    """How far an admin's entry reaches: the units and drives of the certificates it counts under."""

    def __init__(self, certificates):
        self.units = ["*"] if any(c.units == ["*"] for c in certificates) else \
            sorted({unit for c in certificates for unit in c.units})
        self.any_drive = any(c.drive is None for c in certificates)


def reaches(entry, certificate, of_admin):
    """Whether a revocation or admission acts on this certificate (rule 6)."""
    in_drive = certificate.drive == entry.payload["drive"] or (of_admin and entry.reach.any_drive)
    return in_drive and covers_units(entry.reach.units, certificate.units)


class Certificate:
    def __init__(self, units, drive):
        self.units, self.drive = units, drive
        self.last_seq = None  # the smallest revocation

    def covers_units(self, units):
        return covers_units(self.units, units)

    def covers(self, entry):
        """Drive and units of one entry (rule 5)."""
        kind, body = entry.payload["kind"], entry.payload["body"]
        drive = entry.entry_id if kind == "open-drive" else entry.payload.get("drive")
        if self.drive not in (None, drive):
            return False
        if kind in ("open-drive", "lock-text", "roster-snapshot", "roster-change", "close-drive"):
            return self.units == ["*"]
        if kind in ("open-session", "plan-session", "certify-officer"):
            return self.covers_units(body["units"])
        if kind in ("sign", "add-person"):
            return self.covers_units([body["unit"]])
        return True

    def revoke(self, last_seq):
        self.last_seq = last_seq if self.last_seq is None else min(self.last_seq, last_seq)


def counting(entries, kinds, certificates, admits, findings, kind_name, of_admin=False):
    """The entries of one feed that its certificates cover; a finding for each that none does (rules 4 to 6)."""
    good = []
    for entry in entries:
        if entry.withheld:
            # Nobody may erase what says who was entitled to what: a revocation would vanish with it.
            findings.add("withheld", "isi dihapus atau ditahan", entry, missing=kinds is payload_rules.FIELD_KINDS)
            continue
        kind = entry.payload["kind"]
        if kind not in payload_rules.KINDS:
            findings.add("unknown-kind", "jenis catatan belum dikenal", entry, missing=True)
            continue
        if kind not in kinds:
            findings.add("wrong-role", "jenis ini tidak boleh ditulis oleh %s" % kind_name, entry)
            continue
        covering = [certificate for certificate in certificates if certificate.covers(entry)]
        if not covering:
            findings.add("out-of-scope", "di luar kegiatan atau unit yang disahkan", entry)
            continue
        current = [c for c in covering if c.last_seq is None or entry.seq <= c.last_seq or
                   is_admitted(entry, c, admits, of_admin)]
        if not current:
            findings.add("revoked", "sesudah nomor terakhir sebelum pencabutan", entry)
            continue
        entry.reach = Reach(current)
        good.append(entry)
    return good


def is_admitted(entry, certificate, admits, of_admin):
    return any(admit.payload["body"]["feed"] == entry.feed and entry.entry_id in admit.payload["body"]["entries"] and
               reaches(admit, certificate, of_admin) for admit in admits)


def admissions(entries):
    return [entry for entry in entries if entry.payload["kind"] == "admit"]


def feed_of(key_hex):
    return hashlib.sha256(bytes.fromhex(key_hex)).hexdigest()


def root_certificates(entries):
    """Roles by feed id, admin certificates by feed id; from the counting entries of the root feed."""
    roles, admins = {}, {}
    for entry in entries:
        body = entry.payload["body"]
        if entry.payload["kind"] == "certify":
            feed = feed_of(body["key"])
            roles.setdefault(feed, set()).add(body["role"])
            if body["role"] == "admin":
                admins.setdefault(feed, []).append(Certificate(body["units"], body["drive"]))
    for entry in entries:
        body = entry.payload["body"]
        if entry.payload["kind"] == "revoke" and body["role"] == "admin":
            for certificate in admins.get(feed_of(body["key"]), []):
                certificate.revoke(body["last_seq"])
    return roles, {feed: list_ for feed, list_ in admins.items() if roles[feed] == {"admin"}}


def check_names(entries, findings):
    """A key of a log or a witness has one name, or it would count as two."""
    names = {}
    for entry in entries:
        body = entry.payload["body"]
        if entry.payload["kind"] != "certify" or body["role"] not in ("log", "cosigner"):
            continue
        if names.setdefault(body["key"], body["name"]) != body["name"]:
            findings.add("names", "satu kunci log atau saksi disertifikasi dengan dua nama", entry)


def officer_certificates(admin_entries, roles, root):
    """Certificates of officers by feed id, with revocations."""
    officers = {}
    for entry in admin_entries:
        body = entry.payload["body"]
        if entry.payload["kind"] == "certify-officer":
            feed = feed_of(body["key"])
            if feed not in roles and feed != root:
                officers.setdefault(feed, []).append(Certificate(body["units"], entry.payload["drive"]))
    for entry in admin_entries:
        if entry.payload["kind"] == "revoke-officer":
            for certificate in officers.get(entry.payload["body"]["feed"], []):
                if reaches(entry, certificate, False):
                    certificate.revoke(entry.payload["body"]["last_seq"])
    return officers


def session_of(entry):
    """A session is told by drive and id."""
    return None if entry.withheld else (entry.payload.get("drive"), entry.payload["body"].get("session"))


def tally(entries):
    """What section 5.3 counts."""
    counts = dict.fromkeys(("signed", "voided", "excused", "absent", "refused", "added"), 0)
    names = {"sign": "signed", "excuse": "excused", "refuse": "refused", "add-person": "added"}
    voided = {entry.payload["body"]["target"] for entry in entries if entry.payload["kind"] == "void"}
    for entry in entries:
        kind = entry.payload["kind"]
        if kind == "void":
            counts["voided"] += 1
        elif entry.entry_id not in voided and kind in names:
            counts[names[kind]] += 1
        elif entry.entry_id not in voided and kind == "absent":
            counts["absent"] += len(entry.payload["body"]["persons"])
    return counts


def check_closings(entries, findings):
    """Counts of each close-session, recomputed over the feed up to it (section 5.3)."""
    opened, closed = {}, set()  # the first opening of each session; the openings that have their closing
    for at, entry in enumerate(entries):
        kind = None if entry.withheld else entry.payload["kind"]
        if kind == "open-session":
            opened.setdefault(session_of(entry), at)
        if kind != "close-session":
            continue
        body, start = entry.payload["body"], opened.get(session_of(entry))
        if start is None or entries[start].entry_id != body["opening"] or start in closed:
            findings.add("closing", "penutupan ini tidak menutup apa pun: pembukaannya tidak ada atau sudah ditutup", entry)
            continue
        closed.add(start)
        between = entries[start:at]
        own = [e for e in between if session_of(e) == session_of(entry) and e.payload["kind"] in payload_rules.KINDS]
        if tally(own) == body["counts"] and len(own) == body["entries"]:
            continue
        if any(e.withheld or e.payload["kind"] not in payload_rules.KINDS for e in between):
            findings.add("closing-not-comparable", "jumlah pada penutupan sesi tidak dapat dihitung ulang", entry, missing=True)
        else:
            findings.add("closing", "jumlah pada penutupan sesi berbeda dari catatan yang ada", entry)


def judge(book, fingerprint, findings):
    """Everything of section 7 that this check knows, as findings."""
    roots = [feed for feed in book.feeds if feed.startswith(fingerprint)]
    if len(roots) != 1:
        findings.add("root", "tidak ada catatan dari kunci induk dengan sidik itu")
        return
    root = roots[0]
    chains = {feed: chain(numbers, findings) for feed, numbers in sorted(book.feeds.items())}
    everything = [Certificate(["*"], None)]
    root_entries = counting(chains[root], payload_rules.ROOT_KINDS, everything, (), findings, "kunci induk")
    roles, admins = root_certificates(root_entries)
    check_names(root_entries, findings)

    # Admissions first from what counts without them, so that nobody admits themselves.
    plain = [entry for feed in admins if feed in chains
             for entry in counting(chains[feed], payload_rules.ADMIN_KINDS, admins[feed], (), Silence(), "admin", True)]
    admin_entries = []
    for feed in sorted(admins):
        admin_entries += counting(chains.get(feed, []), payload_rules.ADMIN_KINDS, admins[feed], admissions(plain),
                                  findings, "admin", True)
    officers = officer_certificates(admin_entries, roles, root)
    for feed, entries in chains.items():
        if feed == root or feed in admins:
            continue
        if feed not in officers:
            findings.add("no-certificate", "tidak ada sertifikat untuk perangkat ini", entries[0] if entries else None)
            continue
        counting(entries, payload_rules.FIELD_KINDS, officers[feed], admissions(admin_entries), findings,
                 "petugas")
        check_closings(entries, findings)
    for entries in chains.values():
        for entry in entries:
            if not entry.withheld and payload_rules.ink_hash(entry.payload) and not entry.ink:
                findings.add("ink-missing", "goresan tinta tidak ada di sini", entry, missing=True)


class Silence:
    """Takes findings and drops them."""

    def add(self, *_args, **_kwargs):
        pass

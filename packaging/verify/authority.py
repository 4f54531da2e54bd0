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
            if known is None or (known.withheld and not entry.withheld):  # where both are here, whole wins
                self.by_id[entry.entry_id] = entry
        for entry in self.by_id.values():
            self.feeds.setdefault(entry.feed, {}).setdefault(entry.seq, []).append(entry)


def is_vouched(numbers, entry):
    """A withheld entry holds its place while the next number, whole or vouched for, names it."""
    while entry.withheld:
        followers = [next_ for next_ in numbers.get(entry.seq + 1, []) if next_.prev == entry.entry_id]
        if not followers:
            return False
        entry = next((follower for follower in followers if not follower.withheld), followers[0])
    return True


def chain(numbers, findings):
    """The entries of one feed that hang together, from number 1 (rules 1 to 3)."""
    whole = []
    for seq in range(1, max(numbers) + 1):
        here = [entry for entry in numbers.get(seq, []) if is_vouched(numbers, entry)]
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


class Certificate:
    def __init__(self, units, drive):
        self.units, self.drive = units, drive
        self.last_seq = None  # the smallest revocation

    def covers_units(self, units):
        return self.units == ["*"] or (units != ["*"] and set(units) <= set(self.units))

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


def counting(entries, kinds, certificates, admitted, findings, kind_name):
    """The entries of one feed that its certificates cover; a finding for each that none does (rules 4 to 6)."""
    good = []
    for entry in entries:
        if entry.withheld:
            findings.add("withheld", "isi dihapus atau ditahan", entry, missing=True)
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
        current = [c for c in covering if c.last_seq is None or entry.seq <= c.last_seq]
        if not current and entry.entry_id not in admitted:
            findings.add("revoked", "sesudah nomor terakhir sebelum pencabutan", entry)
            continue
        good.append(entry)
    return good


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


def officer_certificates(admin_entries, roles, root):
    """Certificates of officers by feed id, with revocations; entries that an admin admitted."""
    officers, admitted = {}, set()
    for entry in admin_entries:
        body = entry.payload["body"]
        if entry.payload["kind"] == "certify-officer":
            feed = feed_of(body["key"])
            if feed not in roles and feed != root:
                officers.setdefault(feed, []).append(Certificate(body["units"], entry.payload["drive"]))
        elif entry.payload["kind"] == "admit":
            admitted.update(body["entries"])
    for entry in admin_entries:
        body = entry.payload["body"]
        if entry.payload["kind"] == "revoke-officer":
            for certificate in officers.get(body["feed"], []):
                if certificate.drive == entry.payload["drive"]:
                    certificate.revoke(body["last_seq"])
    return officers, admitted


def check_closings(entries, findings):
    """Counts of each close-session, recomputed over the feed up to it (section 5.3)."""
    for at, closing in enumerate(entries):
        if closing.withheld or closing.payload["kind"] != "close-session":
            continue
        if any(entry.withheld for entry in entries[:at]):
            continue  # what is not here cannot be counted
        body = closing.payload["body"]
        voided = {e.payload["body"]["target"] for e in entries[:at] if e.payload["kind"] == "void"}
        before = [e for e in entries[:at] if not e.withheld and e.payload["body"].get("session") == body["session"]]
        opening = next((i for i, e in enumerate(before) if e.entry_id == body["opening"]), None)
        if opening is None:
            findings.add("closing", "penutupan menyebut pembukaan yang tidak ada", closing)
            continue
        before = before[opening:]
        counts = dict.fromkeys(("signed", "voided", "excused", "absent", "refused", "added"), 0)
        names = {"sign": "signed", "excuse": "excused", "refuse": "refused", "add-person": "added"}
        for entry in before:
            kind = entry.payload["kind"]
            if kind == "void":
                counts["voided"] += 1
            elif entry.entry_id not in voided and kind in names:
                counts[names[kind]] += 1
            elif entry.entry_id not in voided and kind == "absent":
                counts["absent"] += len(entry.payload["body"]["persons"])
        if counts != body["counts"] or len(before) != body["entries"]:
            findings.add("closing", "jumlah pada penutupan sesi berbeda dari catatan yang ada", closing)


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

    # Admissions first from what counts without them, so that nobody admits themselves.
    plain = [entry for feed in admins if feed in chains
             for entry in counting(chains[feed], payload_rules.ADMIN_KINDS, admins[feed], (), Silence(), "admin")]
    admitted = {entry_id for entry in plain if entry.payload["kind"] == "admit"
                for entry_id in entry.payload["body"]["entries"]}
    admin_entries = []
    for feed in sorted(admins):
        admin_entries += counting(chains.get(feed, []), payload_rules.ADMIN_KINDS, admins[feed], admitted, findings,
                                  "admin")
    officers, admitted = officer_certificates(admin_entries, roles, root)
    for feed, entries in chains.items():
        if feed == root or feed in admins:
            continue
        if feed not in officers:
            findings.add("no-certificate", "tidak ada sertifikat untuk perangkat ini", entries[0] if entries else None)
            continue
        counting(entries, payload_rules.FIELD_KINDS, officers[feed], admitted, findings, "petugas")
        check_closings(entries, findings)
    for entries in chains.values():
        for entry in entries:
            if not entry.withheld and payload_rules.ink_hash(entry.payload) and not entry.ink:
                findings.add("ink-missing", "goresan tinta tidak ada di sini", entry, missing=True)


class Silence:
    """Takes findings and drops them."""

    def add(self, *_args, **_kwargs):
        pass

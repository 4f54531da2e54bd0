"""Proofs of records that were made after their key's revocation. Every reader judges each of them alike (core/log/EVIDENCE.md
section 3, step 2): the page in a browser, and the script that shares no code with it."""

import proof_maker


def cases(w):
    """(verdict, code of the finding or None, bukti) by name; `w`: proof_maker.World."""
    whole = w.certificates()
    revoked = [*whole, w.revoke_officer(41)]
    record, admin_feed = w.entry.id.hex(), w.feed("admin")
    admit = w.admit([record])
    narrow = w.certify("admin", "other", "Kecamatan", 4, units=["KEC-99"])
    second = w.certify("admin", "other", "Kecamatan", 4, units=["KEC-99", "KEC-04"])
    everywhere = w.certify("admin", "other", "Provinsi", 4)
    forged = proof_maker.Entry(w.keys["admin"], w.admit([record], reason="lain").payload, admit.signature)
    late = w.admit([record], seq=10)

    def of(verdict, code, *certificates):
        return verdict, code, w.bukti(certificates=list(certificates))

    return {
        "admitted": of("intact", None, *revoked, admit),
        "admitted, named first": of("intact", None, admit, *revoked),
        "among other records": of("intact", None, *revoked, w.admit(["11" * 32, record])),
        "by another admin of the unit": of("intact", None, *revoked, second, w.admit([record], by="other")),
        "by an admin whose key was revoked later": of("intact", None, *revoked, late, w.revoke("admin", "admin", 10)),
        "its device's certificate was admitted": of(
            "intact", None, *whole, everywhere, w.revoke("admin", "admin", 4),
            w.admit([whole[3].id.hex()], by="other", feed=admin_feed)),
        "nobody admitted it": of("altered", "revoked", *revoked),
        "another record": of("altered", "revoked", *revoked, w.admit(["11" * 32])),
        "of another feed": of("altered", "revoked", *revoked, w.admit([record], feed="22" * 32)),
        "of another drive": of("altered", "revoked", *revoked, w.admit([record], drive="99" * 32)),
        "by an admin of other units": of("altered", "revoked", *revoked, narrow, w.admit([record], by="other")),
        "by an admin after their own revocation": of("altered", "revoked", *revoked, late, w.revoke("admin", "admin", 9)),
        "by an admin who admits themselves": of(
            "altered", "revoked", *revoked, late, w.revoke("admin", "admin", 9),
            w.admit([late.id.hex()], feed=admin_feed, seq=11)),
        "by a witness": of("altered", "chain", *revoked, w.admit([record], by="saksi1")),
        "by the log": of("altered", "chain", *revoked, w.admit([record], by="log")),
        "by the device itself": of("altered", "chain", *revoked, w.admit([record], by="officer")),
        "by the root": of("altered", "chain", *revoked, w.admit([record], by="root")),
        "by a stranger": of("altered", "chain", *revoked, w.admit([record], by="other")),
        "by an admin of another drive": of(
            "altered", "scope", *revoked, w.certify("admin", "other", "Lain", 4, drive="99" * 32), w.admit([record], by="other")),
        "forged": of("altered", "signature", *revoked, forged),
        "with an unknown key": of("altered", "json", *revoked, w.admit([record], extra=1)),
    }

// A slip that somebody brings to a table: what this book knows of it (core/entry/SLIP.md).
#pragma once

#include "core/desk/one_record.h"

namespace teken::desk {

struct SlipReport {
    /// Whose key sealed it, by the certificates in this book.
    enum class Key : std::uint8_t {
        Certified,  ///< an officer's, for this drive and unit
        Unknown,    ///< certified by nobody known here
        OutOfScope, ///< an officer's, but of another drive or unit
        Revoked     ///< before this record
    };

    entry::VerifiedEntry record; ///< its seal holds
    std::string code;
    Key key = Key::Unknown;
    std::string device;               ///< of the certificate; empty: none
    std::optional<Standing> standing; ///< nullopt: this book does not have the record
    std::string proof;                ///< its place in the log, verified here; empty: none yet

    [[nodiscard]] const entry::Sign& sign() const { return std::get<entry::Sign>(record.payload.body); }
    [[nodiscard]] bool forged() const { return key == Key::OutOfScope || key == Key::Revoked; }
};

/// Errors of readSlipText() and of the book.
[[nodiscard]] Result<SlipReport> checkSlip(store::Book& book, const ledger::Ledger& ledger,
                                           std::string_view text);
[[nodiscard]] std::string_view keyName(SlipReport::Key key); ///< "certified", "unknown", "out-of-scope" …

} // namespace teken::desk

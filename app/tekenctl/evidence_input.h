// What the auditor's commands look at: a book, a .teken file, and a log over the network.
#pragma once

#include "app/auditing/audit_source.h"
#include "app/tekenctl/context.h"
#include "sync/client/http_transport.h"

namespace teken::ctl {

[[nodiscard]] inline auditing::Seams auditSeams(Context& context) {
    return {context.clock, context.random, context.files, context.storage};
}

/// Everything a source needs to stay alive; the source goes first.
struct EvidenceInput {
    std::unique_ptr<store::Book> keyBook; ///< whose key opens a sealed file
    std::optional<crypto::RecipientSecret> secret;
    std::unique_ptr<sync::client::HttpTransport> transport;
    auditing::Source source;
};

/// A .teken file (unpacked into `folder`/`name`; a sealed one needs --book, whose key is put into
/// `settings`), or a book.
[[nodiscard]] Result<std::unique_ptr<EvidenceInput>>
openEvidence(Context& context, const std::filesystem::path& file, const std::filesystem::path& folder,
             const std::string& name, sync::UnpackSettings settings);

/// The public log of a server. Pins of its TLS key come from `ledger`.
[[nodiscard]] Result<std::unique_ptr<sync::client::HttpTransport>>
openLogServer(Context& context, const std::string& address, const std::vector<Digest>& pins);

} // namespace teken::ctl

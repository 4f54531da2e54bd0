// The public log of a server, read by GET like any tlog client does: its checkpoint and every leaf.
#pragma once

#include "core/audit/log_material.h"
#include "sync/client/http_transport.h"

namespace teken::sync::client {

/// The newest checkpoint note and, when the audit asks, all leaves under it, 256 at a time; nothing is
/// verified here. The transport outlives the material. NotFound ("log.off": this server keeps none);
/// InvalidInput
/// ("checkpoint.…", "note.…", "bundle.…" for what is no log).
[[nodiscard]] Result<audit::LogMaterial> mirrorLog(HttpTransport& transport);

} // namespace teken::sync::client

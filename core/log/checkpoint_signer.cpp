#include "core/log/checkpoint_signer.h"

namespace teken::log {
namespace {

Result<> begins(const CheckpointSigner::Signed& last, TreeSize size, const NodeReader& read) {
    const auto& known = last.checkpoint;
    if (size < known.size)
        return fail(ErrorCode::Conflict, "log.signer-shrunk",
                    "expected a tree of at least " + std::to_string(known.size.value) + " leaves, found " +
                        std::to_string(size.value));
    TEKEN_TRY(const auto earlier, rootOf(known.size, read));
    if (earlier != known.root)
        return fail(ErrorCode::Conflict, "log.signer-other-tree",
                    "the first " + std::to_string(known.size.value) +
                        " leaves are not those of the last checkpoint");
    return {};
}

} // namespace

Result<CheckpointSigner> CheckpointSigner::open(FileSystem& files, std::filesystem::path state,
                                                std::string origin, const crypto::SigningKey& key) {
    if (!isOrigin(origin))
        return fail(ErrorCode::InvalidInput, "checkpoint.origin", "expected the origin of a log");
    CheckpointSigner signer(files, std::move(state), std::move(origin), key);
    if (!files.exists(signer.m_state))
        return signer;
    TEKEN_TRY(const auto bytes, files.read(signer.m_state, kMostNoteBytes));
    auto opened = openCheckpoint(textOf(bytes), signer.verifierKey());
    if (!opened)
        return fail(ErrorCode::Corrupt, "log.signer-state",
                    "expected the newest checkpoint of this key and origin: " + opened.error().message,
                    signer.m_state.string());
    signer.m_last = Signed{std::move(opened->checkpoint), std::string(textOf(bytes))};
    return signer;
}

VerifierKey CheckpointSigner::verifierKey() const {
    return {m_origin, SignatureType::Ed25519, m_key.publicKey()};
}

Result<CheckpointSigner::Signed> CheckpointSigner::sign(TreeSize size, const Digest& root,
                                                        const NodeReader& read) {
    if (m_last)
        TEKEN_CHECK(begins(*m_last, size, read));
    TEKEN_TRY(const auto computed, rootOf(size, read));
    if (computed != root)
        return fail(ErrorCode::Corrupt, "log.tiles-damaged",
                    "the tiles lead to another root than the appender's");
    if (m_last && m_last->checkpoint.size == size)
        return *m_last;
    Signed made{{m_origin, size, root}, {}};
    TEKEN_TRY(const auto note, signNote(formatCheckpoint(made.checkpoint), m_origin, m_key));
    made.note = formatNote(note);
    TEKEN_CHECK(m_files.writeAtomic(m_state, view(made.note)));
    m_last = made;
    return made;
}

} // namespace teken::log

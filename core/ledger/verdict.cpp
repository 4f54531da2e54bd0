#include "core/ledger/verdict.h"

namespace teken::ledger {

std::string_view verdictName(Verdict verdict) {
    switch (verdict) {
    case Verdict::Waiting:
        return "waiting";
    case Verdict::Counts:
        return "counts";
    case Verdict::Unknown:
        return "unknown";
    case Verdict::Withheld:
        return "withheld";
    case Verdict::Forked:
        return "forked";
    case Verdict::OffBranch:
        return "off-branch";
    case Verdict::NoCertificate:
        return "no-certificate";
    case Verdict::WrongRole:
        return "wrong-role";
    case Verdict::OtherDrive:
        return "other-drive";
    case Verdict::OutOfScope:
        return "out-of-scope";
    case Verdict::Revoked:
        return "revoked";
    }
    return "?";
}

} // namespace teken::ledger

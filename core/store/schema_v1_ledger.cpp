#include "core/store/schema.h"

namespace teken::store {

SchemaPart schemaV1Ledger() {
    return {1, "", {}};
}

} // namespace teken::store

// Invented people for screens and tests. Serial numbers start at 900 so that no living person's number is
// hit; names are common names put together, none is an official's.
#pragma once

#include "app/teken/services/people.h"

#include <QList>

namespace teken::app::test {

/// `count` people of one unit in list order; the first eight carry the edges that a list must bear: a
/// one-word name, both apostrophes, a very long name, twins with numbers in sequence, PPPK, and no number at
/// all.
[[nodiscard]] QList<PersonRow> inventPeople(int count, const QString& unit, const QString& parentUnit);

} // namespace teken::app::test

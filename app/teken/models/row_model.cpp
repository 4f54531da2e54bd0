#include "app/teken/models/row_model.h"

#include <QMetaProperty>

namespace teken::app {

RowModelBase::RowModelBase(const QMetaObject& gadget, QObject* parent)
    : QAbstractListModel(parent), m_gadget(gadget) {}

QHash<int, QByteArray> RowModelBase::roleNames() const {
    QHash<int, QByteArray> names;
    for (int i = 0; i < m_gadget.propertyCount(); ++i)
        names.insert(Qt::UserRole + i, m_gadget.property(i).name());
    return names;
}

QVariant RowModelBase::data(const QModelIndex& index, int role) const {
    const int property = role - Qt::UserRole;
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || property < 0 ||
        property >= m_gadget.propertyCount())
        return {};
    return m_gadget.property(property).readOnGadget(rowAt(index.row()));
}

} // namespace teken::app

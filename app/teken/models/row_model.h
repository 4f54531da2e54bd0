// A list model over plain gadgets: every Q_PROPERTY of the row type is a role of the same name. Rows are
// replaced as a whole or touched one by one; the order is the one they are given in (no proxy models: at a
// nation's size they take minutes).
#pragma once

#include <QAbstractListModel>
#include <QList>
#include <QMetaObject>
#include <QtQml/qqmlregistration.h>

#include <algorithm>
#include <optional>

namespace teken::app {

class RowModelBase : public QAbstractListModel {
    Q_OBJECT
    QML_NAMED_ELEMENT(RowModel)
    QML_UNCREATABLE("models belong to controllers")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    [[nodiscard]] int count() const { return rowCount({}); }
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

signals:
    void countChanged();

protected:
    RowModelBase(const QMetaObject& gadget, QObject* parent);
    [[nodiscard]] virtual const void* rowAt(int row) const = 0;

private:
    const QMetaObject& m_gadget;
};

template <class Row>
class RowModel final : public RowModelBase {
public:
    explicit RowModel(QObject* parent = nullptr) : RowModelBase(Row::staticMetaObject, parent) {}

    [[nodiscard]] int rowCount(const QModelIndex& parent) const override {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    [[nodiscard]] const QList<Row>& rows() const { return m_rows; }
    [[nodiscard]] const Row* row(int index) const {
        return index >= 0 && index < m_rows.size() ? &m_rows[index] : nullptr;
    }

    void replaceAll(QList<Row> rows) {
        const bool counts = rows.size() != m_rows.size();
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        if (counts)
            emit countChanged();
    }
    /// As replaceAll(), but rows change in their places and only the end grows or shrinks: views keep what
    /// they show, and hear only of rows that are not what they were. For a list that is another with each
    /// key, or nearly the same after each save.
    void changeTo(QList<Row> rows) {
        const auto before = m_rows.size();
        const auto kept = std::min(before, rows.size());
        if (kept < before) {
            beginRemoveRows({}, int(kept), int(before) - 1);
            m_rows.erase(m_rows.cbegin() + kept, m_rows.cend());
            endRemoveRows();
        }
        for (qsizetype first = 0; first < kept; ++first) {
            auto end = first;
            for (; end < kept && !(m_rows[end] == rows[end]); ++end)
                m_rows[end] = std::move(rows[end]);
            if (end > first)
                emit dataChanged(index(int(first)), index(int(end) - 1));
            first = end;
        }
        if (kept < rows.size()) {
            beginInsertRows({}, int(kept), int(rows.size()) - 1);
            m_rows.append(rows.mid(kept));
            endInsertRows();
        }
        if (before != m_rows.size())
            emit countChanged();
    }
    void replaceRow(int index, Row changed) {
        if (index < 0 || index >= m_rows.size())
            return;
        m_rows[index] = std::move(changed);
        emit dataChanged(this->index(index), this->index(index));
    }
    void clear() { replaceAll({}); }

private:
    [[nodiscard]] const void* rowAt(int row) const override { return &m_rows[row]; }

    QList<Row> m_rows;
};

} // namespace teken::app

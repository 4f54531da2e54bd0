#include "app/teken/models/row_model.h"

#include "app/teken/services/people.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace teken::app {
namespace {

int role(const RowModelBase& model, const char* name) {
    return model.roleNames().key(name, -1);
}

TEST(RowModel, MakesARoleOfEachProperty) {
    RowModel<PersonRow> model;
    for (const char* name : {"name", "number", "numberTail", "personState", "unit", "personKey"})
        EXPECT_NE(role(model, name), -1) << name;
    EXPECT_EQ(role(model, "state"), -1); // would hide Item.state in a delegate
}

TEST(RowModel, ReadsRowsThroughTheirProperties) {
    RowModel<PersonRow> model;
    PersonRow row;
    row.name = QStringLiteral("Suhartini");
    row.number = QStringLiteral("19850611 200901 2 917");
    model.replaceAll({row});
    EXPECT_EQ(model.data(model.index(0), role(model, "name")).toString(), QStringLiteral("Suhartini"));
    EXPECT_EQ(model.data(model.index(0), role(model, "numberTail")).toString(), QStringLiteral("917"));
}

TEST(RowModel, AnswersNothingOutsideItsRows) {
    RowModel<PersonRow> model;
    EXPECT_EQ(model.row(0), nullptr);
    EXPECT_EQ(model.row(-1), nullptr);
    EXPECT_FALSE(model.data(model.index(0), role(model, "name")).isValid());
}

QList<PersonRow> named(const QStringList& names) {
    QList<PersonRow> rows;
    for (const auto& name : names) {
        rows.append(PersonRow());
        rows.last().name = name;
    }
    return rows;
}

QStringList namesIn(const RowModel<PersonRow>& model) {
    QStringList names;
    for (const auto& row : model.rows())
        names.append(row.name);
    return names;
}

TEST(RowModel, ChangesRowsInTheirPlacesWithoutBeginningAnew) {
    RowModel<PersonRow> model;
    QSignalSpy anew(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy counted(&model, &RowModelBase::countChanged);
    for (const auto& names : {QStringList{"A", "B", "C"}, QStringList{"D"}, QStringList{"E", "F"},
                              QStringList{}, QStringList{}, QStringList{"G"}, QStringList{"H"}}) {
        model.changeTo(named(names));
        EXPECT_EQ(namesIn(model), names);
        EXPECT_EQ(model.count(), int(names.size()));
    }
    EXPECT_EQ(anew.count(), 0);
    EXPECT_EQ(changed.count(), 3) << "where a row stayed: D, E, H";
    EXPECT_EQ(counted.count(), 5) << "not when nobody follows nobody, nor one another";
}

TEST(RowModel, TellsOnlyOfRowsThatAreNotWhatTheyWere) {
    RowModel<PersonRow> model;
    model.changeTo(named({"A", "B", "C", "D", "E"}));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.changeTo(named({"A", "B", "C", "D", "E"}));
    EXPECT_EQ(changed.count(), 0);
    model.changeTo(named({"A", "X", "Y", "D", "Z"}));
    ASSERT_EQ(changed.count(), 2);
    EXPECT_EQ(changed[0][0].toModelIndex().row(), 1);
    EXPECT_EQ(changed[0][1].toModelIndex().row(), 2);
    EXPECT_EQ(changed[1][0].toModelIndex().row(), 4);
    EXPECT_EQ(namesIn(model), (QStringList{"A", "X", "Y", "D", "Z"}));
}

TEST(RowModel, TellsAboutOneChangedRow) {
    RowModel<PersonRow> model;
    model.replaceAll({PersonRow(), PersonRow()});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.replaceRow(1, PersonRow());
    model.replaceRow(7, PersonRow());
    EXPECT_EQ(changed.count(), 1);
}

} // namespace
} // namespace teken::app

// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// 操作履歴の点検: the log, newest first, with filters; one record in full; verifying and exporting. GUI
// thread.
#pragma once

#include "app/audit/auditexport.h"
#include "app/audit/auditreader.h"
#include "ui/screens/recordwords.h"
#include "ui/screens/screen.h"

class QLabel;

namespace madoguchi {

class ActionButton;
class AuditFilterBar;
class AuditJobPanel;
class FactList;
class ListTable;
class PageStack;

class AuditScreen final : public Screen {
    Q_OBJECT
public:
    static constexpr int RecordsPerPage = 50;

    explicit AuditScreen(const ScreenContext& context, const QString& target = {}, QWidget* parent = nullptr);

    QString name() const override { return QStringLiteral("audit"); }
    QString title() const override { return tr("Operation log"); }
    Result<> load() override;
    QList<FunctionKey> functionKeys() override;

private:
    /// What is on the page.
    struct Place {
        AuditFilter filter;
        QMap<QString, QString> details; ///< of the filter, for the record
        /// AuditQuery::before of the pages up to this one.
        QList<std::optional<quint64>> starts{std::nullopt};
    };

    QWidget* makeList();
    QWidget* makeButtons();
    QWidget* makeDetails();
    void join();
    void search();
    void clearFilters();
    /// Stays where it is if that can't be read.
    Result<> goTo(Place place);
    void showRows();
    void older();
    void newer();
    void openRecord(int row);
    void closeRecord();
    void exportLog(AuditExportFormat format);
    void report(const Result<>& result);

    RecordWords m_words;
    PageStack* m_pages;
    AuditFilterBar* m_filters;
    ListTable* m_table;
    QLabel* m_range;
    AuditJobPanel* m_job;
    FactList* m_record;
    ActionButton* m_newer;
    ActionButton* m_older;
    ActionButton* m_verify;
    ActionButton* m_csv;
    ActionButton* m_json;
    ActionButton* m_back;
    ActionButton* m_starter = nullptr; ///< of the work that runs, or ran last
    Place m_place;
    AuditPage m_page;
};

} // namespace madoguchi

// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What the person who is logged in did (自分の操作履歴), the newest first. GUI thread.
#pragma once

#include "app/audit/auditreader.h"
#include "ui/screens/recordwords.h"
#include "ui/screens/screen.h"

#include <QSet>

class QLabel;

namespace madoguchi {

class ActionButton;
class ListTable;

class HistoryScreen final : public Screen {
    Q_OBJECT
public:
    static constexpr int PageSize = 50;

    HistoryScreen(const ScreenContext& context, const QString& target, QWidget* parent = nullptr);

    QString name() const override;
    QString title() const override;
    /// Errors: those of readOwnHistory().
    Result<> load() override;

private:
    QWidget* makeButtons();
    /// The page that begins below `before`; none: the newest.
    Result<> showPage(std::optional<quint64> before);
    void showRows(const AuditPage& page);
    void goTo(std::optional<quint64> before);

    RecordWords m_words;
    QLabel* m_range;
    ListTable* m_table;
    ActionButton* m_newest;
    ActionButton* m_older;
    std::optional<quint64> m_next;
    QSet<quint64> m_concluded; ///< attempts whose outcome was shown already
};

} // namespace madoguchi

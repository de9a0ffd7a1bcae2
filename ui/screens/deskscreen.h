// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The operator's first page (窓口): a visit begins here, and every draft of hers is found again. GUI thread.
#pragma once

#include "app/drafts/draftstore.h"
#include "ui/screens/screen.h"

#include <QMap>

class QBoxLayout;
class QLabel;

namespace madoguchi {

class ActionButton;
class ListTable;
class ReceptionPanel;
class SearchPanel;
struct Work;

class DeskScreen final : public Screen {
    Q_OBJECT
public:
    DeskScreen(const ScreenContext& context, const QString& target, QWidget* parent = nullptr);

    QString name() const override;
    QString title() const override;
    /// Errors: VaultKeyMissing, and those of DraftStore::list().
    Result<> load() override;
    Result<> refresh() override;
    /// A reception that was opened and has no draft yet is gone on with.
    ScreenPosition position() const override;
    void restore(const ScreenPosition& position) override;
    QList<FunctionKey> functionKeys() override;
    /// No: its texts wrap, but what scrolls inside takes the height that is left.
    bool hasHeightForWidth() const override { return false; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeList();
    void join();
    Result<Work*> work();

    void openReception(const QString& purpose);
    void askProcedure(const Reception& reception);
    void createDraft(const QString& procedure);
    void startAgain();
    void goBack();
    void goOn();

    Result<> showOwn();
    void search(const QString& purpose, const QList<DraftQuery>& queries);
    Result<QList<DraftSummary>> found(const QList<DraftQuery>& queries);
    void showDrafts(const QList<DraftSummary>& drafts, bool isSearch);
    QStringList rowFor(const DraftSummary& draft) const;
    void open(int row);

    QBoxLayout* m_columns;
    ReceptionPanel* m_reception;
    SearchPanel* m_search;
    QLabel* m_listTitle;
    ActionButton* m_showAll;
    ListTable* m_table;
    QStringList m_ids; ///< of the drafts in the table
    QMap<QString, QString> m_colleagues;
};

} // namespace madoguchi

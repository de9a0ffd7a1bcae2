// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One draft being entered (下書き). Nothing typed is lost: it is saved half a second after the last change,
// when a field is left, and before the page is left or locked. GUI thread.
#pragma once

#include "app/drafts/draft.h"
#include "app/procedures/procedure.h"
#include "app/text/postalcode.h"
#include "ui/screens/screen.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

#include <optional>

class QVBoxLayout;

namespace madoguchi {

class DraftHeader;
class DraftPanels;
class DraftProblem;
struct AskedDraft;
class ProcedureForm;

class DraftScreen final : public Screen {
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds Pause{500};    ///< after the last change
    static constexpr std::chrono::milliseconds Longest{3000}; ///< unsaved while somebody types on and on
    static constexpr std::chrono::milliseconds Retry{5000};   ///< after a failure

    /// `target`: the draft's id.
    DraftScreen(const ScreenContext& context, const QString& target, QWidget* parent = nullptr);
    ~DraftScreen() override;

    QString name() const override { return QStringLiteral("draft"); }
    QString title() const override;
    /// Errors: VaultKeyMissing, ProcedureUnknown, and those of DraftStore::load().
    Result<> load() override;
    Result<> save() override;
    QStringList unsaved() const override;
    ScreenPosition position() const override;
    void restore(const ScreenPosition& position) override;
    QList<FunctionKey> functionKeys() override;
    /// No: its texts wrap, but what scrolls inside takes the height that is left.
    bool hasHeightForWidth() const override { return false; }

private:
    void build();
    QString purposeLabel() const;
    QString recordTarget() const;
    AskedDraft asked() const;
    /// `what` with the drafts of the open vault, through the single door. Errors: also VaultKeyMissing.
    template <class What>
    auto runInVault(const ActionCall& call, What what);

    void showPerson();
    void takeEdit(const QString& fieldId);
    void takeLeaving(const QString& fieldId);
    Result<> noteEdit(const QString& fieldId);
    Result<> store();
    void showStored();
    void showFailure(const Error& error);
    void saveAsNew();

    void note(ActionId id); ///< at the field with the keyboard
    void noteAt(ActionId id, const QString& field);
    void check();
    void nextError();
    void lookUpPostal();
    void saveByHand();

    void handOver(const QString& colleague, const QString& colleagueName);
    void askReason();
    void forgetReason();
    void remove(const QString& reason);
    void leave(const QString& message);

    PostalDirectory m_postal;
    QVBoxLayout* m_column;
    DraftHeader* m_header = nullptr;
    DraftProblem* m_problem = nullptr;
    ProcedureForm* m_form = nullptr;
    DraftPanels* m_panels = nullptr;

    Draft m_draft; ///< as stored
    Procedure m_procedure;
    QString m_reason;        ///< for deleting, while it is being written; saved with the draft
    QSet<QString> m_changed; ///< fields edited since the last save
    QSet<QString> m_unnoted; ///< fields edited and not yet on record as edited
    QTimer m_saving;
    QElapsedTimer m_unsavedSince;    ///< invalid: everything is saved
    std::optional<Error> m_conflict; ///< why it needs a draft of its own now
    bool m_gone = false;             ///< handed over or deleted: nothing is left to save
};

} // namespace madoguchi

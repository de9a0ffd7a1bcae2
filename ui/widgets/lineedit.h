// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A line of text that does not damage Japanese: Backspace and Delete remove whole characters (葛 with its
// variation selector, 𠮷, か゚), Enter does nothing while the input method is composing, and nothing typed or
// pasted is normalised; only line breaks and control characters in a paste become spaces. It has no context
// menu and takes no drops, as those would act without a record. Main thread.
#pragma once

#include <QLineEdit>

namespace madoguchi {

class LineEdit : public QLineEdit {
    Q_OBJECT
public:
    /// What nobody types by hand is refused: longer pastes are cut here, between characters.
    static constexpr qsizetype hardLimit = 2000;

    explicit LineEdit(QWidget* parent = nullptr);

    bool isComposing() const { return !m_preedit.isEmpty(); }

Q_SIGNALS:
    /// What the input method shows as not yet decided; empty when it ended.
    void preeditChanged(const QString& preedit);
    /// What the input method handed over, before it is in text(). `appended` is false in the middle of a
    /// text.
    void committed(const QString& text, bool appended);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void removeBetween(qsizetype begin, qsizetype end);
    void pasteClean();
    QString m_preedit;
};

} // namespace madoguchi

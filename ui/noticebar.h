// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The message above a page: as high as its words need, up to the height that is left for it; more than that
// scrolls. GUI thread.
#pragma once

#include "ui/widgets/notice.h"

#include <QWidget>

class QHBoxLayout;
class QScrollArea;

namespace madoguchi {

class ActionButton;

class NoticeBar final : public QWidget {
    Q_OBJECT
public:
    /// Hidden until say().
    explicit NoticeBar(QWidget* parent = nullptr);

    /// `close`: what the button says; empty for the usual.
    void say(NoticeKind kind, const QString& title, const QString& text, const QString& close);
    void setCompact(bool compact);
    /// In pixels, with what is around the words.
    void setMostHeight(int height);
    /// By that many pages, where the words do not fit; negative is up.
    void scroll(int pages);

Q_SIGNALS:
    void closeRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QHBoxLayout* m_row;
    QScrollArea* m_words;
    Notice* m_notice;
    ActionButton* m_close;
    int m_mostHeight = QWIDGETSIZE_MAX;
};

} // namespace madoguchi

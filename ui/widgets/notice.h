// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A message that stands in the page: icon, word for its kind, title and text. Never colour alone. Main
// thread.
#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace madoguchi {

class IconLabel;

enum class NoticeKind { Info, Success, Warning, Error };

/// 情報, 完了, 注意, エラー, translated.
QString noticeWord(NoticeKind kind);

class Notice final : public QFrame {
    Q_OBJECT
public:
    explicit Notice(NoticeKind kind, const QString& title, const QString& text = {},
                    QWidget* parent = nullptr);
    /// Replaces what it says; `text` may have several lines.
    void say(NoticeKind kind, const QString& title, const QString& text = {});
    /// Less room around the text, for small windows at large scales.
    void setCompact(bool compact);
    NoticeKind kind() const { return m_kind; }
    QString title() const;
    /// Puts a widget, such as buttons or a list of jumps, under the text; the notice owns it.
    void append(QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    NoticeKind m_kind;
    IconLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    QVBoxLayout* m_column;
};

} // namespace madoguchi

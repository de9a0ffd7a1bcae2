// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Shows the real shapes of the variation sequences in a name, and their numbers, under the field that can
// only show the plain characters. Invisible while there are none. Main thread.
#pragma once

#include "ui/widgets/variantglyphs.h"

#include <QWidget>

namespace madoguchi {

class VariantHint final : public QWidget {
    Q_OBJECT
public:
    explicit VariantHint(QWidget* parent = nullptr);
    void setText(const QString& name);
    /// What it says in words, also for screen readers.
    QString words() const { return m_words; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    QString m_words;
};

} // namespace madoguchi

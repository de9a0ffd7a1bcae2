// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/diagnostics/cardclientsearch.h"

using namespace Qt::StringLiterals;

namespace madoguchi {

CardClientSearch::~CardClientSearch() {
    if (m_thread)
        m_thread->wait();
}

// What the thread posts can't arrive after this object's end: the destructor waits for it, and Qt drops what
// is queued for an object that is gone.
void CardClientSearch::begin() {
    if (m_thread)
        return;
    m_thread.reset(QThread::create([this] {
        QMetaObject::invokeMethod(
            this,
            [this, clients = findCardClients(u"/proc"_s)] {
                m_thread->wait();
                m_thread.reset();
                Q_EMIT found(clients);
            },
            Qt::QueuedConnection);
    }));
    m_thread->start();
}

} // namespace madoguchi

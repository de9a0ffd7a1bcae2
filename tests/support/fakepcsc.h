// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A PC/SC library in the place of pcsc-lite's, at link level, so that the real PcscStack runs over readers
// with keys of their own, which no virtual reader has. A program that links it reaches no pcscd. Its pad
// reads the blocks of PC/SC part 10 by pcsc-lite's own structures. One object at a time; any thread.
#pragma once

#include "smartcard/simulator/simulatedcard.h"
#include "tests/support/fakepad.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace madoguchi {

class FakePcsc {
public:
    using Pad = FakePad;

    FakePcsc();
    /// Everything that still waits goes on.
    ~FakePcsc();
    FakePcsc(const FakePcsc&) = delete;
    FakePcsc& operator=(const FakePcsc&) = delete;

    void plug(const QString& reader, const std::optional<Pad>& pad);
    void insert(const QString& reader, std::shared_ptr<SimulatedCard> card);
    void remove(const QString& reader);

    /// The next time a pad asks, or now if one does: until then it waits for ever.
    void visitPad(const PadVisit& visit);
    bool padWaits() const;
    /// Returns when one does; for threads without an event loop.
    void awaitPad() const;
    /// How often a pad has asked.
    int padEntries() const;
    /// The bytes that the program gave it last.
    QByteArray padBlock() const;
    /// All that the program itself sent to cards.
    QByteArray sentByProgram() const;
};

} // namespace madoguchi

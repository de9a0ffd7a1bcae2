// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// One step of work that takes several people and cards, in words: what to do now, which PIN is asked for,
// what went wrong. A value; GUI thread.
#pragma once

#include "app/base/error.h"
#include "ui/widgets/notice.h"

#include <QString>

#include <optional>

namespace madoguchi {

/// Which PINs a step asks for.
enum class CardStepPins { None, One, Two };

/// Which of them was wrong.
enum class CardStepMark { None, Pin, Repeat };

/// All translated.
struct CardStep {
    int number = 0; ///< from 1; 0 outside the steps
    int of = 0;
    QString title = {};
    QString who = {};  ///< whose card it is about
    QString todo = {}; ///< what to do now, or what is going on
    CardStepPins pins = CardStepPins::None;
    QString pinLabel = {};
    QString repeatLabel = {};
    std::optional<int> triesLeft = {}; ///< of the PIN that is asked for
    NoticeKind problemKind = NoticeKind::Error;
    QString problem = {}; ///< empty for none
    QString remedy = {};  ///< may have several lines
    CardStepMark mark = CardStepMark::None;
    QString paper = {};  ///< to be signed; empty for none
    bool isOver = false; ///< nothing but leaving is left to do
};

/// Puts the error's text into the step.
void showError(CardStep& step, const Error& error);

enum class WitnessStep { Awaited, AsksPin, Checked };

/// The step in which a second person confirms with card and PIN.
CardStep witnessStep(WitnessStep step, const QString& name, std::optional<int> triesLeft);
/// Says that the PIN was wrong, or malformed and not sent, in the step that asks for it again.
void showWrongPin(CardStep& step, int triesLeft);
void showMalformedPin(CardStep& step);

} // namespace madoguchi

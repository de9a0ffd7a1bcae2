// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// States of a card and what happened to it, in words and icons. GUI thread.
#pragma once

#include "app/operators/cardevents.h"
#include "app/operators/cardreminders.h"

#include <QIcon>

namespace madoguchi {

/// 使用中, 紛失 ...; of somebody without a card, 有効 or 停止中.
QString cardStateText(const RegisteredCard& card);
QString cardStateText(OperatorCardState state);
QIcon cardStateIcon(const RegisteredCard& card);
QString cardEventText(CardEvent event);
/// Of a suspension, a loss or an invalidation; what this version does not know stays as it is.
QString cardReasonText(const QString& id);
/// "sv01 (by name only)"
QString witnessText(const CardEventEntry& event);
QString reminderText(ReminderKind kind);
/// What does it at the console; empty for what is done on screen.
QString reminderCommand(ReminderKind kind);

} // namespace madoguchi

// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What the card administrator is to do at each step of issuing a card, in words. GUI thread.
#pragma once

#include "app/issuing/cardissuing.h"
#include "app/operators/cardlife.h"
#include "ui/screens/cardstep.h"

#include <QString>

namespace madoguchi {

/// `paper`: the lending notice, at the end.
/// `pinRule`: what the holder's PIN must be made of. `paper`: what she signs; empty for none.
CardStep issueStep(const IssuingView& view, const IssueOrder& order, const QString& pinRule,
                   const QString& paper);
/// The notice that the holder signs when she takes the card; its last line is for the signature.
QString lendingNotice(const IssueOrder& order, const IssuingView& view, const QDateTime& now);
/// The same for a card that was made before.
QString lendingNotice(const RegisteredCard& card);

} // namespace madoguchi

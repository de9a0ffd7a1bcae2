// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A disk that is full. Any thread; it is the whole process's.
#pragma once

#include <QtGlobal>

#include <csignal>
#include <sys/resource.h>

namespace madoguchi {

// While it lives, no file of this process grows beyond a size: the kernel cuts
// the write that reaches it short and fails the next one, as a full disk does.
class GrowthLimit {
public:
    explicit GrowthLimit(qint64 bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_old);
        const rlimit limit{static_cast<rlim_t>(bytes), m_old.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~GrowthLimit() { setrlimit(RLIMIT_FSIZE, &m_old); }
    Q_DISABLE_COPY_MOVE(GrowthLimit)

private:
    rlimit m_old = {};
};

} // namespace madoguchi

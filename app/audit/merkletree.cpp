// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/merkletree.h"

#include <algorithm>
#include <bit>

namespace madoguchi {
namespace {

constexpr char LeafPrefix = 0;
constexpr char NodePrefix = 1;

Sha256Digest nodeHash(Sha256& hash, const Sha256Digest& left, const Sha256Digest& right) {
    hash.begin();
    hash.add({&NodePrefix, 1});
    hash.add(viewOf(left));
    hash.add(viewOf(right));
    return hash.finish();
}

// The largest power of two below `size`, which is at least 2.
std::size_t split(std::size_t size) {
    return std::bit_floor(size - 1);
}

// RFC 9162 2.1.4.1 SUBPROOF; `whole`: the old tree is this very subtree, whose hash the verifier has.
void subproof(std::span<const Sha256Digest> leaves, std::size_t oldSize, bool whole, MerkleProof& proof) {
    if (oldSize == leaves.size()) {
        if (!whole)
            proof.push_back(merkleRoot(leaves));
        return;
    }
    const std::size_t left = split(leaves.size());
    if (oldSize <= left) {
        subproof(leaves.first(left), oldSize, whole, proof);
        proof.push_back(merkleRoot(leaves.subspan(left)));
    } else {
        subproof(leaves.subspan(left), oldSize - left, false, proof);
        proof.push_back(merkleRoot(leaves.first(left)));
    }
}

} // namespace

Sha256Digest leafHash(Sha256& hash, QByteArrayView record) {
    hash.begin();
    hash.add({&LeafPrefix, 1});
    hash.add(record);
    return hash.finish();
}

MerkleRange::MerkleRange() = default;

std::optional<MerkleRange> MerkleRange::fromPeaks(quint64 size, QByteArrayView peaks) {
    constexpr auto HashBytes = static_cast<qsizetype>(std::tuple_size_v<Sha256Digest>);
    if (peaks.size() != std::popcount(size) * HashBytes)
        return std::nullopt;
    MerkleRange range;
    range.m_size = size;
    for (qsizetype at = 0; at < peaks.size(); at += HashBytes) {
        Sha256Digest& peak = range.m_peaks.emplace_back();
        std::copy_n(peaks.begin() + at, HashBytes, peak.begin());
    }
    return range;
}

void MerkleRange::append(const Sha256Digest& leaf) {
    Sha256Digest carried = leaf;
    for (quint64 bits = m_size; (bits & 1) != 0; bits >>= 1) {
        carried = nodeHash(m_hash, m_peaks.back(), carried);
        m_peaks.pop_back();
    }
    m_peaks.push_back(carried);
    ++m_size;
}

Sha256Digest MerkleRange::root() const {
    if (m_peaks.empty()) {
        m_hash.begin();
        return m_hash.finish();
    }
    Sha256Digest root = m_peaks.back();
    for (auto peak = m_peaks.rbegin() + 1; peak != m_peaks.rend(); ++peak)
        root = nodeHash(m_hash, *peak, root);
    return root;
}

QByteArray MerkleRange::peaks() const {
    QByteArray bytes;
    for (const Sha256Digest& peak : m_peaks)
        bytes += viewOf(peak);
    return bytes;
}

Sha256Digest merkleRoot(std::span<const Sha256Digest> leaves) {
    MerkleRange range;
    for (const Sha256Digest& leaf : leaves)
        range.append(leaf);
    return range.root();
}

MerkleProof inclusionProof(std::span<const Sha256Digest> leaves, std::size_t index) {
    MerkleProof proof;
    if (index >= leaves.size())
        return proof;
    while (leaves.size() > 1) {
        const std::size_t left = split(leaves.size());
        const bool inLeft = index < left;
        proof.push_back(merkleRoot(inLeft ? leaves.subspan(left) : leaves.first(left)));
        leaves = inLeft ? leaves.first(left) : leaves.subspan(left);
        index -= inLeft ? 0 : left;
    }
    std::reverse(proof.begin(), proof.end());
    return proof;
}

MerkleProof consistencyProof(std::span<const Sha256Digest> leaves, std::size_t oldSize) {
    MerkleProof proof;
    if (oldSize > 0 && oldSize <= leaves.size())
        subproof(leaves, oldSize, true, proof);
    return proof;
}

bool verifyInclusion(const Sha256Digest& leaf, quint64 index, quint64 size, const MerkleProof& proof,
                     const Sha256Digest& root) {
    if (index >= size)
        return false;
    Sha256 hash;
    quint64 node = index;
    quint64 last = size - 1;
    Sha256Digest computed = leaf;
    for (const Sha256Digest& sibling : proof) {
        if (last == 0)
            return false;
        if ((node & 1) != 0 || node == last) {
            computed = nodeHash(hash, sibling, computed);
            while ((node & 1) == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            computed = nodeHash(hash, computed, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && computed == root;
}

bool verifyConsistency(quint64 oldSize, const Sha256Digest& oldRoot, quint64 newSize,
                       const Sha256Digest& newRoot, const MerkleProof& proof) {
    if (oldSize == 0 || oldSize > newSize)
        return false;
    if (oldSize == newSize)
        return proof.empty() && oldRoot == newRoot;
    MerkleProof path = proof;
    if (std::has_single_bit(oldSize))
        path.insert(path.begin(), oldRoot);
    if (path.empty())
        return false;
    Sha256 hash;
    const int shift = std::countr_one(oldSize - 1);
    quint64 node = (oldSize - 1) >> shift;
    quint64 last = (newSize - 1) >> shift;
    Sha256Digest oldComputed = path.front();
    Sha256Digest newComputed = path.front();
    for (const Sha256Digest& sibling : std::span(path).subspan(1)) {
        if (last == 0)
            return false;
        if ((node & 1) != 0 || node == last) {
            oldComputed = nodeHash(hash, sibling, oldComputed);
            newComputed = nodeHash(hash, sibling, newComputed);
            while ((node & 1) == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            newComputed = nodeHash(hash, newComputed, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && oldComputed == oldRoot && newComputed == newRoot;
}

} // namespace madoguchi

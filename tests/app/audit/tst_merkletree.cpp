// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/audit/merkletree.h"
#include "tests/support/testcase.h"

namespace madoguchi {

class MerkleTreeTest : public TestCase {
    Q_OBJECT

    std::vector<Sha256Digest> m_leaves;

    // The eight records that Certificate Transparency's own tests use.
    static constexpr const char* Records[] = {
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
    static constexpr const char* Roots[] = {
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

    static QByteArray hex(const Sha256Digest& digest) { return viewOf(digest).toByteArray().toHex(); }

private Q_SLOTS:
    void initTestCase() {
        Sha256 hash;
        for (const char* record : Records)
            m_leaves.push_back(leafHash(hash, QByteArray::fromHex(record)));
        for (int i = 8; i < 70; ++i)
            m_leaves.push_back(leafHash(hash, QByteArray::number(i)));
    }

    void theRootsAreThoseOfTheReference() {
        MerkleRange range;
        for (std::size_t size = 0; size < std::size(Roots); ++size) {
            QCOMPARE(hex(range.root()), Roots[size]);
            QCOMPARE(hex(merkleRoot(std::span(m_leaves).first(size))), Roots[size]);
            range.append(m_leaves[size]);
        }
    }

    void aRangeGoesOnFromItsPeaks() {
        MerkleRange whole;
        for (std::size_t size = 0; size < m_leaves.size(); ++size) {
            std::optional<MerkleRange> copy = MerkleRange::fromPeaks(size, whole.peaks());
            QVERIFY(copy);
            whole.append(m_leaves[size]);
            copy->append(m_leaves[size]);
            QCOMPARE(hex(copy->root()), hex(whole.root()));
        }
        QVERIFY(!MerkleRange::fromPeaks(3, QByteArray(32, 'x')));
        QVERIFY(!MerkleRange::fromPeaks(2, QByteArray(31, 'x')));
        QVERIFY(!MerkleRange::fromPeaks(0, QByteArray(32, 'x')));
    }

    void everyInclusionIsProvenAndNothingElse() {
        for (std::size_t size = 1; size <= m_leaves.size(); ++size) {
            const auto leaves = std::span(m_leaves).first(size);
            const Sha256Digest root = merkleRoot(leaves);
            for (std::size_t index = 0; index < size; ++index) {
                MerkleProof proof = inclusionProof(leaves, index);
                QVERIFY(verifyInclusion(leaves[index], index, size, proof, root));
                QVERIFY(size == 1 || !verifyInclusion(leaves[index], (index + 1) % size, size, proof, root));
                QVERIFY(!verifyInclusion(m_leaves[(index + 1) % m_leaves.size()], index, size, proof, root));
                QVERIFY(!verifyInclusion(leaves[index], size, size, proof, root));
                proof.push_back(root);
                QVERIFY(!verifyInclusion(leaves[index], index, size, proof, root));
            }
        }
    }

    void everyGrowthIsProvenAndNothingElse() {
        for (std::size_t size = 1; size <= m_leaves.size(); ++size) {
            const auto leaves = std::span(m_leaves).first(size);
            const Sha256Digest root = merkleRoot(leaves);
            for (std::size_t old = 1; old <= size; ++old) {
                MerkleProof proof = consistencyProof(leaves, old);
                const Sha256Digest oldRoot = merkleRoot(leaves.first(old));
                QVERIFY(verifyConsistency(old, oldRoot, size, root, proof));
                QVERIFY(!verifyConsistency(old, m_leaves[0] == oldRoot ? m_leaves[1] : m_leaves[0], size,
                                           root, proof));
                if (old > 1)
                    QVERIFY(!verifyConsistency(old - 1, oldRoot, size, root, proof));
                if (!proof.empty()) {
                    proof.front()[0] ^= 1;
                    QVERIFY(!verifyConsistency(old, oldRoot, size, root, proof));
                }
            }
        }
    }

    // RFC 9162 2.1.5 names the proofs of a tree of seven by their nodes.
    void theProofsOfSevenAreThoseOfTheRfc() {
        const auto leaves = std::span(m_leaves).first(7);
        const Sha256Digest g = merkleRoot(leaves.first(2));
        const Sha256Digest h = merkleRoot(leaves.subspan(2, 2));
        const Sha256Digest i = merkleRoot(leaves.subspan(4, 2));
        const Sha256Digest j = leaves[6];
        const Sha256Digest k = merkleRoot(leaves.first(4));
        const Sha256Digest l = merkleRoot(leaves.subspan(4));
        QVERIFY((inclusionProof(leaves, 0) == MerkleProof{leaves[1], h, l}));
        QVERIFY((inclusionProof(leaves, 3) == MerkleProof{leaves[2], g, l}));
        QVERIFY((inclusionProof(leaves, 4) == MerkleProof{leaves[5], j, k}));
        QVERIFY((inclusionProof(leaves, 6) == MerkleProof{i, k}));
        QVERIFY((consistencyProof(leaves, 3) == MerkleProof{leaves[2], leaves[3], g, l}));
        QVERIFY((consistencyProof(leaves, 4) == MerkleProof{l}));
        QVERIFY((consistencyProof(leaves, 6) == MerkleProof{i, j, k}));
    }
};

} // namespace madoguchi

QTEST_APPLESS_MAIN(madoguchi::MerkleTreeTest)
#include "tst_merkletree.moc"

package dev.reclaim.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeTest {

  private static final NaiveTree NAIVE = NaiveTree.ofSize(600);

  /** Leaves and roots that the reference implementation of Certificate Transparency uses. */
  @Test
  void rootsAreThoseOfCertificateTransparency() {
    // given
    List<String> leaves =
        List.of(
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f");
    GrowingTree tree = GrowingTree.empty();
    List<String> roots = new ArrayList<>(List.of(tree.root().toString()));

    // when
    for (String leaf : leaves) {
      tree.append(Hash.ofLeaf(HexFormat.of().parseHex(leaf)));
      roots.add(tree.root().toString());
    }

    // then
    assertThat(roots)
        .containsExactly(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  }

  @Test
  void everySizeHasTheRootOfTheNaiveTreeAlsoAfterARestart() {
    GrowingTree tree = GrowingTree.empty();
    for (int size = 0; size <= 600; size++) {
      assertThat(tree.root()).as("size %d", size).isEqualTo(NAIVE.first(size).root());
      tree = new GrowingTree(tree.size(), tree.edge());
      if (size < 600) {
        tree.append(NAIVE.leaves().get(size));
      }
    }
  }

  @Test
  void tilesAreCompletedLowerLevelsFirst() {
    // given
    NaiveTree naive = NaiveTree.ofSize(1 << 16);
    GrowingTree tree = GrowingTree.empty();

    // when
    naive.leaves().forEach(tree::append);

    // then
    List<GrowingTree.FullTile> full = tree.completed();
    assertThat(full).hasSize(257);
    assertThat(full.getFirst()).isEqualTo(new GrowingTree.FullTile(0, 0, naive.first(256).root()));
    assertThat(full.get(255).index()).isEqualTo(255);
    assertThat(full.getLast()).isEqualTo(new GrowingTree.FullTile(1, 0, naive.root()));
  }

  @Test
  void inclusionProofsAreThoseOfTheNaiveTree() {
    for (int size = 1; size <= 600; size += size < 80 ? 1 : 13) {
      NaiveTree naive = NAIVE.first(size);
      Proofs proofs = new Proofs(naive, size);
      for (int position = 0; position < size; position += size < 80 ? 1 : 7) {
        assertThat(proofs.inclusion(position)).isEqualTo(naive.path(position));
      }
    }
  }

  @Test
  void consistencyProofsAreThoseOfTheNaiveTree() {
    for (int size = 1; size <= 600; size += size < 80 ? 1 : 13) {
      NaiveTree naive = NAIVE.first(size);
      Proofs proofs = new Proofs(naive, size);
      for (int earlier = 1; earlier <= size; earlier += size < 80 ? 1 : 7) {
        assertThat(proofs.consistency(earlier)).isEqualTo(naive.proof(earlier));
      }
    }
  }

  @Test
  void proofsReachOverThreeLevelsOfTiles() {
    // given
    int size = 66_000;
    NaiveTree naive = NaiveTree.ofSize(size);
    Proofs proofs = new Proofs(naive, size);
    Random random = new Random(7);

    for (int i = 0; i < 20; i++) {
      // when
      int position = random.nextInt(size);

      // then
      assertThat(proofs.inclusion(position)).isEqualTo(naive.path(position));
      assertThat(proofs.consistency(position + 1)).isEqualTo(naive.proof(position + 1));
    }
  }

  @Test
  void anEdgeOfAnotherSizeIsRefused() {
    assertThatThrownBy(() -> new GrowingTree(3, List.of(Hash.OF_NOTHING)))
        .hasMessage("edge: 1 hashes do not fit a tree of 3");
  }

  @Test
  void aProofOfSomethingThatIsNotInTheLogIsRefused() {
    Proofs proofs = new Proofs(NAIVE, 600);
    assertThatThrownBy(() -> proofs.inclusion(600)).hasMessageStartingWith("position: 600");
    assertThatThrownBy(() -> proofs.consistency(601)).hasMessageStartingWith("size: 601");
  }

  @Test
  void tilesAreNamedAsTlogTilesSays() {
    assertThat(Tile.parse(0, "x001/x234/067")).isEqualTo(new Tile(0, 1_234_067, 256));
    assertThat(Tile.parse(1, "000.p/8")).isEqualTo(new Tile(1, 0, 8));
    for (String wrong :
        List.of("", "1", "0001", "x000/001", "000.p/0", "000.p/256", "000.p/08", "../000")) {
      assertThatThrownBy(() -> Tile.parse(0, wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aLogHasTheTilesThatItsSizeFills() {
    assertThat(new Tile(0, 273, 112).isIn(70_000)).isTrue();
    assertThat(new Tile(0, 273, 113).isIn(70_000)).isFalse();
    assertThat(new Tile(1, 1, 17).isIn(70_000)).isTrue();
    assertThat(new Tile(2, 0, 1).isIn(70_000)).isTrue();
    assertThat(new Tile(2, 0, 2).isIn(70_000)).isFalse();
    assertThat(new Tile(63, 0, 1).isIn(70_000)).isFalse();
    assertThat(new Tile(0, Long.MAX_VALUE / 256, 1).isIn(70_000)).isFalse();
  }
}

package dev.reclaim.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The formats, compared with values that others have published. */
class FormatTest {

  /** The leaves and roots that the reference implementation of Certificate Transparency uses. */
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void rootsAreThoseOfCertificateTransparency() {
    // given
    Merkle merkle = new Merkle();
    Edge edge = new Edge(merkle, (_, _) -> {});
    List<String> roots = new ArrayList<>();

    // when
    for (String leaf : LEAVES) {
      edge.add(0, merkle.leaf(ByteBuffer.wrap(HexFormat.of().parseHex(leaf))));
      roots.add(edge.root().toString());
    }

    // then
    assertThat(roots).isEqualTo(ROOTS);
    assertThat(merkle.empty().toString())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  /** From the documentation of golang.org/x/mod/sumdb/note. */
  @Test
  void aNoteThatOthersHaveSignedVerifies() {
    // given
    LogKey key = LogKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    String text =
        """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.
        """;
    String signed =
        text
            + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZ"
            + "SNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    // when
    SignedNote note = SignedNote.parse(signed.getBytes(StandardCharsets.UTF_8));

    // then
    SignedNote.Line line = note.signatures().getFirst();
    assertThat(note.text()).isEqualTo(text);
    assertThat(line.keyId()).isEqualTo(key.id(LogKey.Kind.PLAIN));
    assertThat(key.verifies(text.getBytes(StandardCharsets.UTF_8), line.signature())).isTrue();
    assertThat(key.verifies("other".getBytes(StandardCharsets.UTF_8), line.signature())).isFalse();
  }

  @Test
  void aKeyWhoseIdDoesNotFitIsRefused() {
    assertThatThrownBy(
            () ->
                LogKey.parse("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))
        .hasMessageStartingWith("key: its id");
  }

  @Test
  void pathsAreThoseOfTlogTiles() {
    assertThat(TilePath.hashes(0, 1_234_067, 256)).isEqualTo("tile/0/x001/x234/067");
    assertThat(TilePath.entries(0, 8)).isEqualTo("tile/entries/000.p/8");
    assertThat(TilePath.entries(1000, 256)).isEqualTo("tile/entries/x001/000");
  }

  /** The example of the specification: a tree of 70,000 entries. */
  @Test
  void partialTilesAreAsWideAsTheSpecificationSays() {
    assertThat(TilePath.width(0, 272, 70_000)).isEqualTo(256);
    assertThat(TilePath.width(0, 273, 70_000)).isEqualTo(112);
    assertThat(TilePath.width(1, 0, 70_000)).isEqualTo(256);
    assertThat(TilePath.width(1, 1, 70_000)).isEqualTo(17);
    assertThat(TilePath.width(2, 0, 70_000)).isEqualTo(1);
    assertThat(TilePath.width(3, 0, 70_000)).isZero();
  }

  @Test
  void inclusionProofsLeadToTheRoot() {
    for (int size = 1; size < 70; size++) {
      List<Hash> leaves = NaiveLog.leaves(entries(size));
      Hash wrong = new Merkle().empty();
      for (int position = 0; position < size; position++) {
        List<Hash> proof = NaiveLog.path(position, leaves);
        Hash leaf = leaves.get(position);
        assertThat(Inclusion.root(new Merkle(), leaf, position, size, proof))
            .isEqualTo(Optional.of(NaiveLog.root(leaves)));
        assertThat(Inclusion.root(new Merkle(), leaf, position + size, size, proof)).isEmpty();
        assertThat(Inclusion.root(new Merkle(), wrong, position, size, proof))
            .isNotEqualTo(Optional.of(NaiveLog.root(leaves)));
      }
    }
  }

  @Test
  void jsonIsReadAsFarAsItIsNeeded() {
    Object json = Json.parse(" {\"a\":{\"b\":\"x\\u00e9\\n\"},\"c\":[1,true,{}],\"d\":null} ");
    assertThat(Json.text(json, "a", "b")).isEqualTo("x\u00e9\n");
    assertThat(Json.text(json, "a", "missing")).isEmpty();
    assertThatThrownBy(() -> Json.parse("{\"a\":}")).hasMessageStartingWith("not JSON");
    assertThatThrownBy(() -> Json.parse("[".repeat(100_000))).hasMessageStartingWith("not JSON");
  }

  private static List<byte[]> entries(int size) {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      entries.add(new byte[] {(byte) i});
    }
    return entries;
  }
}

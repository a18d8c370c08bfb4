package dev.reclaim.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand ways to tamper with a log, none of which may go unnoticed. */
class MutationTest {

  private static final int SIZE = 300;
  private static final int WITNESSED = 270;
  private static final int TIMES = 10_000;
  private static final KeyPair KEYS = NaiveLog.newKeys();
  private static final KeyPair OTHER_KEYS = NaiveLog.newKeys();

  /** What is done to the log. */
  private enum Mutation {
    FLIP_A_BIT_OF_AN_ENTRY,
    REWRITE_AN_ENTRY,
    REWRITE_AN_ENTRY_AND_ITS_HASH,
    DROP,
    DUPLICATE,
    SWAP,
    MOVE,
    FLIP_A_BIT_OF_A_TILE,
    FLIP_A_BIT_OF_THE_CHECKPOINT,
    REWRITE_ALL_TILES,
    SIGN_WITH_ANOTHER_KEY,
    SIGN_WITH_THE_SAME_KEY,
    DROP_AND_SIGN_WITH_THE_SAME_KEY,
    TRUNCATE_AND_SIGN_WITH_THE_SAME_KEY
  }

  @TempDir Path folder;

  private final List<byte[]> entries = new ArrayList<>();
  private Map<String, byte[]> intact;
  private Witness witness;

  @BeforeEach
  void aLogThatWasWitnessed() {
    for (int i = 0; i < SIZE; i++) {
      String json =
          "{\"data\":{\"seat\":%d},\"id\":\"e%d\",\"time\":\"2026-11-22T08:00:00Z\",\"type\":\"t\"}"
              .formatted(i * 7, i);
      entries.add(json.getBytes(StandardCharsets.UTF_8));
    }
    witness = new Witness(folder);
    assertThat(check(NaiveLog.files(entries.subList(0, WITNESSED), KEYS)))
        .isInstanceOf(Verdict.Intact.class);
    intact = Map.copyOf(NaiveLog.files(entries, KEYS));
  }

  @Test
  void noneGoesUnnoticedAndChangedEntriesAreNamed() {
    // given
    Random random = new Random(20_261_122);
    Map<Mutation, Integer> tried = new EnumMap<>(Mutation.class);

    for (int i = 0; i < TIMES; i++) {
      Mutation mutation = Mutation.values()[i % Mutation.values().length];
      tried.merge(mutation, 1, Integer::sum);

      // when
      Tampered tampered = tamper(mutation, random);
      Verdict verdict = check(tampered.files());

      // then
      String what = mutation + " of position " + tampered.position() + ", seed step " + i;
      assertThat(verdict).as(what).isInstanceOf(Verdict.Tampered.class);
      tampered.position().ifPresent(at -> assertNamed((Verdict.Tampered) verdict, at, what));
    }
    assertThat(tried.keySet()).containsExactlyInAnyOrder(Mutation.values());

    // and the untouched log is still intact, and only now witnessed to its end
    assertThat(check(intact))
        .isInstanceOfSatisfying(
            Verdict.Intact.class, it -> assertThat(it.witnessedBefore()).isEqualTo(WITNESSED));
    assertThat(witness.leaves().count()).isEqualTo(SIZE);
  }

  private static void assertNamed(Verdict.Tampered verdict, int position, String what) {
    assertThat(verdict.findings()).as(what).isNotEmpty();
    Finding first = verdict.findings().getFirst();
    if (first instanceof Finding.HashesRewritten range) {
      assertThat(position).as(what).isBetween((int) range.position(), (int) range.last());
      assertThat(position).as(what + ": has no witness").isGreaterThanOrEqualTo(WITNESSED);
    } else {
      assertThat(first.position()).as(what + ": " + first.sentence()).isEqualTo(position);
    }
  }

  private record Tampered(Map<String, byte[]> files, Optional<Integer> position) {}

  private Tampered tamper(Mutation mutation, Random random) {
    int at = random.nextInt(SIZE);
    Map<String, byte[]> files = new HashMap<>(intact);
    List<byte[]> changed = new ArrayList<>(entries);
    return switch (mutation) {
      case FLIP_A_BIT_OF_AN_ENTRY -> {
        changed.set(at, flipped(changed.get(at), random));
        yield withBundles(files, changed, at);
      }
      case REWRITE_AN_ENTRY -> {
        changed.set(at, rewritten(at, random));
        yield withBundles(files, changed, at);
      }
      case REWRITE_AN_ENTRY_AND_ITS_HASH -> {
        changed.set(at, rewritten(at, random));
        Map<String, byte[]> tiles = new HashMap<>();
        NaiveLog.putTiles(tiles, NaiveLog.leaves(changed));
        String tile = at < 256 ? "tile/0/000" : "tile/0/001.p/44";
        files.put(tile, tiles.get(tile));
        yield withBundles(files, changed, at);
      }
      case DROP -> {
        changed.remove(at);
        yield withBundles(files, changed, at);
      }
      case DUPLICATE -> {
        changed.add(at, changed.get(at));
        yield withBundles(files, changed, at + 1);
      }
      case SWAP -> {
        int other = (at + 1 + random.nextInt(SIZE - 1)) % SIZE;
        changed.set(at, entries.get(other));
        changed.set(other, entries.get(at));
        yield withBundles(files, changed, Math.min(at, other));
      }
      case MOVE -> {
        changed.add(random.nextInt(SIZE), changed.remove(at));
        if (same(changed)) {
          changed.add(0, changed.removeLast());
        }
        yield new Tampered(withBundles(files, changed, 0).files(), Optional.empty());
      }
      case FLIP_A_BIT_OF_A_TILE -> {
        List<String> tiles =
            files.keySet().stream().filter(path -> path.matches("tile/[0-9].*")).sorted().toList();
        files.computeIfPresent(
            tiles.get(random.nextInt(tiles.size())), (_, tile) -> flipped(tile, random));
        yield new Tampered(files, Optional.empty());
      }
      case FLIP_A_BIT_OF_THE_CHECKPOINT -> {
        files.computeIfPresent("checkpoint", (_, note) -> flipped(note, random));
        yield new Tampered(files, Optional.empty());
      }
      case REWRITE_ALL_TILES -> {
        changed.set(at, rewritten(at, random));
        NaiveLog.putTiles(files, NaiveLog.leaves(changed));
        yield withBundles(files, changed, at);
      }
      case SIGN_WITH_ANOTHER_KEY -> {
        changed.set(at, rewritten(at, random));
        Optional<Integer> named = at < WITNESSED ? Optional.of(at) : Optional.empty();
        yield new Tampered(NaiveLog.files(changed, OTHER_KEYS), named);
      }
      case SIGN_WITH_THE_SAME_KEY -> {
        int seen = random.nextInt(WITNESSED);
        changed.set(seen, rewritten(seen, random));
        yield new Tampered(NaiveLog.files(changed, KEYS), Optional.of(seen));
      }
      case DROP_AND_SIGN_WITH_THE_SAME_KEY -> {
        int seen = random.nextInt(WITNESSED - 3);
        changed.remove(seen);
        yield new Tampered(NaiveLog.files(changed, KEYS), Optional.of(seen));
      }
      case TRUNCATE_AND_SIGN_WITH_THE_SAME_KEY -> {
        int left = random.nextInt(WITNESSED);
        yield new Tampered(NaiveLog.files(changed.subList(0, left), KEYS), Optional.of(left));
      }
    };
  }

  /** The bundles of other entries, under the names that the signed size asks for. */
  private static Tampered withBundles(
      Map<String, byte[]> files, List<byte[]> changed, int position) {
    files.put("tile/entries/000", NaiveLog.bundle(changed.subList(0, 256)));
    files.put("tile/entries/001.p/44", NaiveLog.bundle(changed.subList(256, changed.size())));
    return new Tampered(files, Optional.of(position));
  }

  private boolean same(List<byte[]> changed) {
    return changed.equals(entries);
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    byte[] flipped = bytes.clone();
    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    return flipped;
  }

  private static byte[] rewritten(int position, Random random) {
    return "{\"data\":{\"forged\":%d},\"id\":\"e%d\"}"
        .formatted(random.nextInt(), position)
        .getBytes(StandardCharsets.UTF_8);
  }

  private Verdict check(Map<String, byte[]> files) {
    Source source = path -> Optional.ofNullable(files.get(path));
    return new Check(source, witness, Optional.empty(), (_, _) -> {}).run();
  }
}

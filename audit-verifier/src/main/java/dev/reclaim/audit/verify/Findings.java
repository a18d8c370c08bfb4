package dev.reclaim.audit.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The differences found so far. Only the first thousand are kept; the rest is counted. */
final class Findings {

  private static final int MOST_KEPT = 1000;

  private final List<Finding> kept = new ArrayList<>();
  private long more;

  void changed(Was was, Is is) {
    if (was.hash().isPresent()) {
      keep(
          new Finding.Changed(
              was.position(), was.since(), is.words(), was.hash().get(), is.hash()));
    }
  }

  void removed(Was was, String before) {
    if (was.hash().isPresent()) {
      keep(new Finding.Removed(was.position(), was.since(), before, was.hash().get()));
    }
  }

  void inserted(Is is, List<Was> around) {
    String since = around.isEmpty() ? "signed" : around.getFirst().since();
    keep(new Finding.Inserted(is.position(), since, is.words(), is.hash()));
  }

  /** Of those that are in both rows, names the ones that are out of order. */
  void moved(List<Is> is, List<Was> was) {
    Map<Hash, Was> earlier = new HashMap<>();
    was.forEach(one -> one.hash().ifPresent(hash -> earlier.put(hash, one)));
    long highest = -1;
    Set<Hash> told = new HashSet<>();
    for (Is one : is) {
      Was before = earlier.get(one.hash());
      if (before == null) {
        continue;
      }
      if (!told.add(one.hash())) {
        inserted(one, was);
      } else if (before.position() < highest) {
        keep(reordered(one.position(), before.since(), before.position(), one.words()));
      }
      highest = Math.max(highest, before.position());
    }
  }

  /** How many there are besides {@link #named}. */
  long more() {
    return more;
  }

  /** By position; what is gone at one place and new at another is told as one move. */
  List<Finding> named() {
    Map<Hash, Long> gone = new HashMap<>();
    Set<Hash> stillThere = new HashSet<>();
    for (Finding finding : kept) {
      switch (finding) {
        case Finding.Changed it -> {
          gone.put(it.was(), it.position());
          stillThere.add(it.is());
        }
        case Finding.Removed it -> gone.put(it.was(), it.position());
        case Finding.Inserted it -> stillThere.add(it.is());
        case Finding.Reordered _, Finding.HashesRewritten _ -> {}
      }
    }
    return kept.stream()
        .flatMap(finding -> asMove(finding, gone, stillThere))
        .sorted(Comparator.comparingLong(Finding::position))
        .toList();
  }

  private static Stream<Finding> asMove(
      Finding finding, Map<Hash, Long> gone, Set<Hash> stillThere) {
    return switch (finding) {
      case Finding.Changed it when gone.containsKey(it.is()) ->
          Stream.of(reordered(it.position(), it.since(), gone.get(it.is()), it.now()));
      case Finding.Inserted it when gone.containsKey(it.is()) ->
          Stream.of(reordered(it.position(), it.since(), gone.get(it.is()), it.now()));
      case Finding.Removed it when stillThere.contains(it.was()) -> Stream.empty();
      case Finding.Changed _,
          Finding.Inserted _,
          Finding.Removed _,
          Finding.Reordered _,
          Finding.HashesRewritten _ ->
          Stream.of(finding);
    };
  }

  private static Finding reordered(long position, String since, long earlier, String words) {
    return new Finding.Reordered(position, since, earlier, words);
  }

  private void keep(Finding finding) {
    if (kept.size() < MOST_KEPT) {
      kept.add(finding);
    } else {
      more++;
    }
  }
}

package dev.reclaim.audit.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks two rows side by side, what is and what was, and names every place where they differ. After
 * a difference it looks for the nearest place where both go on together, so that one removed entry
 * is one finding, and not a difference in everything behind it.
 */
final class Differences {

  /** So many entries must agree before both rows are taken to go on together. */
  private static final int AGREEING = 3;

  /** Where both rows meet again: so many steps ahead in each. */
  private record Meeting(int now, int before) {}

  private final Window<Is> now;
  private final Window<Was> before;
  private final Findings findings = new Findings();

  private Differences(Iterator<Is> now, Iterator<Was> before) {
    this.now = new Window<>(now);
    this.before = new Window<>(before);
  }

  static Findings between(Iterator<Is> now, Iterator<Was> before) {
    Differences differences = new Differences(now, before);
    differences.walk();
    return differences.findings;
  }

  private void walk() {
    String lastWords = "It was the first entry";
    while (!now.isEmpty() || !before.isEmpty()) {
      if (agree(0, 0)) {
        Is same = now.take(1).getFirst();
        before.take(1);
        if (now.isEmpty() || before.isEmpty() || !agree(0, 0)) {
          lastWords = "The entry before it says: " + same.words();
        }
      } else {
        Meeting meeting = nextMeeting();
        tell(now.take(meeting.now()), before.take(meeting.before()), lastWords);
      }
    }
  }

  private boolean agree(int inNow, int inBefore) {
    return now.has(inNow) && before.has(inBefore) && before.get(inBefore).fits(now.get(inNow));
  }

  private Meeting nextMeeting() {
    int nowSize = now.size();
    int beforeSize = before.size();
    Map<Hash, Integer> places = new HashMap<>();
    for (int i = beforeSize - 1; i >= 0; i--) {
      int place = i;
      before.get(i).hash().ifPresent(hash -> places.put(hash, place));
    }
    Meeting nearest = nowhere(nowSize, beforeSize);
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < nowSize && i < least; i++) {
      Integer place = places.get(now.get(i).hash());
      if (place != null && i + place < least && goOnTogether(i, place)) {
        nearest = new Meeting(i, place);
        least = i + place;
      }
    }
    return nearest;
  }

  /** They do not meet within reach: go on position by position. */
  private static Meeting nowhere(int nowSize, int beforeSize) {
    boolean bothEnd = nowSize < Window.REACH && beforeSize < Window.REACH;
    int common = Math.min(nowSize, beforeSize);
    return bothEnd || common == 0 ? new Meeting(nowSize, beforeSize) : new Meeting(common, common);
  }

  private boolean goOnTogether(int inNow, int inBefore) {
    for (int i = 0; i < AGREEING; i++) {
      if (!now.has(inNow + i) && !before.has(inBefore + i)) {
        return true;
      }
      if (!agree(inNow + i, inBefore + i)) {
        return false;
      }
    }
    return true;
  }

  private void tell(List<Is> is, List<Was> was, String lastWords) {
    if (is.size() == was.size()) {
      for (int i = 0; i < is.size(); i++) {
        if (!was.get(i).fits(is.get(i))) {
          findings.changed(was.get(i), is.get(i));
        }
      }
      return;
    }
    List<Is> added = new ArrayList<>(is);
    Set<Hash> earlier = new HashSet<>();
    was.forEach(one -> one.hash().ifPresent(earlier::add));
    added.removeIf(one -> earlier.contains(one.hash()));
    List<Was> gone = new ArrayList<>(was);
    Set<Hash> still = new HashSet<>();
    is.forEach(one -> still.add(one.hash()));
    gone.removeIf(one -> one.hash().filter(still::contains).isPresent());
    int pairs = Math.min(added.size(), gone.size());
    for (int i = 0; i < pairs; i++) {
      findings.changed(gone.get(i), added.get(i));
    }
    gone.subList(pairs, gone.size()).forEach(one -> findings.removed(one, lastWords));
    added.subList(pairs, added.size()).forEach(one -> findings.inserted(one, was));
    findings.moved(is, was);
  }
}

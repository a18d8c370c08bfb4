package dev.reclaim.rules.postgres;

import java.util.List;

/**
 * The judgement of a condition as three predicates over the facts of a seat. Each is false or null
 * where it is not true, so that only what is proven counts, and the database may stop at the first
 * part that decides.
 *
 * @param holds true exactly where the condition holds
 * @param no true exactly where its opposite is proven
 * @param open true exactly where it holds or nobody can tell; where neither this nor {@code no} is
 *     true, doubts speak for the holder
 */
record Answer(Fragment holds, Fragment no, Fragment open) {

  /** It does not hold, and that is proven. */
  static final int NO = 0;

  /** It does not hold, but only because doubts speak for the holder. */
  static final int DOUBTFUL = 1;

  /** Nobody can tell. */
  static final int UNKNOWN = 2;

  static final int HOLDS = 3;

  /** Takes predicates of which each may be put beside others with {@code AND}. */
  static Answer of(Fragment holds, Fragment no, Fragment open) {
    return new Answer(holds.inside(), no.inside(), open.inside());
  }

  /** Nobody can tell unless one of both is true. */
  static Answer elseUnknown(Fragment holds, Fragment no) {
    return of(holds, no, Fragment.of("(?) IS NOT TRUE", no));
  }

  static Answer all(List<Answer> parts) {
    return of(
        Fragment.joined(" AND ", holds(parts)),
        Fragment.joined(" OR ", no(parts)),
        Fragment.joined(" AND ", open(parts)));
  }

  static Answer any(List<Answer> parts) {
    return of(
        Fragment.joined(" OR ", holds(parts)),
        Fragment.joined(" AND ", no(parts)),
        Fragment.joined(" OR ", open(parts)));
  }

  /** What is proven is turned round; what is not stays unknown. */
  Answer opposite() {
    return of(no, holds, Fragment.of("? IS NOT TRUE", holds));
  }

  /** All three as one of the numbers above. */
  Fragment value() {
    return Fragment.of(
        "CASE WHEN ? THEN 3 WHEN ? THEN 0 WHEN ? THEN 2 ELSE 1 END", holds, no, open);
  }

  private static List<Fragment> holds(List<Answer> parts) {
    return parts.stream().map(Answer::holds).toList();
  }

  private static List<Fragment> no(List<Answer> parts) {
    return parts.stream().map(Answer::no).toList();
  }

  private static List<Fragment> open(List<Answer> parts) {
    return parts.stream().map(Answer::open).toList();
  }
}

package dev.reclaim.bench.revocation;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.reclaim.bench.Result;
import dev.reclaim.bench.Result.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured so far. */
final class Findings {

  private static final List<String> COLUMNS = List.of("what", "measured", "beside");

  private final List<List<String>> rows = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();

  void row(String what, String measured, String beside) {
    rows.add(List.of(what, measured, beside));
  }

  void target(String what, String measured, boolean met) {
    targets.add(new Target(what, measured, met));
  }

  Result result(Map<String, String> settings) {
    return new Result(settings, COLUMNS, rows, targets);
  }

  @FormatMethod
  static String number(@FormatString String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}

package dev.reclaim.rules.postgres;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of a statement with the values for its question marks. Texts of pieces are constants of
 * the program, which the compiler checks; whatever comes from outside can only be a value.
 *
 * @param values in the order of the question marks; never null
 */
record Fragment(String sql, List<Object> values) {

  private static final Pattern MARK = Pattern.compile("?", Pattern.LITERAL);

  static final Fragment NOTHING = of("");

  Fragment {
    values = List.copyOf(values);
  }

  /**
   * Takes one argument per question mark. A fragment goes into the text, anything else is bound.
   */
  static Fragment of(@CompileTimeConstant final String text, Object... arguments) {
    return assembled(text, Arrays.asList(arguments));
  }

  /** A column that exists several times, as {@code seconds_0}, {@code seconds_1} and so on. */
  static Fragment numbered(@CompileTimeConstant final String column, int number) {
    return new Fragment(column + "_" + number, List.of());
  }

  static Fragment joined(@CompileTimeConstant final String between, List<Fragment> parts) {
    return new Fragment(
        parts.stream().map(Fragment::sql).collect(Collectors.joining(between)),
        parts.stream().flatMap(part -> part.values().stream()).toList());
  }

  /** In parentheses. */
  Fragment inside() {
    return new Fragment("(" + sql + ")", values);
  }

  private static Fragment assembled(String text, List<Object> arguments) {
    List<String> between = List.of(MARK.split(text, -1));
    if (between.size() != arguments.size() + 1) {
      throw new IllegalArgumentException(arguments.size() + " arguments for: " + text);
    }
    StringBuilder sql = new StringBuilder(between.getFirst());
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      switch (arguments.get(i)) {
        case Fragment(String inner, List<Object> innerValues) -> {
          sql.append(inner);
          values.addAll(innerValues);
        }
        case Object value -> {
          sql.append('?');
          values.add(value);
        }
      }
      sql.append(between.get(i + 1));
    }
    return new Fragment(sql.toString(), values);
  }
}

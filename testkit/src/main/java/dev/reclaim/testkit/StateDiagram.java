package dev.reclaim.testkit;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A picture of a life cycle, drawn from its sealed type: each permitted record is a state, each of
 * its public methods that returns another permitted type is a transition. Documents hold the same
 * text, and a test compares them, so that the picture cannot be wrong.
 */
public final class StateDiagram {

  private StateDiagram() {}

  /** The diagram in Mermaid's notation, in the order of the {@code permits} clause. */
  public static String mermaidOf(Class<?> sealed) {
    List<String> lines = new ArrayList<>();
    lines.add("stateDiagram-v2");
    for (Class<?> state : sealed.getPermittedSubclasses()) {
      List<String> transitions = transitionsOf(state, sealed).toList();
      if (transitions.isEmpty()) {
        lines.add("    " + state.getSimpleName() + " --> [*]");
      }
      lines.addAll(transitions);
    }
    return String.join("\n", lines) + "\n";
  }

  private static Stream<String> transitionsOf(Class<?> state, Class<?> sealed) {
    return Arrays.stream(state.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> !isComponent(method, state))
        .sorted(Comparator.comparing(Method::getName).thenComparing(Method::getParameterCount))
        .flatMap(
            method ->
                targets(method.getGenericReturnType(), sealed)
                    .map(
                        target ->
                            "    %s --> %s: %s"
                                .formatted(
                                    state.getSimpleName(),
                                    target.getSimpleName(),
                                    asWords(method.getName()))))
        .distinct();
  }

  private static boolean isComponent(Method method, Class<?> state) {
    return state.isRecord()
        && method.getParameterCount() == 0
        && Arrays.stream(state.getRecordComponents())
            .anyMatch(component -> component.getName().equals(method.getName()));
  }

  private static Stream<Class<?>> targets(Type type, Class<?> sealed) {
    return switch (type) {
      case Class<?> c when c != sealed && sealed.isAssignableFrom(c) -> Stream.of(c);
      case ParameterizedType generic ->
          Arrays.stream(generic.getActualTypeArguments()).flatMap(t -> targets(t, sealed));
      default -> Stream.empty();
    };
  }

  private static String asWords(String methodName) {
    return methodName
        .chars()
        .mapToObj(
            c -> Character.isUpperCase(c) ? " " + Character.toLowerCase((char) c) : "" + (char) c)
        .collect(Collectors.joining());
  }
}

package dev.reclaim.rules.documents;

import java.util.ArrayList;
import java.util.List;

/** Parts a text of several YAML documents. */
final class Documents {

  private Documents() {}

  /**
   * The documents of a text. Each but the first begins with as many empty lines as stand before it,
   * so that every line keeps its number. Three hyphens at the begin of a line part documents
   * wherever they stand: YAML allows them nowhere else.
   */
  static List<String> of(String text) {
    List<String> documents = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    int number = 0;
    for (String line : text.lines().toList()) {
      if (parts(line)) {
        addUnlessEmpty(documents, current);
        current = new StringBuilder("\n".repeat(number)).append("   ").append(line.substring(3));
      } else {
        current.append(line);
      }
      current.append('\n');
      number++;
    }
    addUnlessEmpty(documents, current);
    return List.copyOf(documents);
  }

  private static boolean parts(String line) {
    return line.startsWith("---") && (line.length() == 3 || Character.isWhitespace(line.charAt(3)));
  }

  private static void addUnlessEmpty(List<String> documents, StringBuilder text) {
    String document = text.toString();
    if (document.lines().map(String::strip).anyMatch(Documents::says)) {
      documents.add(document);
    }
  }

  private static boolean says(String line) {
    return !line.isEmpty() && !line.startsWith("#") && !line.equals("...");
  }
}

package dev.reclaim.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's documents, and what stands in their fenced blocks. */
final class Documents {

  private Documents() {}

  /** Every Markdown file of the project, without what builds leave behind. */
  static List<Path> all(Path repository) {
    try (Stream<Path> files = Files.walk(repository)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(
              file ->
                  !repository
                      .relativize(file)
                      .toString()
                      .matches("(.*/)?(target|\\.git|\\.reclaim|node_modules)/.*"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> blocks(Path document, String language) {
    Matcher block =
        Pattern.compile("(?ms)^```" + Pattern.quote(language) + "\\n(.*?)^```$")
            .matcher(text(document));
    List<String> found = new ArrayList<>();
    while (block.find()) {
      found.add(block.group(1));
    }
    return found;
  }

  /** Relative links to files, without their anchors. */
  static List<String> links(Path document) {
    Matcher link =
        Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)(#[^)]*)?\\)")
            .matcher(text(document));
    List<String> found = new ArrayList<>();
    while (link.find()) {
      found.add(link.group(1));
    }
    return found;
  }

  static String text(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

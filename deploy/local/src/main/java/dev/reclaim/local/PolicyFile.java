package dev.reclaim.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One file of policy. Its kind is its key {@code kind}, or else its folder; its name is its key
 * {@code name}, or else that of the file.
 *
 * @param shown the path as the person knows it
 */
record PolicyFile(Path path, String shown) {
  /** In the order in which they refer to each other. */
  static final List<String> KINDS = List.of("application", "campaign", "rule", "hold");

  /** Files of one folder tree, referred-to kinds first as far as folders tell. */
  static List<PolicyFile> allIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(path -> path.toString().matches(".*\\.(ya?ml|json)"))
          .sorted(PolicyFile::inOrder)
          .map(path -> new PolicyFile(path, path.toString()))
          .toList();
    }
  }

  Optional<String> kind(JsonNode content) {
    String said = content.path("kind").asText(folderName(path));
    return Optional.of(singular(said.toLowerCase(Locale.ROOT))).filter(KINDS::contains);
  }

  String name(JsonNode content) {
    String file = path.getFileName().toString();
    return content.path("name").asText(file.substring(0, file.lastIndexOf('.')));
  }

  private static int inOrder(Path one, Path other) {
    int byKind = Integer.compare(rank(one), rank(other));
    return byKind == 0 ? one.compareTo(other) : byKind;
  }

  private static int rank(Path path) {
    int place = KINDS.indexOf(singular(folderName(path)));
    return place < 0 ? KINDS.size() : place;
  }

  private static String folderName(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    return parent.getFileName() == null ? "" : parent.getFileName().toString();
  }

  private static String singular(String kind) {
    return kind.endsWith("s") ? kind.substring(0, kind.length() - 1) : kind;
  }
}

package dev.reclaim.local;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The policy files of a folder tree: all that end in .yaml, .yml or .json, in the order of their
 * names.
 */
record PolicyFolder(List<PolicyFile> files) {

  /**
   * One of them.
   *
   * @param file its path as the person knows it
   */
  record PolicyFile(String file, String text) {}

  /**
   * Reads the files.
   *
   * @throws IOException naming the file that cannot be read or is not UTF-8
   */
  static PolicyFolder of(Path folder) throws IOException {
    List<PolicyFile> files = new ArrayList<>();
    for (Path path : paths(folder)) {
      try {
        files.add(new PolicyFile(path.toString(), Files.readString(path)));
      } catch (CharacterCodingException e) {
        throw new IOException(path + ": is not UTF-8", e);
      }
    }
    return new PolicyFolder(files);
  }

  private static List<Path> paths(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(path -> path.toString().matches(".*\\.(ya?ml|json)"))
          .sorted()
          .toList();
    }
  }
}

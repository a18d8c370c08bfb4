package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keeps all entries in one file, which at any moment holds either the old or the new state. */
final class LdifFile {

  private final Path file;

  LdifFile(Path file) {
    this.file = file;
  }

  boolean exists() {
    return Files.exists(file);
  }

  List<Entry> read() throws IOException {
    try (LDIFReader reader = new LDIFReader(file.toFile())) {
      return readAll(reader);
    }
  }

  static List<Entry> readAll(LDIFReader reader) throws IOException {
    try {
      List<Entry> entries = new ArrayList<>();
      for (Entry entry = reader.readEntry(); entry != null; entry = reader.readEntry()) {
        entries.add(entry);
      }
      return entries;
    } catch (LDIFException e) {
      throw new IOException("the directory's file cannot be read: " + e.getMessage(), e);
    }
  }

  /** Returns when the disk has it. */
  void write(Collection<Entry> entries) {
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries) {
      text.append(entry.toLDIFString()).append('\n');
    }
    try {
      Files.createDirectories(file.getParent());
      Path next = file.resolveSibling(file.getFileName() + ".next");
      try (FileChannel channel =
          FileChannel.open(
              next,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
        folder.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.reclaim.sandbox.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Messages as files, one folder per address, one {@code .eml} per message, in order of arrival. */
final class MailFolder {

  private final Path home;
  private final AtomicLong number;

  MailFolder(Path home) throws IOException {
    this.home = Files.createDirectories(home);
    this.number = new AtomicLong(highest(home));
  }

  void keep(String address, MimeMessage message) throws MessagingException, IOException {
    Path folder = Files.createDirectories(folder(address));
    String name = "%012d".formatted(number.incrementAndGet());
    Path unfinished = folder.resolve(name + ".part");
    try (OutputStream out = Files.newOutputStream(unfinished)) {
      message.writeTo(out);
    }
    Files.move(unfinished, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
  }

  List<Mail> read(String address) throws IOException {
    List<Mail> mails = new ArrayList<>();
    for (Path file : messages(folder(address))) {
      try (InputStream in = Files.newInputStream(file)) {
        mails.add(ReadsMail.read(new MimeMessage(Session.getInstance(new Properties()), in)));
      } catch (MessagingException e) {
        throw new IOException("a message cannot be read: " + e.getMessage(), e);
      }
    }
    return mails;
  }

  void empty() throws IOException {
    for (Path file : messages(home)) {
      Files.delete(file);
    }
  }

  /** An address makes a file name without any path in it. */
  private Path folder(String address) {
    String name = URLEncoder.encode(address.toLowerCase(Locale.ROOT), StandardCharsets.UTF_8);
    return home.resolve("to-" + name);
  }

  private static List<Path> messages(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
    }
  }

  private static long highest(Path home) throws IOException {
    return messages(home).stream()
        .map(file -> file.getFileName().toString().replace(".eml", ""))
        .mapToLong(Long::parseLong)
        .max()
        .orElse(0);
  }
}

package dev.reclaim.audit.verify;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A log written straight down from RFC 6962 and tlog-tiles, with the files it would serve. */
final class NaiveLog {

  static final String ORIGIN = "example.com/audit";
  private static final Instant SIGNED_AT = Instant.parse("2026-11-22T08:00:00Z");

  private NaiveLog() {}

  static KeyPair newKeys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** All files of a log with these entries, signed with this key. */
  static Map<String, byte[]> files(List<byte[]> entries, KeyPair keys) {
    Map<String, byte[]> files = new HashMap<>();
    for (int from = 0; from < entries.size(); from += 256) {
      List<byte[]> some = entries.subList(from, Math.min(from + 256, entries.size()));
      files.put(path("entries", from / 256, some.size()), bundle(some));
    }
    putTiles(files, leaves(entries));
    files.put("checkpoint", checkpoint(entries.size(), root(leaves(entries)), keys));
    files.put("checkpoint.vkey", vkey(keys).getBytes(StandardCharsets.UTF_8));
    return files;
  }

  static void putTiles(Map<String, byte[]> files, List<Hash> leaves) {
    List<Hash> row = leaves;
    for (int level = 0; !row.isEmpty(); level++) {
      List<Hash> above = new ArrayList<>();
      for (int from = 0; from < row.size(); from += 256) {
        List<Hash> some = row.subList(from, Math.min(from + 256, row.size()));
        files.put(path("" + level, from / 256, some.size()), join(some));
        if (some.size() == 256) {
          above.add(root(some));
        }
      }
      row = above;
    }
  }

  static List<Hash> leaves(List<byte[]> entries) {
    Merkle merkle = new Merkle();
    return entries.stream().map(entry -> merkle.leaf(ByteBuffer.wrap(entry))).toList();
  }

  /** MTH of RFC 6962, word for word. */
  static Hash root(List<Hash> leaves) {
    if (leaves.isEmpty()) {
      return new Merkle().empty();
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    return new Merkle()
        .node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
  }

  /** PATH of RFC 6962, word for word. */
  static List<Hash> path(int position, List<Hash> leaves) {
    if (leaves.size() == 1) {
      return List.of();
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    List<Hash> left = leaves.subList(0, split);
    List<Hash> right = leaves.subList(split, leaves.size());
    List<Hash> path =
        new ArrayList<>(position < split ? path(position, left) : path(position - split, right));
    path.add(root(position < split ? right : left));
    return path;
  }

  static byte[] bundle(List<byte[]> entries) {
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      bundle.write(entry.length >> 8);
      bundle.write(entry.length);
      bundle.writeBytes(entry);
    }
    return bundle.toByteArray();
  }

  static byte[] checkpoint(long size, Hash root, KeyPair keys) {
    String text = ORIGIN + "\n" + size + "\n" + root.base64() + "\n";
    String timed = "cosignature/v1\ntime " + SIGNED_AT.getEpochSecond() + "\n" + text;
    byte[] time = ByteBuffer.allocate(8).putLong(SIGNED_AT.getEpochSecond()).array();
    String note =
        text + "\n" + line(1, sign(text, keys), keys) + line(4, cat(time, sign(timed, keys)), keys);
    return note.getBytes(StandardCharsets.UTF_8);
  }

  static String vkey(KeyPair keys) {
    return ORIGIN
        + "+"
        + HexFormat.of().formatHex(keyId(1, keys))
        + "+"
        + Base64.getEncoder().encodeToString(cat(new byte[] {1}, raw(keys)));
  }

  private static String line(int kind, byte[] signature, KeyPair keys) {
    String base64 = Base64.getEncoder().encodeToString(cat(keyId(kind, keys), signature));
    return "\u2014 " + ORIGIN + " " + base64 + "\n";
  }

  private static byte[] keyId(int kind, KeyPair keys) {
    byte[] name = (ORIGIN + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] hashed = cat(cat(name, new byte[] {(byte) kind}), raw(keys));
    return Arrays.copyOf(Merkle.sha256().digest(hashed), 4);
  }

  private static byte[] raw(KeyPair keys) {
    byte[] encoded = keys.getPublic().getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
  }

  private static byte[] sign(String text, KeyPair keys) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(keys.getPrivate());
      ed25519.update(text.getBytes(StandardCharsets.UTF_8));
      return ed25519.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String path(String kind, int index, int width) {
    String name = "tile/%s/%03d".formatted(kind, index);
    return width == 256 ? name : name + ".p/" + width;
  }

  private static byte[] join(List<Hash> hashes) {
    ByteBuffer row = ByteBuffer.allocate(hashes.size() * 32);
    hashes.forEach(hash -> hash.writeTo(row));
    return row.array();
  }

  private static byte[] cat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}

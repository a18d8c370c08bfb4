package dev.reclaim.consent.web;

import dev.reclaim.consent.Words;
import java.util.List;

/**
 * What every page of a signed-in person has around its content.
 *
 * @param current the part that is open
 * @param name who is signed in
 * @param asked how many questions wait for their answer
 * @param waiting how many decisions wait for their word
 * @param notices what became of what they just did
 */
record Frame(
    Words words,
    String current,
    String name,
    String csrf,
    int asked,
    long waiting,
    List<Notice> notices) {

  /**
   * What became of something.
   *
   * @param state done, or attention
   */
  record Notice(String state, String title, List<String> lines) {

    static Notice done(String title, String... lines) {
      return new Notice("done", title, List.of(lines));
    }

    static Notice attention(String title, String... lines) {
      return new Notice("attention", title, List.of(lines));
    }

    static Notice attention(Words words, String key) {
      return attention(words.label(key + ".title"), words.label(key + ".text"));
    }
  }
}

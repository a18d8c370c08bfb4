package dev.reclaim.consent;

import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * What tests of pages in a real browser share. Skipped, and said so, where there is no Chromium.
 */
abstract class InABrowser {

  static Chromium chromium;

  @TestHTTPResource("/")
  String root;

  TopicView topics;
  Cast cast;

  @BeforeAll
  static void begin() {
    chromium = new Chromium();
  }

  @AfterAll
  static void end() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void theStageIsSet() {
    topics = new TopicView();
    cast = new Cast(topics);
  }

  @AfterEach
  void theStageIsCleared() {
    topics.close();
    chromium.startAfresh();
  }

  String at(String path) {
    return root.replaceAll("/$", "") + path;
  }
}

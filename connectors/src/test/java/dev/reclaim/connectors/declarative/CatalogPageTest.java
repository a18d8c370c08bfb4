package dev.reclaim.connectors.declarative;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CatalogPageTest {

  @Test
  void thePageSaysWhatTheFilesSay() throws IOException {
    Kept.in(Path.of("..", "docs", "connectors.md")).mustBe(CatalogPage.of(CatalogFiles.all()));
  }
}

package dev.reclaim.usage.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.Connections;
import dev.reclaim.events.ConnectionName;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The directory that the README shows is one that a service can be started with. */
class ReadmeTest {

  private static final Pattern BLOCK = Pattern.compile("```properties\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");

  @Test
  void itsDirectoryIsAConnection() throws IOException {
    // given
    Map<String, String> settings = settings();

    // when
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(ConfiguredConnections.class)
            .addDefaultInterceptors()
            .withSources(new PropertiesConfigSource(settings, "README", 100))
            .build();

    // then
    try (Connections connections =
        Connections.from(config.getConfigMapping(ConfiguredConnections.class).byName())) {
      assertThat(connections.names()).contains(new ConnectionName("corporate-directory"));
    }
  }

  /** With every variable of the environment that they name. */
  private static Map<String, String> settings() throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(Path.of("..", "README.md")));
    assertThat(block.find()).isTrue();
    Properties read = new Properties();
    read.load(new StringReader(block.group(1)));
    Map<String, String> settings = new HashMap<>();
    read.stringPropertyNames()
        .forEach(
            key -> {
              settings.put(key, read.getProperty(key));
              Matcher variable = VARIABLE.matcher(read.getProperty(key));
              if (variable.matches()) {
                settings.put(variable.group(1), "of the environment");
              }
            });
    return settings;
  }
}

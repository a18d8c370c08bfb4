package dev.reclaim.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The routes of {@code public-surface.txt}: what each service must say of itself. */
final class PublicSurface {

  private static final Path FILE = Path.of("src/test/resources/public-surface.txt");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

  private PublicSurface() {}

  /** One way to call one service. */
  record Route(String service, String method, String path) {

    private static Route of(String line) {
      String[] part = BLANKS.split(line, -1);
      return new Route(part[0], part[1].toLowerCase(Locale.ROOT), part[2]);
    }

    /** Whether an OpenAPI document has it, under whatever names of its parameters. */
    boolean isIn(JsonNode openApi) {
      for (var described : openApi.path("paths").properties()) {
        if (described.getValue().has(method) && fits(described.getKey())) {
          return true;
        }
      }
      return false;
    }

    private boolean fits(String described) {
      return path.endsWith("…")
          ? described.startsWith(path.substring(0, path.length() - 1))
          : unnamed(described).equals(unnamed(path));
    }

    private static String unnamed(String path) {
      return PARAMETER.matcher(path).replaceAll("{}");
    }
  }

  static List<Route> routes() throws IOException {
    List<Route> routes = new ArrayList<>();
    for (String line : Files.readAllLines(FILE)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        routes.add(Route.of(line));
      }
    }
    return routes;
  }
}

package dev.reclaim.connectors.declarative;

import dev.reclaim.connectors.CallLimits;
import dev.reclaim.connectors.Captures;
import dev.reclaim.connectors.Deprovisions;
import dev.reclaim.connectors.Effect;
import dev.reclaim.connectors.ListsSeats;
import dev.reclaim.connectors.ReportsUsage;
import dev.reclaim.connectors.Restores;
import dev.reclaim.connectors.Revokes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page about all connector files, written from the files. */
final class CatalogPage {

  private static final Map<String, Class<?>> CAPABILITIES = new LinkedHashMap<>();

  static {
    CAPABILITIES.put("lists seats", ListsSeats.class);
    CAPABILITIES.put("frees seats", Revokes.class);
    CAPABILITIES.put("ends access", Deprovisions.class);
    CAPABILITIES.put("saves the earlier state", Captures.class);
    CAPABILITIES.put("restores", Restores.class);
    CAPABILITIES.put("reports use", ReportsUsage.class);
  }

  private CatalogPage() {}

  static String of(List<VendorFile> files) {
    return """
    # Connectors that are files

    Written by the build from `connectors/catalog/*.yaml`. Every one of them finds accounts and checks its connection without changing anything. Active Directory and what
    else is code is described in [connectors](../connectors/README.md).

    | type | lists seats | frees seats by | ends access by | restores | reports use | sure |
    | --- | --- | --- | --- | --- | --- | --- |
    %s
    %s\
    """
        .formatted(
            files.stream().map(CatalogPage::row).collect(Collectors.joining("\n")),
            files.stream().map(CatalogPage::section).collect(Collectors.joining("\n")));
  }

  private static String row(VendorFile file) {
    VendorFile.Abilities can = file.abilities();
    return "| [%s](#%s) | %s | %s | %s | %s | %s | %s |"
        .formatted(
            file.name(),
            file.name(),
            mark(file, ListsSeats.class),
            can.seat().map(seat -> names(seat.ways().keySet().stream())).orElse(""),
            names(can.steps().keySet().stream()),
            mark(file, Restores.class),
            mark(file, ReportsUsage.class),
            file.confidence().level());
  }

  private static String mark(VendorFile file, Class<?> capability) {
    return Offers.has(file, capability) ? "yes" : "";
  }

  private static String names(Stream<? extends Enum<?>> values) {
    return values.map(Enum::name).collect(Collectors.joining(", "));
  }

  private static String section(VendorFile file) {
    StringBuilder text = new StringBuilder("\n## %s\n\n".formatted(file.name()));
    text.append(file.title()).append(": ").append(abilities(file)).append(".\n\n");
    text.append("| taken | what the holder loses | can be put back |\n| --- | --- | --- |\n");
    file.abilities()
        .seat()
        .ifPresent(
            seat ->
                seat.ways()
                    .forEach((way, taking) -> text.append(row("seat: " + way, taking.effect()))));
    file.abilities()
        .steps()
        .forEach((step, taking) -> text.append(row(step.name(), taking.effect())));
    file.abilities()
        .seat()
        .ifPresent(
            seat ->
                text.append(
                    "\nThe source of seats is written `%s`, for example `%s`.\n"
                        .formatted(seat.entitlement().form(), seat.entitlement().example())));
    text.append("\nLimits: ").append(limits(file.talk().limits().published())).append("\n");
    text.append("\nSettings:\n\n| key | meaning |\n| --- | --- |\n");
    file.talk().settings().values().forEach(setting -> text.append(row(setting)));
    text.append(row("sign-in", String.join(", ", file.talk().signIns().keySet())));
    file.talk()
        .addresses()
        .forEach(
            (name, address) -> text.append(row("address-" + name, "`" + address + "` if unset")));
    text.append(
        bullets("Not confirmed, so it is read before and after", file.confidence().notConfirmed()));
    text.append(bullets("To know", file.confidence().traps()));
    text.append(bullets("Sources", file.confidence().sources()));
    return text.toString();
  }

  private static String abilities(VendorFile file) {
    return CAPABILITIES.entrySet().stream()
        .filter(capability -> Offers.has(file, capability.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(", "));
  }

  private static String row(String name, Effect effect) {
    return "| %s | %s | %s |\n"
        .formatted(
            name,
            effect.loss(),
            effect.canBeUndone()
                ? effect.undoWithin().map(CatalogPage::within).orElse("yes")
                : "no");
  }

  private static String row(Setting setting) {
    return row(
        setting.name(),
        setting.about()
            + (setting.secret() ? " (secret)" : "")
            + setting.onlyWith().map(name -> "; with sign-in " + name).orElse("")
            + (setting.optional() ? "; optional" : "")
            + setting.otherwise().map(value -> "; `" + value + "` if unset").orElse(""));
  }

  private static String row(String key, String meaning) {
    return "| `%s` | %s |\n".formatted(key, meaning);
  }

  private static String within(Duration duration) {
    return duration.toDays() > 0
        ? "for %d days".formatted(duration.toDays())
        : "for %d hours".formatted(duration.toHours());
  }

  private static String limits(CallLimits limits) {
    List<String> told =
        Stream.of(
                limits.changes().stream().map(window -> told(window, "changes")),
                limits.looks().stream().map(window -> told(window, "reads")),
                Stream.of(limits.atOnce())
                    .filter(most -> most < Integer.MAX_VALUE)
                    .map(most -> most + " requests at the same time"))
            .flatMap(each -> each)
            .toList();
    return told.isEmpty() ? "none published." : String.join(", ", told) + ".";
  }

  private static String told(CallLimits.Window window, String of) {
    return "%d %s in %d s".formatted(window.calls(), of, window.within().toSeconds());
  }

  private static String bullets(String title, List<String> lines) {
    return lines.isEmpty()
        ? ""
        : "\n%s:\n\n%s\n"
            .formatted(
                title, lines.stream().map(line -> "- " + line).collect(Collectors.joining("\n")));
  }
}

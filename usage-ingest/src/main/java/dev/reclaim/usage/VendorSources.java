package dev.reclaim.usage;

import dev.reclaim.events.SourceName;
import java.util.List;
import java.util.Optional;

/** All vendors whose records are understood. */
public final class VendorSources {

  private final List<VendorSource> sources;

  public VendorSources(List<VendorSource> sources) {
    this.sources = List.copyOf(sources);
  }

  public static VendorSources all() {
    return new VendorSources(List.of(new EntraSignIns()));
  }

  public Optional<VendorSource> named(String name) {
    return sources.stream().filter(source -> source.name().value().equals(name)).findFirst();
  }

  public List<SourceName> names() {
    return sources.stream().map(VendorSource::name).toList();
  }
}

package dev.reclaim.revocation;

import dev.reclaim.revocation.WorkingHours.Blackout;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.random.RandomGenerator;

/** Reads from the settings what decisions go by. */
@ApplicationScoped
public class WiringBrakes {

  private final WiringSettings settings;

  WiringBrakes(WiringSettings settings) {
    this.settings = settings;
  }

  @Produces
  @Singleton
  Brakes brakes() {
    return new Brakes(limits(), sources(), hours(), settings.dryRun());
  }

  private Limits limits() {
    WiringSettings.WiringLimits limits = settings.limits();
    return new Limits(
        limits.warnPercent(),
        limits.stopPercent(),
        limits.smallBelow(),
        limits.smallPerHour(),
        limits.smallPerDay(),
        limits.mostPerHour(),
        limits.mostPerDay());
  }

  private SourceLimits sources() {
    WiringSettings.WiringSources sources = settings.sources();
    return new SourceLimits(
        sources.staleAfter(), sources.shrinkPercent(), sources.leaversPercent(), sources.few());
  }

  private WorkingHours hours() {
    WiringSettings.WiringHours hours = settings.hours();
    return new WorkingHours(
        hours.zone(),
        hours.days(),
        hours.from(),
        hours.until(),
        hours.blackouts().orElse(List.of()).stream().map(Blackout::parse).toList());
  }

  @Produces
  @Singleton
  Retries retries() {
    WiringSettings.WiringRetry retry = settings.retry();
    return new Retries(
        new Schedule(
            retry.first(), retry.longest(), retry.giveUpAfter(), retry.looks(), retry.settle()),
        RandomGenerator.getDefault());
  }

  @Produces
  @Singleton
  WritesInstructions instructions() {
    return new WritesInstructions(settings.manual().within(), settings.manual().assignee());
  }
}

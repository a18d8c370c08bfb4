package dev.reclaim.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** How much heap was taken at most since a moment. */
public final class PeakHeap {

  private static final long MIB = 1 << 20;

  private PeakHeap() {}

  /** Forgets what was before; garbage goes first, so that it is not counted. */
  public static void reset() {
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** The sum over all pools of the heap. */
  public static long mebibytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        / MIB;
  }
}

package dev.reclaim.usage;

import dev.reclaim.events.SourceName;

/** Understands the records of one vendor's log. A further source is one more class like it. */
public interface VendorSource {

  SourceName name();

  /** Judges one record; never throws, whatever stands in it. */
  Verdict judge(VendorRecord entry);
}

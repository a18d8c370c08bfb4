package dev.reclaim.rules;

import java.util.List;

/** What could be read of some files, and why the rest could not. */
public record ReadPolicies(List<Written> documents, List<PolicyFault> faults) {

  public ReadPolicies {
    documents = List.copyOf(documents);
    faults = List.copyOf(faults);
  }
}

package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.Refusal;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What makes a transaction impossible before any of its resources is read (ingestion-formats
 * section 3.2).
 */
final class TransactionRules {
  private TransactionRules() {}

  /**
   * Refuses a transaction that names the same resource twice: by fullUrl, by type and id, or by one
   * condition.
   */
  static Optional<Refusal> broken(List<BundleEntry> entries) {
    Set<String> named = new HashSet<>();
    for (BundleEntry entry : entries) {
      for (String name : names(entry)) {
        if (!named.add(name)) {
          return Optional.of(
              new Refusal(
                  entry.place(""),
                  Reason.DUPLICATE_IN_BATCH,
                  "the same resource twice in one transaction"));
        }
      }
    }
    return Optional.empty();
  }

  private static Set<String> names(BundleEntry entry) {
    Set<String> names = new HashSet<>();
    if (!entry.fullUrl().isEmpty()) {
      names.add("url " + entry.fullUrl());
    }
    if (!entry.typeAndId().isEmpty()) {
      names.add("id " + entry.typeAndId());
    }
    if (!entry.ifNoneExist().isEmpty()) {
      names.add("condition " + entry.type() + "?" + Percent.decoded(entry.ifNoneExist()));
    }
    int query = entry.url().indexOf('?');
    if (entry.method().equals("PUT") && query >= 0) {
      String condition = Percent.decoded(entry.url().substring(query + 1));
      names.add("condition " + entry.type() + "?" + condition);
    }
    return names;
  }
}

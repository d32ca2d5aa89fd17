package health.lifelong.analytics.insight.app;

import health.lifelong.analytics.insight.domain.InsightReport;
import java.util.List;
import java.util.Optional;

/**
 * Reports of persons for themselves that were made when the record last changed. Only a help: where
 * it is away, or holds something older, the report is computed.
 */
public interface ReportShelf {

  /** The report of a person in a language, if it was made by this engine's models and pack. */
  Optional<Shelved> find(String personId, String language);

  /**
   * A report and what must still hold for it to be shown.
   *
   * @param revision of the record
   * @param withheld what consent withheld of it
   * @param parts the report as the contract writes it; one after the other they are the whole
   */
  record Shelved(long revision, String withheld, List<byte[]> parts) {
    public Shelved {
      parts = List.copyOf(parts);
    }
  }

  /** Keeps a report that was just computed beside those of the same record. */
  void put(String personId, String withheld, String language, InsightReport report);
}

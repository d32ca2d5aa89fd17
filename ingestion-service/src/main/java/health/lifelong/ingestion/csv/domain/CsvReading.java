package health.lifelong.ingestion.csv.domain;

import health.lifelong.ingestion.record.domain.RecordOutcome;

/** How reading a table ended. */
public sealed interface CsvReading {

  /**
   * Every row has its outcome.
   *
   * @param charset the charset found
   * @param layout the layout found
   * @param rows data rows, blank ones left out
   */
  record Complete(String charset, Layout layout, long rows) implements CsvReading {}

  /**
   * The table is refused whole: nothing of it may take effect, whatever outcomes were given before.
   */
  record Refused(RecordOutcome.Rejected reason) implements CsvReading {}

  /** The kinds of table that are known. */
  enum Layout {
    /** One visit of an identified person a row. */
    CENTRE_BATCH,
    /** The open data of the national screening: one anonymous person a row. */
    NATIONAL_SCREENING
  }
}

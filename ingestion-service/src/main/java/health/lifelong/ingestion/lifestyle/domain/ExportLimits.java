package health.lifelong.ingestion.lifestyle.domain;

/**
 * Where reading an export stops.
 *
 * @param bytes of XML, and of an archive unpacked
 * @param entries of an archive, those in the known folders of an Apple export left out
 * @param folderEntries of an archive in all; each workout has a route file
 * @param ratio unpacked to packed, once a mebibyte has come out
 * @param samples kept in memory, 24 bytes each
 * @param sources that may name themselves
 */
public record ExportLimits(
    long bytes, int entries, int folderEntries, int ratio, int samples, int sources) {
  /**
   * 8 GiB, 1,000 entries beside 100,000 routes and recordings, 100 to 1, 20 million samples (480
   * MB), 1,000 sources.
   */
  public static ExportLimits standard() {
    return new ExportLimits(8L << 30, 1_000, 100_000, 100, 20_000_000, 1_000);
  }
}

package health.lifelong.ingestion.fhir.domain;

/**
 * What a body may hold (trust-and-privacy section 11). Anything beyond is refused, never cut short.
 *
 * @param bytes of the whole body
 * @param depth containers inside each other
 * @param members names of one object
 * @param items of one array
 * @param nameLength characters of a name
 * @param numberLength characters of a number
 * @param attributes of one XML element
 */
public record FhirLimits(
    int bytes,
    int depth,
    int members,
    int items,
    int nameLength,
    int numberLength,
    int attributes) {
  private static final int MEBIBYTE = 1 << 20;

  /** The limits of one posted body. */
  public static final FhirLimits BODY =
      new FhirLimits(10 * MEBIBYTE, 64, 10_000, 10_000, 1_024, 1_000, 100);

  /**
   * The limits of one line of a bulk file; only lines with an attachment may pass {@link
   * #PLAIN_LINE_BYTES}.
   */
  public static final FhirLimits LINE =
      new FhirLimits(16 * MEBIBYTE, 64, 10_000, 10_000, 1_024, 1_000, 100);

  /** Bytes of a bulk line that carries no attachment. */
  public static final int PLAIN_LINE_BYTES = MEBIBYTE;
}

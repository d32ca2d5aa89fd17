package health.lifelong.ingestion.csv.domain;

import health.lifelong.vocabulary.Item;

/** What a column of a table means. {@code header} is the header as sent. */
public sealed interface Column {
  String header();

  /**
   * A person's number; {@code type} is from HL7 table 0203 (MB, SS), empty for a number of the
   * centre's own.
   */
  record Identifier(String header, String type) implements Column {}

  /** The person's name. */
  record Name(String header) implements Column {}

  /** Sex at birth. */
  record Sex(String header) implements Column {}

  /** Birth date. */
  record BirthDate(String header) implements Column {}

  /** Date of the examination. */
  record ExamDate(String header) implements Column {}

  /** Year of the examination. */
  record ExamYear(String header) implements Column {}

  /** The sender's number of the visit. */
  record Visit(String header) implements Column {}

  /**
   * Values of a catalogue item.
   *
   * @param unit unit the header names or the layout declares; empty where neither does
   * @param unitDeclared true where the layout, not the header, says the unit
   * @param method what the layout says about how the value came about; empty where nothing
   * @param codesOfCatalogue true where the layout is known to send the catalogue's own answer codes
   */
  record Values(
      String header,
      Item item,
      String unit,
      boolean unitDeclared,
      String method,
      boolean codesOfCatalogue)
      implements Column {}

  /**
   * 1 where the person is treated for this condition; {@code concept} is a clinical concept of the
   * suite.
   */
  record Treated(String header, String concept) implements Column {}

  /** Something of the file or its numbering, said about nobody. */
  record Ignored(String header) implements Column {}

  /** A column the catalogue does not know: kept raw. */
  record Local(String header) implements Column {}
}

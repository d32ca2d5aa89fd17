package health.lifelong.profile.keys.domain;

/**
 * The sealed columns of the record: the one list. A test compares it with the database and with
 * {@code columns.csv}, where every other column has its reason for being plain.
 */
public enum SealedColumn {
  PERSON_NAME("person", "name_cipher", "person_id::text"),
  PERSON_BIRTH("person", "birth_cipher", "person_id::text"),
  PERSON_PHONE("person", "phone_cipher", "person_id::text"),
  MATCH_REASON("identity_event", "reason_cipher", "event_id::text"),
  CHECKUP_SOURCE("checkup", "source_cipher", "checkup_no::text"),
  OBSERVATION_WORDS("observation", "words_cipher", "natural_key || '/' || delivery_no"),
  EARLIER_WORDS(
      "observation_history",
      "words_cipher",
      "natural_key || '/' || delivery_no || '/' || content_hash"),
  STATEMENT_WORDS("statement", "words_cipher", "natural_key || '/' || delivery_no"),
  DOCUMENT_TEXT("document", "text_cipher", "natural_key || '/' || delivery_no"),
  GENOME_WORDS("genome", "words_cipher", "genome_no::text"),
  GENOME_BLOCK(
      "genome_block",
      "packed_cipher",
      "genome_no || '/' || chromosome || '/' || first_position || '/' || last_position || '/' || checksum"),
  DAY_WORDS("lifestyle_day", "words_cipher", "natural_key || '/' || delivery_no"),
  CRITICAL_VALUE("critical_result", "value_cipher", "critical_id::text"),
  CRITICAL_NOTE("critical_result_event", "note_cipher", "critical_id::text"),
  GLASS_REASON("break_glass", "reason_cipher", "break_glass_id::text"),
  GLASS_REVIEW("break_glass", "review_cipher", "break_glass_id::text");

  private final String table;
  private final String column;
  private final String row;

  SealedColumn(String table, String column, String row) {
    this.table = table;
    this.column = column;
    this.row = row;
  }

  public String table() {
    return table;
  }

  public String column() {
    return column;
  }

  /** SQL expression of what names a row within its person, as the seal is bound to it. */
  public String row() {
    return row;
  }
}

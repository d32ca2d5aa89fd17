package health.lifelong.profile.erasure.domain;

import java.util.Set;

/**
 * Every table with a person, and what erasing does to it. A test compares this list with the
 * database: a new table fails it until somebody has decided.
 */
public enum PersonTable {
  CRITICAL_RESULT_EVENT("critical_result_event", Set.of()),
  CRITICAL_RESULT("critical_result", Set.of()),
  OBSERVATION("observation", Set.of("CHK", "SPC")),
  OBSERVATION_HISTORY("observation_history", Set.of("CHK", "SPC")),
  STATEMENT("statement", Set.of("CHK", "SPC")),
  LIST_STATE("list_state", Set.of("CHK", "SPC")),
  DOCUMENT("document", Set.of("CHK", "SPC")),
  CHECKUP("checkup", Set.of("CHK", "SPC")),
  GENOME_BLOCK("genome_block", Set.of("GENX")),
  GENOME_DUPLICATE("genome_duplicate", Set.of()),
  GENOME("genome", Set.of("GENR", "GENX")),
  LIFESTYLE_DAY("lifestyle_day", Set.of("LIF")),
  DELIVERY("delivery", Set.of()),
  LINK_CONFLICT("link_conflict", Set.of()),
  ACCOUNT_LINK("account_link", Set.of()),
  ACCOUNT_CODE("account_code", Set.of()),
  IDENTITY_EVENT("identity_event", Set.of()),
  IDENTITY_MATCH("identity_match", Set.of()),
  MATCH_WORD("match_word", Set.of()),
  MATCH_DUE("match_due", Set.of()),
  IDENTIFIER("identifier", Set.of("ID"));

  /** Tables whose rows stay: a tombstone, and evidence without health values (category OPS). */
  public static final Set<String> KEPT =
      Set.of(
          "person",
          "consent_decision",
          "access_event_unchained",
          "audit_salt",
          "break_glass",
          "change_feed");

  private final String table;
  private final Set<String> categories;

  PersonTable(String table, Set<String> categories) {
    this.table = table;
    this.categories = categories;
  }

  public String table() {
    return table;
  }

  /** True where a law that keeps these categories keeps rows of the table. */
  public boolean isKeptBy(Set<String> kept) {
    return categories.stream().anyMatch(kept::contains);
  }
}

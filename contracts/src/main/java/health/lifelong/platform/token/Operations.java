package health.lifelong.platform.token;

import health.lifelong.platform.Roles;
import health.lifelong.platform.token.OperationRule.Whose;
import health.lifelong.vocabulary.CsvTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may call what: every REST and gRPC operation of every service, a row for each role that may.
 * What is not in the table is refused.
 */
public final class Operations {
  private record Key(String operation, String role) {}

  private final List<OperationRule> rules;
  private final Map<Key, OperationRule> byKey = new HashMap<>();

  private Operations(List<OperationRule> rules) {
    this.rules = List.copyOf(rules);
    for (OperationRule rule : rules) {
      if (byKey.put(new Key(rule.operation(), rule.role()), rule) != null) {
        throw new IllegalStateException("two rows for " + rule.operation() + " " + rule.role());
      }
    }
  }

  /** The table that ships with the product. */
  public static Operations load() {
    List<OperationRule> rules = new ArrayList<>();
    for (CsvTable.Row row : CsvTable.resource(Operations.class, "/operations.csv").rows()) {
      rules.add(rule(row));
    }
    return new Operations(rules);
  }

  private static OperationRule rule(CsvTable.Row row) {
    String scope = text(row, "scope");
    Optional<Scope> needed = Scope.of(scope);
    String role = row.require("role");
    if (needed.isEmpty() != scope.isEmpty() || !Roles.ALL.contains(role)) {
      throw new IllegalStateException("operations.csv: unknown scope or role: " + scope + role);
    }
    return new OperationRule(
        row.require("service"),
        row.require("door"),
        row.require("operation"),
        role,
        needed,
        text(row, "acr").equals(Integer.toString(Strength.LEVEL)),
        Whose.valueOf(row.require("whose").toUpperCase(Locale.ROOT)),
        text(row, "consent"));
  }

  private static String text(CsvTable.Row row, String column) {
    return Objects.requireNonNullElse(row.get(column), "");
  }

  /** Every row. */
  public List<OperationRule> rules() {
    return rules;
  }

  /** What a caller learns at the door of an operation. */
  public sealed interface Entry {
    /** Come in; whose data it is, is decided where the data is. */
    record Open(OperationRule rule) implements Entry {}

    /** No role of the token, or none of its scopes, covers this operation. */
    record Refused() implements Entry {}

    /** Sign in again, with two factors. */
    record StepUp() implements Entry {}

    /** The token names another person than the one it speaks for. */
    record Foreign() implements Entry {}
  }

  /**
   * Decides at the door: role, then strength, then scope, then the person the token names.
   *
   * @param now seconds since 1970
   */
  public Entry enter(String operation, AccessToken token, long now) {
    List<String> roles = token.groups().stream().filter(Roles.ALL::contains).distinct().toList();
    @Nullable OperationRule rule =
        roles.size() == 1 ? byKey.get(new Key(operation, roles.getFirst())) : null;
    if (rule == null) {
      return new Entry.Refused();
    }
    if (rule.strong() && !Strength.isHigh(token.claims(), now)) {
      return new Entry.StepUp();
    }
    List<Scope> granted = Scope.granted(token.claims().get("scope"));
    if (rule.scope().isPresent()
        && granted.stream().noneMatch(scope -> scope.covers(rule.scope().get()))) {
      return new Entry.Refused();
    }
    Object patient = token.claims().get("patient");
    boolean foreign =
        rule.whose() == Whose.OWN && patient != null && !Objects.equals(patient, token.subject());
    return foreign ? new Entry.Foreign() : new Entry.Open(rule);
  }
}

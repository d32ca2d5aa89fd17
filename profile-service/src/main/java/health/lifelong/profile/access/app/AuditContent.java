package health.lifelong.profile.access.app;

import health.lifelong.platform.audit.Json;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Role;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a record of the audit log says, in canonical form: the fields of trust-and-privacy section 7
 * that are known before the answer leaves. Whom it is about, and which person acted, stand beside
 * it as pseudonyms; names, values and texts of queries nowhere.
 */
public final class AuditContent {
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private AuditContent() {}

  /** The content of a record. */
  public static String of(AccessEvent.Draft event, UUID id, Instant at, String instance) {
    return object()
        .with("id", id.toString())
        .with("at", MICROS.format(at))
        .with("actor", actor(event))
        .with("action", action(event.action()))
        .with("object", asked(event))
        .with("purpose", event.purpose() == null ? "" : event.purpose().code())
        .with("basis", basis(event.detail()))
        .with("decision", decision(event))
        .with("origin", origin(event.caller().token(), instance))
        .with("trace", object().with("token", event.caller().token().id()))
        .json()
        .canonical();
  }

  private static Members actor(AccessEvent.Draft event) {
    Caller caller = event.caller();
    return object()
        .with("role", caller.role().word())
        .with("sub", person(event) == null ? subject(caller) : "")
        .with("centre", caller.centre() == null ? "" : caller.centre())
        .with("issuer", caller.token().issuer())
        .with("acr", caller.token().acr());
  }

  // A token for a family proxy has the person as its subject: who acted is the proxy.
  private static String subject(Caller caller) {
    return caller.role() == Role.PROXY ? caller.token().actor() : caller.subject();
  }

  /** The person who acts, or null: their id must not stand in a record. */
  public static @Nullable UUID person(AccessEvent.Draft event) {
    String subject = subject(event.caller());
    if (subject.equals(event.personId().toString())) {
      return event.personId();
    }
    try {
      Role role = event.caller().role();
      return role == Role.PERSON || role == Role.PROXY ? UUID.fromString(subject) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Members action(String operation) {
    String verb = operation.substring(operation.lastIndexOf('.') + 1);
    String type =
        switch (verb) {
          case "read", "list" -> "read";
          case "resolve" -> "search";
          case "write", "record", "open" -> "create";
          case "acknowledge", "release", "close", "review", "hold" -> "update";
          case "export" -> "export";
          default -> "execute";
        };
    return object().with("operation", operation).with("type", type);
  }

  private static Members asked(AccessEvent.Draft event) {
    Members refused = object();
    event.detail().refused().forEach((category, rule) -> refused.with(category.code(), rule));
    Members asked =
        object()
            .with("categories", texts(event.categories().stream().map(Category::code).toList()))
            .with("refused", refused);
    List<String> rows = event.detail().rows();
    if (!rows.isEmpty()) {
      asked.with("count", new Json.Number(rows.size())).with("ids", texts(rows));
    }
    return asked;
  }

  private static Members basis(AccessEvent.Detail detail) {
    UUID breakGlass = detail.breakGlass();
    return object()
        .with("break_glass", breakGlass == null ? "" : breakGlass.toString())
        .with("reason", detail.reason());
  }

  private static Members decision(AccessEvent.Draft event) {
    return object()
        .with("effect", event.permitted() ? "permit" : "deny")
        .with("rule", event.rule());
  }

  private static Members origin(Caller.Token token, String instance) {
    return object()
        .with("service", "profile-service")
        .with("instance", instance)
        .with("client", token.client());
  }

  private static Json texts(List<String> texts) {
    return new Json.Elements(texts.stream().map(text -> (Json) new Json.Text(text)).toList());
  }

  private static Members object() {
    return new Members(new TreeMap<>());
  }

  /** An object in the making; what is empty is left out. */
  private record Members(TreeMap<String, Json> members) {
    Members with(String name, String text) {
      if (!text.isEmpty()) {
        members.put(name, new Json.Text(text));
      }
      return this;
    }

    Members with(String name, Json value) {
      members.put(name, value);
      return this;
    }

    Members with(String name, Members inner) {
      return inner.members.isEmpty() ? this : with(name, inner.json());
    }

    Json json() {
      return new Json.Members(members);
    }
  }
}

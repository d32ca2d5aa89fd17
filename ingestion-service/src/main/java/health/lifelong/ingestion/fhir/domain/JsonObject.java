package health.lifelong.ingestion.fhir.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Members in the order they were sent; names are unique. Lookup is a scan: FHIR objects have a
 * handful of members, and a hash table for each costs more than it saves.
 */
public final class JsonObject implements JsonNode {
  private final String[] names;
  private final JsonNode[] values;

  private JsonObject(String[] names, JsonNode[] values) {
    this.names = names;
    this.values = values;
  }

  /** An object of these members; the lists have equal length and names do not repeat. */
  public static JsonObject of(List<String> names, List<? extends JsonNode> values) {
    if (names.size() != values.size()) {
      throw new IllegalArgumentException("names and values differ in number");
    }
    return new JsonObject(names.toArray(String[]::new), values.toArray(JsonNode[]::new));
  }

  /** Takes members one by one and refuses a name that is already there. */
  public static final class Builder {
    private static final int FEW = 16;

    private String[] names = new String[8];
    private JsonNode[] values = new JsonNode[8];
    private int size;
    private @Nullable Set<String> many;

    /** Adds a member; false, and nothing added, where the name is already there. */
    public boolean add(String name, JsonNode value) {
      if (holds(name)) {
        return false;
      }
      if (size == names.length) {
        names = Arrays.copyOf(names, size * 2);
        values = Arrays.copyOf(values, size * 2);
      }
      names[size] = name;
      values[size] = value;
      size++;
      return true;
    }

    /** How many members there are so far. */
    public int size() {
      return size;
    }

    /**
     * Whether this name is already there. Few names are compared one by one, hash first; many
     * through a set.
     */
    public boolean holds(String name) {
      if (many != null || size >= FEW) {
        Set<String> all = many == null ? new HashSet<>() : many;
        for (int i = all.size(); i < size; i++) {
          all.add(names[i]);
        }
        many = all;
        return all.contains(name);
      }
      int hash = name.hashCode();
      for (int i = 0; i < size; i++) {
        if (names[i].hashCode() == hash && names[i].equals(name)) {
          return true;
        }
      }
      return false;
    }

    /** The object; the builder is not used again. */
    public JsonObject build() {
      return new JsonObject(Arrays.copyOf(names, size), Arrays.copyOf(values, size));
    }
  }

  /** How many members there are. */
  public int size() {
    return names.length;
  }

  /** Name of the member at this index. */
  public String name(int index) {
    return names[index];
  }

  /** Value of the member at this index. */
  public JsonNode value(int index) {
    return values[index];
  }

  /** The member as it is, or null. */
  public @Nullable JsonNode get(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return values[i];
      }
    }
    return null;
  }

  /** True where the member is there and is not null. */
  public boolean has(String name) {
    JsonNode node = get(name);
    return node != null && node != JsonNull.NULL;
  }

  /** The member's items: those of an array without its nulls, else the single value, else none. */
  public List<JsonNode> all(String name) {
    return switch (get(name)) {
      case null -> List.of();
      case JsonArray array -> withoutNulls(array);
      case JsonNull nothing -> List.of();
      case JsonNode single -> List.of(single);
    };
  }

  /** The objects among the member's items. */
  public List<JsonObject> objects(String name) {
    JsonNode node = get(name);
    if (node instanceof JsonObject single) {
      return List.of(single);
    }
    if (!(node instanceof JsonArray array)) {
      return List.of();
    }
    List<JsonObject> objects = new ArrayList<>(array.items().size());
    for (JsonNode item : array.items()) {
      if (item instanceof JsonObject object) {
        objects.add(object);
      }
    }
    return objects;
  }

  /** The first object of the member, or null. */
  public @Nullable JsonObject object(String name) {
    JsonNode node = get(name);
    if (node instanceof JsonObject single) {
      return single;
    }
    List<JsonObject> objects = objects(name);
    return objects.isEmpty() ? null : objects.getFirst();
  }

  /** Text of the member's first scalar, stripped; null where it is missing, empty or no scalar. */
  public @Nullable String text(String name) {
    JsonNode node = get(name);
    if (node instanceof JsonArray) {
      List<JsonNode> items = all(name);
      node = items.isEmpty() ? null : items.getFirst();
    }
    String text = node == null ? null : scalar(node);
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** As {@link #text}, empty where there is none. */
  public String textOrEmpty(String name) {
    String text = text(name);
    return text == null ? "" : text;
  }

  /** A scalar's text; null for null, arrays and objects. */
  public static @Nullable String scalar(JsonNode node) {
    return switch (node) {
      case JsonText text -> text.value();
      case JsonNumber number -> number.literal();
      case JsonBoolean bool -> bool == JsonBoolean.TRUE ? "true" : "false";
      case JsonNull nothing -> null;
      case JsonArray array -> null;
      case JsonObject object -> null;
    };
  }

  private static List<JsonNode> withoutNulls(JsonArray array) {
    if (!array.items().contains(JsonNull.NULL)) {
      return array.items();
    }
    return array.items().stream().filter(item -> item != JsonNull.NULL).toList();
  }
}

package health.lifelong.ingestion.genotype.algorithm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A FORMAT column, understood once for all records that share it.
 *
 * @param definitions of each key, null where none is declared or fixed
 * @param fault what is wrong with the column, or null
 * @param alphanumeric false where a key holds "_" or ".", which 4.1 and 4.2 forbid but every caller
 *     declares and writes
 */
record VcfFormat(
    List<String> keys,
    List<@Nullable VcfDefinition> definitions,
    @Nullable String fault,
    boolean alphanumeric) {

  static VcfFormat of(String text, Map<String, VcfDefinition> declared, int minor) {
    List<String> keys = new ArrayList<>();
    List<@Nullable VcfDefinition> definitions = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    String fault = null;
    boolean alphanumeric = true;
    for (String key : text.split(":", -1)) {
      boolean plain = key.indexOf('_') < 0 && key.indexOf('.') < 0;
      if (!word(key, minor) || minor <= 2 && !plain && !declared.containsKey(key)) {
        fault = "FORMAT has a malformed key";
      } else if (!seen.add(key)) {
        fault = "FORMAT holds a key twice";
      } else if (key.equals("GT") && !keys.isEmpty()) {
        fault = "GT is not the first key of FORMAT";
      }
      alphanumeric &= plain;
      keys.add(key);
      definitions.add(declared.get(key));
    }
    return new VcfFormat(keys, definitions, fault, alphanumeric);
  }

  private static boolean word(String key, int minor) {
    if (key.isEmpty() || minor >= 3 && Character.isDigit(key.charAt(0))) {
      return false;
    }
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c > 0x7E || !Character.isLetterOrDigit(c) && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }

  /** The place of a key, -1 where it is absent. */
  int index(String key) {
    return keys.indexOf(key);
  }

  boolean hasGenotype() {
    return keys.getFirst().equals("GT");
  }
}

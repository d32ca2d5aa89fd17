package health.lifelong.testing;

import java.nio.charset.StandardCharsets;

/** Builds the bodies that data/hostile/json only describes. */
public final class JsonRecipes {
  private JsonRecipes() {}

  /**
   * {@code repeat:X x N}, {@code object with N keys}, {@code array of N zeros}, {@code string of N
   * MiB}.
   */
  public static byte[] bytes(String recipe) {
    int number = Integer.parseInt(recipe.replaceAll("\\D*(\\d+).*", "$1"));
    return text(recipe, number).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String recipe, int number) {
    if (recipe.startsWith("repeat:")) {
      return recipe.substring("repeat:".length(), recipe.lastIndexOf(" x ")).repeat(number);
    }
    if (recipe.startsWith("object with")) {
      StringBuilder built = new StringBuilder("{\"k0\":0");
      for (int i = 1; i < number; i++) {
        built.append(",\"k").append(i).append("\":0");
      }
      return built.append('}').toString();
    }
    if (recipe.startsWith("array of")) {
      return "[0" + ",0".repeat(number - 1) + "]";
    }
    if (recipe.startsWith("string of")) {
      return "\"" + "x".repeat(number << 20) + "\"";
    }
    throw new IllegalArgumentException("an unknown recipe: " + recipe);
  }
}

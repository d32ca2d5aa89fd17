package health.lifelong.local.command;

import health.lifelong.local.suite.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Words and options of a command line: {@code --name value}, or {@code --name} for those declared
 * as switches.
 */
public final class Arguments {
  /** Options that take every word up to the next option: {@code --pgs FILE...}. */
  private static final Set<String> SEVERAL = Set.of("pgs");

  private final List<String> words = new ArrayList<>();
  private final Map<String, List<String>> options = new HashMap<>();

  private Arguments() {}

  /** Reads arguments; an option outside both sets is refused by name. */
  public static Arguments parse(List<String> arguments, Set<String> valued, Set<String> switches) {
    Arguments parsed = new Arguments();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("--")) {
        parsed.words.add(argument);
        continue;
      }
      String name = argument.substring(2);
      if (switches.contains(name)) {
        parsed.options.computeIfAbsent(name, key -> new ArrayList<>()).add("");
      } else if (valued.contains(name)) {
        if (i + 1 == arguments.size()) {
          throw new Failure("--" + name + " needs a value");
        }
        List<String> values = parsed.options.computeIfAbsent(name, key -> new ArrayList<>());
        values.add(arguments.get(++i));
        while (SEVERAL.contains(name)
            && i + 1 < arguments.size()
            && !arguments.get(i + 1).startsWith("--")) {
          values.add(arguments.get(++i));
        }
      } else {
        throw new Failure("unknown option --" + name);
      }
    }
    return parsed;
  }

  public List<String> words() {
    return List.copyOf(words);
  }

  /** The only word, named for the message when it is missing. */
  public String word(String name) {
    if (words.size() != 1) {
      throw new Failure("exactly one " + name + " is needed");
    }
    return words.getFirst();
  }

  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name)).map(List::getLast);
  }

  public List<String> options(String name) {
    return options.getOrDefault(name, List.of());
  }

  public String require(String name) {
    return option(name).orElseThrow(() -> new Failure("--" + name + " is needed"));
  }

  public boolean has(String name) {
    return options.containsKey(name);
  }
}

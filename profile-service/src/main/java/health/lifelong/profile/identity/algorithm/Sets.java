package health.lifelong.profile.identity.algorithm;

import health.lifelong.profile.identity.domain.Pair;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Who is one person by what is linked. A link is only ever made between two persons, so that links
 * form a forest and taking one back gives exactly the two that it joined.
 */
public final class Sets {
  private Sets() {}

  /** The members, parted into those whom links still join. */
  public static List<Set<UUID>> of(Collection<UUID> members, Collection<Pair> links) {
    Map<UUID, List<UUID>> neighbours = new HashMap<>();
    for (Pair link : links) {
      neighbours.computeIfAbsent(link.one(), id -> new ArrayList<>()).add(link.other());
      neighbours.computeIfAbsent(link.other(), id -> new ArrayList<>()).add(link.one());
    }
    List<Set<UUID>> sets = new ArrayList<>();
    Set<UUID> left = new TreeSet<>(members);
    while (!left.isEmpty()) {
      Set<UUID> set = reach(left.iterator().next(), neighbours);
      left.removeAll(set);
      sets.add(set);
    }
    return sets;
  }

  private static Set<UUID> reach(UUID start, Map<UUID, List<UUID>> neighbours) {
    Set<UUID> reached = new TreeSet<>();
    Deque<UUID> next = new ArrayDeque<>();
    next.add(start);
    while (!next.isEmpty()) {
      UUID member = next.remove();
      if (reached.add(member)) {
        next.addAll(neighbours.getOrDefault(member, List.of()));
      }
    }
    return reached;
  }
}

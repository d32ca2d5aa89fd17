package health.lifelong.analytics.ledger;

import health.lifelong.analytics.ledger.app.Ledger;
import health.lifelong.analytics.ledger.domain.KeptInput;
import health.lifelong.analytics.ledger.domain.KeptInsight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** A ledger in memory, with the rules of the one in the database. */
public final class MemoryLedger implements Ledger {
  private final Map<UUID, KeptInput> inputs = new TreeMap<>();
  private final Map<UUID, List<KeptInsight>> insights = new HashMap<>();
  private final Map<UUID, Map<String, Map<String, byte[]>>> texts = new HashMap<>();
  private final Map<String, Long> positions = new HashMap<>();
  private final AtomicBoolean taken = new AtomicBoolean();

  @Override
  public Optional<Kept> find(UUID personId) {
    return Optional.ofNullable(inputs.get(personId))
        .map(input -> new Kept(input, texts.getOrDefault(personId, Map.of()).keySet()));
  }

  @Override
  public void write(Entry entry) {
    UUID person = entry.input().personId();
    List<KeptInsight> kept = new ArrayList<>(insights.getOrDefault(person, List.of()));
    kept.removeIf(one -> entry.onlyThese() || entry.models().contains(one.model()));
    kept.addAll(entry.insights());
    kept.sort(Comparator.comparing(KeptInsight::model).thenComparingInt(KeptInsight::ordinal));
    inputs.put(person, entry.input());
    insights.put(person, kept);
    Map<String, Map<String, byte[]>> all = texts.computeIfAbsent(person, p -> new HashMap<>());
    all.values()
        .forEach(
            parts ->
                parts
                    .keySet()
                    .removeIf(
                        model ->
                            entry.onlyThese()
                                || model.isEmpty()
                                || entry.models().contains(model)));
    entry
        .texts()
        .forEach(
            (language, parts) -> all.computeIfAbsent(language, l -> new HashMap<>()).putAll(parts));
  }

  @Override
  public void forget(UUID personId) {
    inputs.remove(personId);
    insights.remove(personId);
    texts.remove(personId);
  }

  @Override
  public Optional<KeptReport> report(UUID personId, String language) {
    KeptInput input = inputs.get(personId);
    Map<String, byte[]> parts = texts.getOrDefault(personId, Map.of()).get(language);
    return input == null || parts == null
        ? Optional.empty()
        : Optional.of(
            new KeptReport(
                input.revision(),
                input.engineVersion(),
                input.withheld(),
                input.validUntil(),
                parts));
  }

  @Override
  public void addReport(UUID personId, KeptReport report, String language) {
    KeptInput input = inputs.get(personId);
    if (input != null
        && input.revision() == report.revision()
        && input.engineVersion().equals(report.engineVersion())
        && input.withheld().equals(report.withheld())) {
      texts.getOrDefault(personId, new HashMap<>()).putIfAbsent(language, report.parts());
    }
  }

  @Override
  public List<UUID> persons(UUID after, int limit) {
    return inputs.keySet().stream().filter(id -> id.compareTo(after) > 0).limit(limit).toList();
  }

  @Override
  public Optional<Proof> proof(UUID personId) {
    return Optional.ofNullable(inputs.get(personId))
        .map(input -> new Proof(input, insights.getOrDefault(personId, List.of())));
  }

  @Override
  public List<UUID> ended(Instant now, int limit) {
    return inputs.values().stream()
        .filter(input -> input.validUntil() != null && !input.validUntil().isAfter(now))
        .map(KeptInput::personId)
        .limit(limit)
        .toList();
  }

  @Override
  public long position(String job) {
    return positions.getOrDefault(job, 0L);
  }

  @Override
  public void advance(String job, long sequence) {
    positions.put(job, sequence);
  }

  @Override
  public Optional<Turn> turn() {
    return taken.compareAndSet(false, true)
        ? Optional.of(() -> taken.set(false))
        : Optional.empty();
  }
}

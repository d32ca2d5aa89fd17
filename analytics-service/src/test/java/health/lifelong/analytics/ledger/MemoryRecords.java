package health.lifelong.analytics.ledger;

import health.lifelong.analytics.ledger.app.FollowedRecords;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.vocabulary.genome.Genotypes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An owner of records in memory: it keeps every version it gave out, under the form's text. */
public final class MemoryRecords implements FollowedRecords {
  private final Map<String, PersonRecord> current = new HashMap<>();
  private final Map<String, Genotypes> genomes = new HashMap<>();
  private final Map<String, PersonRecord> forms = new HashMap<>();
  private final List<Change> feed = new ArrayList<>();
  private final List<String> genomesRead = new ArrayList<>();
  private @Nullable Instant validUntil;

  /** A record as it is from now on; the feed tells of it. */
  public void put(PersonRecord record, @Nullable Genotypes genotypes) {
    current.put(record.personId(), record);
    if (genotypes != null) {
      genomes.put(record.personId(), genotypes);
    }
    feed.add(new Change(feed.size() + 1L, record.personId()));
  }

  public void remove(String personId) {
    current.remove(personId);
    feed.add(new Change(feed.size() + 1L, personId));
  }

  public void validUntil(@Nullable Instant time) {
    validUntil = time;
  }

  /** Persons whose genome was read, in order. */
  public List<String> genomesRead() {
    return genomesRead;
  }

  @Override
  public List<Change> changes(long after, int limit) {
    return feed.stream().filter(change -> change.sequence() > after).limit(limit).toList();
  }

  @Override
  public Optional<Kept> record(String personId) {
    PersonRecord record = current.get(personId);
    if (record == null) {
      return Optional.empty();
    }
    String form = "form " + forms.size();
    forms.put(form, record);
    return Optional.of(new Kept(record, form.getBytes(StandardCharsets.UTF_8), validUntil));
  }

  @Override
  public PersonRecord read(byte[] form) {
    PersonRecord record = forms.get(new String(form, StandardCharsets.UTF_8));
    if (record == null) {
      throw new IllegalStateException("no such form");
    }
    return record;
  }

  @Override
  public Optional<Genotypes> genotypes(String personId, String genomeId) {
    genomesRead.add(personId);
    return Optional.ofNullable(genomes.get(personId));
  }
}

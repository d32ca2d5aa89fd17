package health.lifelong.local.push;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The account of one pushed file, as the command line prints it. Records = accepted + rejected +
 * duplicates.
 */
public final class PushResult {
  private static final int PERSONS_SHOWN = 100;

  private final String file;
  private final FileKind kind;
  private final Set<String> receipts = new LinkedHashSet<>();
  private final Map<String, Integer> acks = new TreeMap<>();
  private final List<Rejected> rejected = new ArrayList<>();
  private final List<Rejected> setAside = new ArrayList<>();
  private final Set<String> persons = new LinkedHashSet<>();
  private @Nullable Integer http;
  private long accepted;
  private long rejectedCount;
  private long duplicates;
  private long observations;
  private long unmapped;
  private long variants;
  private long lifestyleDays;

  PushResult(String file, FileKind kind) {
    this.file = file;
    this.kind = kind;
  }

  /** One refused record with its place and reason. */
  public record Rejected(long index, String path, String reason) {
    private Rejected from(long indexBase) {
      return new Rejected(indexBase + index, path, reason);
    }
  }

  /** The line that is printed. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(
      String file,
      List<String> receipts,
      String format,
      @Nullable Map<String, Integer> acks,
      @Nullable Integer http,
      long records,
      long accepted,
      List<Rejected> rejected,
      @Nullable @JsonProperty("rejected_total") Long rejectedTotal,
      @Nullable @JsonProperty("set_aside") List<Rejected> setAside,
      long duplicates,
      long observations,
      long unmapped,
      long variants,
      @JsonProperty("lifestyle_days") long lifestyleDays,
      List<String> persons) {}

  void http(int status) {
    this.http = status;
  }

  void ack(String code) {
    acks.merge(code, 1, Integer::sum);
  }

  /** A record that the door refused without a receipt. */
  void refuse(Rejected refusal) {
    rejectedCount++;
    rejected.add(refusal);
  }

  /** Adds a closed account. A receipt that was there before counts all it took as duplicates. */
  void add(Account account, boolean resent, long indexBase) {
    receipts.add(account.receipt());
    long taken = account.accepted() + account.duplicates();
    accepted += resent ? 0 : account.accepted();
    duplicates += resent ? taken : account.duplicates();
    rejectedCount += account.rejectedTotal();
    account.rejected().forEach(refusal -> rejected.add(refusal.from(indexBase)));
    account.setAside().forEach(part -> setAside.add(part.from(indexBase)));
    observations += account.observations();
    unmapped += account.unmapped();
    variants += account.variants();
    lifestyleDays += account.lifestyleDays();
    persons.addAll(account.persons());
  }

  /** True where at least one record was refused. */
  public boolean someRejected() {
    return rejectedCount > 0;
  }

  public List<String> persons() {
    return List.copyOf(persons);
  }

  public long records() {
    return accepted + rejectedCount + duplicates;
  }

  public long observations() {
    return observations;
  }

  /** The account as it is printed. */
  public Line line() {
    return new Line(
        file,
        List.copyOf(receipts),
        kind.label(),
        kind == FileKind.HL7V2 ? acks : null,
        http,
        records(),
        accepted,
        rejected,
        rejectedCount > rejected.size() ? rejectedCount : null,
        setAside.isEmpty() ? null : setAside,
        duplicates,
        observations,
        unmapped,
        variants,
        lifestyleDays,
        persons.stream().limit(PERSONS_SHOWN).toList());
  }
}

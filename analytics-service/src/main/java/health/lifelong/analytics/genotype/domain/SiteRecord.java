package health.lifelong.analytics.genotype.domain;

import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.CallState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One record at a site, its alleles in upper case with the bases that all of them share at the
 * right end cut off ({@code GGG>AGG} is {@code G>A}).
 *
 * @param reference null where the source is an array, which names no reference
 * @param alternatives alternative alleles that are bases; symbolic ones are left out
 */
public record SiteRecord(
    @Nullable String reference,
    List<String> alternatives,
    @Nullable String first,
    @Nullable String second,
    Call call) {

  public SiteRecord {
    alternatives = List.copyOf(alternatives);
  }

  /** Trims a call. */
  public static SiteRecord of(Call call) {
    List<String> texts = upper(call.alleles());
    int cut = call.refKnown() ? sharedSuffix(texts) : 0;
    List<String> trimmed = new ArrayList<>(texts.size());
    for (String text : texts) {
      trimmed.add(bases(text) ? text.substring(0, text.length() - cut) : text);
    }
    List<String> alternatives = new ArrayList<>(trimmed.size());
    for (String text :
        trimmed.subList(call.refKnown() && !trimmed.isEmpty() ? 1 : 0, trimmed.size())) {
      if (bases(text)) {
        alternatives.add(text);
      }
    }
    return new SiteRecord(
        call.refKnown() && !trimmed.isEmpty() ? trimmed.getFirst() : null,
        alternatives,
        allele(trimmed, call.first()),
        allele(trimmed, call.second()),
        call);
  }

  private static @Nullable String allele(List<String> alleles, int index) {
    return index < 0 || index >= alleles.size() ? null : alleles.get(index);
  }

  private static int sharedSuffix(List<String> texts) {
    if (texts.stream().anyMatch(text -> text.length() == 1 && bases(text))) {
      return 0;
    }
    List<String> bases = texts.stream().filter(SiteRecord::bases).toList();
    if (bases.size() < 2) {
      return 0;
    }
    String shortest =
        bases.stream().reduce((a, b) -> b.length() < a.length() ? b : a).orElseThrow();
    int cut = 0;
    while (cut < shortest.length() - 1) {
      String suffix = shortest.substring(shortest.length() - cut - 1);
      if (!bases.stream().allMatch(text -> text.endsWith(suffix))) {
        return cut;
      }
      cut++;
    }
    return cut;
  }

  /** Whether the text is one or more of the four bases. */
  public static boolean bases(String text) {
    for (int i = 0; i < text.length(); i++) {
      char base = text.charAt(i);
      if (base != 'A' && base != 'C' && base != 'G' && base != 'T') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Alleles in upper case; a score asks this of a million sites. */
  public static List<String> upper(List<String> alleles) {
    List<String> upper = new ArrayList<>(alleles.size());
    for (String allele : alleles) {
      upper.add(allele.toUpperCase(Locale.ROOT));
    }
    return upper;
  }

  /** The genotype of this record alone, or why it has none. */
  public SiteReading reading() {
    return switch (call.state()) {
      case NO_CALL -> new SiteReading.Unread(UnreadReason.NO_CALL);
      case HALF -> half();
      case FILTERED -> new SiteReading.Unread(UnreadReason.FILTERED);
      case CONFLICT -> new SiteReading.Unread(UnreadReason.CONFLICT);
      case REF_BLOCK -> new SiteReading.Unread(UnreadReason.NOT_ASSAYED);
      case CALLED -> called();
    };
  }

  private SiteReading called() {
    String one = first;
    if (one == null) {
      return new SiteReading.Unread(UnreadReason.NO_CALL);
    }
    if (second == null && !call.haploid()) {
      return half();
    }
    if (!bases(one) || (second != null && !bases(second))) {
      return new SiteReading.Unread(UnreadReason.NOT_BASES);
    }
    return new SiteReading.Read(one, second, call.phased(), call.phaseSet(), false);
  }

  private SiteReading half() {
    String seen = first == null ? second : first;
    return new SiteReading.Unread(
        UnreadReason.HALF_CALL, seen == null || !bases(seen) ? null : seen);
  }

  /**
   * Whether the record is a stretch of reference, which answers through {@code provenReference}.
   */
  public boolean block() {
    return call.state() == CallState.REF_BLOCK;
  }
}

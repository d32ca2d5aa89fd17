package health.lifelong.analytics.pharmacogenomics.domain;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An allele of a gene as CPIC defines it.
 *
 * @param reference the allele that defines every position
 * @param function clinical function in CPIC's words; empty where CPIC states none
 * @param activity activity value as CPIC prints it, or null
 * @param defining bases by GRCh38 position; IUPAC letters where several bases are allowed; empty
 *     for alleles that only come from outside
 * @param standIn bases that decide where none of the unambiguous defining positions was assayed
 */
public record NamedAllele(
    String name,
    boolean reference,
    String function,
    @Nullable String activity,
    SortedMap<Integer, String> defining,
    Map<Integer, String> standIn) {

  public NamedAllele {
    defining = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(defining));
    standIn = Map.copyOf(standIn);
  }
}

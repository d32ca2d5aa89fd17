package health.lifelong.ingestion.genotype.algorithm;

import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.CallState;
import health.lifelong.vocabulary.genome.RsId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes calls of a record's samples: states of genomics.md 2.1 and 2.6. */
final class VcfCalls {
  /** The genotype quality from which a block proves reference. */
  static final int BLOCK_QUALITY = 20;

  private final Map<String, Integer> phaseWords = new HashMap<>();

  /**
   * What all samples of a record share.
   *
   * @param end last position of a reference block; 0 where the record is none
   */
  record Site(
      VcfRecord record,
      String chromosome,
      int position,
      @Nullable String rsid,
      List<String> alleles,
      boolean refKnown,
      int end) {

    static Site of(VcfRecord record, String chromosome, int position) {
      boolean refKnown = !record.ref().equals(".");
      List<String> alleles = new ArrayList<>(record.alts().size() + 1);
      if (refKnown) {
        alleles.add(record.ref());
      }
      alleles.addAll(record.alts());
      return new Site(
          record,
          chromosome,
          position,
          firstRsid(record.id()),
          List.copyOf(alleles),
          refKnown,
          blockEnd(record, position));
    }

    private static @Nullable String firstRsid(String ids) {
      if (ids.indexOf(';') < 0) {
        return RsId.text(RsId.number(ids));
      }
      for (String id : ids.split(";")) {
        if (RsId.number(id) != 0) {
          return RsId.text(RsId.number(id));
        }
      }
      return null;
    }

    private static int blockEnd(VcfRecord record, int position) {
      for (String alt : record.alts()) {
        if (!VcfAlleles.anyOther(alt)) {
          return 0;
        }
      }
      String end = record.infoValue("END");
      int last = end == null ? -1 : VcfRecordRules.position(end);
      return last >= position ? last : record.alts().isEmpty() ? 0 : position;
    }
  }

  /** The call of one sample, whose column lies between two places of the line. */
  Call call(Site site, VcfFormat format, VcfGenotype genotype, int from, int to) {
    String line = site.record().samples();
    int first = known(site, genotype.first());
    int second = known(site, genotype.second());
    boolean haploid = genotype.ploidy() == 1;
    boolean readable = genotype.ploidy() == 1 || genotype.ploidy() == 2;
    boolean none = !readable || first < 0 && (haploid || second < 0);
    boolean filtered = !site.record().passed() || !passes(value(format, "FT", line, from, to));
    CallState state =
        none
            ? CallState.NO_CALL
            : filtered
                ? CallState.FILTERED
                : first < 0 || !haploid && second < 0 ? CallState.HALF : CallState.CALLED;
    int end = plainEnd(site);
    if (site.end() > 0 && genotype.first() == 0 && (haploid || genotype.second() == 0)) {
      int blockEnd = Math.max(site.end(), lengthEnd(site, value(format, "LEN", line, from, to)));
      int quality = VcfRecordRules.position(value(format, "GQ", line, from, to));
      if (state == CallState.FILTERED || quality >= 0) {
        boolean proves = state == CallState.CALLED && quality >= BLOCK_QUALITY;
        state = proves ? CallState.REF_BLOCK : CallState.FILTERED;
        end = blockEnd;
      }
    }
    boolean phased = genotype.phased() && readable;
    return new Call(
        site.chromosome(),
        site.position(),
        end,
        site.rsid(),
        site.alleles(),
        site.refKnown(),
        none ? Call.MISSING : first,
        haploid ? Call.HAPLOID : none ? Call.MISSING : second,
        phased,
        phased ? phaseSet(value(format, "PS", line, from, to)) : null,
        state);
  }

  /** The index in the call's alleles; -1 for "." and for "any other allele". */
  private static int known(Site site, int allele) {
    int index = site.refKnown() ? allele : allele - 1;
    return index < 0
            || index >= site.alleles().size()
            || VcfAlleles.anyOther(site.alleles().get(index))
        ? Call.MISSING
        : index;
  }

  private static int plainEnd(Site site) {
    return site.refKnown() ? site.position() + site.record().ref().length() - 1 : site.position();
  }

  /** VCF 4.5 writes a block's length with the sample. */
  private static int lengthEnd(Site site, String length) {
    int letters = VcfRecordRules.position(length);
    return letters > 0 ? site.position() + letters - 1 : 0;
  }

  private static boolean passes(String filter) {
    return filter.isEmpty() || filter.equals("PASS") || filter.equals(".");
  }

  private @Nullable Integer phaseSet(String text) {
    if (text.isEmpty() || text.equals(".")) {
      return null;
    }
    int number = VcfRecordRules.position(text);
    // a set named by a word gets a negative number, so that it never meets a numbered one
    return number >= 0
        ? Integer.valueOf(number)
        : phaseWords.computeIfAbsent(text, word -> -1 - phaseWords.size());
  }

  private static String value(VcfFormat format, String key, String line, int from, int to) {
    int index = format.index(key);
    if (index < 0) {
      return "";
    }
    int start = from;
    for (int i = 0; i < index; i++) {
      int colon = line.indexOf(':', start);
      if (colon < 0 || colon >= to) {
        return "";
      }
      start = colon + 1;
    }
    int end = line.indexOf(':', start);
    return line.substring(start, end < 0 || end > to ? to : end);
  }
}

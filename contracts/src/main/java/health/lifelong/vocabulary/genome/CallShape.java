package health.lifelong.vocabulary.genome;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What many calls have in common: everything but the place, the rsID and the phase set. */
record CallShape(
    List<String> alleles,
    boolean refKnown,
    int first,
    int second,
    boolean phased,
    CallState state) {

  static CallShape of(Call call) {
    return new CallShape(
        call.alleles(), call.refKnown(), call.first(), call.second(), call.phased(), call.state());
  }

  /** The end of a call of this shape that names no end of its own. */
  int plainEnd(int position) {
    return refKnown && !alleles.isEmpty()
        ? position + Math.max(1, alleles.getFirst().length()) - 1
        : position;
  }

  Call at(
      String chromosome, int position, int end, @Nullable String rsid, @Nullable Integer phaseSet) {
    return new Call(
        chromosome, position, end, rsid, alleles, refKnown, first, second, phased, phaseSet, state);
  }
}

package health.lifelong.vocabulary.genome;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides a file's build by a vote of known sites (genomics.md 2.4): three sites that all agree, or
 * four and more of which nine in ten agree, decide; below that a declared build holds as long as no
 * site speaks against it. A header alone never wins against positions. Each site votes once.
 */
public final class BuildDetection {
  private static final int ENOUGH_UNANIMOUS = 3;
  private static final int ENOUGH = 4;
  private static final int SHARE_PERCENT = 90;

  private final GenomeSites sites;
  private final BitSet spoken = new BitSet();
  private final Map<Build, Integer> votes = new EnumMap<>(Build.class);
  private int misplaced;

  /** A vote over the given table. */
  public BuildDetection(GenomeSites sites) {
    this.sites = sites;
  }

  /**
   * What was decided.
   *
   * @param build GRCh36, GRCh37, GRCh38 or unknown
   * @param evidence what decided, with the counts; no data of a person
   * @param contradiction true where declarations contradict each other and positions do not decide
   */
  public record Decision(
      String build, String evidence, List<String> warnings, boolean contradiction) {
    public Decision {
      warnings = List.copyOf(warnings);
    }
  }

  /** Something that claims a build: who says it, and what. */
  public record Claim(String by, Build build) {}

  /**
   * Counts a line that names a site.
   *
   * @param rsid number behind "rs", 0 for none
   */
  public void see(long rsid, String chromosome, int position) {
    GenomeSite site = sites.byRsid(rsid);
    if (site == null || !site.buildVote()) {
      return;
    }
    int index = sites.index(site);
    if (spoken.get(index) || !site.chromosome().equals(chromosome)) {
      return;
    }
    boolean placed = false;
    for (Build build : Build.values()) {
      if (site.position(build) == position) {
        votes.merge(build, 1, Integer::sum);
        placed = true;
      }
    }
    if (!placed && site.position36() > 0) {
      misplaced++;
    }
    spoken.set(index);
  }

  /** Counts a line without rsID by its place and alleles; a line without ALT says nothing. */
  public void see(String chromosome, int position, String ref, List<String> alts) {
    GenomeSite site = sites.byPlace(chromosome, position);
    if (site == null || !site.buildVote() || spoken.get(sites.index(site))) {
      return;
    }
    for (Build build : Build.values()) {
      if (site.position(build) == position && site.agrees(build, ref, alts)) {
        votes.merge(build, 1, Integer::sum);
        spoken.set(sites.index(site));
      }
    }
  }

  /** The verdict; {@code claims} in falling order of authority. */
  public Decision decide(List<Claim> claims) {
    int total = votes.values().stream().mapToInt(Integer::intValue).sum();
    Build winner = null;
    int most = 0;
    for (Map.Entry<Build, Integer> vote : votes.entrySet()) {
      if (vote.getValue() > most) {
        most = vote.getValue();
        winner = vote.getKey();
      }
    }
    boolean decided =
        total >= ENOUGH_UNANIMOUS && most == total
            || total >= ENOUGH && most * 100L >= (long) SHARE_PERCENT * total;
    if (winner != null && decided) {
      return byPositions(winner, most, total, claims);
    }
    return byClaims(claims, total);
  }

  private static Decision byPositions(Build winner, int most, int total, List<Claim> claims) {
    List<String> warnings = new ArrayList<>();
    for (Claim claim : claims) {
      if (claim.build() != winner) {
        warnings.add(
            "%s says %s, but positions are those of %s"
                .formatted(claim.by(), claim.build().text(), winner.text()));
      }
    }
    return new Decision(
        winner.text(), "positions of %d of %d known sites".formatted(most, total), warnings, false);
  }

  private Decision byClaims(List<Claim> claims, int total) {
    String counts = counts(total);
    if (claims.isEmpty()) {
      return new Decision(
          Build.UNKNOWN,
          "nothing declared, " + counts,
          List.of("the build is unknown: no gene, trait or score can be computed"),
          false);
    }
    Claim claim = claims.getFirst();
    @Nullable Claim other =
        claims.stream().filter(c -> c.build() != claim.build()).findFirst().orElse(null);
    if (other != null) {
      return new Decision(
          Build.UNKNOWN,
          "%s says %s, %s says %s, %s"
              .formatted(
                  claim.by(), claim.build().text(), other.by(), other.build().text(), counts),
          List.of(),
          true);
    }
    int against = total - votes.getOrDefault(claim.build(), 0) + misplaced;
    if (against > 0) {
      return new Decision(
          Build.UNKNOWN,
          "%s says %s, but %d known sites contradict it; %s"
              .formatted(claim.by(), claim.build().text(), against, counts),
          List.of("the build is unknown: what is declared contradicts known sites"),
          false);
    }
    return new Decision(
        claim.build().text(), "declared by %s, %s".formatted(claim.by(), counts), List.of(), false);
  }

  private String counts(int total) {
    if (total + misplaced == 0) {
      return "no known site";
    }
    List<String> parts = new ArrayList<>();
    votes.forEach((build, count) -> parts.add(build.text() + " " + count));
    if (misplaced > 0) {
      parts.add("none " + misplaced);
    }
    return "known sites: " + String.join(", ", parts);
  }
}

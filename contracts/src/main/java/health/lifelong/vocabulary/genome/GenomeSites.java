package health.lifelong.vocabulary.genome;

import health.lifelong.vocabulary.CsvTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table of known sites with their places in the builds (resource {@code /genome-sites.csv}):
 * the build anchors, the trait sites and the pharmacogene sites. It stands in for a liftover of the
 * whole genome.
 */
public final class GenomeSites {
  private static final GenomeSites SHIPPED = load();

  private final List<GenomeSite> all;
  private final Map<Long, Integer> byRsid = new HashMap<>();
  private final Map<String, Map<Integer, Integer>> byPlace = new HashMap<>();

  private GenomeSites(List<GenomeSite> all) {
    this.all = List.copyOf(all);
    for (int i = 0; i < all.size(); i++) {
      GenomeSite site = all.get(i);
      byRsid.put(RsId.number(site.rsid()), i);
      Map<Integer, Integer> places =
          byPlace.computeIfAbsent(site.chromosome(), c -> new HashMap<>());
      for (Build build : Build.values()) {
        if (site.position(build) > 0) {
          places.put(site.position(build), i);
        }
      }
    }
  }

  /** The table the product ships. */
  public static GenomeSites shipped() {
    return SHIPPED;
  }

  private static GenomeSites load() {
    List<GenomeSite> sites = new ArrayList<>();
    for (CsvTable.Row row : CsvTable.resource(GenomeSites.class, "/genome-sites.csv").rows()) {
      sites.add(
          new GenomeSite(
              row.require("rsid"),
              text(row.get("gene")),
              row.require("chromosome"),
              number(row.get("position36")),
              number(row.get("position37")),
              number(row.get("position38")),
              text(row.get("ref37")),
              text(row.get("ref38")),
              row.get("alts38") == null ? List.of() : List.of(row.require("alts38").split("/")),
              row.require("build_vote").equals("yes")));
    }
    return new GenomeSites(sites);
  }

  private static String text(@Nullable String cell) {
    return cell == null ? "" : cell;
  }

  private static int number(@Nullable String cell) {
    return cell == null ? 0 : Integer.parseInt(cell);
  }

  /** Every site, by chromosome and GRCh38 position. */
  public List<GenomeSite> all() {
    return all;
  }

  /** The site with this number behind "rs", or null. */
  public @Nullable GenomeSite byRsid(long rsid) {
    Integer index = rsid == 0 ? null : byRsid.get(rsid);
    return index == null ? null : all.get(index);
  }

  /** The site that some build places here, or null. */
  public @Nullable GenomeSite byPlace(String chromosome, int position) {
    Map<Integer, Integer> places = byPlace.get(chromosome);
    Integer index = places == null ? null : places.get(position);
    return index == null ? null : all.get(index);
  }

  int index(GenomeSite site) {
    Integer index = byRsid.get(RsId.number(site.rsid()));
    if (index == null) {
      throw new IllegalArgumentException("the site is of another table");
    }
    return index;
  }
}

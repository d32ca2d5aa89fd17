package health.lifelong.vocabulary.genome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GenomeSitesTest {
  private static final GenomeSites SITES = GenomeSites.shipped();

  private static GenomeSite site(String rsid) {
    GenomeSite site = SITES.byRsid(RsId.number(rsid));
    assertThat(site).as(rsid).isNotNull();
    return java.util.Objects.requireNonNull(site);
  }

  @Test
  void theTableHoldsTheAnchorsAndTheTrapsOfSwappedReferences() {
    assertThat(SITES.all()).hasSizeGreaterThanOrEqualTo(70);
    assertThat(SITES.all().stream().filter(s -> s.position36() > 0)).hasSize(37);
    assertThat(SITES.all()).allSatisfy(s -> assertThat(s.position38()).isPositive());
    assertThat(site("rs6025").ref37()).isEqualTo("T");
    assertThat(site("rs6025").ref38()).isEqualTo("C");
    assertThat(site("rs776746").ref37()).isEqualTo("C");
    assertThat(site("rs776746").ref38()).isEqualTo("T");
    assertThat(site("rs3758581").ref38()).isEqualTo("A");
    assertThat(site("rs1229984").ref38()).isEqualTo("T");
    assertThat(List.of("rs9939609", "rs67376798", "rs16891982"))
        .allSatisfy(rsid -> assertThat(site(rsid).palindromic()).isTrue());
    GenomeSite hfe = site("rs1800562");
    assertThat(hfe.position37() - hfe.position38()).isEqualTo(228);
  }

  @Test
  void threeSitesThatAgreeDecideTheBuildAndTheHeaderIsOnlyWarnedAbout() {
    BuildDetection detection = new BuildDetection(SITES);
    for (String rsid : List.of("rs3094315", "rs2500347", "rs11928389")) {
      detection.see(RsId.number(rsid), site(rsid).chromosome(), site(rsid).position36());
    }
    BuildDetection.Decision decision =
        detection.decide(List.of(new BuildDetection.Claim("the header", Build.GRCH37)));
    assertThat(decision.build()).isEqualTo("GRCh36");
    assertThat(decision.evidence()).isEqualTo("positions of 3 of 3 known sites");
    assertThat(decision.warnings()).singleElement().asString().contains("the header says GRCh37");
  }

  @Test
  void oneSiteSeenAThousandTimesIsOneVote() {
    BuildDetection detection = new BuildDetection(SITES);
    for (int i = 0; i < 1_000; i++) {
      detection.see(671, "12", 111_803_962);
    }
    assertThat(detection.decide(List.of()).build()).isEqualTo("unknown");
  }

  @Test
  void fewSitesNeedADeclaredBuildThatNoSiteContradicts() {
    BuildDetection agreeing = new BuildDetection(SITES);
    agreeing.see(671, "12", 111_803_962);
    List<BuildDetection.Claim> declared38 =
        List.of(new BuildDetection.Claim("the sender", Build.GRCH38));
    assertThat(agreeing.decide(declared38).build()).isEqualTo("GRCh38");

    BuildDetection contradicting = new BuildDetection(SITES);
    contradicting.see(671, "12", 112_241_766);
    assertThat(contradicting.decide(declared38).build()).isEqualTo("unknown");
    assertThat(contradicting.decide(declared38).contradiction()).isFalse();
  }

  @Test
  void declarationsThatContradictEachOtherAreAContradictionWhereNoPositionsDecide() {
    BuildDetection.Decision decision =
        new BuildDetection(SITES)
            .decide(
                List.of(
                    new BuildDetection.Claim("##reference", Build.GRCH38),
                    new BuildDetection.Claim("the length of chromosome 1", Build.GRCH37)));
    assertThat(decision.contradiction()).isTrue();
  }

  @Test
  void aLineWithoutRsidVotesByPlaceAndAllelesButNotByPlaceAlone() {
    BuildDetection detection = new BuildDetection(SITES);
    for (GenomeSite site : SITES.all()) {
      if (!site.ref37().isEmpty()) {
        detection.see(site.chromosome(), site.position37(), site.ref37(), List.of());
      }
    }
    assertThat(detection.decide(List.of()).build()).isEqualTo("unknown");
    for (String rsid : List.of("rs671", "rs4680", "rs429358", "rs7412")) {
      GenomeSite site = site(rsid);
      detection.see(site.chromosome(), site.position37(), site.ref37(), site.alts38());
    }
    assertThat(detection.decide(List.of()).build()).isEqualTo("GRCh37");
  }

  @Test
  void labelsOfReferencesAreUnderstoodAndUnclearOnesAreNot() {
    assertThat(
            List.of(
                "GRCh37",
                "hg19",
                "b37",
                "file:///x/human_g1k_v37.fasta",
                "hs37d5",
                "build 37.1",
                "ftp://host/build37.fa.bz2",
                "37"))
        .allSatisfy(label -> assertThat(Build.named(label)).contains(Build.GRCH37));
    assertThat(List.of("GRCh38.p13", "hg38", "Homo_sapiens_assembly38.fasta", "hs38DH"))
        .allSatisfy(label -> assertThat(Build.named(label)).contains(Build.GRCH38));
    assertThat(List.of("NCBI36", "hg18", "reference human assembly build 36."))
        .allSatisfy(label -> assertThat(Build.named(label)).contains(Build.GRCH36));
    assertThat(List.of("", "hg19 lifted to hg38", "chr37", "B3", "build 370"))
        .allSatisfy(label -> assertThat(Build.named(label)).isEmpty());
  }

  @Test
  void aFileReadFromTheReverseStrandIsToldByTwentySites() {
    StrandDetection strand = new StrandDetection(SITES);
    List<GenomeSite> informative =
        SITES.all().stream().filter(s -> s.singleBase() && !s.palindromic()).toList();
    for (GenomeSite site : informative.subList(0, 19)) {
      strand.see(RsId.number(site.rsid()), List.of(Strand.complement(site.ref38())));
    }
    assertThat(strand.decide()).isEqualTo(Strand.MIXED);
    GenomeSite twentieth = informative.get(19);
    strand.see(RsId.number(twentieth.rsid()), List.of(Strand.complement(twentieth.ref38())));
    assertThat(strand.decide()).isEqualTo(Strand.REVERSE);
  }

  @Test
  void aPalindromicHomozygoteIsAmbiguousAndAHeterozygoteIsNot() {
    StrandDetection strand = new StrandDetection(SITES);
    assertThat(strand.see(9939609, List.of("A"))).isEqualTo(StrandDetection.Reading.AMBIGUOUS);
    assertThat(strand.see(9939609, List.of("A", "T"))).isEqualTo(StrandDetection.Reading.NONE);
    assertThat(strand.decide()).isEqualTo(Strand.UNTOLD);
  }
}

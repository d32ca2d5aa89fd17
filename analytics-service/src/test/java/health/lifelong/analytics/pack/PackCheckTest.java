package health.lifelong.analytics.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.analytics.insight.TestPack;
import health.lifelong.analytics.insight.algorithm.InsightEngine;
import health.lifelong.analytics.pack.domain.PackFinding;
import health.lifelong.analytics.pack.store.RegionPackDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of the pack check, broken once. */
class PackCheckTest {
  @TempDir Path folder;

  private Path pack = Path.of("");

  @BeforeEach
  void copy() {
    pack = TestPack.copy(folder);
  }

  private List<PackFinding> findings() throws IOException {
    return RegionPackDirectory.check(pack, InsightEngine.servableModels());
  }

  private void finds(String file, String rule) throws IOException {
    assertThat(findings()).anyMatch(f -> f.file().equals(file) && f.rule().equals(rule));
  }

  @Test
  void missingSentenceInOneLanguage() throws IOException {
    TestPack.replace(pack, "texts/vi.properties", "liver.low =", "liver.lowest =");

    finds("texts/vi.properties", "missing text");
    finds("texts/ko.properties", "missing text");
  }

  @Test
  void missingLanguageFile() throws IOException {
    Files.delete(pack.resolve("texts/vi.properties"));

    finds("texts/vi.properties", "missing");
  }

  @ParameterizedTest
  @CsvSource({
    "ko,고위험군이에요.",
    "ko,정상입니다",
    "ko,나이 대비 신체나이예요.",
    "ko,14분의 1의 확률이에요.",
    "en,You are at high-risk.",
    "en,This is normal.",
    "en,It doubles in size.",
    "en,A chance of 1 in 14.",
    "vi,Bạn có nguy cơ cao.",
    "vi,Kết quả bất thường."
  })
  void bannedWord(String language, String sentence) throws IOException {
    TestPack.append(pack, "texts/" + language + ".properties", "extra.text = " + sentence);

    finds("texts/" + language + ".properties", "banned word");
  }

  @Test
  void neverIsAllowedOnlyAboutStoppingMedicine() throws IOException {
    assertThat(findings()).isEmpty();
    TestPack.append(pack, "texts/en.properties", "extra.text = Never drink that.");

    finds("texts/en.properties", "banned word");
  }

  @Test
  void particleBehindAPlace() throws IOException {
    TestPack.replace(pack, "texts/ko.properties", "fusion.once = {item}:", "fusion.once = {item}은");

    finds("texts/ko.properties", "particle");
  }

  @Test
  void sentenceThatIsTooLong() throws IOException {
    TestPack.append(
        pack,
        "texts/ko.properties",
        "extra.text = 이 문장은 너무 길어서 한 번에 읽기가 어렵고 무엇을 말하려는지 알기도 어려우며 그래서 나누어 써야 하는데도 나누지 않아서 검사에 걸려요.");

    finds("texts/ko.properties", "length");
  }

  @Test
  void englishThatNeedsMoreThanEightYearsOfSchool() throws IOException {
    TestPack.append(
        pack,
        "texts/en.properties",
        "extra.text = Pharmacogenomic characterisation necessitates individualised interdisciplinary deliberation.");

    finds("texts/en.properties", "reading grade");
  }

  @Test
  void riskThatSaysOnlyOneSide() throws IOException {
    TestPack.replace(pack, "texts/en.properties", " {others} will not.", "");

    finds("texts/en.properties", "risk frame");
  }

  @Test
  void probabilityWordWithoutItsNumber() throws IOException {
    TestPack.append(pack, "texts/en.properties", "extra.text = It is unlikely.");

    finds("texts/en.properties", "probability word");
  }

  @Test
  void placeThatNobodyFills() throws IOException {
    TestPack.replace(pack, "texts/en.properties", "liver.low = {index}:", "liver.low = {organ}:");

    finds("texts/en.properties", "unknown place");
  }

  @Test
  void twoOfTheFiveWordsAlike() throws IOException {
    TestPack.replace(
        pack,
        "texts/en.properties",
        "value.not_done = Not tested",
        "value.not_done = Not known yet");

    finds("texts/en.properties", "five words");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "critical-values.csv|XYZ,mmol/L,1,2,adult,test|unknown item",
        "critical-values.csv|MG,mg/dL,5,2,adult,test|bounds",
        "critical-values.csv|MG,mmol/L,1,2,adult,test|unit",
        "critical-values.csv|K,mmol/L,1,9,adult,test|overlap",
        "intervals.csv|GGT,U/L,A,5,70,decision_limit,KR,A,test|overlap",
        "intervals.csv|GGT,U/L,Q,5,70,decision_limit,KR,A,test|unreadable",
        "thresholds.csv|kidney.egfr_low,F,55,mL/min/{1.73_m2},test|overlap",
        "release-rules.csv|x,no_such_category,category,3,|unknown match",
        "consent-purposes.csv|P8,CHK,R,consent.P1|forbidden purpose",
        "models.csv|crystal_ball,person,1,10,describe|unknown model",
        "channel-policy.csv|aldh2_rs671,DTC,19,P2,true,false,channel.dtc,2024-04-01,x|overlap",
        "schedule.csv|x,XYZ,A,20,,24,,,test,y|unknown item",
        "schedule.csv|x,CA199,A,60,50,24,,,test,y|ages",
        "schedule.csv|x,CA199,A,20,,24,36,,test,y|interval",
        "schedule.csv|x,CA199,A,20,,0,,,test,y|interval",
        "schedule.csv|x,GLU_F,F,40,50,24,,,test,y|overlap",
        "schedule.csv|chest,CA199,A,20,,24,,,test,y|overlap",
        "schedule.csv|x,CA199,A,20,,24,,,test,maybe|unreadable",
        "on-call.csv|seoul,2,night,extension 9,PT15M|levels",
        "on-call.csv|seoul,1,night,extension 9,PT0S|interval",
        "on-call.csv|seoul,1,night,extension 9,soon|unreadable",
        "risk-factors.csv|steps,steps,5000,,lifestyle,x,kr,activity,hazard,,0.8,0.7,0.9,y,test|overlap",
        "risk-factors.csv|x,steps,0,,lifestyle,x,kr,activity,hazard,,0.8,0.7,0.9,y,test|reference",
        "risk-factors.csv|x,steps,0,,lifestyle,x,kr,activity,hazard,,0.8,0.9,0.95,y,test|bounds",
        "risk-factors.csv|x,shoes,0,,lifestyle,x,kr,activity,hazard,,1,,,y,test|unreadable",
        "measurement-priority.csv|crystal_ball,1,,1,test|unknown model",
        "measurement-priority.csv|aldh2,0,,1,test|weight",
        "measurement-priority.csv|aldh2,1,XYZ,1,test|unknown item",
        "measurement-priority.csv|phenoage,1,,1,test|overlap",
        "screening-judgement.csv|AST,AST,A,value,B,30,,45,,test|overlap"
      })
  void rowThatDoesNotFit(String file, String row, String rule) throws IOException {
    TestPack.append(pack, file, row);

    finds(file, rule);
  }

  @Test
  void missingThreshold() throws IOException {
    TestPack.replace(pack, "thresholds.csv", "metabolic_syndrome.waist,F", "waist,F");

    finds("thresholds.csv", "missing");
  }

  @Test
  void weightLossForThinPeopleIsRefused() throws IOException {
    TestPack.replace(pack, "thresholds.csv", "what_if.bmi_from,A,25", "what_if.bmi_from,A,18");

    finds("thresholds.csv", "unsafe");
  }

  @Test
  void testOfTheScheduleWithoutAName() throws IOException {
    TestPack.append(pack, "schedule.csv", "pancreas,CA199,A,60,,24,,,test,y");

    finds("texts/en.properties", "missing text");
  }

  @Test
  void rowThatNobodyConfirmedIsNotServed() {
    assertThat(TestPack.read(pack).schedule())
        .extracting(row -> row.id())
        .contains("lipids", "stomach")
        .doesNotContain("lung", "lipids_first_age");
  }

  @Test
  void unreadableModeIsAFindingAndNeverClinical() throws IOException {
    TestPack.replace(pack, "pack.properties", "mode = clinical", "mode = anything");

    finds("pack.properties", "unreadable");
  }

  @Test
  void packWithFindingsIsNotStartedWithAndAllAreNamed() {
    TestPack.append(pack, "models.csv", "crystal_ball,person,1,10,describe");
    TestPack.append(pack, "texts/en.properties", "extra.text = It is unlikely.");

    assertThatThrownBy(() -> TestPack.read(pack))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("crystal_ball")
        .hasMessageContaining("probability word");
  }

  @Test
  void scoreThatCannotBeReadOrMayNotBeUsed() throws IOException {
    Files.writeString(pack.resolve("scores/broken.txt"), "nothing of a score");
    TestPack.replace(
        pack,
        "scores/PGS000802_hmPOS_GRCh37.txt",
        "#genome_build=NR",
        "#genome_build=NR\n#license=CC BY-NC 4.0, non-commercial use");

    finds("scores/broken.txt", "unreadable");
    finds("scores/PGS000802_hmPOS_GRCh37.txt", "licence");
  }

  @Test
  void emptyDirectoryIsFindingsAndNoCrash(@TempDir Path empty) throws IOException {
    assertThat(RegionPackDirectory.check(empty, InsightEngine.servableModels()))
        .anyMatch(f -> f.file().equals("pack.properties"))
        .anyMatch(f -> f.file().equals("critical-values.csv"));
  }
}

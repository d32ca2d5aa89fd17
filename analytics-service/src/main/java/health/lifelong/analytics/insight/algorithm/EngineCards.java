package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.model.domain.ModelCard;
import java.util.List;

/** Cards of what the engine itself says, beside the models that have vector files. */
final class EngineCards {
  private static final String GENETIC_CLASS =
      "Genetic information; channel and release by the region pack. No diagnosis.";

  private EngineCards() {}

  static final ModelCard ALDH2 =
      ModelCard.of("aldh2", "1.0.0")
          .title("알코올 분해 유전자 (ALDH2, ADH1B)", "Genes of alcohol breakdown (ALDH2, ADH1B)")
          .purpose("Whether the body clears acetaldehyde, the next step of alcohol.")
          .population("East Asian populations; rs671 is practically absent elsewhere.")
          .formula(
              "rs671 GG active, GA strongly reduced, AA inactive; rs1229984 C slow, T fast (plus strand)")
          .source("Dong-gu study, Korea, n = 8,526; PMID 32141245", null)
          .source("1000 Genomes Project, phase 3 (allele frequencies)", null)
          .limit("GG never means that alcohol is safe.")
          .limit("A site that was not read is not the common form.")
          .regulatoryClass(GENETIC_CLASS)
          .build();

  static final ModelCard PHARMACOGENE =
      ModelCard.of("pharmacogene", "1.0.0")
          .title("약과 유전자", "Medicines and genes")
          .purpose("Star alleles and phenotype of genes that handle medicines.")
          .population("Allele definitions hold for all; frequencies differ between populations.")
          .formula(
              "top-scoring diplotypes of the CPIC definitions; all equally good ones are shown")
          .source("CPIC allele definitions and phenotypes, CC0", null)
          .limit("Positions that were not read can change the result; they are counted.")
          .limit("Nobody stops or changes a medicine because of this page.")
          .regulatoryClass(GENETIC_CLASS)
          .build();

  static final ModelCard DRUG_ADVICE =
      ModelCard.of("drug_advice", "1.0.0")
          .title("약 권고 (CPIC)", "Medicine advice (CPIC)")
          .purpose("CPIC recommendation rows that the person's genes select, for the clinician.")
          .population("As each guideline states; the clinician chooses among populations.")
          .formula("rows of the CPIC tables by lookup key; a gene without a result is named")
          .source("CPIC guideline tables, CC0", null)
          .limit("A row that holds only because a gene was not tested never reassures.")
          .regulatoryClass(
              "Drug advice for clinicians, assumed class IIa (EU), 2 (Korea); held until released.")
          .build();

  static final ModelCard POLYGENIC_SCORE =
      ModelCard.of("polygenic_score", "1.0.0")
          .title("다유전자 점수", "Polygenic score")
          .purpose(
              "The sum of a published score over one genome, and whether it may be placed among others.")
          .population("As each scoring file states.")
          .formula(
              "Σ weight · dosage as plink2 --score; no z and no percentile without a reference of the same ancestry, variants and options")
          .source("PGS Catalog; the score's own citation is in its file", null)
          .limit("A sum alone says nothing about a person.")
          .regulatoryClass(GENETIC_CLASS)
          .build();

  static final ModelCard ALDH2_ALCOHOL =
      ModelCard.of("aldh2_alcohol", "1.0.0")
          .title("술과 내 유전자, 내 검사값", "Alcohol, your gene and your results")
          .purpose(
              "ALDH2 rs671 beside the answers on alcohol, blood pressure, gamma-GT, and the phone's steps and resting heart rate.")
          .population("East Asian populations; the blood pressure findings are of Korean men.")
          .formula(
              "four messages by genotype and newest answer; every other signal as a direction between first and last")
          .source("Dong-gu study, Korea, n = 8,526; PMID 32141245", null)
          .source(
              "Zhao L et al. 2015, meta-analysis of 31 studies (ALDH2 and oesophageal cancer by drinking)",
              null)
          .limit(
              "Directions side by side; one is not shown to cause the other, and no percentage is made.")
          .limit(
              "Clinic blood pressure has no sourced within-person variation here, so only its direction is said.")
          .regulatoryClass(GENETIC_CLASS)
          .build();

  static final ModelCard HABITS =
      ModelCard.of("habits", "1.0.0")
          .title("맥박, 술, 담배", "Pulse, alcohol, tobacco")
          .purpose("Resting pulse, alcohol and smoking beside what cohorts saw.")
          .population("Meta-analyses of cohorts of adults.")
          .formula(
              "bands of the cited studies against death from any cause; four weeks of the phone's median pulse; the lower end of what the answers allow for alcohol; quitting is advised to whoever smokes")
          .source("Zhang D et al., CMAJ 2016;188:E53-E63", "10.1503/cmaj.150535")
          .source(
              "Zhao J et al., JAMA Netw Open 2023;6:e236185", "10.1001/jamanetworkopen.2023.6185")
          .source("Jha P et al., N Engl J Med 2013;368:341-350", "10.1056/NEJMsa1211128")
          .limit("Associations: a slower pulse is not shown to be the cause of a longer life.")
          .limit("No amount of alcohol is ever called safe or good.")
          .limit("A device's sleep is not read: the curves are of self-reported sleep.")
          .build();

  static final ModelCard HOME_VALUES =
      ModelCard.of("home_values", "1.0.0")
          .title("집에서 잰 값과 검진 값", "Values from home beside the centre's")
          .purpose(
              "Blood pressure and glucose measured at home in the four weeks around a checkup, beside the centre's.")
          .population("Everybody who measures at home.")
          .formula(
              "median of the days within 14 days of the visit that have a value, at least 7 of them; never joined with the centre's series")
          .source("The person's own device and the centre's record", null)
          .limit("Home devices are not calibrated by us; no cut-off is applied to them.")
          .build();

  static List<ModelCard> all() {
    return List.of(
        ALDH2_ALCOHOL, ALDH2, PHARMACOGENE, DRUG_ADVICE, POLYGENIC_SCORE, HABITS, HOME_VALUES);
  }
}

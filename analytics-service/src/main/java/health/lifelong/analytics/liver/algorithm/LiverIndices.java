package health.lifelong.analytics.liver.algorithm;

import health.lifelong.analytics.liver.domain.LiverInputs;
import health.lifelong.analytics.model.algorithm.Serving;
import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.model.domain.OutputValue.NoValue;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.model.domain.Situation;
import java.util.List;
import java.util.Optional;

/**
 * FIB-4 (Sterling 2006) and NFS (Angulo 2007) for fibrosis, HSI (Lee 2010, Korean checkup visitors)
 * and FLI (Bedogni 2006) for fatty liver. Indices without unit; FLI runs from 0 to 100.
 */
public final class LiverIndices implements Model {
  /** FIB-4 is unreliable below this age, in years. */
  private static final double FIB4_FROM_AGE = 35;

  private static final ModelCard CARD =
      ModelCard.of("liver_indices", "1.0.0")
          .title("간 지표 (FIB-4, NFS, HSI, FLI)", "Liver indices (FIB-4, NFS, HSI, FLI)")
          .purpose("Whether fatty liver or liver fibrosis should be looked for.")
          .population(
              "FIB-4: HIV/HCV; NFS: biopsied NAFLD; HSI: Korean checkup visitors; FLI: Italian general population.")
          .input(ModelInput.number("age_years", "a", 18.0, null, "age"))
          .input(ModelInput.sex())
          .input(ModelInput.positive("ast_u_l", "U/L", "AST"))
          .input(ModelInput.positive("alt_u_l", "U/L", "ALT"))
          .input(ModelInput.positive("platelets_10e9_l", "10*9/L", "platelets"))
          .input(ModelInput.positive("albumin_g_dl", "g/dL", "albumin"))
          .input(ModelInput.positive("bmi_kg_m2", "kg/m2", "body mass index"))
          .input(ModelInput.flag("ifg_or_diabetes", "has impaired fasting glucose or diabetes"))
          .input(ModelInput.flag("diabetes", "has diabetes"))
          .input(ModelInput.positive("triglyceride_mg_dl", "mg/dL", "triglyceride"))
          .input(ModelInput.positive("ggt_u_l", "U/L", "gamma-GT"))
          .input(ModelInput.positive("waist_cm", "cm", "waist"))
          .output(
              ModelOutput.of(
                  "fib4",
                  "1",
                  "FIB-4: <1.30 rules out (<2.0 from 65 y), >2.67 rules in advanced fibrosis",
                  "age_years",
                  "ast_u_l",
                  "alt_u_l",
                  "platelets_10e9_l"))
          .output(
              ModelOutput.of(
                  "nfs",
                  "1",
                  "NAFLD fibrosis score: <−1.455 rules out (<0.12 from 65 y), >0.676 rules in",
                  "age_years",
                  "bmi_kg_m2",
                  "ifg_or_diabetes",
                  "ast_u_l",
                  "alt_u_l",
                  "platelets_10e9_l",
                  "albumin_g_dl"))
          .output(
              ModelOutput.of(
                  "hsi",
                  "1",
                  "hepatic steatosis index: <30 rules out, >36 rules in",
                  "sex",
                  "ast_u_l",
                  "alt_u_l",
                  "bmi_kg_m2",
                  "diabetes"))
          .output(
              ModelOutput.of(
                  "fli",
                  "1",
                  "fatty liver index: <30 rules out, ≥60 rules in",
                  "triglyceride_mg_dl",
                  "bmi_kg_m2",
                  "ggt_u_l",
                  "waist_cm"))
          .formula(
              """
              FIB-4 = age·AST / (PLT·√ALT)
              NFS = −1.675 + 0.037·age + 0.094·BMI + 1.13·(IFG or DM) + 0.99·AST/ALT − 0.013·PLT − 0.66·albumin
              HSI = 8·ALT/AST + BMI + 2 if female + 2 if diabetes
              FLI = 100/(1 + e^−y), y = 0.953·ln TG + 0.139·BMI + 0.718·ln GGT + 0.053·waist − 15.745""")
          .source("Sterling RK et al., Hepatology 2006;43:1317-1325", "10.1002/hep.21178")
          .source("Angulo P et al., Hepatology 2007;45:846-854", "10.1002/hep.21496")
          .source("Lee JH et al., Dig Liver Dis 2010;42:503-508", "10.1016/j.dld.2009.08.002")
          .source("Bedogni G et al., BMC Gastroenterol 2006;6:33", "10.1186/1471-230X-6-33")
          .limit("FIB-4 is unreliable below 35 years and is not given there.")
          .limit(
              "30 g of alcohol a day (men) or 20 g (women) is outside the definition of NAFLD: a warning is given.")
          .limit("An index is no diagnosis; acute hepatitis makes all four meaningless.")
          .excludes(Exclusion.PREGNANCY, Exclusion.TRANSPLANT, Exclusion.CANCER_THERAPY)
          .build();

  @Override
  public ModelCard card() {
    return CARD;
  }

  /** FIB-4, or a refusal. */
  public ModelResult fib4(LiverInputs inputs, Situation situation) {
    return serve("fib4", inputs, situation);
  }

  /** NAFLD fibrosis score, or a refusal. */
  public ModelResult nfs(LiverInputs inputs, Situation situation) {
    return serve("nfs", inputs, situation).withWarnings(alcohol(inputs));
  }

  /** Hepatic steatosis index, or a refusal. */
  public ModelResult hsi(LiverInputs inputs, Situation situation) {
    return serve("hsi", inputs, situation).withWarnings(alcohol(inputs));
  }

  /** Fatty liver index, or a refusal. */
  public ModelResult fli(LiverInputs inputs, Situation situation) {
    return serve("fli", inputs, situation).withWarnings(alcohol(inputs));
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs in) {
    List<String> notPositive =
        output.needs().stream().filter(name -> notPositive(name, in)).toList();
    if (!notPositive.isEmpty()) {
      return new NoValue(RefusalReason.OUT_OF_RANGE, notPositive, "the value must be above zero");
    }
    return new OutputValue.Numeric(
        switch (output.name()) {
          case "fib4" -> fib4(in);
          case "nfs" -> nfs(in);
          case "hsi" -> hsi(in);
          case "fli" -> fli(in);
          default -> throw new IllegalArgumentException(output.name());
        });
  }

  @Override
  public Optional<NoValue> notForUse(ModelOutput output, Inputs inputs, OutputValue.Present value) {
    if (output.name().equals("fib4") && inputs.number("age_years") < FIB4_FROM_AGE) {
      return Optional.of(
          new NoValue(
              RefusalReason.POPULATION,
              List.of("age_years"),
              "FIB-4 is unreliable below 35 years"));
    }
    return Optional.empty();
  }

  private ModelResult serve(String output, LiverInputs inputs, Situation situation) {
    return Serving.serve(this, List.of(output), inputs.toInputs(), situation);
  }

  private static boolean notPositive(String name, Inputs in) {
    return !name.equals("age_years") && in.maybeNumber(name).filter(x -> x <= 0).isPresent();
  }

  private static double fib4(Inputs in) {
    return in.number("age_years")
        * in.number("ast_u_l")
        / (in.number("platelets_10e9_l") * StrictMath.sqrt(in.number("alt_u_l")));
  }

  private static double nfs(Inputs in) {
    return -1.675
        + 0.037 * in.number("age_years")
        + 0.094 * in.number("bmi_kg_m2")
        + (in.flag("ifg_or_diabetes") ? 1.13 : 0)
        + 0.99 * in.number("ast_u_l") / in.number("alt_u_l")
        - 0.013 * in.number("platelets_10e9_l")
        - 0.66 * in.number("albumin_g_dl");
  }

  private static double hsi(Inputs in) {
    return 8 * in.number("alt_u_l") / in.number("ast_u_l")
        + in.number("bmi_kg_m2")
        + (in.sex() == Sex.F ? 2 : 0)
        + (in.flag("diabetes") ? 2 : 0);
  }

  private static double fli(Inputs in) {
    double y =
        0.953 * StrictMath.log(in.number("triglyceride_mg_dl"))
            + 0.139 * in.number("bmi_kg_m2")
            + 0.718 * StrictMath.log(in.number("ggt_u_l"))
            + 0.053 * in.number("waist_cm")
            - 15.745;
    return 100 / (1 + StrictMath.exp(-y));
  }

  private static List<String> alcohol(LiverInputs inputs) {
    Double grams = inputs.alcoholGramsPerDay();
    if (grams == null || inputs.sex() == null) {
      return List.of("ALCOHOL_UNKNOWN");
    }
    double limit =
        switch (inputs.sex()) {
          case F -> 20;
          case M -> 30;
        };
    return grams >= limit ? List.of("ALCOHOL_OUTSIDE_NAFLD") : List.of();
  }
}

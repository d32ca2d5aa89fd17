package health.lifelong.analytics.catalogue.algorithm;

import health.lifelong.analytics.aging.algorithm.KlemeraDoubal;
import health.lifelong.analytics.aging.algorithm.PhenoAge;
import health.lifelong.analytics.anthropometry.algorithm.AnthropometryOsta;
import health.lifelong.analytics.anthropometry.domain.BmiBands;
import health.lifelong.analytics.breast.algorithm.BreastCancerRisk;
import health.lifelong.analytics.cardiovascular.algorithm.ChinaPar;
import health.lifelong.analytics.cardiovascular.algorithm.Framingham;
import health.lifelong.analytics.cardiovascular.algorithm.PooledCohort;
import health.lifelong.analytics.cardiovascular.algorithm.PreventAddOn;
import health.lifelong.analytics.cardiovascular.algorithm.PreventBase;
import health.lifelong.analytics.cardiovascular.algorithm.Score2;
import health.lifelong.analytics.diabetes.algorithm.Findrisc;
import health.lifelong.analytics.diabetes.algorithm.KoreanDiabetesScore;
import health.lifelong.analytics.evidence.algorithm.StepsMortalityCard;
import health.lifelong.analytics.glycaemic.algorithm.GlycaemicLipidIndices;
import health.lifelong.analytics.kidney.algorithm.CkdEpi;
import health.lifelong.analytics.kidney.algorithm.KdigoHeatMap;
import health.lifelong.analytics.kidney.algorithm.KidneyFailureRisk;
import health.lifelong.analytics.lipid.algorithm.LdlCholesterol;
import health.lifelong.analytics.liver.algorithm.LiverIndices;
import health.lifelong.analytics.lung.algorithm.LungCancerRisk;
import health.lifelong.analytics.metabolic.algorithm.MetabolicSyndrome;
import health.lifelong.analytics.metabolic.domain.WaistLimits;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.screening.algorithm.KnhsJudgement;
import health.lifelong.analytics.screening.domain.ScreeningBands;
import health.lifelong.analytics.setpoint.algorithm.ReferenceChangeValue;
import health.lifelong.analytics.setpoint.algorithm.SetPointCard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The models that this service knows, in the order in which they are listed. Immutable. */
public final class ModelCatalogue {
  private static final ModelCatalogue STANDARD = load();

  private final List<Model> models;

  private ModelCatalogue(List<Model> models) {
    this.models = List.copyOf(models);
  }

  /** With the national tables that ship with the service (Korea). */
  public static ModelCatalogue standard() {
    return STANDARD;
  }

  /** With the national tables of a region pack. */
  public static ModelCatalogue of(WaistLimits waist, ScreeningBands screening, BmiBands bmi) {
    return new ModelCatalogue(
        List.of(
            new PreventBase(),
            new PreventAddOn(),
            Score2.europe(),
            Score2.olderPersons(),
            Score2.asiaPacific(),
            new CkdEpi(),
            new KdigoHeatMap(),
            new KidneyFailureRisk(),
            new LiverIndices(),
            new MetabolicSyndrome(waist),
            new LdlCholesterol(),
            new GlycaemicLipidIndices(),
            new AnthropometryOsta(bmi, waist::of),
            new PhenoAge(),
            new KlemeraDoubal(),
            new ReferenceChangeValue(),
            new KnhsJudgement(screening),
            new PooledCohort(),
            new Framingham(),
            new ChinaPar(),
            new Findrisc(),
            new KoreanDiabetesScore(),
            new LungCancerRisk(),
            new BreastCancerRisk()));
  }

  /** All models. */
  public List<Model> models() {
    return models;
  }

  /** The model of this id, for example {@code prevent_base}. */
  public Optional<Model> byId(String id) {
    return models.stream().filter(model -> model.card().id().value().equals(id)).findFirst();
  }

  /** The cards of all models, and of the methods that read a series or a curve instead of a row. */
  public List<ModelCard> cards() {
    return Stream.concat(
            models.stream().map(Model::card), Stream.of(SetPointCard.CARD, StepsMortalityCard.CARD))
        .toList();
  }

  /** The card of this id, for example {@code setpoint}. */
  public Optional<ModelCard> card(String id) {
    return cards().stream().filter(card -> card.id().value().equals(id)).findFirst();
  }

  private static ModelCatalogue load() {
    try (InputStream waist = resource("/pack-default/thresholds.csv");
        InputStream screening = resource("/pack-default/screening-judgement.csv");
        InputStream bmi = resource("/pack-default/bmi-bands.csv")) {
      return of(
          WaistLimits.fromCsv(waist), ScreeningBands.fromCsv(screening), BmiBands.fromCsv(bmi));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String path) {
    InputStream in = ModelCatalogue.class.getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException("resource missing: " + path);
    }
    return in;
  }
}

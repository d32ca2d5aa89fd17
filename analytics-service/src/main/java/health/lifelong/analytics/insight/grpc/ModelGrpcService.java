package health.lifelong.analytics.insight.grpc;

import health.lifelong.analytics.insight.algorithm.InsightEngine;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.v1.GetModelCardRequest;
import health.lifelong.analytics.v1.GetModelCardResponse;
import health.lifelong.analytics.v1.ListModelsRequest;
import health.lifelong.analytics.v1.ListModelsResponse;
import health.lifelong.analytics.v1.ModelService;
import health.lifelong.analytics.v1.ModelSummary;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** ModelService: the catalogue of models and their cards; no person's data is in it. */
@GrpcService
@Authenticated
public class ModelGrpcService implements ModelService {
  private final InsightEngine engine;

  public ModelGrpcService(InsightEngine engine) {
    this.engine = engine;
  }

  @Override
  public Uni<ListModelsResponse> listModels(ListModelsRequest request) {
    ListModelsResponse.Builder models = ListModelsResponse.newBuilder();
    for (ModelCard card : InsightEngine.cards()) {
      models.addModels(
          ModelSummary.newBuilder()
              .setModel(card.id().value())
              .setVersion(card.version())
              .setTitle(card.titleEn())
              .setState(engine.serves(card.id().value()) ? "served" : "evaluate_only"));
    }
    return Uni.createFrom().item(models.build());
  }

  @Override
  public Uni<GetModelCardResponse> getModelCard(GetModelCardRequest request) {
    return InsightEngine.cards().stream()
        .filter(card -> card.id().value().equals(request.getModel()))
        .findFirst()
        .map(
            card ->
                Uni.createFrom()
                    .item(GetModelCardResponse.newBuilder().setCardJson(CardJson.of(card)).build()))
        .orElseThrow(
            () -> new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "no such model"));
  }
}

package health.lifelong.gateway.me.rest;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.common.v1.Purpose;
import health.lifelong.gateway.me.client.Backend;
import health.lifelong.platform.LifelongException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for record and insights side by side, and says which part could not be had. */
@ApplicationScoped
public class Report {
  private final Backend backend;

  public Report(Backend backend) {
    this.backend = backend;
  }

  /** One part of the answer. */
  private record Part<T>(@Nullable T view, @Nullable LifelongException failure) {}

  Uni<ReportView> of(String token, String personId, Purpose purpose, String language) {
    Uni<Part<RecordView>> record =
        part(backend.record(token, personId, purpose).map(RecordView::of));
    Uni<Part<InsightsView>> insights =
        part(backend.insights(token, personId, language).map(InsightsView::of));
    return Uni.combine()
        .all()
        .unis(record, insights)
        .asTuple()
        .map(both -> view(both.getItem1(), both.getItem2()));
  }

  private static ReportView view(Part<RecordView> record, Part<InsightsView> insights) {
    LifelongException refused = record.failure();
    if (refused != null && refused.reason() == ErrorReason.ERROR_REASON_NOT_FOUND) {
      throw refused;
    }
    List<ReportView.Unavailable> unavailable = new ArrayList<>();
    note(unavailable, "record", record.failure());
    note(unavailable, "insights", insights.failure());
    return new ReportView(record.view(), insights.view(), unavailable);
  }

  private static void note(
      List<ReportView.Unavailable> unavailable, String part, @Nullable LifelongException failure) {
    if (failure != null) {
      unavailable.add(ReportView.Unavailable.of(part, failure));
    }
  }

  private static <T> Uni<Part<T>> part(Uni<T> call) {
    return call.map(view -> new Part<>(view, null))
        .onFailure()
        .recoverWithItem(failure -> new Part<>(null, LifelongException.from(failure)));
  }
}
